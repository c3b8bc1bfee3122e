import { type Day, dayOf } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import { lunarDayName, lunarMonthName } from './lunar-text';
import { type Age, ageOn, nextOccurrence } from './occurrences';

type ContactDate = Contact['dates'][string];

/** The next day on which a date of a contact falls, on or after `from`. */
export interface Coming {
  day: Day;
  /** Ages on that day, for a birthday of which the year is known. */
  age: Age | null;
}

/** A contract and a warranty end once, all else comes every year. */
export function comesOnce({ kind, date }: Pick<ContactDate, 'kind' | 'date'>): boolean {
  return (kind === 'contract' || kind === 'warranty') && date.year !== undefined;
}

/** When a contact's date comes next. Null where only a month is known, and for what comes once and is over. */
export function coming({ kind, date }: ContactDate, from: Day): Coming | null {
  if (date.day === undefined) return null;
  const start = comesOnce({ kind, date }) ? dayOf(date.year!, 1, 1) : from;
  const day = nextOccurrence(date, start);
  if (day < from) return null;
  return { day, age: kind === 'birthday' ? ageOn(date, day) : null };
}

/**
 * Month and day of a lunar date as both scripts write them: 八月初九. What the scripts write differently is left out:
 * the mark of a leap month, 闰 or 閏, is for the sentence to say, and the twelfth month is 十二月.
 */
export function lunarDayText({ date }: ContactDate): string | null {
  if (date.calendar !== 'lunar') return null;
  const month = date.month === 12 ? '十二月' : lunarMonthName(date.month, false);
  return date.day === undefined ? month : `${month}${lunarDayName(date.day)}`;
}
