import { localMoment } from '@/lib/crm/calendar';
import type { Interval } from './satisfaction';

/** Something that was answered, and when, in epoch ms. */
export interface Dated {
  at: number;
  value: number;
}

/**
 * A figure by local month, oldest first. A month without answers is left out; so is one of which the figure says nothing.
 * @param zone IANA name of the user's time zone
 */
export function byMonth(
  answers: readonly Dated[],
  figure: (values: number[]) => Interval | null,
  zone: string,
): ({ month: string } & Interval)[] {
  const months = new Map<string, number[]>();
  for (const { at, value } of answers) {
    const month = localMoment(at, zone).day.slice(0, 7);
    const values = months.get(month);
    if (values) values.push(value);
    else months.set(month, [value]);
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([month, values]) => {
      const found = figure(values);
      return found ? [{ month, value: found.value, low: found.low, high: found.high, n: found.n }] : [];
    });
}
