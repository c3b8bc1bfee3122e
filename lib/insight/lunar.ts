import { addDays, type Day, dayFromNumber, daysBetween, type PartialDate } from '@/lib/crm/calendar';
import { packedYear } from './lunar-table';

/** One month of a lunar year. `first` is its first day. A leap month follows the ordinary one of its number. */
export interface LunarMonthRow {
  month: number;
  leap: boolean;
  days: number;
  first: Day;
}

/** A day in the Chinese calendar. `year` is the number of the Gregorian year in which the lunar year begins. */
export interface LunarDay {
  year: number;
  month: number;
  leap: boolean;
  day: number;
}

/** A list of birthdays asks for the same three years again and again. */
const years = new Map<number, LunarMonthRow[]>();

/** The 12 or 13 months of a lunar year, in order. */
export function lunarMonths(year: number): LunarMonthRow[] {
  const known = years.get(year);
  if (known) return known;
  const { lengths, leap, firstDay } = packedYear(year);
  let day = firstDay;
  const months = lengths.map((days, index): LunarMonthRow => {
    const first = dayFromNumber(day);
    day += days;
    const isLeap = leap > 0 && index === leap;
    return { month: leap === 0 || index < leap ? index + 1 : index, leap: isLeap, days, first };
  });
  years.set(year, months);
  return months;
}

/** The day in the Chinese calendar. */
export function toLunar(day: Day): LunarDay {
  const gregorianYear = Number(day.slice(0, 4));
  for (const year of [gregorianYear, gregorianYear - 1]) {
    const row = lunarMonths(year).findLast((one) => one.first <= day);
    if (row) return { year, month: row.month, leap: row.leap, day: daysBetween(row.first, day) + 1 };
  }
  throw new RangeError(`No lunar year begins before ${day}`);
}

/** The Gregorian day of a lunar one, or null when that year has no such month or the month no such day. */
export function fromLunar(date: LunarDay): Day | null {
  const row = lunarMonths(date.year).find((one) => one.month === date.month && one.leap === date.leap);
  return row && date.day >= 1 && date.day <= row.days ? addDays(row.first, date.day - 1) : null;
}

/**
 * Whether the lunar year that the date names has its month, leap or not, and its day. True for Gregorian dates and
 * for an unknown year: there the rules of `occurrences.ts` decide.
 */
export function existsInLunarYear(date: PartialDate): boolean {
  if (date.calendar !== 'lunar' || date.year === undefined) return true;
  const { year, month, leap = false, day = 1 } = date;
  return fromLunar({ year, month, leap, day }) !== null;
}

/** The first day of the lunar year: Chinese New Year. */
export function lunarNewYear(year: number): Day {
  return lunarMonths(year)[0]!.first;
}
