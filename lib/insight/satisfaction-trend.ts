import { localMoment } from '@/lib/crm/calendar';
import { Z } from './quantile';

/** Something that was answered, and when, in epoch ms. */
export interface Dated {
  at: number;
  value: number;
  /** Of whom; left out where nobody knows. */
  who?: string | undefined;
}

export type TrendUnit = 'week' | 'month' | 'quarter';

/** Answers of one period, or of several that had too few. */
export interface Period {
  /** First and last local day, `YYYY-MM-DD`. */
  from: string;
  to: string;
  answers: Dated[];
}

const QUARTER = 15 * 60_000;
const DAY = 86_400_000;
/** Fewer answers say nothing by themselves: their period is taken together with the next. */
export const LEAST = 10;

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** First day of the week (Monday), month or quarter that a day is in. */
function startOf(day: string, unit: TrendUnit): string {
  if (unit === 'week') return dayOf(utc(day) - ((new Date(utc(day)).getUTCDay() + 6) % 7) * DAY);
  const month = Number(day.slice(5, 7));
  const first = unit === 'month' ? month : month - ((month - 1) % 3);
  return `${day.slice(0, 5)}${String(first).padStart(2, '0')}-01`;
}

/** Last day of the period that begins then. */
function endOf(start: string, unit: TrendUnit): string {
  if (unit === 'week') return dayOf(utc(start) + 6 * DAY);
  const date = new Date(utc(start));
  const months = unit === 'month' ? 1 : 3;
  return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 0));
}

/**
 * Answers by local week, month or quarter, oldest first. A period without answers is left out. With `least` a period of fewer answers is
 * taken together with the next ones until they are enough; what is left over at the end goes with the last.
 * @param zone IANA name of the user's time zone
 */
export function periodsOf(answers: readonly Dated[], unit: TrendUnit, zone: string, least = LEAST): Period[] {
  const starts = new Map<string, Dated[]>();
  // Asking a calendar takes longer than all the rest, and no zone changes its clock but at a quarter of an hour.
  const known = new Map<number, string>();
  for (const answer of answers) {
    const quarter = Math.floor(answer.at / QUARTER);
    const start = known.get(quarter) ?? startOf(localMoment(answer.at, zone).day, unit);
    known.set(quarter, start);
    const own = starts.get(start);
    if (own) own.push(answer);
    else starts.set(start, [answer]);
  }
  const periods = [...starts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, own]): Period => ({ from, to: endOf(from, unit), answers: own }));
  return pooled(periods, least);
}

function pooled(periods: readonly Period[], least: number): Period[] {
  const out: Period[] = [];
  let open: Period | null = null;
  for (const one of periods) {
    const next: Period = open ? together(open, one) : one;
    open = next.answers.length < least ? next : null;
    if (!open) out.push(next);
  }
  if (!open) return out;
  const last = out.pop();
  return [...out, last ? together(last, open) : open];
}

const together = (a: Period, b: Period): Period => ({
  from: a.from,
  to: b.to,
  answers: [...a.answers, ...b.answers],
});

/** The middle of a period, in epoch ms of UTC. */
export const middleOf = ({ from, to }: Pick<Period, 'from' | 'to'>): number =>
  (utc(from) + utc(to) + DAY) / 2;

/** So many days reach either way what an answer says of a moment: one standard deviation of the weights. */
export const REACH: Record<TrendUnit, number> = { week: 7, month: 30, quarter: 91 };

/** What a hidden answer at either end weighs where all that are there say the same: nobody is as sure as 0. */
const HIDDEN = 0.75;

/**
 * The level at some moments: the mean of all answers, each weighing the less the farther it lies (Nadaraya 1964, Watson 1964, with Gaussian
 * weights), and its 95 % band out of the weighted variance and the effective number (Kish 1965). The line says no more than where the
 * figure was about; the steps of a smoothed line are not independent.
 * @param reach standard deviation of the weights, days
 * @param ends of what a value can be: the band stays between them
 */
export function smoothed(
  answers: readonly Dated[],
  moments: readonly number[],
  { reach, ends: [low, high] }: { reach: number; ends: readonly [number, number] },
): { value: number; low: number; high: number }[] {
  const days = byDay(answers);
  return moments.map((moment) => {
    let [weight, squares, sum, sumOfSquares] = [0, 0, 0, 0];
    for (const { at, n, total, squared } of days) {
      const w = Math.exp(-0.5 * ((at - moment) / (reach * DAY)) ** 2);
      weight += w * n;
      squares += w * w * n;
      sum += w * total;
      sumOfSquares += w * squared;
    }
    const value = Math.min(high, Math.max(low, sum / weight));
    const n = weight ** 2 / squares;
    const plain = sumOfSquares / weight - value ** 2;
    const hidden = (HIDDEN * ((low - value) ** 2 + (high - value) ** 2)) / (n + 2 * HIDDEN);
    const error = Z * Math.sqrt(Math.max(plain, Math.min(hidden, (high - low) ** 2 / 4), 0) / n);
    return { value, low: Math.max(low, value - error), high: Math.min(high, value + error) };
  });
}

/** Sums by day: thousands of answers are a few hundred days. */
function byDay(answers: readonly Dated[]): { at: number; n: number; total: number; squared: number }[] {
  const days = new Map<number, { at: number; n: number; total: number; squared: number }>();
  for (const { at, value } of answers) {
    const day = Math.floor(at / DAY);
    const own = days.get(day) ?? { at: (day + 0.5) * DAY, n: 0, total: 0, squared: 0 };
    own.n += 1;
    own.total += value;
    own.squared += value ** 2;
    days.set(day, own);
  }
  return [...days.values()];
}
