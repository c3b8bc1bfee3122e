import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { tQuantile } from '@/lib/insight/quantile';
import { csatOf, isTop, meanOf, npsOf, npsOfCounts, shareOf } from '@/lib/insight/satisfaction';
import { dimensionIndex } from '@/lib/insight/satisfaction-index';
import { periodsOf, smoothed } from '@/lib/insight/satisfaction-trend';
import type { Values } from '@/lib/surveys/form';
import { ask } from './forms';

describe('NPS', () => {
  // Sauro & Lewis, and computed by an independent implementation.
  test.each([
    [15, 25, 60, 45, 29.34, 58.04],
    [2, 3, 5, 30, -19.05, 65.2],
    [54, 108, 162, 33.3333, 24.9453, 41.1098],
    [1, 2, 7, 60, 7.0394, 85.2683],
    [0, 0, 10, 100, 47.5036, 100],
  ])(
    '%i detractors, %i passives, %i promoters: %d [%d, %d]',
    (detractors, passives, promoters, nps, low, high) => {
      const found = npsOfCounts({ detractors, passives, promoters })!;
      expect(found.value).toBeCloseTo(nps, 3);
      expect(found.low).toBeCloseTo(low, 2);
      expect(found.high).toBeCloseTo(high, 2);
      expect(found.n).toBe(detractors + passives + promoters);
    },
  );

  it('counts a 0, and nothing that is no answer', () => {
    expect(npsOf([0])).toMatchObject({ value: -100, n: 1, detractors: 1 });
    expect(npsOf([0, 6, 7, 8, 9, 10, 11, -1, 5.5, Number.NaN])).toMatchObject({
      n: 6,
      detractors: 2,
      passives: 2,
      promoters: 2,
    });
    expect(npsOf([])).toBeNull();
  });

  it('has limits in order, within -100 and 100', () => {
    const count = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(count, count, count, (promoters, passives, detractors) => {
        const found = npsOfCounts({ promoters, passives, detractors });
        if (!found) return;
        expect(found.low).toBeGreaterThanOrEqual(-100);
        expect(found.high).toBeLessThanOrEqual(100);
        expect(found.low).toBeLessThanOrEqual(found.high);
        expect(Math.abs(found.value)).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('shares', () => {
  test.each([
    [81, 263, 0.255289, 0.36621],
    [15, 148, 0.062386, 0.160487],
    [0, 20, 0, 0.161125],
  ])('%i of %i by Wilson', (hits, n, low, high) => {
    const found = shareOf(hits, n)!;
    expect(found.low).toBeCloseTo(low, 6);
    expect(found.high).toBeCloseTo(high, 6);
  });
  it('has exact ends, and nothing to say of nobody', () => {
    expect(shareOf(0, 20)!.low).toBe(0);
    expect(shareOf(20, 20)!.high).toBe(1);
    expect(shareOf(0, 0)).toBeNull();
  });
  it('counts 4 and 5 of 5 as satisfied', () => {
    expect(csatOf([5, 4, 4, 3, 5, 2, 5, 4, 4, 5])).toMatchObject({ value: 0.8, n: 10 });
    expect([1, 2, 3, 4, 5].filter((one) => isTop(one, [1, 5]))).toEqual([4, 5]);
    expect([1, 2, 3, 4, 5, 6, 7].filter((one) => isTop(one, [1, 7]))).toEqual([6, 7]);
    expect([1, 2].filter((one) => isTop(one, [1, 2]))).toEqual([2]);
  });
});

describe('means', () => {
  it("has Student's interval", () => {
    const found = meanOf([5, 4, 4, 3, 5, 2, 5, 4, 4, 5])!;
    expect(found.value).toBeCloseTo(4.1, 10);
    expect(found.low).toBeCloseTo(3.388628, 5);
    expect(found.high).toBeCloseTo(4.811372, 5);
  });
  it('stays on the scale, and says nothing of one answer', () => {
    expect(meanOf([7, 7, 6], [1, 7])!.high).toBe(7);
    expect(meanOf([7], [1, 7])).toBeNull();
  });
  test.each([
    [1, 12.706205],
    [9, 2.262157],
    [30, 2.042272],
    [31, 2.039513446],
    [40, 2.02107539],
    [60, 2.000297822],
    [100, 1.983971519],
    [120, 1.979930405],
    [1000, 1.962339081],
  ])('t of .975 with %i degrees of freedom is %d', (degrees, expected) => {
    expect(Math.abs(tQuantile(degrees) - expected)).toBeLessThan(1e-6);
  });
});

it('shows a trend by the month of the user', () => {
  const at = (text: string) => Date.parse(text);
  const answers = [
    { at: at('2026-03-01T00:30:00Z'), value: 9 },
    { at: at('2026-02-28T12:00:00Z'), value: 0 },
    { at: at('2026-03-15T12:00:00Z'), value: 10 },
  ];
  const months = (zone: string) =>
    periodsOf(answers, 'month', zone, 1).map(({ from, answers }) => {
      const figure = npsOf(answers.map(({ value }) => value));
      return [from.slice(0, 7), figure?.n, figure?.value];
    });
  expect(months('UTC')).toEqual([
    ['2026-02', 1, -100],
    ['2026-03', 2, 100],
  ]);
  expect(months('America/New_York')).toEqual([
    ['2026-02', 2, 0],
    ['2026-03', 1, 100],
  ]);
});

describe('index by dimension', () => {
  const questions = [
    ask('q1', 'csat', { dimension: 'product' }),
    ask('q2', 'ces', { dimension: 'product' }),
    ask('q3', 'csat', { dimension: 'service' }),
    ask('q4', 'text', { dimension: 'name' }),
    ask('q5', 'csat'),
  ];
  const answers: Values[] = [{ q1: 5, q2: 7, q3: 3, q5: 1 }, { q1: 3, q2: 4, q3: 1, q4: 'Ann' }, { q1: 1 }];
  it('puts scales on 0 to 100 and weighs dimensions, not questions', () => {
    const { dimensions, total } = dimensionIndex(questions, answers);
    expect(dimensions.map(({ dimension, value, n }) => [dimension, value, n])).toEqual([
      ['product', 50, 3],
      ['service', 25, 2],
    ]);
    // By person: (100 + 50) / 2, (50 + 0) / 2, 0.
    expect(total).toMatchObject({ value: (75 + 25 + 0) / 3, n: 3 });
  });
  it('takes weights', () => {
    const { total } = dimensionIndex(questions, answers, { service: 3 });
    expect(total!.value).toBeCloseTo(((100 + 3 * 50) / 4 + 50 / 4 + 0) / 3, 10);
    expect(dimensionIndex(questions, answers, { service: 0 }).total!.value).toBe(50);
  });
});

describe('a trend says no more than it knows', () => {
  const day = (n: number) => Date.UTC(2026, 0, 5) + n * 86_400_000;
  const given = (...counts: number[]) =>
    counts.flatMap((count, week) =>
      Array.from({ length: count }, (_, at) => ({ at: day(7 * week), value: at % 11 })),
    );

  it('takes periods of few answers together with the next, and what is left with the last', () => {
    const of = (...counts: number[]) =>
      periodsOf(given(...counts), 'week', 'UTC').map(({ from, to, answers }) => [from, to, answers.length]);
    expect(of(10, 12)).toEqual([
      ['2026-01-05', '2026-01-11', 10],
      ['2026-01-12', '2026-01-18', 12],
    ]);
    expect(of(4, 3, 3, 11, 2)).toEqual([
      ['2026-01-05', '2026-01-25', 10],
      ['2026-01-26', '2026-02-08', 13],
    ]);
    expect(of(3)).toEqual([['2026-01-05', '2026-01-11', 3]]);
    expect(of()).toEqual([]);
  });

  it('ends weeks on Sundays and quarters with their month, whatever the year', () => {
    const ends = (text: string, unit: 'week' | 'quarter') =>
      periodsOf([{ at: Date.parse(text), value: 9 }], unit, 'UTC', 1).map(({ from, to }) => [from, to]);
    expect(ends('2027-01-03T23:00:00Z', 'week')).toEqual([['2026-12-28', '2027-01-03']]);
    expect(ends('2024-02-29T12:00:00Z', 'quarter')).toEqual([['2024-01-01', '2024-03-31']]);
  });

  it('keeps every answer in one period, in order, without a gap inside', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(400), { maxLength: 200 }),
        fc.constantFrom('week', 'month', 'quarter'),
        (days, unit) => {
          const answers = days.map((n) => ({ at: day(n), value: n % 11 }));
          const periods = periodsOf(answers, unit as 'week', 'UTC');
          expect(periods.flatMap((one) => one.answers).length).toBe(answers.length);
          for (const [at, one] of periods.entries()) {
            expect(one.from < one.to && (at === 0 || periods[at - 1]!.to < one.from)).toBe(true);
            if (periods.length > 1) expect(one.answers.length).toBeGreaterThanOrEqual(10);
          }
        },
      ),
    );
  });

  it('draws a level whose band holds the true one in about 95 of 100', () => {
    let seed = 7;
    const random = () => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return seed / 2 ** 32;
    };
    let held = 0;
    for (let turn = 0; turn < 400; turn += 1) {
      const answers = Array.from({ length: 120 }, (_, at) => ({
        at: day(at),
        value: random() < 0.7 ? 1 : 0,
      }));
      const [level] = smoothed(answers, [day(60)], { reach: 30, ends: [0, 1] });
      if (level!.low <= 0.7 && level!.high >= 0.7) held += 1;
    }
    expect(held).toBeGreaterThan(365);
    expect(held).toBeLessThan(397);
  });

  it('is not sure where all said the same', () => {
    const [level] = smoothed(
      given(5).map(({ at }) => ({ at, value: 100 })),
      [day(0)],
      { reach: 30, ends: [-100, 100] },
    );
    expect(level!.value).toBe(100);
    expect(level!.low).toBeLessThan(90);
  });
});
