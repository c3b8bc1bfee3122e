import { describe, expect, test } from 'vitest';
import { weekOf } from '@/lib/insight/figures';
import { mondayOfWeek, pulse } from '@/lib/insight/pulse';
import { todayAt } from '@/lib/insight/today';

describe('the pulse', () => {
  test('begins on a Monday and ends with this week', () => {
    const { from, received } = pulse({}, '2026-11-21', 104);
    expect([from, received.length]).toEqual(['2024-11-25', 104]);
    expect(mondayOfWeek(weekOf(Date.parse('2026-11-22T23:59Z')))).toBe('2026-11-16');
  });

  test('shows a mail of Sunday evening in the Americas, which is Monday in UTC', () => {
    const now = Date.parse('2026-11-22T20:00:00-05:00');
    const week = weekOf(now);
    const { day } = todayAt(now, 'America/New_York');
    expect([day, week - weekOf(Date.parse(`${day}T00:00Z`))]).toEqual(['2026-11-22', 1]);
    expect(pulse({ [week]: [2, 1] }, day, 26)).toMatchObject({
      received: [...Array(25).fill(0), 2],
      sent: [...Array(25).fill(0), 1],
    });
  });

  test('leaves out what is older and what lies weeks ahead', () => {
    const last = weekOf(Date.parse('2026-11-21'));
    const counts: Record<number, [number, number]> = {
      [last - 26]: [1, 1],
      [last - 25]: [3, 0],
      [last + 2]: [9, 9],
    };
    const { received, sent } = pulse(counts, '2026-11-21', 26);
    expect([
      received[0],
      received.reduce((sum, one) => sum + one),
      sent.reduce((sum, one) => sum + one),
    ]).toEqual([3, 3, 0]);
  });
});

test('local days: whole days on the wall, over a change of the clock and a midnight', () => {
  const oslo = todayAt(Date.parse('2026-03-29T12:00:00+02:00'), 'Europe/Oslo');
  expect(oslo).toMatchObject({ day: '2026-03-29', time: '12:00' });
  expect(oslo.daysSince(Date.parse('2026-03-28T23:59:00+01:00'))).toBe(1);
  expect(oslo.daysSince(Date.parse('2026-03-29T00:01:00+01:00'))).toBe(0);
  expect(oslo.daysSince(Date.parse('2026-03-30T00:01:00+02:00'))).toBe(-1);
  expect(() => todayAt(0, 'Nowhere/Land')).toThrow(RangeError);
});
