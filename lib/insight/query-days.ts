import { dayNumber } from '@/lib/crm/calendar';
import type { Range, Within } from '@/lib/crm/segments';

/** First and last day, both included, as numbers of days since 1970-01-01; infinite where an end is open. */
export type Days = readonly [from: number, to: number];

/**
 * The days that a span names. The last 60 days are today and the 59 before it, so that "none within 60 days" is said of whoever was
 * heard of 60 days ago; the next 7 days are today and the seven that follow.
 * @param today number of the day on the user's wall
 */
export function daysWithin(within: Within | undefined, today: number): Days {
  if (!within) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if ('lastDays' in within) return [today - within.lastDays + 1, today];
  if ('nextDays' in within) return [today, today + within.nextDays];
  return [
    within.from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(within.from),
    within.to === undefined ? Number.POSITIVE_INFINITY : dayNumber(within.to),
  ];
}

export function isWithin([from, to]: Days, day: number): boolean {
  return day >= from && day <= to;
}

/** Both ends are included; one that is left out is open. What is not known is in no range. */
export function inRange({ min, max }: Range, value: number | null | undefined): boolean {
  if (value === null || value === undefined || Number.isNaN(value)) return false;
  return (min === undefined || value >= min) && (max === undefined || value <= max);
}
