import { addDays, type Day, dayOf, daysInMonth, type PartialDate } from '@/lib/crm/calendar';
import { lunarMonths, toLunar } from './lunar';

/**
 * How a yearly date is kept in a year that lacks it.
 * - `leapRule`: a date in a leap month falls in the ordinary month of its number (default), or in the leap month
 *   in years that have it.
 * - `shortRule`: day 30 of a month with 29 days, and Feb 29 of a common year, fall on the month's last day
 *   (default), or on the first day after it.
 */
export interface OccurrenceRules {
  leapRule?: 'ordinary' | 'leap-when-present';
  shortRule?: 'last' | 'next-first';
}

/** The days of one year on which a date falls: one day, or a whole month when the day is unknown. */
interface Span {
  first: Day;
  last: Day;
}

function place(monthFirst: Day, monthDays: number, day: number | undefined, rules: OccurrenceRules): Span {
  if (day === undefined) return { first: monthFirst, last: addDays(monthFirst, monthDays - 1) };
  const short = day > monthDays;
  const at = short ? (rules.shortRule === 'next-first' ? monthDays + 1 : monthDays) : day;
  const only = addDays(monthFirst, at - 1);
  return { first: only, last: only };
}

/** Where a date falls in a year of its own calendar. */
function spanIn(year: number, date: PartialDate, rules: OccurrenceRules): Span {
  if (date.calendar === 'gregorian') {
    return place(dayOf(year, date.month, 1), daysInMonth(date.month, year), date.day, rules);
  }
  const months = lunarMonths(year).filter((one) => one.month === date.month);
  // In the year of birth the leap month is the true one, whatever rule holds for the years after it.
  const wantsLeap = date.leap && (year === date.year || rules.leapRule === 'leap-when-present');
  const row = (wantsLeap && months.find((one) => one.leap)) || months.find((one) => !one.leap);
  if (!row) throw new RangeError(`Lunar year ${year} has no month ${date.month}`);
  return place(row.first, row.days, date.day, rules);
}

function yearOf(day: Day, date: PartialDate): number {
  return date.calendar === 'gregorian' ? Number(day.slice(0, 4)) : toLunar(day).year;
}

/**
 * The next day on which a yearly date falls, on or after `from`, and never before the date itself.
 * A date without a day lasts its whole month: on each day of that month the answer is that day.
 */
export function nextOccurrence(date: PartialDate, from: Day, rules: OccurrenceRules = {}): Day {
  // The rule `next-first` moves a day of one year into the next, so the year before is looked at as well.
  for (let year = Math.max(yearOf(from, date) - 1, date.year ?? 1); ; year += 1) {
    const { first, last } = spanIn(year, date, rules);
    if (last >= from) return first > from ? first : from;
  }
}

/** Ages on a day. `full` is 周岁, whole years lived; `nominal` is 虚岁: 1 at birth, one more each lunar new year. */
export interface Age {
  full: number;
  /** Null when only the month of birth is known and a lunar new year falls in it. */
  nominal: number | null;
}

/**
 * Ages on a day, by the date's own calendar: a lunar birthday adds a full year on the lunar day. On the day of
 * `nextOccurrence` with the same rules it is the age that the person turns. Null when the year is unknown or the
 * day lies before the birth; a birth of which the day is unknown counts from the first day of its month.
 */
export function ageOn(birth: PartialDate, day: Day, rules: OccurrenceRules = {}): Age | null {
  const full = yearsOn(birth, day, rules);
  return full === null ? null : { full, nominal: nominalAge(birth, spanIn(birth.year!, birth, rules), day) };
}

/** Whole years lived on a day; null before the birth, and where its year is unknown. */
export function yearsOn(birth: PartialDate, day: Day, rules: OccurrenceRules = {}): number | null {
  if (birth.year === undefined || day < spanIn(birth.year, birth, rules).first) return null;
  const year = yearOf(day, birth);
  const passed = [year, year - 1].find((one) => spanIn(one, birth, rules).first <= day);
  return Math.max(passed ?? birth.year, birth.year) - birth.year;
}

function nominalAge(birth: PartialDate, born: Span, day: Day): number | null {
  const lunar = birth.calendar === 'lunar';
  const first = lunar ? birth.year : toLunar(born.first).year;
  const last = lunar ? birth.year : toLunar(born.last).year;
  return first === undefined || first !== last ? null : toLunar(day).year - first + 1;
}
