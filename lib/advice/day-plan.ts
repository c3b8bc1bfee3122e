import type { StepKind } from '@/lib/api/views';

/** Minutes that a duty takes, about: what is left of the day is for advice. */
const MINUTES: Readonly<Record<StepKind, number>> = {
  promise: 15,
  task: 15,
  case: 10,
  unanswered: 5,
  waiting: 2,
  cadence: 5,
  date: 5,
  first: 1,
};

export function dutyMinutes(kinds: readonly StepKind[]): number {
  return kinds.reduce((sum, kind) => sum + (MINUTES[kind] ?? 5), 0);
}

/**
 * What of a list fits into the minutes that are left, in its order. What is longer than the rest of the day waits; a shorter one behind it may
 * still fit.
 */
export function fitting<T extends { minutes: number }>(
  list: readonly T[],
  left: number,
): { items: T[]; rest: T[] } {
  let open = left;
  const items: T[] = [];
  const rest: T[] = [];
  for (const one of list) {
    const fits = one.minutes <= open;
    if (fits) open -= one.minutes;
    (fits ? items : rest).push(one);
  }
  return { items, rest };
}
