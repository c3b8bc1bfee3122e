import type { PartialDate } from '@/lib/crm/calendar';
import { century } from './date-text-numeric';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const FILLER = /^(?:the|of|on|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)$/;
const ORDINAL = '(\\d{1,2})(?:st|nd|rd|th)?';
const LUNAR = [
  /^lunar(?: calendar)?[, ]+(?:(?<year>\d{4})[-/, ]+)?(?<leap>leap )?(?:month )?(?<month>\d{1,2})(?:[-/., ]+(?:day )?(?<day>\d{1,2}))?$/,
  new RegExp(
    `^(?:the )?${ORDINAL.replace('(', '(?<day>')} day of (?:the )?(?<leap>leap )?` +
      `${ORDINAL.replace('(', '(?<month>')} lunar month(?:,? (?<year>\\d{4}))?$`,
  ),
];

function monthNumber(word: string): number {
  if (word === 'sept') return 9;
  return MONTHS.findIndex((name) => name === word || name.slice(0, 3) === word) + 1;
}

/** The reading of an English date with the month in letters, or of a lunar date in English words; or none. */
export function readEnglish(text: string): PartialDate[] {
  const lower = text.toLowerCase();
  for (const pattern of LUNAR) {
    const found = pattern.exec(lower)?.groups;
    if (found) return [lunar(found)];
  }
  const words = lower.split(/[\s,./-]+/).filter((word) => word && !FILLER.test(word));
  const months = words.map(monthNumber).filter((month) => month > 0);
  const numbers = words.filter((word) => monthNumber(word) === 0);
  if (months.length !== 1 || numbers.length > 2) return [];
  const date: PartialDate = { calendar: 'gregorian', month: months[0]! };
  for (const word of numbers) {
    const [, apostrophe, figures = ''] = /^(['’])?(\d{1,4})(?:st|nd|rd|th)?$/.exec(word) ?? [];
    if (!figures || figures.length === 3) return [];
    const isYear = figures.length === 4 || apostrophe !== undefined || date.day !== undefined;
    if (isYear ? date.year !== undefined : date.day !== undefined) return [];
    if (isYear) date.year = figures.length === 4 ? Number(figures) : century(Number(figures));
    else date.day = Number(figures);
  }
  return [date];
}

function lunar(found: Record<string, string | undefined>): PartialDate {
  return {
    calendar: 'lunar',
    ...(found.year ? { year: Number(found.year) } : {}),
    month: Number(found.month),
    ...(found.day ? { day: Number(found.day) } : {}),
    ...(found.leap ? { leap: true } : {}),
  };
}
