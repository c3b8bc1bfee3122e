import type { Interval, ResultsView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { number, share } from '@/lib/i18n/format';

export type Measure = NonNullable<ResultsView['measure']>;

/** Below so many answers a figure is a guess: the interval of an NPS is then wider than 80 points. */
export const FEW = 10;

const whole = (value: number) => number(value, { maximumFractionDigits: 0 });
const tenths = (value: number) => number(value, { maximumFractionDigits: 1 });

/** A figure as it is written: NPS whole, a share in per cent, a mean to the tenth. */
export function figureWords(measure: Measure, value: number): string {
  if (measure === 'nps') return whole(value);
  return measure === 'csat' ? share(value) : tenths(value);
}

/** "29 and 58", under a head that says "Between". */
export function rangeWords(measure: Measure, { low, high }: Interval): string {
  return t('results.range', { low: figureWords(measure, low), high: figureWords(measure, high) });
}

/** The figure in a sentence, with its interval and what it rests on: "NPS 45, between 29 and 58, of 40 answers." */
export function leadWords(measure: Measure, { value, low, high, n }: Interval): string {
  if (measure === 'nps')
    return t('results.lead_nps', { value: whole(value), low: whole(low), high: whole(high), count: n });
  if (measure === 'csat')
    return t('results.lead_csat', {
      value: whole(100 * value),
      low: whole(100 * low),
      high: whole(100 * high),
      count: n,
    });
  return t('results.lead_mean', { value: tenths(value), low: tenths(low), high: tenths(high), count: n });
}

/** Both ends of what a measure can be. A ces stands on the scale of its question. */
export function endsOf(measure: Measure, scale: [number, number] | null): [number, number] {
  if (measure === 'nps') return [-100, 100];
  return measure === 'csat' ? [0, 1] : (scale ?? [1, 7]);
}
