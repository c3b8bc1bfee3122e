import { decimalsOf } from '@/lib/crm/currency';
import { dateFormat, listFormat, numberFormat } from './formatters';
import { language, t } from './index';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** From here on days are counted in years. */
const DAYS_TO_YEARS = 730;

/** English dates stand day first ("19 Aug"). Chinese tags are their own locales. */
function locale(): string {
  return language.value === 'en' ? 'en-GB' : language.value;
}

function written(at: number | Date, options: Intl.DateTimeFormatOptions): string {
  const text = dateFormat(locale(), options).format(at);
  // British data shortens September to four letters, alone among the months.
  return options.month === 'short' ? text.replace('Sept ', 'Sep ').replace(/Sept$/, 'Sep') : text;
}

/** Whole local days from one moment's day to another's: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: number | Date, to: number | Date): number {
  const start = new Date(from).setHours(0, 0, 0, 0);
  const end = new Date(to).setHours(0, 0, 0, 0);
  return Math.round((end - start) / DAY);
}

/** "19 Aug", and with its year when that is not the year of `now`: "2 Feb 2025". Moments in epoch milliseconds. */
export function shortDate(at: number | Date, now: number | Date): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return written(at, { day: 'numeric', month: 'short', year: sameYear ? undefined : 'numeric' });
}

/** "Saturday 21 November". */
export function longDate(at: number | Date): string {
  return written(at, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** "21 November 2026": of something that is kept. */
export function fullDate(at: number | Date): string {
  return written(at, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "09:12". */
export function time(at: number | Date): string {
  return written(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** "12 Nov, 09:12", with the year as `shortDate` has it. */
export function dateTime(at: number | Date, now: number | Date): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return written(at, {
    day: 'numeric',
    month: 'short',
    year: sameYear ? undefined : 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

/** "Nov 2024": the first month under a pulse. */
export function monthYear(at: number | Date): string {
  return written(at, { month: 'short', year: 'numeric' });
}

/** A day near today by name: "today", "tomorrow", "yesterday", a weekday within six days ahead; else its short date. */
export function dayName(at: number | Date, now: number | Date): string {
  const days = daysBetween(now, at);
  if (days === 0) return t('common.age_today');
  if (days === 1) return t('common.tomorrow');
  if (days === -1) return t('common.yesterday');
  if (days > 1 && days < 7) return written(at, { weekday: 'short' });
  return shortDate(at, now);
}

/** How long ago, short enough for the margin: "now", "12 min", "5 h", "9 d", "3 y". A future moment is "now". */
export function age(at: number, now: number): string {
  const passed = now - at;
  if (passed < MINUTE) return t('common.age_now');
  if (passed < HOUR) return t('common.age_minutes', { n: Math.floor(passed / MINUTE) });
  if (passed < DAY) return t('common.age_hours', { n: Math.floor(passed / HOUR) });
  const days = Math.floor(passed / DAY);
  if (days < DAYS_TO_YEARS) return t('common.age_days', { n: days });
  return t('common.age_years', { n: Math.floor(days / 365.25) });
}

/** "87 d late" for a day that is past, else the day by name. Counts local days. */
export function due(at: number | Date, now: number | Date): string {
  const late = daysBetween(at, now);
  return late > 0 ? t('common.days_late', { n: late }) : dayName(at, now);
}

/** "1,204". */
export function number(value: number, options?: Intl.NumberFormatOptions): string {
  // What rounds to nothing bears no sign: "-0" says less than "0".
  return numberFormat(locale(), { signDisplay: 'negative', ...options }).format(value);
}

/** "48%" of .48, with at most so many digits behind the point. */
export function share(value: number, digits = 0): string {
  return number(value, { style: 'percent', maximumFractionDigits: digits });
}

/** "EUR 18,400" of 1840000: an amount in the currency's minor units, by ISO 4217; whole amounts drop their zeros. */
export function money(minor: number, currency: string): string {
  return moneyFormat(currency).format(minor / 10 ** decimalsOf(currency));
}

/** "EUR 120–18,400": both ends in minor units. Ends that read alike are one amount. */
export function moneyRange(low: number, high: number, currency: string): string {
  const unit = 10 ** decimalsOf(currency);
  const alike = money(low, currency) === money(high, currency);
  return alike ? money(low, currency) : moneyFormat(currency).formatRange(low / unit, high / unit);
}

function moneyFormat(currency: string): Intl.NumberFormat {
  return numberFormat(locale(), {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    trailingZeroDisplay: 'stripIfInteger',
  });
}

/** "Ana, Li and Tomas", "甲、乙和丙". */
export function list(items: readonly string[]): string {
  return listFormat(locale(), { type: 'conjunction' }).format(items);
}

/** "Denmark, reference", "杭州、样品": each by itself, where no sentence is made of them. */
export function items(each: readonly string[]): string {
  return each.join(language.value === 'en' ? ', ' : '、');
}

/** "Anna Berg, Birthday, turns 42", "王安然，生日，38岁": something and what is said of it. Empty parts are left out. */
export function remarks(...each: readonly string[]): string {
  return each.filter(Boolean).join(language.value === 'en' ? ', ' : '，');
}

/** Sentences one after the other: a space between them in English, none in Chinese. */
export function sentences(...each: readonly string[]): string {
  return each.join(language.value === 'en' ? ' ' : '');
}
