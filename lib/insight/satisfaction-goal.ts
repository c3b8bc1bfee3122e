/** Whether a score reached a goal, by its interval: a figure above it may be chance. */

import { FEWEST } from '@/lib/crm/survey-goals';
import { tQuantile } from './quantile';
import { type Interval, type Nps, npsOfCounts, shareOf } from './satisfaction';

/** A figure, and how its interval is made. */
export type Scored =
  | { by: 'nps'; figure: Nps }
  | { by: 'share'; figure: Interval }
  /** By Student's t, cut at the ends of its scale. */
  | { by: 'mean'; figure: Interval };

/** Who would need more cannot be helped by asking. */
export const MOST = 100_000;

/** Reached where the whole interval lies at or above the goal, missed where it lies below, else open. */
export function verdictOf(
  { low, high }: Pick<Interval, 'low' | 'high'>,
  goal: number,
): 'reached' | 'missed' | 'open' {
  if (low >= goal) return 'reached';
  return high < goal ? 'missed' : 'open';
}

/**
 * About how many answers in all would tell whether the goal is reached, if the others are like those that came: the fewest whose interval
 * leaves the goal on one side.
 * @returns null below ten answers, `never` where it would take more than 100,000
 */
export function answersToTell(scored: Scored, goal: number): number | 'never' | null {
  const { n } = scored.figure;
  if (n < FEWEST) return null;
  const tells = (answers: number) => verdictOf(likeThese(scored, answers), goal) !== 'open';
  if (!tells(MOST)) return 'never';
  let [open, told] = [n, MOST];
  while (told - open > 1) {
    const middle = Math.floor((open + told) / 2);
    if (tells(middle)) told = middle;
    else open = middle;
  }
  return told;
}

/** The interval of so many answers that spread as these do. */
function likeThese(scored: Scored, n: number): Pick<Interval, 'low' | 'high'> {
  const { figure } = scored;
  if (scored.by === 'share') return shareOf(figure.value * n, n)!;
  if (scored.by === 'nps') {
    const { promoters, passives, detractors } = scored.figure;
    const times = n / figure.n;
    return npsOfCounts({
      promoters: promoters * times,
      passives: passives * times,
      detractors: detractors * times,
    })!;
  }
  // Of ten and more at most one end is cut, and the other tells how far it reaches.
  const { value, low, high } = figure;
  const spread = (Math.max(value - low, high - value) * Math.sqrt(figure.n)) / tQuantile(figure.n - 1);
  const reach = (tQuantile(n - 1) * spread) / Math.sqrt(n);
  return { low: value - reach, high: value + reach };
}
