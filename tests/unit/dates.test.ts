import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  compareDue,
  type Due,
  DueSchema,
  dayFromNumber,
  dayNumber,
  daysBetween,
  daysUntil,
  isDay,
  isOverdue,
  localMoment,
  PartialDateSchema,
  sameDate,
} from '@/lib/crm/dates';

describe('PartialDate', () => {
  it.each([
    { calendar: 'gregorian', month: 9, day: 27, year: 1990 },
    { calendar: 'gregorian', month: 2, day: 29 },
    { calendar: 'gregorian', month: 2, day: 29, year: 2000 },
    { calendar: 'gregorian', month: 3 },
    { calendar: 'lunar', month: 8, day: 30 },
    { calendar: 'lunar', month: 6, day: 1, leap: true },
    { calendar: 'lunar', month: 12, year: 1990 },
  ])('takes %o', (date) => {
    expect(PartialDateSchema.parse(date)).toEqual(date);
  });

  it.each([
    { calendar: 'gregorian', month: 2, day: 30 },
    { calendar: 'gregorian', month: 2, day: 29, year: 1900 },
    { calendar: 'gregorian', month: 2, day: 29, year: 2023 },
    { calendar: 'gregorian', month: 4, day: 31 },
    { calendar: 'gregorian', month: 0, day: 1 },
    { calendar: 'gregorian', month: 13 },
    { calendar: 'gregorian', month: 6, day: 1, leap: true },
    { calendar: 'gregorian', month: 1, day: 0 },
    { calendar: 'gregorian', month: 1, day: 1.5 },
    { calendar: 'gregorian', month: 1, day: 1, year: 0 },
    { calendar: 'gregorian', day: 1, year: 1990 },
    { calendar: 'lunar', month: 8, day: 31 },
    { calendar: 'hijri', month: 8, day: 1 },
  ])('refuses %o', (date) => {
    expect(PartialDateSchema.safeParse(date).success).toBe(false);
  });

  it('keeps the fields of a newer version', () => {
    const date = { calendar: 'lunar', month: 8, day: 9, note: 'from a newer device' };
    expect(PartialDateSchema.parse(date)).toEqual(date);
  });

  it('compares by what it says', () => {
    expect(
      sameDate({ calendar: 'lunar', month: 8, day: 9 }, { calendar: 'lunar', month: 8, day: 9, leap: false }),
    ).toBe(true);
    expect(sameDate({ calendar: 'lunar', month: 8 }, { calendar: 'gregorian', month: 8 })).toBe(false);
  });
});

describe('Due', () => {
  it.each([
    [{ date: '2026-11-21' }, true],
    [{ date: '2028-02-29', time: '23:59' }, true],
    [{ date: '2026-02-29' }, false],
    [{ date: '2026-11-21', time: '24:00' }, false],
    [{ date: '2026-11-21', time: '9:00' }, false],
    [{ date: '21.11.2026' }, false],
    [{ date: '2026-11-21T00:00:00Z' }, false],
  ])('%o: %s', (due, valid) => {
    expect(DueSchema.safeParse(due).success).toBe(valid);
  });

  it('sorts by day and time, a whole day last', () => {
    const order: Due[] = [
      { date: '2026-11-21', time: '09:00' },
      { date: '2026-11-21', time: '15:30' },
      { date: '2026-11-21' },
      { date: '2026-11-22', time: '00:00' },
    ];
    expect([...order].reverse().sort(compareDue)).toEqual(order);
    expect(compareDue({ date: '2026-11-21' }, { date: '2026-11-21' })).toBe(0);
  });

  it('counts days by the wall of the zone, not by hours', () => {
    const moment = Date.parse('2026-11-21T16:30:00Z');
    const [shanghai, honolulu] = [
      localMoment(moment, 'Asia/Shanghai'),
      localMoment(moment, 'Pacific/Honolulu'),
    ];
    expect(shanghai).toEqual({ day: '2026-11-22', time: '00:30' });
    expect(honolulu).toEqual({ day: '2026-11-21', time: '06:30' });
    expect(daysUntil({ date: '2026-11-22' }, shanghai)).toBe(0);
    expect(daysUntil({ date: '2026-11-22' }, honolulu)).toBe(1);
    expect(daysUntil({ date: '2026-11-20' }, honolulu)).toBe(-1);
  });

  it('is overdue after its time, or after its whole day', () => {
    const at = { day: '2026-11-21', time: '15:00' };
    expect(isOverdue({ date: '2026-11-21' }, at)).toBe(false);
    expect(isOverdue({ date: '2026-11-21', time: '15:00' }, at)).toBe(false);
    expect(isOverdue({ date: '2026-11-21', time: '14:59' }, at)).toBe(true);
    expect(isOverdue({ date: '2026-11-20' }, at)).toBe(true);
    expect(isOverdue({ date: '2026-11-22', time: '00:00' }, at)).toBe(false);
  });

  it('crosses the change to summer time without losing a day', () => {
    expect(localMoment(Date.parse('2026-03-29T00:59:00Z'), 'Europe/Berlin').time).toBe('01:59');
    expect(localMoment(Date.parse('2026-03-29T01:00:00Z'), 'Europe/Berlin').time).toBe('03:00');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });

  it('names an unknown zone', () => {
    expect(() => localMoment(0, 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('days', () => {
  const number = fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') });

  it('go to a number and back', () => {
    fc.assert(
      fc.property(number, (n) => {
        const day = dayFromNumber(n);
        expect(isDay(day)).toBe(true);
        expect(dayNumber(day)).toBe(n);
      }),
    );
  });

  it('add up', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [from, to] = [dayFromNumber(a), dayFromNumber(b)];
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
    );
  });
});
