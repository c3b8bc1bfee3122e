/**
 * Days, due dates and dates of which only a part is known: types and rules, free of zod so that views may import
 * them at run time. The schemas are in `dates.ts`. Nothing here reads a clock: moment and zone are parameters.
 */

/** A day of the Gregorian calendar, `YYYY-MM-DD`. Two of them compare as strings. */
export type Day = string;

/**
 * A birthday or another yearly date as people know it. Without `year` the year is unknown, without `day` only the
 * month is known. A lunar `year` carries the number of the Gregorian year in which it begins; `leap` marks the
 * leap month that follows the ordinary month of the same number.
 */
export interface PartialDate {
  calendar: 'gregorian' | 'lunar';
  year?: number | undefined;
  month: number;
  day?: number | undefined;
  leap?: boolean | undefined;
}

/** When a task or promise is due, in local time wherever the user is: it travels with them. `time` is `HH:MM`. */
export interface Due {
  date: Day;
  time?: string | undefined;
}

/** What calendar and clock on the wall show: the day, and the time as `HH:MM`. */
export interface LocalMoment {
  day: Day;
  time: string;
}

const MILLISECONDS_A_DAY = 86_400_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Days in a month of the Gregorian calendar; an unknown year counts as a leap year, so that Feb 29 is kept. */
export function daysInMonth(month: number, year?: number): number {
  if (month === 2) {
    const leap = year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
    return leap ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** So many months after a day; in a month that is too short, its last day. @param day `YYYY-MM-DD` */
export function monthsAfter(day: string, months: number): { year: number; month: number; day: number } {
  const [year = 0, month = 1, of = 1] = day.split('-').map(Number);
  const end = { year: year + Math.floor((month - 1 + months) / 12), month: ((month - 1 + months) % 12) + 1 };
  return { ...end, day: Math.min(of, daysInMonth(end.month, end.year)) };
}

/** Whether the text is `YYYY-MM-DD` and such a day exists. */
export function isDay(text: string): text is Day {
  const match = DAY.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(month, year);
}

/** Whether the text is a time of day, `00:00` to `23:59`. */
export function isTime(text: string): boolean {
  return TIME.test(text);
}

/** `YYYY-MM-DD` of its three numbers. They are not checked. */
export function dayOf(year: number, month: number, day: number): Day {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  );
}

/** Days since 1970-01-01. `NaN` for a text that is no day. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_A_DAY;
}

/** The day with this number of days since 1970-01-01. */
export function dayFromNumber(number: number): Day {
  return new Date(number * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** The day so many days later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** Whole days from one day to another, negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

const MINUTE = 60_000;
let here = { zone: '', offset: Number.NaN, at: 0 };

/** The zone of this computer, an IANA name. To ask the browser takes half a millisecond: who travels is noticed within a minute. */
export function zoneHere(): string {
  const now = new Date();
  const offset = now.getTimezoneOffset();
  const isOld = Math.abs(now.getTime() - here.at) > MINUTE;
  if (isOld || offset !== here.offset)
    here = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, offset, at: now.getTime() };
  return here.zone;
}

/** Making a formatter costs a hundred times as much as using it. */
const walls = new Map<string, Intl.DateTimeFormat>();

function wallOf(zone: string): Intl.DateTimeFormat {
  const known = walls.get(zone);
  if (known) return known;
  const wall = new Intl.DateTimeFormat('en-US', {
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  walls.set(zone, wall);
  return wall;
}

/**
 * What the wall shows at a moment in a zone.
 * @param now epoch milliseconds
 * @param zone IANA name such as `Asia/Shanghai`; an unknown one throws RangeError
 */
export function localMoment(now: number, zone: string): LocalMoment {
  const parts = wallOf(zone).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    day: dayOf(Number(part('year')), Number(part('month')), Number(part('day'))),
    time: `${part('hour')}:${part('minute')}`,
  };
}

/** Whole days until a due date, 0 on its day, negative once that day is over. The time of day plays no part. */
export function daysUntil(due: Due, at: LocalMoment): number {
  return daysBetween(at.day, due.date);
}

/** Whether the due moment is over. Without a time the whole day may be used. */
export function isOverdue(due: Due, at: LocalMoment): boolean {
  if (due.date !== at.day) return due.date < at.day;
  return due.time !== undefined && due.time < at.time;
}

/** Order of due dates for sorting: earlier first; on one day those without a time last, for the day is theirs. */
export function compareDue(a: Due, b: Due): number {
  const [left, right] = [`${a.date} ${a.time ?? '~'}`, `${b.date} ${b.time ?? '~'}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Whether such a date can exist: Feb 30 and a leap month in the Gregorian calendar cannot. Which lunar years have
 * which leap month is a matter of tables: `existsInLunarYear` in lib/insight/lunar.ts.
 */
export function isPossibleDate(date: PartialDate): boolean {
  const whole = (value: number | undefined, least: number, most: number) =>
    value === undefined || (Number.isInteger(value) && value >= least && value <= most);
  if (!whole(date.month, 1, 12) || !whole(date.year, 1, 9999)) return false;
  if (date.calendar === 'lunar') return whole(date.day, 1, 30);
  return !date.leap && whole(date.day, 1, daysInMonth(date.month, date.year));
}

/** Whether two partial dates say the same: an absent `leap` equals `false`. */
export function sameDate(a: PartialDate, b: PartialDate): boolean {
  return (
    a.calendar === b.calendar &&
    a.year === b.year &&
    a.month === b.month &&
    a.day === b.day &&
    !a.leap === !b.leap
  );
}
