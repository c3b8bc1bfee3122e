/** A moment as a page writes it, with how exact it is. Epoch milliseconds. */
export interface ShownDate {
  at: number;
  precision: 'second' | 'minute' | 'day';
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const CLOCK = /(\d{1,2})[:.h](\d{2})(?::(\d{2}))?/;
/** How far the clock that is shown is ahead of UTC, at the end: `+0530`. */
const ZONE = /\s([+-])(\d{2}):?(\d{2})$/;

/**
 * Reads a date in the page's language, in local time unless it ends in an offset from UTC: ISO, year first (2026-03-05, 2026年3月5日), month by name in the
 * language of the page or English, today, yesterday, or a weekday of the last week. A date that could be read in two
 * ways (03/05/2026) is none.
 */
export function shownDate(text: string, language: string, now: number): ShownDate | null {
  if (!text || text.length > 100) return null;
  if (ISO.test(text)) {
    const at = Date.parse(text);
    return Number.isNaN(at) ? null : { at, precision: 'second' };
  }
  const clock = CLOCK.exec(text);
  const zone = clock && ZONE.exec(text.trim());
  const rest = (clock ? text.replace(ZONE, '').replace(clock[0], ' ') : text).toLowerCase();
  const day = numericDay(rest) ?? namedDay(rest, language) ?? nearDay(rest, language, now);
  if (!day) return null;
  if (!clock) return { at: day.getTime(), precision: 'day' };
  day.setHours(hour24(Number(clock[1]), text), Number(clock[2]), Number(clock[3] ?? 0));
  const ahead = zone
    ? Number(`${zone[1]}1`) * (Number(zone[2]) * 60 + Number(zone[3]))
    : -day.getTimezoneOffset();
  const at = day.getTime() - (ahead + day.getTimezoneOffset()) * 60_000;
  return { at, precision: clock[3] ? 'second' : 'minute' };
}

function numericDay(text: string): Date | null {
  const found = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/.exec(text);
  return found ? calendarDay(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

function namedDay(text: string, language: string): Date | null {
  const year = /(?:^|\D)(\d{4})(?!\d)/.exec(text)?.[1];
  if (!year) return null;
  const day = /(?:^|\D)(\d{1,2})(?!\d)/.exec(text.replace(year, ' '))?.[1];
  const month = position(text, monthNames(language));
  return day && month >= 0 ? calendarDay(Number(year), month + 1, Number(day)) : null;
}

function nearDay(text: string, language: string, now: number): Date | null {
  if (/\d/.test(text)) return null;
  const relative = new Intl.RelativeTimeFormat(tag(language), { numeric: 'auto' });
  const back = [0, -1].find((days) => text.includes(relative.format(days, 'day').toLowerCase()));
  const today = new Date(new Date(now).setHours(0, 0, 0, 0));
  if (back !== undefined) return new Date(today.setDate(today.getDate() + back));
  const weekday = position(text, weekdayNames(language));
  if (weekday < 0) return null;
  return new Date(today.setDate(today.getDate() - ((today.getDay() - weekday + 7) % 7 || 7)));
}

function calendarDay(year: number, month: number, day: number): Date | null {
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? date : null;
}

/** Half of the day, in the words of the page's own clock. */
function hour24(hour: number, text: string): number {
  if (hour > 12) return hour;
  if (/p\.?\s?m|下午|晚上|오후|午後/i.test(text)) return (hour % 12) + 12;
  return /a\.?\s?m|上午|凌晨|早上|오전|午前/i.test(text) ? hour % 12 : hour;
}

/** Index of the only name that stands in the text, longest first; -1 when none or two do. */
function position(text: string, known: string[][]): number {
  const hits = known.map((forms) => forms.some((form) => stands(form, text)));
  return hits.filter(Boolean).length === 1 ? hits.indexOf(true) : -1;
}

function stands(form: string, text: string): boolean {
  const at = text.indexOf(form);
  return at >= 0 && !/\p{Ll}/u.test((text[at - 1] ?? '') + (text[at + form.length] ?? ''));
}

/** The language if the browser knows it, else English. */
function tag(language: string): string[] {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).concat('en').slice(0, 1);
  } catch {
    return ['en'];
  }
}

function monthNames(language: string): string[][] {
  return names('month', language, 12, (month) => new Date(2026, month, 15));
}

/** Sunday first, as `Date.getDay` counts; 4 January 2026 was a Sunday. */
function weekdayNames(language: string): string[][] {
  return names('weekday', language, 7, (day) => new Date(2026, 0, 4 + day));
}

/** Names are asked of the browser once: making its formats takes milliseconds. */
const asked = new Map<string, string[][]>();

function names(
  part: 'month' | 'weekday',
  language: string,
  count: number,
  at: (index: number) => Date,
): string[][] {
  const key = `${part} ${language}`;
  const known = asked.get(key);
  if (known) return known;
  const formats = [...tag(language), 'en'].flatMap((name) =>
    (['long', 'short'] as const).map(
      (width) =>
        new Intl.DateTimeFormat(name, { [part]: width, day: part === 'month' ? 'numeric' : undefined }),
    ),
  );
  const all = Array.from({ length: count }, (_, index) =>
    formats
      .map((format) => format.formatToParts(at(index)).find(({ type }) => type === part)?.value ?? '')
      .map((form) => form.toLowerCase().replace(/\.$/, ''))
      .filter((form) => form && !/^\d/.test(form)),
  );
  asked.set(key, all);
  return all;
}
