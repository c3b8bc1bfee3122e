import type { Parser } from 'chrono-node';
import { addDays, type Day, dayNumber, dayOf, daysInMonth } from '@/lib/crm/calendar';

type Groups = Record<string, string | undefined>;

/**
 * A parser of chrono-node for one kind of phrase that names a day.
 * @param read gets the named groups and today, and answers null when the phrase names no day
 */
export function phrase(pattern: RegExp, read: (groups: Groups, today: Day) => Day | null): Parser {
  return {
    pattern: () => pattern,
    extract: (context, match) => {
      const at = match.index ?? 0;
      // chrono searches on behind a phrase that was refused, where a lookbehind sees nothing: 32号 is not 2号.
      if (/^\d\d/.test(context.text.slice(Math.max(0, at - 1), at + 1)) && at > 0) return null;
      const { refDate } = context;
      const today = dayOf(refDate.getFullYear(), refDate.getMonth() + 1, refDate.getDate());
      const day = read(match.groups ?? {}, today);
      if (!day) return null;
      return { year: yearOf(day), month: monthOf(day), day: Number(day.slice(8)) };
    },
  };
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

/** 0 for Sunday to 6 for Saturday, as Date counts. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** Monday of the week of a day, so many weeks on. The week begins on Monday. */
export function monday(day: Day, weeks: number): Day {
  return addDays(day, 7 * weeks - ((weekdayOf(day) + 6) % 7));
}

/** A day of the month that lies so many months on; null when that month has no such day. */
export function inMonth(today: Day, months: number, day: number): Day | null {
  const index = yearOf(today) * 12 + monthOf(today) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return day >= 1 && day <= daysInMonth(month, year) ? dayOf(year, month, day) : null;
}

/** The last day of the month that lies so many months on. */
export function lastOfMonth(today: Day, months: number): Day {
  return addDays(inMonth(today, months + 1, 1)!, -1);
}

/** Months from this one to the next with that number, 0 when it is this one. */
export function monthsUntil(today: Day, month: number): number {
  return (month - monthOf(today) + 12) % 12;
}

/** The next day of that number, today included, in the first month that has it. */
export function nextDayOfMonth(today: Day, day: number): Day | null {
  if (day < 1 || day > 31) return null;
  for (let months = 0; ; months += 1) {
    const found = inMonth(today, months, day);
    if (found && found >= today) return found;
  }
}

/** Monday to Friday, so many on. Holidays are not known. */
export function addWorkingDays(today: Day, days: number): Day {
  let day = today;
  for (let left = Math.min(days, 400); left > 0; ) {
    day = addDays(day, 1);
    const weekday = weekdayOf(day);
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return day;
}
