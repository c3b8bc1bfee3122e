import { localMoment } from '@/lib/crm/calendar';
import type { Interval } from './satisfaction';

/** Something that was answered, and when, in epoch ms. */
export interface Dated {
  at: number;
  value: number;
}

const QUARTER = 15 * 60_000;

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
  // Asking a calendar takes longer than all the rest, and no zone changes its clock but at a quarter of an hour.
  const known = new Map<number, string>();
  for (const { at, value } of answers) {
    const quarter = Math.floor(at / QUARTER);
    const month = known.get(quarter) ?? localMoment(at, zone).day.slice(0, 7);
    known.set(quarter, month);
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
