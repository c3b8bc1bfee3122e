import { addDays, type Day, dayOf } from '@/lib/crm/calendar';
import {
  addWorkingDays,
  inMonth,
  lastOfMonth,
  monday,
  monthOf,
  monthsUntil,
  nextDayOfMonth,
  phrase,
  yearOf,
} from './when-phrase';
import { zhNumber } from './zh-number';

const N = '(?:\\d{1,3}|[一二三四五六七八九十两廿卅]{1,3})';
const WEEK = '(?:周|星期|礼拜)';
const WHICH = '(?<which>下下个?|下个?|上个?|这个?|本)';
/** What a number with 号 may be besides a day: building 5, line 2, model 3. */
const NO_DAY = '[楼线店门馆院位机仓厅室桌车台码文令款库球公选信产站房铺]';

const WEEKDAYS = '一二三四五六';

/** Weeks or months on: 上 -1, 这 and 本 0, 下 1, 下下 2. */
function ahead(which = ''): number {
  if (which.startsWith('上')) return -1;
  return [...which].filter((sign) => sign === '下').length;
}

/**
 * What chrono-node lacks or takes otherwise: weeks begin on Monday (下周三 is in the next week, however near),
 * ends and beginnings of months and years, 下个月5号, a bare 5号, weeks, half months and working days.
 * The text is simplified by `forParsing` before.
 */
export const CHINESE = [
  phrase(new RegExp(`${WHICH}${WEEK}(?<day>[一二三四五六日天])`), ({ which, day = '' }, today) => {
    const found = addDays(monday(today, ahead(which)), (WEEKDAYS.indexOf(day) + 7) % 7);
    return found < today && ahead(which) === 0 ? addDays(found, 7) : found;
  }),
  phrase(new RegExp(`${WHICH}${WEEK}(?![一二三四五六日天末])`), ({ which }, today) =>
    ahead(which) > 0 ? monday(today, ahead(which)) : null,
  ),
  phrase(new RegExp(`${WHICH}?周末`), ({ which }, today) => {
    const saturday = addDays(monday(today, ahead(which)), 5);
    return saturday < today && ahead(which) === 0 ? today : saturday;
  }),
  phrase(
    new RegExp(`(?:${WHICH}月|(?<month>${N})月份?|月)(?<part>底|末|初|中旬?|上旬|下旬)`),
    ({ which, month, part = '' }, today) => {
      const months = month ? monthsUntil(today, zhNumber(month)) : ahead(which);
      return Number.isNaN(months) ? null : partOfMonth(today, months, part, !month && !which);
    },
  ),
  phrase(/(?<!去)(?<which>今|明|本)?年(?<part>底|末|初)/, ({ which, part }, today) => {
    const year = yearOf(today) + (which === '明' || (part === '初' && !which) ? 1 : 0);
    return part === '初' ? dayOf(year, 1, 1) : dayOf(year, 12, 31);
  }),
  phrase(new RegExp(`${WHICH}月(?<day>${N})[号日]`), ({ which, day = '' }, today) =>
    inMonth(today, ahead(which), zhNumber(day)),
  ),
  phrase(/(?<which>下个?)月(?![\d一二三四五六七八九十底末初中上下])/, (_, today) => inMonth(today, 1, 1)),
  phrase(
    new RegExp(`(?<![\\d一二三四五六七八九十廿卅月第周])(?<day>${N})号(?!${NO_DAY})`),
    ({ day = '' }, today) => nextDayOfMonth(today, zhNumber(day)),
  ),
  phrase(
    new RegExp(`(?<year>[今明后])年(?<month>${N})月份?(?:(?<day>${N})[号日])?`),
    ({ year = '', month = '', day }, today) => {
      const years = '今明后'.indexOf(year);
      return inMonth(dayOf(yearOf(today) + years, 1, 1), zhNumber(month) - 1, day ? zhNumber(day) : 1);
    },
  ),
  phrase(
    new RegExp(`(?<n>${N}|半)个?(?<half>半)?(?<unit>周|月|工作日)之?[后内]`),
    ({ n = '', half, unit }, today) => {
      const count = n === '半' ? 0 : zhNumber(n);
      if (Number.isNaN(count)) return null;
      if (unit === '周') return addDays(today, 7 * count + (half || n === '半' ? 3 : 0));
      if (unit === '工作日') return addWorkingDays(today, count);
      return addDays(sameDayIn(today, count), half || n === '半' ? 15 : 0);
    },
  ),
];

function sameDayIn(today: Day, months: number): Day {
  return inMonth(today, months, Number(today.slice(8))) ?? lastOfMonth(today, months);
}

/** @param bare without a month named: what is over means the next one */
function partOfMonth(today: Day, months: number, part: string, bare: boolean): Day | null {
  const at = (ahead: number) => {
    if (part === '底' || part === '末' || part === '下旬') return lastOfMonth(today, ahead);
    return inMonth(today, ahead, part === '初' ? 1 : part === '上旬' ? 10 : part === '中旬' ? 20 : 15);
  };
  const found = at(months);
  if (found === null || found >= today) return found;
  return at(bare ? months + 1 : months + (monthOf(found) === monthOf(today) ? 12 : 0));
}
