import type { Outcome } from '@/lib/crm/outcomes';
import type { Lesson } from './learned';

/** Advice that was shown and left alone for so many days was ignored. */
export const IGNORED_DAYS = 14;

const WEIGHT: Readonly<Record<Outcome['became'], number>> = {
  shown: 0,
  done: 1,
  dismissed: 1,
  /** Not now is hardly a no. */
  later: 0.3,
  /** A hard rule for this contact, and a no for all the others. */
  never: 1,
  ignored: 0.25,
  /** Nobody saw it. */
  held: 0,
};

/** What an answer teaches; null where none came. */
export function lessonOf({ playId, prior, features, became }: Outcome): Lesson | null {
  const weight = WEIGHT[became];
  if (weight === 0) return null;
  return { playId, prior, features, y: became === 'done' ? 1 : 0, weight };
}

/** The order in which lessons are learned: by when they were decided, then by id. */
export function byDecision(a: Outcome, b: Outcome): number {
  return (a.decidedAt ?? 0) - (b.decidedAt ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
