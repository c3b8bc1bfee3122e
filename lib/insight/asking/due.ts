import { dayNumber } from '@/lib/crm/calendar';
import type { Schedule } from '@/lib/crm/schedules';

/** What is known of somebody, as numbers of local days; null: never. */
export interface Past {
  /** Last asked or held out by this survey; last answered it. */
  asked: number | null;
  answered: number | null;
  /** What the schedule waits for: the first time since they were asked or answered that is not too long ago. */
  event: number | null;
  /** Last asked by any survey. */
  askedByAny: number | null;
}

/** Of something that is longer ago nobody is asked any more, in days after their turn came. */
export const TOO_LATE = 14;

/**
 * The day on which somebody's turn comes, whatever else stands in the way; null where nothing says that it will. A turn that came and was
 * not taken stays, but for what has happened: two weeks later nobody remembers it.
 */
export function turnOf(
  { rhythm, from }: Pick<Schedule, 'rhythm' | 'from'>,
  { asked, answered, event }: Past,
  today: number,
): number | null {
  const start = dayNumber(from);
  const last = Math.max(asked ?? Number.NEGATIVE_INFINITY, answered ?? Number.NEGATIVE_INFINITY);
  if (rhythm.kind === 'every') return Math.max(start, Number.isFinite(last) ? last + rhythm.days : start);
  if (rhythm.kind === 'once') return Number.isFinite(last) ? null : start;
  if (event === null || last >= event) return null;
  const turn = event + rhythm.days;
  return turn < start || turn + TOO_LATE < today ? null : turn;
}

/** From which day on somebody may be asked anything again. */
export function quietUntil({ askedByAny }: Past, quietDays: number): number {
  return askedByAny === null ? Number.NEGATIVE_INFINITY : askedByAny + quietDays;
}
