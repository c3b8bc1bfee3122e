import { type Interval, shareOf } from '../satisfaction';

/** One period of churn. Who has been silent for longer than the definition says has left, and may come back. */
export interface ChurnMonth {
  /** First day of the period, and the first after it: days since 1970. */
  from: number;
  to: number;
  /** Customers at its beginning who had not left. */
  customers: number;
  /** Those of them who left in it. */
  left: number;
  /** Who had left before and came again in it. */
  returned: number;
  /** Who did something for the first time in it. */
  joined: number;
  /** `left` of `customers` with its Wilson interval; null without customers. */
  rate: Interval | null;
}

/**
 * Churn by period. Somebody leaves on the day after `silence` days without anything, and is a customer again with the next.
 * @param people days on which each did something, ascending; days since 1970
 * @param edges beginnings of the periods, ascending; the last is the end of the last period
 * @param silence days after which somebody has left
 */
export function churnMonths(
  people: readonly (readonly number[])[],
  edges: readonly number[],
  silence: number,
): ChurnMonth[] {
  const months = edges.slice(1).map((to, at) => {
    return { from: edges[at]!, to, customers: 0, left: 0, returned: 0, joined: 0 };
  });
  for (const days of people) {
    for (const month of months) {
      const before = lastBefore(days, month.from);
      const isCustomer = before !== null && month.from - before <= silence;
      if (isCustomer) {
        month.customers += 1;
        if (leaves(days, before, month.to, silence)) month.left += 1;
        continue;
      }
      const comes = days.some((day) => day >= month.from && day < month.to);
      if (!comes) continue;
      if (before === null) month.joined += 1;
      else month.returned += 1;
    }
  }
  return months.map((month) => ({ ...month, rate: shareOf(month.left, month.customers) }));
}

/** Whether somebody whose last day stands before the period is silent too long before it ends. */
function leaves(days: readonly number[], from: number, to: number, silence: number): boolean {
  let last = from;
  for (const day of days) {
    if (day <= last) continue;
    if (day >= to || day - last > silence) break;
    last = day;
  }
  return to - last > silence;
}

function lastBefore(days: readonly number[], day: number): number | null {
  let found: number | null = null;
  for (const one of days) if (one < day) found = one;
  return found;
}
