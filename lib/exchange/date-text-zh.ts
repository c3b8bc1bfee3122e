import type { PartialDate } from '@/lib/crm/calendar';
import { century } from './date-text-numeric';
import { ZH_DIGITS, zhNumber } from './zh-number';

const SIMPLIFIED: Record<string, string> = {
  農: '农',
  曆: '历',
  閏: '闰',
  陰: '阴',
  陽: '阳',
  國: '国',
  臘: '腊',
  號: '号',
  舊: '旧',
};
const CALENDAR = '(?<calendar>农历|阴历|旧历|夏历|公历|阳历|西历|国历|新历)?';
const DATE = new RegExp(
  `^${CALENDAR}(?:(?<minguo>民国)?(?<year>[\\d${ZH_DIGITS}]{1,4})年)?${CALENDAR.replace('calendar', 'later')}` +
    `(?<leap>闰)?(?<month>[正冬腊]|\\d{1,2}|[${ZH_DIGITS}]{1,2})月份?` +
    `(?:(?<first>初)?(?<day>\\d{1,2}|[${ZH_DIGITS}]{1,3})(?<sign>[日号])?)?$`,
);
const OWN_MONTHS: Record<string, number> = { 正: 1, 冬: 11, 腊: 12 };
/** The first year of the Republic's calendar, in use on Taiwan, is 1912. */
const MINGUO = 1911;

/**
 * The readings of a date in Chinese, likeliest first. 初, 廿, 闰, 正月, 冬月 and 腊月 exist in the lunar calendar
 * alone. 八月十五 without 日 or 号 is a lunar date by habit, and may be a Gregorian one.
 */
export function readChinese(text: string): PartialDate[] {
  const plain = text.replace(/\s/g, '').replace(/[農曆閏陰陽國臘號舊]/g, (sign) => SIMPLIFIED[sign] ?? sign);
  const found = DATE.exec(plain)?.groups;
  if (!found?.month || (found.calendar && found.later)) return [];
  const base = {
    ...(found.year ? { year: yearOf(found.year, found.minguo !== undefined) } : {}),
    month: OWN_MONTHS[found.month] ?? zhNumber(found.month),
    ...(found.day ? { day: zhNumber(found.day) } : {}),
  };
  const lunar: PartialDate = { calendar: 'lunar', ...base, ...(found.leap ? { leap: true } : {}) };
  const gregorian: PartialDate = { calendar: 'gregorian', ...base };
  const named = found.calendar ?? found.later;
  const onlyLunar =
    found.leap || found.first || found.month in OWN_MONTHS || /^[廿卅]/.test(found.day ?? '') || false;
  if (named) {
    const says = /[农阴旧夏]/.test(named) ? 'lunar' : 'gregorian';
    if (says === 'lunar') return [lunar];
    return onlyLunar ? [] : [gregorian];
  }
  if (onlyLunar) return [lunar];
  const inWords = found.day && !found.sign && !/\d/.test(found.month + found.day);
  return inWords ? [lunar, gregorian] : [gregorian];
}

function yearOf(text: string, minguo: boolean): number {
  const year = zhNumber(text);
  if (minguo) return year + MINGUO;
  return text.length <= 2 ? century(year) : year;
}
