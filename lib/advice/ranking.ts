import type { Step } from '@/lib/api/views';

/** Classes of duty. Their order is a matter of `PLAYS`; nothing is drawn or learned. */
export type Rank =
  | 'late-promise'
  | 'late-task'
  | 'unanswered'
  | 'today'
  | 'cadence'
  | 'date-near'
  | 'date'
  | 'waiting'
  | 'ahead'
  | 'first';

/** A step as its rule makes it. */
export type BareStep = Omit<Step, 'neverKey'>;

/** A step with its class. */
export interface Ranked {
  rank: Rank;
  step: BareStep;
}

/** The class of something with a due date: `late` when its day is over. */
export function dueRank(step: Pick<Step, 'due' | 'lateDays'>, late: Rank): Rank {
  if (step.due === null || step.lateDays < 0) return 'ahead';
  return step.lateDays > 0 ? late : 'today';
}

/** Pressing classes first, by their order; within one the longest overdue, then what is due earlier, undated last. */
export function compareRanked(order: readonly Rank[], a: Ranked, b: Ranked): number {
  return (
    order.indexOf(a.rank) - order.indexOf(b.rank) ||
    Number(a.step.due === null) - Number(b.step.due === null) ||
    compareSteps(a.step, b.step)
  );
}

/** Longest overdue first, or soonest due; of one day the older event first. */
export function compareSteps(a: BareStep, b: BareStep): number {
  return b.lateDays - a.lateDays || (a.evidence[0]?.at ?? 0) - (b.evidence[0]?.at ?? 0);
}
