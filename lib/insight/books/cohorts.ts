import { type Interval, shareOf } from '../satisfaction';

/** Who began in one month, and how many of them came again so many months later. */
export interface CohortRow {
  /** Months since year 0: `12 * year + month - 1`. */
  month: number;
  size: number;
  /** By months since: who did something in that month, from 0 (all of them) to the month that is running. */
  active: number[];
}

/** Months since year 0 of `YYYY-MM-DD`. */
export function monthOf(day: string): number {
  return 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;
}

/** `YYYY-MM` of months since year 0. */
export function monthName(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/**
 * Retention by cohort: everybody stands in the month of their first purchase, and counts in each later month in which they bought again.
 * @param people months in which each did something, ascending, at least one
 * @param last the last month that counts; later ones are left out
 * @param most so many cohorts, the latest
 */
export function cohortRows(people: readonly (readonly number[])[], last: number, most: number): CohortRow[] {
  const rows = new Map<number, CohortRow>();
  for (const months of people) {
    const first = months[0];
    if (first === undefined || first > last || first <= last - most) continue;
    const row = rows.get(first) ?? {
      month: first,
      size: 0,
      active: Array.from({ length: last - first + 1 }, () => 0),
    };
    rows.set(first, row);
    row.size += 1;
    for (const month of new Set(months)) if (month <= last) row.active[month - first]! += 1;
  }
  return [...rows.values()].sort((a, b) => a.month - b.month);
}

/** Retention so many months after the first, over all cohorts that are old enough, with its Wilson interval. */
export function retentionCurve(rows: readonly CohortRow[]): (Interval & { after: number })[] {
  const longest = Math.max(0, ...rows.map(({ active }) => active.length));
  return Array.from({ length: longest }, (_, after) => {
    const old = rows.filter(({ active }) => active.length > after);
    const share = shareOf(
      old.reduce((sum, { active }) => sum + active[after]!, 0),
      old.reduce((sum, { size }) => sum + size, 0),
    );
    return share ? [{ ...share, after }] : [];
  }).flat();
}
