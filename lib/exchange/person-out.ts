import type { PartialDate } from '@/lib/crm/calendar';
import type { ContactDate, PointKind } from '@/lib/crm/contacts';
import type { Kept, Photo } from './file-contacts';

/** What a file that goes out says of one person. What holds is in it, in the order in which it is shown. */
export interface PersonOut {
  name: string;
  points: { kind: PointKind; value: string; label?: string | undefined }[];
  facts: { field: string; value: string }[];
  dates: { kind: ContactDate['kind']; label?: string | undefined; date: PartialDate }[];
  /** Whole paths: `Region / Norway`. */
  tags: string[];
  notes: string[];
  kept: Kept[];
  photo?: Photo | undefined;
}

/** How a lunar date is written as text that is read back. */
export type LunarText = (date: PartialDate) => string;

/** A date as text where a format has no form of its own for it: lunar, or without a day. */
export function plainDate(date: PartialDate, lunar: LunarText): string {
  if (date.calendar === 'lunar') return lunar(date);
  const year = date.year === undefined ? '' : `${date.year}年`;
  return `${year}${date.month}月${date.day === undefined ? '' : `${date.day}日`}`;
}

/** `1990-04-09`; null for a date that is not a whole day of the Gregorian calendar with its year. */
export function isoDate({ calendar, year, month, day }: PartialDate): string | null {
  if (calendar !== 'gregorian' || year === undefined || day === undefined || year < 1000) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

/** `04-09` of a day without a year; else null. */
export function yearlessDate({ calendar, year, month, day }: PartialDate): string | null {
  if (calendar !== 'gregorian' || year !== undefined || day === undefined) return null;
  return `${two(month)}-${two(day)}`;
}

function two(figure: number): string {
  return String(figure).padStart(2, '0');
}
