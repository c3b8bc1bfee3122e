import type { PartialDate } from '@/lib/crm/calendar';

const DIGITS = '一二三四五六七八九十';

/** Day names of the lunar month: 初一 to 三十. */
export function lunarDayName(day: number): string {
  if (day === 10) return '初十';
  if (day === 20) return '二十';
  if (day === 30) return '三十';
  return `${'初十廿'[Math.floor(day / 10)]}${DIGITS[(day % 10) - 1]}`;
}

/** Month names: 正月, 二月 to 十月, 冬月, 腊月 (臘月). */
export function lunarMonthName(month: number, traditional: boolean): string {
  if (month === 1) return '正月';
  if (month === 11) return '冬月';
  if (month === 12) return traditional ? '臘月' : '腊月';
  return `${DIGITS[month - 1]}月`;
}

/**
 * A lunar date as it is written: 农历八月初九, 農曆1990年閏五月初一, in English `lunar 1990, leap month 5, day 1`.
 * `parseDateText` in lib/exchange reads each of them back.
 */
export function lunarText(date: PartialDate, language: 'en' | 'zh-Hans' | 'zh-Hant'): string {
  if (language === 'en') {
    const parts = [`${date.leap ? 'leap ' : ''}month ${date.month}`];
    if (date.day !== undefined) parts.push(`day ${date.day}`);
    return `lunar ${[...(date.year === undefined ? [] : [date.year]), ...parts].join(', ')}`;
  }
  const traditional = language === 'zh-Hant';
  const year = date.year === undefined ? '' : `${date.year}年`;
  const leap = date.leap ? (traditional ? '閏' : '闰') : '';
  const day = date.day === undefined ? '' : lunarDayName(date.day);
  return `${traditional ? '農曆' : '农历'}${year}${leap}${lunarMonthName(date.month, traditional)}${day}`;
}
