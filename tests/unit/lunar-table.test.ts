import { LunarYear } from 'lunar-typescript';
import { describe, expect, it } from 'vitest';
import { dayFromNumber } from '@/lib/crm/calendar';
import { lunarMonths } from '@/lib/insight/lunar';
import { FIRST_YEAR, LAST_YEAR } from '@/lib/insight/lunar-table';

/** Julian day number of 1970-01-01 at noon, by which lunar-typescript counts. */
const JULIAN_DAY_1970 = 2_440_588;

/** The months of a year as the library computes them. */
const computed = (year: number) =>
  LunarYear.fromYear(year)
    .getMonthsInYear()
    .map((one) => ({
      month: Math.abs(one.getMonth()),
      leap: one.isLeap(),
      days: one.getDayCount(),
      first: dayFromNumber(Math.round(one.getFirstJulianDay()) - JULIAN_DAY_1970),
    }));

const yearsFrom = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, offset) => first + offset);

/** Days from 1970-01-01; a Date of year 99 would be 1999. */
const dayNumberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

describe('the table of lunar years', () => {
  it('is what the library computes, in every month of its eight hundred years', () => {
    for (const year of yearsFrom(FIRST_YEAR, LAST_YEAR)) expect(lunarMonths(year)).toEqual(computed(year));
  });

  it.each([
    ['before', yearsFrom(FIRST_YEAR - 200, FIRST_YEAR - 1)],
    ['after', yearsFrom(LAST_YEAR + 1, LAST_YEAR + 200)],
  ])('goes on %s its years, with new year at most two days off or a month', (_, years) => {
    for (const year of years) {
      const off = Math.abs(dayNumberOf(lunarMonths(year)[0]!.first) - dayNumberOf(computed(year)[0]!.first));
      // A leap month that falls a year earlier or later moves the new year by a month.
      expect(off <= 2 || Math.abs(off - 29.5) <= 2.5, `${year}: ${off} days`).toBe(true);
    }
  });

  it('has an answer for the first and the last year that a date may have', () => {
    for (const year of [1, 9999]) expect(lunarMonths(year).length).toBeGreaterThanOrEqual(12);
  });
});
