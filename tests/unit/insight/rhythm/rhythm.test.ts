import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latenessOf, overdue, rhythmOf } from '@/lib/insight/rhythm/gaps';
import { horizonOf, type KeptStage, type StageFacts, settle, stageOf } from '@/lib/insight/rhythm/stage';
import { strengthOf } from '@/lib/insight/rhythm/strength';
import { gammaCdf, logGamma } from '@/lib/insight/value/special';

const USUAL = { gap: 30, regularity: 1 };
const gap = fc.double({ min: 0.01, max: 2000, noNaN: true });

test('gamma functions at known points', () => {
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  expect(logGamma(10)).toBeCloseTo(Math.log(362_880), 11);
  expect(gammaCdf(1, 2)).toBeCloseTo(1 - Math.exp(-2), 14);
  expect(gammaCdf(3, 3)).toBeCloseTo(1 - Math.exp(-3) * (1 + 3 + 4.5), 13);
  expect(gammaCdf(0.5, 30)).toBeCloseTo(1, 12);
});

describe('rhythm', () => {
  test('without a gap it is the usual one, and each gap moves it', () => {
    expect(rhythmOf([], USUAL)).toEqual({ ...USUAL, n: 0 });
    expect(rhythmOf([10], USUAL).gap).toBe(20);
    expect(rhythmOf([10, 10, 10, 10, 10, 10, 10, 10, 10], USUAL).gap).toBe(12);
  });

  test('regular gaps are told from irregular ones', () => {
    const even = rhythmOf([29, 30, 31, 30, 30, 29, 31, 30], USUAL);
    const odd = rhythmOf([1, 90, 2, 80, 3, 1, 60, 3], USUAL);
    expect(even.regularity).toBeGreaterThan(10);
    expect(odd.regularity).toBeLessThan(1);
    expect(latenessOf(overdue(45, even))).toBe('risk');
    expect(latenessOf(overdue(45, odd))).not.toBe('risk');
  });

  test('the probability to be overdue is in [0, 1], rises with silence, and is never lost', () => {
    fc.assert(
      fc.property(fc.array(gap, { maxLength: 30 }), gap, gap, (gaps, silence, more) => {
        const rhythm = rhythmOf(gaps, USUAL);
        const [now, later] = [overdue(silence, rhythm), overdue(silence + more, rhythm)];
        expect(now).toBeGreaterThanOrEqual(0);
        expect(later).toBeLessThanOrEqual(1);
        expect(later).toBeGreaterThanOrEqual(now - 1e-12);
      }),
    );
  });
});

describe('strength', () => {
  const mail = { age: 3, channel: 'text', twoWay: true } as const;
  const even = { gap: 14, received: 5, sent: 5 };

  test('nothing is 0; a meeting outweighs a mail; what goes one way is worth half', () => {
    expect(strengthOf([], even)).toBe(0);
    expect(strengthOf([{ ...mail, channel: 'meeting' }], even)).toBeGreaterThan(strengthOf([mail], even));
    const oneWay = strengthOf([mail], { ...even, received: 0 });
    expect(oneWay).toBeCloseTo(strengthOf([mail], even) / 2, 9);
  });

  test('it is in [0, 100] and fades', () => {
    const age = fc.double({ min: 0, max: 4000, noNaN: true });
    const channel = fc.constantFrom('meeting', 'call', 'text', 'reaction' as const);
    const exchange = fc.record({ age, channel, twoWay: fc.boolean() });
    fc.assert(
      fc.property(fc.array(exchange as fc.Arbitrary<never>), age, (all: (typeof mail)[], days) => {
        const now = strengthOf(all, even);
        const later = strengthOf(
          all.map((one) => ({ ...one, age: (one.age + days) as never })),
          even,
        );
        expect(now).toBeLessThanOrEqual(100);
        expect(later).toBeGreaterThanOrEqual(0);
        expect(later).toBeLessThanOrEqual(now + 1e-9);
      }),
    );
  });
});

describe('stage', () => {
  const regular: StageFacts = { n: 8, silence: 20, gap: 30, age: 240, returns: 0.9, recent: 3, before: 3 };

  test.each<[string, Partial<StageFacts>, string, string]>([
    ['buys as ever', {}, 'maturity', 'steady'],
    ['bought twice', { n: 2 }, 'exploration', 'few'],
    ['bought four times', { n: 4 }, 'growth', 'rising'],
    ['many in a short time', { age: 60 }, 'growth', 'rising'],
    ['silent for four gaps', { silence: 120 }, 'decline', 'silent'],
    ['buys far less', { recent: 0, before: 6 }, 'decline', 'falling'],
    ['hardly to return', { returns: 0.3 }, 'decline', 'unlikely'],
    ['gone', { returns: 0.1, n: 1 }, 'exit', 'gone'],
  ])('%s', (_, change, stage, rule) => {
    expect(stageOf({ ...regular, ...change })).toMatchObject({ stage, rule });
  });

  test('near an edge a change waits for another day', () => {
    const near = stageOf({ ...regular, returns: 0.34 });
    let kept: KeptStage = { stage: 'maturity' };
    kept = settle(kept, near, 20_513);
    expect(kept).toEqual({ stage: 'maturity', next: { stage: 'decline', on: 20_513 } });
    expect(settle(kept, near, 20_513)).toEqual(kept);
    expect(settle(kept, near, 20_514)).toEqual({ stage: 'decline' });
    expect(settle(kept, stageOf(regular), 20_514)).toEqual({ stage: 'maturity' });
    expect(settle({ stage: 'maturity' }, stageOf({ ...regular, returns: 0.2 }), 20_513)).toEqual({
      stage: 'decline',
    });
  });

  test('a probability that trembles around an edge never makes the stage flutter within a day', () => {
    const trembling = fc.array(fc.double({ min: 0.31, max: 0.39, noNaN: true }), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(trembling, (all) => {
        let kept: KeptStage = { stage: 'maturity' };
        for (const returns of all) {
          kept = settle(kept, stageOf({ ...regular, returns }), 20_513);
          expect(kept.stage).toBe('maturity');
        }
      }),
    );
  });

  test('the horizon is ten gaps, from 4 to 52 weeks', () => {
    expect([1, 10, 100].map(horizonOf)).toEqual([28, 100, 364]);
  });
});
