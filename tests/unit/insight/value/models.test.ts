import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bgNbdAlive, bgNbdExpected, bgNbdExpectedNext, bgNbdLogLikelihood } from '@/lib/insight/value/bg-nbd';
import { cohortOf, type History } from '@/lib/insight/value/cohort';
import { expectedSpend } from '@/lib/insight/value/gamma-gamma';
import {
  mbgCnbdAlive,
  mbgCnbdExpectedNext,
  mbgCnbdLogLikelihood,
  mbgCnbdReturns,
} from '@/lib/insight/value/mbg-cnbd';
import { paretoNbdAlive, paretoNbdExpected, paretoNbdExpectedNext } from '@/lib/insight/value/pareto-nbd';

/** Figures printed for the CDNOW sample (Fader, Hardie, Lee 2005; vignettes of BTYD and BTYDplus) or made with those packages. */

const history = (x: number, recency: number, age: number): History => ({ x, recency, age });

describe('BG/NBD', () => {
  const params = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
  test.each([
    [0, 0, 39, 1],
    [10, 35, 39, 0.8426032],
    [2, 30.43, 38.86, 0.7265786],
    [26, 30.857143, 31, 0.9688516],
    [1, 1, 39, 0.1870196],
  ])('P(alive) of %d purchases until %d of %d', (x, recency, age, alive) => {
    expect(bgNbdAlive(params, history(x, recency, age))).toBeCloseTo(alive, 7);
  });
  test.each([
    [2, 0.1033897],
    [10, 0.4324134],
    [52, 1.4460506],
  ])('expected of somebody new within %d', (t, count) => {
    expect(bgNbdExpected(params, t)).toBeCloseTo(count, 7);
  });
  test.each([
    [2, 30.43, 38.86, 39, 1.2260282],
    [10, 35, 39, 2, 0.3915692],
    [10, 20, 39, 52, 0.3473998],
    [0, 0, 39, 52, 0.251358],
  ])('expected next of %d purchases until %d of %d within %d', (x, recency, age, t, count) => {
    expect(bgNbdExpectedNext(params, history(x, recency, age), t)).toBeCloseTo(count, 6);
  });
  test('likelihood of one history', () => {
    const cohort = cohortOf([history(3, 4, 6)]);
    expect(bgNbdLogLikelihood({ r: 0.5, alpha: 6, a: 1.2, b: 3.3 }, cohort)).toBeCloseTo(-7.5763819, 6);
  });
});

describe('MBG/NBD', () => {
  const params = { k: 1, r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 };
  test.each([
    [0, 0, 39, 0.3893476],
    [2, 30.43, 38.86, 0.7062023],
    [10, 35, 39, 0.8308978],
  ])('P(alive) of %d purchases until %d of %d', (x, recency, age, alive) => {
    expect(mbgCnbdAlive(params, history(x, recency, age))).toBeCloseTo(alive, 7);
  });
  test.each([
    [2, 30.43, 38.86, 1.2629606],
    [0, 0, 39, 0.1534394],
  ])('expected within 39 of %d purchases until %d of %d', (x, recency, age, count) => {
    expect(mbgCnbdExpectedNext(params, history(x, recency, age), 39)).toBeCloseTo(count, 6);
  });
});

describe('Pareto/NBD', () => {
  const params = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };
  test.each([
    [0, 0, 39, 0.294467],
    [10, 35, 39, 0.9237235],
    [2, 30.43, 38.86, 0.8691676],
    [26, 30.857143, 31, 0.9978743],
  ])('P(alive) of %d purchases until %d of %d', (x, recency, age, alive) => {
    expect(paretoNbdAlive(params, history(x, recency, age))).toBeCloseTo(alive, 6);
  });
  test('expectations', () => {
    expect(paretoNbdExpected(params, 2)).toBeCloseTo(0.0995754, 6);
    expect(paretoNbdExpected(params, 52)).toBeCloseTo(1.4729968, 6);
    expect(paretoNbdExpectedNext(params, history(2, 30.43, 38.86), 39)).toBeCloseTo(1.4551232, 5);
    expect(paretoNbdExpectedNext(params, history(10, 35, 39), 2)).toBeCloseTo(0.3886349, 6);
  });
});

test('Gamma-Gamma: expected spend, for somebody unknown too', () => {
  const params = { p: 6.25, q: 3.74, v: 15.44 };
  expect(expectedSpend(params, { x: 3, mean: 35 })).toBeCloseTo(35.02792, 5);
  expect(expectedSpend(params, { x: 1, mean: 10 })).toBeCloseTo(17.686318, 5);
  expect(expectedSpend(params, { x: 0, mean: 0 })).toBeCloseTo(35.218978, 5);
  expect(expectedSpend(params, { x: 10, mean: 100 })).toBeCloseTo(97.279277, 5);
});

/** Any parameters and any history that can be. */
const anyParams = fc.record({
  k: fc.integer({ min: 1, max: 6 }),
  r: fc.double({ min: 0.05, max: 20, noNaN: true }),
  alpha: fc.double({ min: 0.05, max: 100, noNaN: true }),
  a: fc.double({ min: 0.05, max: 20, noNaN: true }),
  b: fc.double({ min: 0.05, max: 20, noNaN: true }),
});
const anyHistory = fc
  .tuple(
    fc.integer({ min: 0, max: 1000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0.1, max: 500, noNaN: true }),
  )
  .map(([x, part, age]) => history(x, x === 0 ? 0 : part * age, age));

test('probabilities are in [0, 1] and no figure is lost, for any history', () => {
  fc.assert(
    fc.property(
      anyParams,
      anyHistory,
      fc.double({ min: 0.1, max: 200, noNaN: true }),
      (params, one, horizon) => {
        const pareto = { r: params.r, alpha: params.alpha, s: params.a, beta: params.b };
        for (const share of [
          bgNbdAlive(params, one),
          mbgCnbdAlive(params, one),
          mbgCnbdReturns(params, one, horizon),
          paretoNbdAlive(pareto, one),
        ]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(Number.isFinite(mbgCnbdLogLikelihood(params, cohortOf([one])))).toBe(true);
        expect(Number.isFinite(bgNbdLogLikelihood(params, cohortOf([one])))).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('a return is the likelier the longer one waits, and the less likely the longer nothing came', () => {
  fc.assert(
    fc.property(anyParams, anyHistory, (params, one) => {
      const [soon, later] = [10, 20].map((horizon) => mbgCnbdReturns(params, one, horizon));
      expect(later).toBeGreaterThanOrEqual((soon as number) - 1e-12);
      const silent = mbgCnbdAlive({ ...params, k: 1 }, { ...one, age: one.age + 10 });
      expect(silent).toBeLessThanOrEqual(mbgCnbdAlive({ ...params, k: 1 }, one) + 1e-12);
    }),
    { numRuns: 300 },
  );
});

test.each([history(1000, 10, 100), history(254, 97.14, 97.29)])('a hard row stays finite: %o', (row) => {
  const params = { k: 1, r: 0.5143, alpha: 2.8845, a: 0.2856, b: 14.1087 };
  for (const value of [
    bgNbdAlive(params, row),
    mbgCnbdAlive(params, row),
    mbgCnbdReturns(params, row, 13),
    paretoNbdAlive({ r: 0.5143, alpha: 2.8845, s: 0.2856, beta: 14.1087 }, row),
  ]) {
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(1);
  }
  for (const count of [bgNbdExpectedNext(params, row, 39), mbgCnbdExpectedNext(params, row, 39)]) {
    expect(count).toBeGreaterThanOrEqual(0);
    expect(Number.isFinite(count)).toBe(true);
  }
});
