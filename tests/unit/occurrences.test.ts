import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type Day,
  dayFromNumber,
  dayNumber,
  daysBetween,
  type PartialDate,
} from '@/lib/crm/calendar';
import { existsInLunarYear, fromLunar, lunarMonths, lunarNewYear, toLunar } from '@/lib/insight/lunar';
import { lunarText } from '@/lib/insight/lunar-text';
import { ageOn, nextOccurrence, type OccurrenceRules } from '@/lib/insight/occurrences';

const lunar = (month: number, day?: number, more: Partial<PartialDate> = {}): PartialDate => ({
  calendar: 'lunar',
  month,
  day,
  ...more,
});
const solar = (month: number, day?: number, year?: number): PartialDate => ({
  calendar: 'gregorian',
  month,
  day,
  year,
});

/** The leap months of the published tables, 1900 to 2099: an oracle that shares nothing with the library. */
const LEAP_MONTHS =
  '1900:8 1903:5 1906:4 1909:2 1911:6 1914:5 1917:2 1919:7 1922:5 1925:4 1928:2 1930:6 1933:5 1936:3 1938:7 ' +
  '1941:6 1944:4 1947:2 1949:7 1952:5 1955:3 1957:8 1960:6 1963:4 1966:3 1968:7 1971:5 1974:4 1976:8 1979:6 ' +
  '1982:4 1984:10 1987:6 1990:5 1993:3 1995:8 1998:5 2001:4 2004:2 2006:7 2009:5 2012:4 2014:9 2017:6 2020:4 ' +
  '2023:2 2025:6 2028:5 2031:3 2033:11 2036:6 2039:5 2042:2 2044:7 2047:5 2050:3 2052:8 2055:6 2058:4 2061:3 ' +
  '2063:7 2066:5 2069:4 2071:8 2074:6 2077:4 2080:3 2082:7 2085:5 2088:4 2090:8 2093:6 2096:4 2099:2';

describe('the Chinese calendar', () => {
  it('has the published leap months from 1900 to 2099, and no other', () => {
    const found: string[] = [];
    for (let year = 1900; year < 2100; year += 1) {
      const leap = lunarMonths(year).filter((one) => one.leap);
      for (const one of leap) found.push(`${year}:${one.month}`);
    }
    expect(found.join(' ')).toBe(LEAP_MONTHS);
  });

  it.each([
    [1949, '1949-01-29'],
    [1970, '1970-02-06'],
    [1985, '1985-02-20'],
    [1990, '1990-01-27'],
    [2000, '2000-02-05'],
    [2019, '2019-02-05'],
    [2020, '2020-01-25'],
    [2023, '2023-01-22'],
    [2024, '2024-02-10'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2028, '2028-01-26'],
    [2034, '2034-02-19'],
  ])('new year %i is %s', (year, day) => {
    expect(lunarNewYear(year)).toBe(day);
  });

  it.each([
    ['2025-07-25', { year: 2025, month: 6, leap: true, day: 1 }],
    ['2025-10-06', { year: 2025, month: 8, leap: false, day: 15 }],
    ['2026-09-25', { year: 2026, month: 8, leap: false, day: 15 }],
    ['2026-06-19', { year: 2026, month: 5, leap: false, day: 5 }],
    ['2026-02-16', { year: 2025, month: 12, leap: false, day: 29 }],
    ['2033-12-22', { year: 2033, month: 11, leap: true, day: 1 }],
    ['1900-01-31', { year: 1900, month: 1, leap: false, day: 1 }],
  ])('%s is %o', (day, expected) => {
    expect(toLunar(day)).toEqual(expected);
    expect(fromLunar(expected)).toBe(day);
  });

  it('knows which lunar dates exist', () => {
    expect(existsInLunarYear(lunar(6, 29, { leap: true, year: 2025 }))).toBe(true);
    expect(existsInLunarYear(lunar(6, 30, { leap: true, year: 2025 }))).toBe(false);
    expect(existsInLunarYear(lunar(6, 1, { leap: true, year: 2026 }))).toBe(false);
    expect(existsInLunarYear(lunar(12, 30, { year: 2025 }))).toBe(false);
    expect(existsInLunarYear(lunar(6, 30, { leap: true }))).toBe(true);
  });
});

const from20260101 = '2026-01-01';
const TABLE: [string, PartialDate, Day, OccurrenceRules, Day][] = [
  ['later this year', solar(9, 27, 1990), from20260101, {}, '2026-09-27'],
  ['today', solar(1, 1), from20260101, {}, '2026-01-01'],
  ['yesterday comes next year', solar(12, 31), from20260101, {}, '2026-12-31'],
  ['just over', solar(1, 1), '2026-01-02', {}, '2027-01-01'],
  ['Feb 29 in a common year', solar(2, 29, 2000), from20260101, {}, '2026-02-28'],
  ['Feb 29 on March 1 when asked', solar(2, 29), from20260101, { shortRule: 'next-first' }, '2026-03-01'],
  ['Feb 29 in a leap year', solar(2, 29), '2028-01-01', { shortRule: 'next-first' }, '2028-02-29'],
  ['month only, ahead', solar(3), from20260101, {}, '2026-03-01'],
  ['month only, within', solar(3), '2026-03-17', {}, '2026-03-17'],
  ['month only, over', solar(3), '2026-04-01', {}, '2027-03-01'],
  ['never before the date itself', solar(5, 1, 2030), from20260101, {}, '2030-05-01'],
  ['lunar, mid autumn', lunar(8, 15), from20260101, {}, '2026-09-25'],
  ['lunar, just over', lunar(8, 15), '2026-09-26', {}, '2027-09-15'],
  ['lunar, still last lunar year', lunar(12, 8), from20260101, {}, '2026-01-26'],
  ['lunar new year', lunar(1, 1), '2026-02-18', {}, '2027-02-06'],
  ['day 30 in a short month', lunar(12, 30), from20260101, {}, '2026-02-16'],
  ['day 30 on the first after it', lunar(12, 30), from20260101, { shortRule: 'next-first' }, '2026-02-17'],
  [
    'the same, asked on that very day',
    lunar(12, 30),
    '2026-02-17',
    { shortRule: 'next-first' },
    '2026-02-17',
  ],
  ['day 30 before a leap month', lunar(2, 30), '2023-01-22', {}, '2023-03-21'],
  ['leap month in the ordinary one', lunar(6, 1, { leap: true }), '2025-01-29', {}, '2025-06-25'],
  [
    'leap when present',
    lunar(6, 1, { leap: true }),
    '2025-01-29',
    { leapRule: 'leap-when-present' },
    '2025-07-25',
  ],
  [
    'leap when absent',
    lunar(6, 1, { leap: true }),
    '2026-01-01',
    { leapRule: 'leap-when-present' },
    '2026-07-14',
  ],
  [
    'an ordinary date stays out of it',
    lunar(6, 1),
    '2025-07-01',
    { leapRule: 'leap-when-present' },
    '2026-07-14',
  ],
  [
    'leap 11 of 2033',
    lunar(11, 1, { leap: true }),
    '2033-12-01',
    { leapRule: 'leap-when-present' },
    '2033-12-22',
  ],
  ['born in a leap month', lunar(6, 1, { leap: true, year: 2025 }), '2025-01-29', {}, '2025-07-25'],
  ['lunar month only', lunar(8), '2026-09-20', {}, '2026-09-20'],
];

describe('nextOccurrence', () => {
  it.each(TABLE)('%s', (_what, date, from, rules, expected) => {
    expect(nextOccurrence(date, from, rules)).toBe(expected);
  });

  const day = fc.integer({ min: dayNumber('1900-02-01'), max: dayNumber('2099-12-31') }).map(dayFromNumber);
  const rules = fc.record({
    leapRule: fc.constantFrom('ordinary' as const, 'leap-when-present' as const),
    shortRule: fc.constantFrom('last' as const, 'next-first' as const),
  });
  const date = fc.oneof(
    fc.record({
      calendar: fc.constant('gregorian' as const),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    }),
    fc.record({
      calendar: fc.constant('lunar' as const),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 30 }),
      leap: fc.boolean(),
    }),
  );

  it('lies within 385 days, and stays until its day is over', () => {
    fc.assert(
      fc.property(date, day, rules, (d, from, r) => {
        const next = nextOccurrence(d, from, r);
        expect(daysBetween(from, next)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(from, next)).toBeLessThanOrEqual(385);
        expect(nextOccurrence(d, next, r)).toBe(next);
        const after = nextOccurrence(d, addDays(next, 1), r);
        expect(daysBetween(next, after)).toBeGreaterThan(350);
      }),
      { numRuns: 300 },
    );
  });

  it('is the lunar day that was asked for, in a month that has it', () => {
    fc.assert(
      fc.property(day, day, (one, from) => {
        const { month, day: number } = toLunar(one);
        const found = toLunar(nextOccurrence(lunar(month, number), from));
        expect(found).toMatchObject({ month, leap: false, day: number === 30 ? found.day : number });
        expect(found.day).toBeGreaterThanOrEqual(Math.min(number, 29));
      }),
      { numRuns: 300 },
    );
  });

  it('every day of two centuries goes to the Chinese calendar and back', () => {
    fc.assert(
      fc.property(day, (one) => {
        expect(fromLunar(toLunar(one))).toBe(one);
      }),
      { numRuns: 500 },
    );
  });
});

describe('ageOn', () => {
  const born = solar(9, 27, 1990);
  it.each([
    ['before the birthday', born, '2026-09-26', 35, 37],
    ['on the birthday', born, '2026-09-27', 36, 37],
    ['before the lunar new year', born, '2026-02-16', 35, 36],
    ['from the lunar new year', born, '2026-02-17', 35, 37],
    ['on the day of birth', born, '1990-09-27', 0, 1],
    ['born on the eve of a new year, two days old', solar(2, 16, 2026), '2026-02-17', 0, 2],
    ['born in January, before the new year', solar(1, 20, 1990), '1990-01-27', 0, 2],
    ['lunar, on the lunar day', lunar(8, 9, { year: 1990 }), '2026-09-19', 36, 37],
    ['lunar, the day before', lunar(8, 9, { year: 1990 }), '2026-09-18', 35, 37],
    ['lunar, in the twelfth month', lunar(12, 8, { year: 1990 }), '2026-01-26', 35, 36],
    ['Feb 29, on Feb 28 of a common year', solar(2, 29, 2000), '2026-02-28', 26, 27],
    ['month only, new year within', solar(2, undefined, 1990), '2026-03-01', 36, 37],
    ['month only, new year in it', solar(1, undefined, 1990), '2026-03-01', 36, null],
  ] as const)('%s', (_what, birth, day, full, nominal) => {
    expect(ageOn(birth, day)).toEqual({ full, nominal });
  });

  it('is unknown without a year, and before the birth', () => {
    expect(ageOn(solar(9, 27), '2026-09-27')).toBeNull();
    expect(ageOn(born, '1990-09-26')).toBeNull();
  });

  it('turns exactly one more from one birthday to the next', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 1999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 30 }),
        fc.boolean(),
        fc.constantFrom<OccurrenceRules>({}, { shortRule: 'next-first' }, { leapRule: 'leap-when-present' }),
        (year, month, day, isLunar, rules) => {
          const birth = isLunar ? lunar(month, day, { year }) : solar(month, Math.min(day, 28), year);
          const first = nextOccurrence(birth, '2026-01-01', rules);
          const second = nextOccurrence(birth, addDays(first, 1), rules);
          const at = (moment: Day) => ageOn(birth, moment, rules)!.full;
          expect(at(second)).toBe(at(first) + 1);
          expect(at(addDays(second, -1))).toBe(at(first));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('lunarText', () => {
  it.each([
    [lunar(8, 9), 'zh-Hans', '农历八月初九'],
    [lunar(6, 1, { leap: true }), 'zh-Hant', '農曆閏六月初一'],
    [lunar(12, 30, { year: 1990 }), 'zh-Hant', '農曆1990年臘月三十'],
    [lunar(1, 20), 'zh-Hans', '农历正月二十'],
    [lunar(11, 21), 'zh-Hans', '农历冬月廿一'],
    [lunar(10, 10), 'zh-Hans', '农历十月初十'],
    [lunar(8), 'zh-Hans', '农历八月'],
    [lunar(5, 1, { leap: true, year: 1990 }), 'en', 'lunar 1990, leap month 5, day 1'],
    [lunar(8, 9), 'en', 'lunar month 8, day 9'],
  ] as const)('%o in %s', (date, language, text) => {
    expect(lunarText(date, language)).toBe(text);
  });
});
