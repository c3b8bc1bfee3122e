import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { chance } from '@/lib/crm/practice/random';
import { corrected, twoSided } from '@/lib/insight/comparing/chance';
import { meanDifference, npsDifference, shareDifference } from '@/lib/insight/comparing/differences';
import { shareDifferenceWithin } from '@/lib/insight/comparing/stratified';

/** Scores of so many detractors, passives, promoters. */
const scores = (detractors: number, passives: number, promoters: number): number[] => [
  ...new Array<number>(detractors).fill(3),
  ...new Array<number>(passives).fill(8),
  ...new Array<number>(promoters).fill(10),
];

test('the chance of a normal value', () => {
  expect(twoSided(0)).toBe(1);
  expect(twoSided(1.959963984540054)).toBeCloseTo(0.05, 12);
  expect(twoSided(-2.575829303548901)).toBeCloseTo(0.01, 12);
  expect(twoSided(Number.POSITIVE_INFINITY)).toBe(0);
});

describe('two scores', () => {
  it('of 300 answers each are told apart as an independent computation says', () => {
    const found = npsDifference(scores(40, 60, 200), scores(50, 100, 150))!;
    expect(found.by).toBeCloseTo(20, 9);
    expect(found.chance).toBeCloseTo(0.0008165114, 9);
    expect((found.high - found.low) / 2 / 1.959963984540054).toBeCloseTo(5.9753, 3);
  });

  it('of groups that are all of one mind are not told apart for sure', () => {
    const found = npsDifference(scores(0, 0, 3), scores(3, 0, 0))!;
    expect(found.by).toBe(200);
    expect(found.low).toBeLessThan(190);
    expect(found.chance).toBeGreaterThan(0);
    expect(npsDifference([], [9])).toBeNull();
  });
});

describe('two shares', () => {
  // Newcombe 1998, table II: 56/70 against 48/80, 10/10 against 0/20.
  test.each([
    [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
    [10, 10, 0, 20, 1, 0.6791, 1],
    [9, 10, 3, 10, 0.6, 0.1705, 0.809],
  ])('%i of %i against %i of %i', (a, n, b, m, by, low, high) => {
    const found = shareDifference([a, n], [b, m])!;
    expect(found.by).toBeCloseTo(by, 9);
    expect(found.low).toBeCloseTo(low, 3);
    expect(found.high).toBeCloseTo(high, 3);
  });

  it('that are equal may well be', () => {
    expect(shareDifference([5, 10], [10, 20])!.chance).toBe(1);
    expect(shareDifference([0, 10], [0, 20])!.chance).toBe(1);
    expect(shareDifference([0, 0], [1, 2])).toBeNull();
  });
});

describe('two shares of several draws', () => {
  // Admissions of men and women by department (Bickel, Hammel & O'Connell 1975), the data that R calls UCBAdmissions.
  const BERKELEY = [
    [512, 825, 89, 108],
    [353, 560, 17, 25],
    [120, 325, 202, 593],
    [138, 417, 131, 375],
    [53, 191, 94, 393],
    [22, 373, 24, 341],
  ].map(([x, n, y, m]) => ({ one: [x!, n!] as const, other: [y!, m!] as const }));

  it('are held against each other within each: what the whole suggests is not there', () => {
    const sum = (of: 'one' | 'other') =>
      [0, 1].map((at) => BERKELEY.reduce((all, one) => all + one[of][at]!, 0)) as [number, number];
    expect(shareDifference(sum('one'), sum('other'))!.low).toBeGreaterThan(0.1);
    const found = shareDifferenceWithin(BERKELEY)!;
    // R: mantelhaen.test(UCBAdmissions, correct = FALSE) has X² = 1.5246, p = 0.2169.
    expect(found.chance).toBeCloseTo(0.2169, 4);
    expect([found.low < 0, found.high > 0]).toEqual([true, true]);
  });

  it('of one draw are compared as ever, and without anybody on one side not at all', () => {
    const one = { one: [56, 70], other: [48, 80] } as const;
    expect(shareDifferenceWithin([one, { one: [3, 4], other: [0, 0] }])).toEqual(
      shareDifference([56, 70], [48, 80]),
    );
    expect(shareDifferenceWithin([{ one: [3, 4], other: [0, 0] }])).toBeNull();
  });

  it('have an interval that holds the difference as often as it says, where seasons and shares differ', () => {
    const luck = chance(7);
    const hits = (n: number, part: number) =>
      Array.from({ length: n }).filter(() => luck.whole(0, 9_999) < part * 10_000).length;
    const draws = [
      { n: 90, m: 10, rate: 0.1 },
      { n: 40, m: 40, rate: 0.5 },
      { n: 20, m: 60, rate: 0.3 },
    ];
    let [within, pooled] = [0, 0];
    for (let turn = 0; turn < 2000; turn += 1) {
      const strata = draws.map(({ n, m, rate }) => ({
        one: [hits(n, rate + 0.1), n] as const,
        other: [hits(m, rate), m] as const,
      }));
      const sum = (of: 'one' | 'other', at: 0 | 1) => strata.reduce((all, one) => all + one[of][at], 0);
      const apart = shareDifferenceWithin(strata)!;
      const whole = shareDifference([sum('one', 0), sum('one', 1)], [sum('other', 0), sum('other', 1)])!;
      within += Number(apart.low <= 0.1 && 0.1 <= apart.high);
      pooled += Number(whole.low <= 0.1 && 0.1 <= whole.high);
    }
    expect(within / 2000).toBeGreaterThan(0.93);
    expect(within / 2000).toBeLessThan(0.97);
    // The same people in one heap: the season is taken for what asking does.
    expect(pooled / 2000).toBeLessThan(0.9);
  });
});

describe('two means', () => {
  it('are told apart as R says of its sleep data', () => {
    const one = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const two = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    // t.test(extra ~ group, sleep): t = -1.8608, df = 17.776, p = 0.07939, [-3.3654832, 0.2054832]
    const found = meanDifference(one, two)!;
    expect(found.by).toBeCloseTo(-1.58, 9);
    expect(found.chance).toBeCloseTo(0.07939414, 7);
    expect(found.low).toBeCloseTo(-3.3654832, 1);
    expect(found.high).toBeCloseTo(0.2054832, 1);
  });

  it('of thousands of answers are told apart too', () => {
    const many = (mean: number) => Array.from({ length: 5000 }, (_, at) => mean + (at % 3) - 1);
    expect(meanDifference(many(5), many(4))!.chance).toBe(0);
    const [a, b] = [
      Array.from({ length: 501 }, (_, at) => at % 7),
      Array.from({ length: 502 }, (_, at) => (at + 1) % 7),
    ];
    const [c, d] = [a.slice(0, 500), b.slice(0, 500)];
    expect(meanDifference(a, b)!.chance).toBeCloseTo(meanDifference(c, d)!.chance, 1);
  });

  it('of groups that do not vary are not compared', () => {
    expect(meanDifference([1, 1], [2, 2])).toBeNull();
    expect(meanDifference([1], [2, 3])).toBeNull();
  });
});

describe('many looks', () => {
  it('are corrected as Holm says', () => {
    const found = corrected([0.01, 0.04, 0.03, 0.005]);
    for (const [at, one] of [0.03, 0.06, 0.06, 0.02].entries()) expect(found[at]).toBeCloseTo(one, 12);
    expect(corrected([])).toEqual([]);
  });

  it('never make a chance smaller, and keep the order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (chances) => {
        const found = corrected(chances);
        for (const [i, one] of chances.entries()) {
          expect(found[i]).toBeGreaterThanOrEqual(one);
          for (const [j, other] of chances.entries())
            if (one < other) expect(found[i]).toBeLessThanOrEqual(found[j]!);
        }
      }),
    );
  });
});

test('a difference lies in its interval, whatever the answers', () => {
  const answers = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(answers, answers, (a, b) => {
      for (const found of [npsDifference(a, b), meanDifference(a, b)]) {
        if (!found) continue;
        expect(found.low).toBeLessThanOrEqual(found.by);
        expect(found.by).toBeLessThanOrEqual(found.high);
        expect(found.chance).toBeGreaterThanOrEqual(0);
        expect(found.chance).toBeLessThanOrEqual(1);
      }
    }),
  );
});
