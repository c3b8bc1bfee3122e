import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysInMonth, isPossibleDate, type PartialDate } from '@/lib/crm/calendar';
import { parseDateText } from '@/lib/exchange/date-text';
import { zhNumber } from '@/lib/exchange/zh-number';
import { lunarText } from '@/lib/insight/lunar-text';

/** `L1990-8*-9` is the ninth of leap month 8 in lunar 1990; `?` an unknown part; `G` Gregorian. */
function date(short: string): PartialDate {
  const [, sign, year, month, leap, day] = /^([GL])(\d+|\?)-(\d+)(\*?)-(\d+|\?)$/.exec(short) ?? [];
  return {
    calendar: sign === 'L' ? 'lunar' : 'gregorian',
    ...(year === '?' ? {} : { year: Number(year) }),
    month: Number(month),
    ...(day === '?' ? {} : { day: Number(day) }),
    ...(leap ? { leap: true } : {}),
  };
}

describe('parseDateText', () => {
  it.each([
    ['农历八月初九', 'L?-8-9'],
    ['農曆八月初九', 'L?-8-9'],
    ['農曆閏六月初一', 'L?-6*-1'],
    ['阴历1990年八月初九', 'L1990-8-9'],
    ['1990年农历八月初九', 'L1990-8-9'],
    ['农历一九九〇年闰五月初一', 'L1990-5*-1'],
    ['八月初九', 'L?-8-9'],
    ['8月初9', 'L?-8-9'],
    ['农历8月15日', 'L?-8-15'],
    ['正月十五', 'L?-1-15'],
    ['腊月廿三', 'L?-12-23'],
    ['臘月三十', 'L?-12-30'],
    ['冬月初十', 'L?-11-10'],
    ['十一月廿九', 'L?-11-29'],
    ['农历八月', 'L?-8-?'],
    ['舊曆十二月卅', 'L?-12-30'],
    ['公历八月十五', 'G?-8-15'],
    ['陽曆8月15日', 'G?-8-15'],
    ['9月27日', 'G?-9-27'],
    ['9 月 27 号', 'G?-9-27'],
    ['九月二十七日', 'G?-9-27'],
    ['9月27號', 'G?-9-27'],
    ['1990年9月27日', 'G1990-9-27'],
    ['一九九零年九月二十七日', 'G1990-9-27'],
    ['90年9月27日', 'G1990-9-27'],
    ['民國79年9月27日', 'G1990-9-27'],
    ['民国七十九年九月', 'G1990-9-?'],
    ['１９９０年９月２７日', 'G1990-9-27'],
    ['1985年3月', 'G1985-3-?'],
    ['3月', 'G?-3-?'],
    ['3月份', 'G?-3-?'],
    ['十二月', 'G?-12-?'],
    ['1990-09-27', 'G1990-9-27'],
    ['1990/9/27', 'G1990-9-27'],
    ['1990.9.27', 'G1990-9-27'],
    ['19900927', 'G1990-9-27'],
    ['1985-03', 'G1985-3-?'],
    ['--09-27', 'G?-9-27'],
    ['--0927', 'G?-9-27'],
    ['27.9.1990', 'G1990-9-27'],
    ['3.4.1990', 'G1990-4-3'],
    ['27.9.', 'G?-9-27'],
    ['27/9', 'G?-9-27'],
    ['9/27/1990', 'G1990-9-27'],
    ['27/9/85', 'G1985-9-27'],
    ['27 Sep', 'G?-9-27'],
    ['Sep 27', 'G?-9-27'],
    ['27th of September', 'G?-9-27'],
    ['3 March 1985', 'G1985-3-3'],
    ['March 3, 1985', 'G1985-3-3'],
    ['Sunday, 3 March 1985', 'G1985-3-3'],
    ['02 Apr 2021', 'G2021-4-2'],
    ['27-Sep-1990', 'G1990-9-27'],
    ["27 Sep '90", 'G1990-9-27'],
    ['Sept 1990', 'G1990-9-?'],
    ['Sept. 27', 'G?-9-27'],
    ['March', 'G?-3-?'],
    ['29 Feb', 'G?-2-29'],
    ['lunar 8/9', 'L?-8-9'],
    ['lunar leap month 6, day 1', 'L?-6*-1'],
    ['9th day of the 8th lunar month', 'L?-8-9'],
    ['\u200e27 Sep\u202c', 'G?-9-27'],
  ])('%s', (text, expected) => {
    expect(parseDateText(text, 'en')).toEqual({ date: date(expected), ambiguous: [] });
  });

  it.each([
    ['3/4', 'en', 'G?-3-4', 'G?-4-3'],
    ['3/4/1990', 'en', 'G1990-3-4', 'G1990-4-3'],
    ['03-04-1990', 'zh-Hans', 'G1990-3-4', 'G1990-4-3'],
    ['八月十五', 'zh-Hant', 'L?-8-15', 'G?-8-15'],
  ] as const)('%s asks', (text, language, first, second) => {
    expect(parseDateText(text, language)).toEqual({ date: date(first), ambiguous: [date(second)] });
  });

  it.each([
    ['3/4', 'zh-Hans', 'G?-3-4'],
    ['3.4', 'zh-Hant', 'G?-3-4'],
    ['9.27', 'zh-Hans', 'G?-9-27'],
    ['5/5', 'en', 'G?-5-5'],
  ] as const)('%s in %s does not', (text, language, only) => {
    expect(parseDateText(text, language)).toEqual({ date: date(only), ambiguous: [] });
  });

  it.each([
    '',
    'soon',
    '30 Feb',
    '29 Feb 2023',
    '2月30日',
    '31/4',
    '13/13',
    '1990-02-30',
    '13月1日',
    '农历八月三十一',
    '公历八月初九',
    '阳历闰六月',
    '农历公历八月',
    '1990',
    '27',
    'May June',
    '27 Sep 1990 1991',
    '9月27日下午',
    'call me on 27 Sep',
    '27 Sep'.padEnd(80, ' '),
  ])('%s is no date', (text) => {
    expect(parseDateText(text, 'en')).toBeNull();
  });

  it('reads back every lunar date as it is written, in three languages', () => {
    const lunar = fc.record(
      {
        calendar: fc.constant('lunar' as const),
        year: fc.integer({ min: 1900, max: 2099 }),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 30 }),
        leap: fc.constant(true),
      },
      { requiredKeys: ['calendar', 'month'] },
    );
    fc.assert(
      fc.property(
        lunar,
        fc.constantFrom('en' as const, 'zh-Hans' as const, 'zh-Hant' as const),
        (one, language) => {
          expect(parseDateText(lunarText(one, language), language)).toEqual({ date: one, ambiguous: [] });
        },
      ),
    );
  });

  it('reads back every Gregorian date, in figures and in words', () => {
    const day = fc.record({
      year: fc.integer({ min: 1900, max: 2099 }),
      month: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 31 }), ({ year, month }, n) => {
        const one = {
          calendar: 'gregorian' as const,
          year,
          month,
          day: Math.min(n, daysInMonth(month, year)),
        };
        const moment = Date.UTC(year, month - 1, one.day);
        for (const language of ['en-GB', 'en-US', 'zh-Hans', 'zh-Hant']) {
          const text = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
            moment,
          );
          expect(parseDateText(text, 'en')?.date).toEqual(one);
        }
        expect(parseDateText(new Date(moment).toISOString().slice(0, 10), 'en')?.date).toEqual(one);
      }),
    );
  });

  it('answers to any text with possible dates only', () => {
    const sign = fc.constantFrom(...'0123456789-/. 年月日号初闰农历十廿正民国三Mayeprst');
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 14 }), (text) => {
        const found = parseDateText(text, 'en');
        for (const one of found ? [found.date, ...found.ambiguous] : [])
          expect(isPossibleDate(one)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('zhNumber', () => {
  it.each([
    ['十', 10],
    ['十一', 11],
    ['二十', 20],
    ['廿三', 23],
    ['卅', 30],
    ['九十九', 99],
    ['两', 2],
    ['一九九〇', 1990],
    ['12', 12],
    ['', Number.NaN],
    ['百', Number.NaN],
    ['十十', Number.NaN],
  ])('%s is %d', (text, value) => {
    expect(zhNumber(text)).toBe(value);
  });
});
