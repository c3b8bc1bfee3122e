import { describe, expect, test } from 'vitest';
import { dayNumber } from '@/lib/crm/calendar';
import { isHeldOut, lotOf } from '@/lib/insight/asking/draw';
import { type Past, turnOf } from '@/lib/insight/asking/due';
import { planDays } from '@/lib/insight/asking/plan';
import { waveAt, waveDays } from '@/lib/insight/asking/waves';

const from = '2026-03-01';
const start = dayNumber(from);
const past = (change: Partial<Past> = {}): Past => ({
  asked: null,
  answered: null,
  event: null,
  askedByAny: null,
  ...change,
});

describe('turns', () => {
  const every = { rhythm: { kind: 'every' as const, days: 90 }, from };
  const after = { rhythm: { kind: 'after' as const, event: 'purchase' as const, days: 7 }, from };

  test('come so many days after the last one, never before the first day', () => {
    expect(turnOf(every, past(), start)).toBe(start);
    expect(turnOf(every, past({ asked: start - 200 }), start)).toBe(start);
    expect(turnOf(every, past({ asked: start - 80, answered: start - 10 }), start)).toBe(start + 80);
  });

  test('come once for each event, and go two weeks later', () => {
    expect(turnOf(after, past({ event: start }), start)).toBe(start + 7);
    expect(turnOf(after, past({ event: start - 8 }), start)).toBe(null);
    expect(turnOf(after, past({ event: start }), start + 21)).toBe(start + 7);
    expect(turnOf(after, past({ event: start }), start + 22)).toBe(null);
    expect(turnOf(after, past({ event: start, asked: start + 7 }), start + 8)).toBe(null);
  });

  test('come once where once is said', () => {
    const once = { rhythm: { kind: 'once' as const }, from };
    expect(turnOf(once, past(), start + 5)).toBe(start);
    expect(turnOf(once, past({ answered: start - 400 }), start)).toBe(null);
  });
});

describe('waves', () => {
  const waves = { rhythm: { kind: 'every' as const, days: 30 }, from, until: '2026-05-10' };

  test('part the time from the first day to the last', () => {
    expect(waveAt(waves, start - 1)).toBe(null);
    expect([0, 29, 30, 70].map((day) => waveAt(waves, start + day))).toEqual([0, 0, 1, 2]);
    expect(waveAt(waves, start + 71)).toBe(null);
    expect(waveDays(waves, 2)).toEqual({ first: start + 60, last: start + 70 });
    expect(waveDays({ ...waves, rhythm: { kind: 'once' }, until: null }, 0)).toEqual({
      first: start,
      last: null,
    });
  });
});

describe('lots', () => {
  const ids = Array.from(
    { length: 20_000 },
    (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
  );

  test('fall evenly, the same each time, and anew in each wave', () => {
    const held = (wave: number) => ids.filter((id) => isHeldOut('seed', wave, id, 10));
    // Four standard errors of a tenth of twenty thousand.
    expect(Math.abs(held(0).length - 2000)).toBeLessThan(170);
    expect(held(0)).toEqual(held(0));
    const both = held(0).filter((id) => isHeldOut('seed', 1, id, 10));
    expect(Math.abs(both.length - 200)).toBeLessThan(60);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const id of ids) tenths[Math.floor(10 * lotOf('other', 3, id))]! += 1;
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(170);
    expect(ids.some((id) => isHeldOut('seed', 0, id, 0))).toBe(false);
  });
});

describe('the coming days', () => {
  const plan = (nexts: number[], change: Partial<Parameters<typeof planDays>[1]> = {}) =>
    planDays(
      nexts.map((next) => ({ next })),
      { today: 100, days: 6, perDay: 2, room: 2, repeat: null, last: null, share: 1, ...change },
    );

  test('hold no more than may be asked, and who is too many waits', () => {
    expect(plan([90, 100, 100, 101, 104])).toEqual([2, 2, 0, 0, 1, 0]);
    expect(plan([100, 100], { room: 0 })).toEqual([0, 2, 0, 0, 0, 0]);
    expect(plan([100, 100, 100], { last: 100 })).toEqual([2, 0, 0, 0, 0, 0]);
    expect(plan([100], { repeat: 3 })).toEqual([1, 0, 0, 1, 0, 0]);
    expect(plan([100, 100, 100, 100], { share: 0.5 })).toEqual([2, 0, 0, 0, 0, 0]);
    expect(plan([200])).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
