import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay, isTime } from '@/lib/crm/calendar';
import { parseWhen, type When } from '@/lib/exchange/when';

const ZONE = 'Asia/Shanghai';
const at = (local: string) => Date.parse(`${local}:00+08:00`);
const SATURDAY = '2026-11-21T20:05';
const WEDNESDAY = '2026-11-18T10:00';
const AFTER_MIDNIGHT = '2026-11-18T00:30';

/** `date [time] | title`: what a phrase means. */
function read(text: string, now: string, more: { dayFirst?: boolean } = {}): string | null {
  const when = parseWhen(text, { now: at(now), zone: ZONE, language: 'en', ...more });
  return when && `${when.date}${when.time ? ` ${when.time}` : ''}${when.rest ? ` | ${when.rest}` : ''}`;
}

const SATURDAY_EVENING: [string, string | null][] = [
  ['send the price list by Friday', '2026-11-27 | send the price list'],
  ['By Friday, send the price list', '2026-11-27 | send the price list'],
  ['send list (by Friday)', '2026-11-27 | send list'],
  ['send list no later than Friday', '2026-11-27 | send list'],
  ['Report due on Monday', '2026-11-23 | Report'],
  ['next Tuesday 3pm call Li Wei', '2026-11-24 15:00 | call Li Wei'],
  ['Tomorrow call Li at 3pm', '2026-11-22 15:00 | call Li'],
  ['tomorrow', '2026-11-22'],
  ['tomorrow morning', '2026-11-22'],
  ['noon tomorrow', '2026-11-22 12:00'],
  ["prepare for tomorrow's meeting", '2026-11-22 | prepare for meeting'],
  ['day after tomorrow', '2026-11-23'],
  ['tonight', '2026-11-21'],
  ['in two weeks', '2026-12-05'],
  ['in 3 days', '2026-11-24'],
  ['in a fortnight', '2026-12-05'],
  ['within 10 days', '2026-12-01'],
  ['a week from now', '2026-11-28'],
  ['in 2 hours', '2026-11-21 22:05'],
  ['in half an hour', '2026-11-21 20:35'],
  ['answer in 5 business days', '2026-11-27 | answer'],
  ['end of month', '2026-11-30'],
  ['invoice by end of the month', '2026-11-30 | invoice'],
  ['end of next month', '2026-12-31'],
  ['end of December', '2026-12-31'],
  ['EOM', '2026-11-30'],
  ['end of week', '2026-11-27'],
  ['end of next week', '2026-11-27'],
  ['end of the quarter', '2026-12-31'],
  ['end of the year', '2026-12-31'],
  ['COB Friday', '2026-11-27'],
  ['offer by close of business tomorrow', '2026-11-22 | offer'],
  ['EOD', '2026-11-21'],
  ['next week', '2026-11-23'],
  ['next month', '2026-12-01'],
  ['early next year', '2027-01-01'],
  ['mid December', '2026-12-15'],
  ['start of February', '2027-02-01'],
  ['on the 5th', '2026-12-05'],
  ['pay by the 30th of this month', '2026-11-30 | pay'],
  ['Dec 5', '2026-12-05'],
  ['5 Dec', '2026-12-05'],
  ['December 5th at 14:30', '2026-12-05 14:30'],
  ['Nov 21', '2026-11-21'],
  ['Nov 20', '2027-11-20'],
  ['2026-12-01', '2026-12-01'],
  ['pay invoice 4711 by 3/12', '2027-03-12 | pay invoice 4711'],
  ['1/12/2026', '2026-12-01'],
  ['in May', '2027-05-01'],
  ['call at 3', '2026-11-22 15:00 | call'],
  ['at 9am', '2026-11-22 09:00'],
  ['Friday 9am EST', '2026-11-27 22:00'],
  ['call +49 151 2345678 tomorrow', '2026-11-22 | call +49 151 2345678'],
  ['Saturday', '2026-11-28'],
  ['this Saturday', '2026-11-21'],
  ['下周三下午三点给王总回电话', '2026-11-25 15:00 | 给王总回电话'],
  ['周三之前把合同发给李总', '2026-11-25 | 把合同发给李总'],
  ['給陳小姐寄報價單，最遲下週五', '2026-11-27 | 給陳小姐寄報價單'],
  ['明天', '2026-11-22'],
  ['明天的会议准备资料', '2026-11-22 | 会议准备资料'],
  ['明天给王总打电话，下午三点', '2026-11-22 15:00 | 给王总打电话'],
  ['明天上午10点半', '2026-11-22 10:30'],
  ['明天中午和李总吃饭', '2026-11-22 12:00 | 和李总吃饭'],
  ['明早九点', '2026-11-22 09:00'],
  ['今晚', '2026-11-21'],
  ['今晚12点', '2026-11-21 23:59'],
  ['后天', '2026-11-23'],
  ['大后天', '2026-11-24'],
  ['大後天下午兩點', '2026-11-24 14:00'],
  ['3天后', '2026-11-24'],
  ['三天内答复', '2026-11-24 | 答复'],
  ['10天之内', '2026-12-01'],
  ['一周内', '2026-11-28'],
  ['兩週後', '2026-12-05'],
  ['半个月后', '2026-12-06'],
  ['一个半月后', '2027-01-05'],
  ['两个钟头以后', '2026-11-21 22:05'],
  ['3个工作日内', '2026-11-25'],
  ['下周', '2026-11-23'],
  ['下周一', '2026-11-23'],
  ['下下週二上午九點半', '2026-12-01 09:30'],
  ['這週六', '2026-11-21'],
  ['这周三', '2026-11-25'],
  ['礼拜二', '2026-11-24'],
  ['星期天', '2026-11-22'],
  ['周末', '2026-11-21'],
  ['下周末', '2026-11-28'],
  ['週五前', '2026-11-27'],
  ['周五前台值班', '2026-11-27 | 前台值班'],
  ['月底前', '2026-11-30'],
  ['下月底', '2026-12-31'],
  ['12月中旬', '2026-12-20'],
  ['月初', '2026-12-01'],
  ['年底前交报告', '2026-12-31 | 交报告'],
  ['下个月5号', '2026-12-05'],
  ['下個月五號', '2026-12-05'],
  ['下个月', '2026-12-01'],
  ['5号', '2026-12-05'],
  ['25号前付款', '2026-11-25 | 付款'],
  ['12号下午两点半', '2026-12-12 14:30'],
  ['31号', '2026-12-31'],
  ['12月1日', '2026-12-01'],
  ['十二月一号', '2026-12-01'],
  ['１２月１日', '2026-12-01'],
  ['2027年1月5日', '2027-01-05'],
  ['明年3月', '2027-03-01'],
  ['明年3月8号', '2027-03-08'],
  ['下午三点三刻', '2026-11-22 15:45'],
  ['三點一刻開會', '2026-11-22 15:15 | 開會'],
  ['晚上8点', '2026-11-22 20:00'],
  ['晚上9点', '2026-11-21 21:00'],
  ['明天 3pm', '2026-11-22 15:00'],
  ['下周三 call Li', '2026-11-25 | call Li'],
];

const NO_DATE = [
  '',
  'call Li Wei',
  'yesterday',
  'last Friday',
  '3 days ago',
  '2020-01-01',
  'every Friday',
  '每周五',
  '上周三',
  '昨天',
  'March report',
  'call May about the price',
  'sat down with Li',
  '5 min call with Li',
  'prepare a 30 minutes talk',
  'book a room for 3 days',
  'two weeks from Monday',
  'send 3 samples',
  'order 2026-113',
  '整理三点意见',
  '三点建议',
  '给周一鸣打电话',
  '5号楼漏水报修',
  '地铁10号线',
  '32号',
  '3月报告',
  '去年底的发票',
  '前台',
];

describe('parseWhen', () => {
  it.each(SATURDAY_EVENING)('on a Saturday evening: %s', (text, expected) => {
    expect(read(text, SATURDAY)).toBe(expected);
  });

  it.each(NO_DATE)('no date in: %s', (text) => {
    expect(read(text, SATURDAY)).toBeNull();
  });

  it.each([
    ['Friday', '2026-11-20'],
    ['this Friday', '2026-11-20'],
    ['next Friday', '2026-11-27'],
    ['Friday next week', '2026-11-27'],
    ['next Monday', '2026-11-23'],
    ['Wednesday', '2026-11-25'],
    ['Wednesday 3pm', '2026-11-18 15:00'],
    ['Wednesday 9am', '2026-11-25 09:00'],
    ['end of week', '2026-11-20'],
    ['周五', '2026-11-20'],
    ['本周五', '2026-11-20'],
    ['下周五', '2026-11-27'],
    ['下周一', '2026-11-23'],
    ['周日', '2026-11-22'],
    ['周三', '2026-11-25'],
    ['周三下午3点', '2026-11-18 15:00'],
    ['周末', '2026-11-21'],
    ['下午三点', '2026-11-18 15:00'],
    ['at 9am', '2026-11-19 09:00'],
  ])('on a Wednesday morning: %s', (text, expected) => {
    expect(read(text, WEDNESDAY)).toBe(expected);
  });

  it.each([
    ['明天', '2026-11-19'],
    ['明早九点', '2026-11-19 09:00'],
    ['明天下午三点', '2026-11-19 15:00'],
    ['tomorrow', '2026-11-19'],
    ['今天', '2026-11-18'],
  ])('half an hour after midnight: %s', (text, expected) => {
    expect(read(text, AFTER_MIDNIGHT)).toBe(expected);
  });

  it('keeps the order of day and month that the user has', () => {
    expect(read('pay by 3/12', SATURDAY, { dayFirst: true })).toBe('2026-12-03 | pay');
  });

  it('counts from the day of the zone', () => {
    const now = Date.parse('2026-11-21T23:30:00Z');
    const day = (zone: string) => parseWhen('tomorrow 9am', { now, zone, language: 'en' })?.date;
    expect(day('Pacific/Honolulu')).toBe('2026-11-22');
    expect(day('Asia/Tokyo')).toBe('2026-11-23');
  });

  it('marks the phrase in the text, and tidies the rest', () => {
    const text = '給陳小姐寄報價單，最遲下週五，謝謝';
    const when = parseWhen(text, { now: at(SATURDAY), zone: ZONE, language: 'zh-Hant' })!;
    expect(text.slice(when.index, when.index + when.length)).toBe('最遲下週五');
    expect(when.rest).toBe('給陳小姐寄報價單，謝謝');
  });

  const words = fc.constantFrom(
    ...[
      'call',
      'Li',
      '王总',
      '给',
      '打电话',
      ' ',
      ',',
      '，',
      '(',
      ')',
      'by',
      'the',
      'for',
      '之前',
      '前',
      '😀',
    ],
    ...[
      'Friday',
      'tomorrow',
      '3pm',
      '下周三',
      '明天',
      '三点',
      '半',
      '5号',
      '12月',
      'in',
      '2',
      'weeks',
      '月底',
      '/',
    ],
  );
  const check = (text: string, when: When | null) => {
    if (!when) return;
    expect(isDay(when.date)).toBe(true);
    expect(when.date >= '2026-11-21').toBe(true);
    if (when.time !== undefined) expect(isTime(when.time)).toBe(true);
    expect(when.index).toBeGreaterThanOrEqual(0);
    expect(when.length).toBeGreaterThan(0);
    expect(when.index + when.length).toBeLessThanOrEqual(text.length);
    expect(when.rest.length).toBeLessThan(text.length);
  };

  it('gives a day to come and true offsets for any mixture of phrases', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), fc.constantFrom('', ' '), (parts, glue) => {
        const text = parts.join(glue);
        check(text, parseWhen(text, { now: at(SATURDAY), zone: ZONE, language: 'en' }));
      }),
      { numRuns: 500 },
    );
  });

  it('is quick with hostile text', () => {
    for (const unit of [
      '1',
      '一',
      '下',
      '周',
      'a ',
      'by ',
      '1月',
      '5号',
      'next ',
      '在 ',
      ' ',
      '点',
      '12:',
      '-',
      ', ',
      '()',
      '（ ',
    ]) {
      const text = `call by Friday ${unit.repeat(1_000_000 / unit.length)}x`;
      const before = process.cpuUsage();
      check(text, parseWhen(text, { now: at(SATURDAY), zone: ZONE, language: 'en' }));
      // Processor time, in microseconds: the clock would count what other programs do meanwhile.
      expect(process.cpuUsage(before).user, unit).toBeLessThan(1_000_000);
    }
  }, 60_000);
});
