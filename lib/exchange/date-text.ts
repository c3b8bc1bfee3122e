import { isPossibleDate, type PartialDate } from '@/lib/crm/calendar';
import { plainForm } from './clean';
import { readEnglish } from './date-text-en';
import { orderIsClear, readNumeric } from './date-text-numeric';
import { readChinese } from './date-text-zh';

/** What a text may mean: `date` is the likeliest reading, `ambiguous` the others, to be asked about when present. */
export interface DateReading {
  date: PartialDate;
  ambiguous: PartialDate[];
}

/** Longest text that can be a date; what is longer is not looked at. */
const LONGEST = 60;

/**
 * Reads a birthday or another yearly date typed as text, the whole text and nothing else: `农历八月初九`,
 * `農曆閏六月初一`, `民國79年9月27日`, `27 Sep`, `March`, `1990-09-27`, `3/4`. English and Chinese are both tried; the
 * language only tells the order of figures. Null when it is no date, or one that cannot exist such as Feb 30.
 */
export function parseDateText(text: string, language: 'en' | 'zh-Hans' | 'zh-Hant'): DateReading | null {
  if (text.length > LONGEST) return null;
  const plain = plainForm(text);
  const chinese = language !== 'en';
  const figures = readNumeric(plain, chinese).filter(isPossibleDate);
  const readings = [...figures, ...readChinese(plain), ...readEnglish(plain)].filter(isPossibleDate);
  const [date, ...others] = distinct(readings);
  if (!date) return null;
  return { date, ambiguous: figures.length > 0 && orderIsClear(plain, chinese) ? [] : others };
}

function distinct(dates: PartialDate[]): PartialDate[] {
  const seen = new Map(dates.map((date) => [JSON.stringify(date), date]));
  return [...seen.values()];
}
