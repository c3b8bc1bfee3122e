import type { ParsedResult } from 'chrono-node';
import * as english from 'chrono-node/en';
import * as chinese from 'chrono-node/zh/hans';
import { addDays, type Day, dayOf, type LocalMoment, localMoment } from '@/lib/crm/calendar';
import { maySayWhen, namesDay } from './when-accept';
import { ENGLISH } from './when-en';
import { weekdayOf } from './when-phrase';
import { forParsing, type Range, without, withTies } from './when-text';
import { CHINESE } from './when-zh';

export interface WhenOptions {
  /** Epoch milliseconds. */
  now: number;
  /** IANA name of the user's zone. */
  zone: string;
  /** Of the interface. Both languages are tried whatever it is. */
  language: 'en' | 'zh-Hans' | 'zh-Hant';
  /** 3/4 is the third of April, for English; the default, and Chinese, is the fourth of March. */
  dayFirst?: boolean;
}

/** A date found in a text. `index` and `length` mark the phrase in it, in UTF-16 units; `rest` is the title. */
export interface When {
  date: Day;
  /** `HH:MM`, when the text names an hour: a part of a day ("tomorrow morning") sets none. */
  time?: string;
  index: number;
  length: number;
  rest: string;
}

/** Longer texts are notes, not tasks: dates are looked for in their beginning. */
const LONGEST = 500;
const DAY_END = /^(?:cob|eod|(?:end|close) of (?:the )?(?:day|business))$/i;

/** Both languages in one, so that 明天 3pm is one date. */
function results(plain: string, at: LocalMoment, dayFirst: boolean): ParsedResult[] {
  const base = dayFirst ? english.GB : english.casual;
  const chrono = new english.Chrono({
    parsers: [...CHINESE, ...ENGLISH, ...chinese.casual.parsers, ...base.parsers],
    refiners: [...base.refiners, ...chinese.casual.refiners],
  });
  const found = chrono.parse(plain, wallClock(at), { forwardDate: true });
  return found.filter((one) => maySayWhen(one, plain) && (!namesDay(one) || dayNamed(one, at) >= at.day));
}

/**
 * Finds when a task or a promise is due in what was typed: "send the price list by Friday", 下周三下午三点给王总回电话.
 * Days to come are preferred; a date that is over ("last Friday"), a repetition ("every Monday") and a length of
 * time ("a 30 minute call") are none. Null when there is no date.
 */
export function parseWhen(text: string, { now, zone, language, dayFirst = false }: WhenOptions): When | null {
  const plain = forParsing(text.slice(0, LONGEST));
  const at = localMoment(now, zone);
  const order = dayFirst && language === 'en';
  // A day that is over in one order of day and month may be to come in the other: 1/12/2026.
  const first = results(plain, at, order);
  const found = first.length > 0 ? first : results(plain, at, !order);
  const days = found.filter(namesDay);
  const day = days.find((one) => !DAY_END.test(one.text)) ?? days[0];
  const hour = found.find((one) => !namesDay(one));
  const main = day ?? hour;
  if (!main) return null;
  const due = day ? dueOn(day, at, zone) : dueAt(main, at);
  const apart = day && due.time === undefined ? hour : undefined;
  const phrase = withTies(plain, rangeOf(main));
  const taken = apart ? [phrase, withTies(plain, rangeOf(apart))] : [phrase];
  return {
    ...due,
    ...(apart ? { time: timeOf(apart) } : {}),
    index: phrase.start,
    length: phrase.end - phrase.start,
    rest: without(
      text,
      taken.sort((a, b) => a.start - b.start),
    ),
  };
}

function rangeOf({ index, text }: ParsedResult): Range {
  return { start: index, end: index + text.replace(/[)\].,;:!]+$/, '').length };
}

/** chrono counts in the machine's zone: a Date that shows there what the wall shows here makes it count in ours. */
function wallClock({ day, time }: LocalMoment): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)), hour, minute);
}

/** The day of a result that names one, put right where chrono-node counts otherwise. */
function dayNamed({ start, text }: ParsedResult, at: LocalMoment): Day {
  const [year, month] = [start.get('year')!, start.get('month')!];
  const dayKnown = start.isCertain('day') || start.isCertain('weekday');
  const day = dayOf(year, month, dayKnown ? start.get('day')! : 1);
  // It compares with noon, so that in the afternoon a date without a year leaps over today.
  const leaps = start.isCertain('day') && !start.isCertain('year') && day.slice(4) === at.day.slice(4);
  if (leaps) return at.day;
  // It takes 明天 before two in the morning for the day that has begun.
  if (text.startsWith('明') && day === at.day) return addDays(day, 1);
  const bareWeekday = start.isCertain('weekday') && !start.isCertain('day') && !start.isCertain('hour');
  if (!bareWeekday || weekdayOf(at.day) !== start.get('weekday')) return day;
  return /^this\b/i.test(text) ? at.day : addDays(at.day, 7);
}

function dueOn(result: ParsedResult, at: LocalMoment, zone: string): Pick<When, 'date' | 'time'> {
  const { start } = result;
  if (start.isCertain('timezoneOffset') && !start.tags().has('result/relativeDateAndTime')) {
    const local = localMoment(start.date().getTime(), zone);
    return { date: local.day, time: local.time };
  }
  const time = timeOf(result);
  return { date: dayNamed(result, at), ...(time === undefined ? {} : { time }) };
}

/** An hour without a day is its next one. */
function dueAt(result: ParsedResult, at: LocalMoment): Pick<When, 'date' | 'time'> {
  const time = timeOf(result)!;
  return { date: time > at.time ? at.day : addDays(at.day, 1), time };
}

/** `HH:MM`, or undefined. An hour from 1 to 6 without more is in the afternoon: "at 3", 三点. */
function timeOf({ start, text }: ParsedResult): string | undefined {
  if (!start.isCertain('hour')) return /中午$/.test(text) ? '12:00' : undefined;
  const hour = start.get('hour')!;
  if (hour === 24 || (hour === 12 && /[晚夜].*(?:12|十二)点/.test(text))) return '23:59';
  const exact =
    start.isCertain('meridiem') || start.tags().has('result/relativeDateAndTime') || /\b0\d/.test(text);
  const shown = !exact && hour >= 1 && hour <= 6 ? hour + 12 : hour;
  return `${String(shown).padStart(2, '0')}:${String(start.get('minute') ?? 0).padStart(2, '0')}`;
}
