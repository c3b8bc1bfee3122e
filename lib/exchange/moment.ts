import { localMoment } from '@/lib/crm/calendar';
import { cleanLine } from './clean';
import { parseDateText } from './date-text';
import type { FileMoment } from './file-contacts';
import type { DateOrder } from './mapping';

const TIME =
  /[T ,]+(上午|下午|[ap]\.?m\.? )? ?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)? ?([ap]\.?m\.?)? ?(Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}:?\d{2})?$/i;

/** Why a text is no moment: it cannot be read, or day and month may be swapped. */
export type MomentProblem = 'imports.held_date' | 'imports.held_date_order';

/**
 * The moment that a text of a table names: `2026-03-05 14:33`, `3/5/2026 2:33 PM`, `5 Mar 2026`, `2026年3月5日`.
 * @param order of day and month, where it is known
 */
export function readMoment(
  text: string,
  language: 'en' | 'zh-Hans',
  order?: DateOrder,
): { moment: FileMoment } | { problem: MomentProblem } {
  const plain = cleanLine(text.slice(0, 100));
  const [tail = '', before, hours, minutes, seconds, after, zone] = TIME.exec(plain) ?? [];
  const day = dayOf(plain.slice(0, plain.length - tail.length), language, order);
  if (typeof day !== 'string') return day;
  if (!tail) return { moment: day };
  const half = (before ?? after ?? '').toLowerCase();
  const hour = (Number(hours) % (half ? 12 : 24)) + (/^(?:下午|p)/.test(half) ? 12 : 0);
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59)
    return { problem: 'imports.held_date' };
  const time = `${two(hour)}:${minutes}${seconds ? `:${seconds}` : ''}`;
  return { moment: `${day}T${time}${zone ? zoneOf(zone) : ''}` };
}

function dayOf(
  text: string,
  language: 'en' | 'zh-Hans',
  order?: DateOrder,
): string | { problem: MomentProblem } {
  const read = parseDateText(dateInOrder(text.trim(), order), language);
  const date = read?.date;
  if (!read || date?.calendar !== 'gregorian' || !date.year || !date.day)
    return { problem: 'imports.held_date' };
  if (read.ambiguous.length > 0) return { problem: 'imports.held_date_order' };
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`;
}

/** A date in figures with the year first, where it is known which figure is the day. Other texts are left as they are. */
export function dateInOrder(text: string, order: DateOrder | undefined): string {
  const [, first, second, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(text) ?? [];
  if (!order || order === 'ymd' || !year) return text;
  const full =
    year.length === 4 ? year : String(Number(year) < 30 ? 2000 + Number(year) : 1900 + Number(year));
  return order === 'dmy' ? `${full}-${second}-${first}` : `${full}-${first}-${second}`;
}

/** The order of day and month that texts of one column prove; undefined when none does, or they disagree. */
export function orderOf(texts: readonly string[]): DateOrder | undefined {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const text of texts) {
    const [, first, second] = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?!\d)/.exec(text) ?? [];
    if (Number(first) > 12 && Number(second) <= 12) dayFirst += 1;
    if (Number(second) > 12 && Number(first) <= 12) monthFirst += 1;
  }
  if (dayFirst > 0 && monthFirst === 0) return 'dmy';
  return monthFirst > 0 && dayFirst === 0 ? 'mdy' : undefined;
}

function zoneOf(zone: string): string {
  const [, hours, minutes] = /([+-]\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return hours ? `${hours}:${minutes}` : 'Z';
}

function two(figure: number): string {
  return String(figure).padStart(2, '0');
}

/** A date of the parts that are given; a year alone is a year. */
export function birthdayOf(year: string, month: string, day: string): string {
  if (!month || !day) return year;
  const [padMonth, padDay] = [month.padStart(2, '0'), day.padStart(2, '0')];
  return year ? `${year}-${padMonth}-${padDay}` : `--${padMonth}-${padDay}`;
}

const MOMENT = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?$/;
/** A day without a time is kept as its noon: that is the same day in nearly every zone that the user may travel to. */
const NOON = '12:00';

/**
 * The moment of a file's text, and how exact it is; null for a text that is none.
 * @param zone IANA name, for a text without an offset
 */
export function momentOf(
  text: FileMoment,
  zone: string,
): { at: number; precision: 'second' | 'minute' | 'day' } | null {
  const [, day, time, seconds, offset] = MOMENT.exec(text) ?? [];
  if (!day) return null;
  const precision = !time ? 'day' : seconds ? 'second' : 'minute';
  const wall = Date.parse(`${day}T${time ?? NOON}${seconds ?? ':00'}Z`);
  if (Number.isNaN(wall)) return null;
  if (offset) return { at: Date.parse(`${day}T${time}${seconds ?? ':00'}${offset}`), precision };
  // The offset at the moment that is looked for: near a change of the clocks the first guess may be an hour off.
  const guess = wall - offsetAt(wall, zone);
  return { at: wall - offsetAt(guess, zone), precision };
}

/** Milliseconds by which the clocks of a zone are ahead of UTC. */
function offsetAt(moment: number, zone: string): number {
  const { day, time } = localMoment(moment, zone);
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(moment / 60_000) * 60_000;
}
