import { dayNumber } from '@/lib/crm/calendar';
import type { Schedule } from '@/lib/crm/schedules';

/** What decides the waves of a schedule. */
export type Waves = Pick<Schedule, 'rhythm' | 'from' | 'until'>;

/** Where events decide when somebody is asked, a quarter of a year is a wave. */
const QUARTER = 91;

/** Days of a wave; null where there is one alone. */
function waveLength({ rhythm }: Waves): number | null {
  if (rhythm.kind === 'every') return rhythm.days;
  return rhythm.kind === 'after' ? QUARTER : null;
}

/** The wave, from 0, that a day (its number) lies in; null outside the schedule's time. */
export function waveAt(waves: Waves, day: number): number | null {
  const start = dayNumber(waves.from);
  if (day < start || (waves.until !== null && day > dayNumber(waves.until))) return null;
  const length = waveLength(waves);
  return length === null ? 0 : Math.floor((day - start) / length);
}

/** First and last day of a wave, as numbers; the last is null where the wave has no end. */
export function waveDays(waves: Waves, wave: number): { first: number; last: number | null } {
  const start = dayNumber(waves.from);
  const length = waveLength(waves);
  const end = waves.until === null ? null : dayNumber(waves.until);
  if (length === null) return { first: start, last: end };
  const last = start + (wave + 1) * length - 1;
  return { first: start + wave * length, last: end === null ? last : Math.min(last, end) };
}
