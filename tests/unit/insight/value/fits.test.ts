import { expect, test } from 'vitest';
import { bgNbdExpectedNext, bgNbdLogLikelihood, fitBgNbd } from '@/lib/insight/value/bg-nbd';
import { cohortOf } from '@/lib/insight/value/cohort';
import { expectedSpend, fitGammaGamma } from '@/lib/insight/value/gamma-gamma';
import { lifetimeValue } from '@/lib/insight/value/lifetime-value';
import { fitMbgCnbd, fitRegularity, mbgCnbdLogLikelihood } from '@/lib/insight/value/mbg-cnbd';
import { fitParetoNbd } from '@/lib/insight/value/pareto-nbd';
import { referenceRows, withReference } from '../../../support/reference-data';

/** Customers of a shop that never was: x, recency and age follow from their number, so that they are the same each time. */
const invented = Array.from({ length: 300 }, (_, i) => {
  const age = 20 + (i % 20);
  const x = (i * i) % 7;
  const recency = x === 0 ? 0 : age * (0.2 + 0.75 * ((i % 11) / 11));
  return { x, recency, age, logGaps: x === 0 ? 0 : x * Math.log(recency / x) };
});

test.each([
  ['BG/NBD', bgNbdLogLikelihood, fitBgNbd(cohortOf(invented))],
  ['MBG/CNBD-3', mbgCnbdLogLikelihood, fitMbgCnbd(cohortOf(invented), 3)],
] as const)('%s: no neighbour of a fit is likelier', (_, likelihood, { params, logLikelihood }) => {
  for (const key of ['r', 'alpha', 'a', 'b'] as const) {
    for (const factor of [0.99, 1.01]) {
      const beside = { ...params, [key]: params[key] * factor } as never;
      expect(likelihood(beside, cohortOf(invented))).toBeLessThanOrEqual(logLikelihood + 1e-6);
    }
  }
});

test('even gaps are told as regular buying', () => {
  expect(fitRegularity(cohortOf(invented)).params.k).toBeGreaterThan(1);
});

/** Fits to the CDNOW sample, whose figures stand in Fader, Hardie, Lee (2005) and in the vignettes of BTYD and BTYDplus. */

withReference('CDNOW', () => {
  const rows = referenceRows('cdnow/cdnow_customers_summary.csv').map((row) => row.map(Number));
  const cohort = cohortOf(rows.map(([, x, recency, age]) => ({ x: x!, recency: recency!, age: age! })));
  const spends = referenceRows('cdnow/cdnow_customers_summary_with_transactions.csv')
    .map((row) => row.map(Number))
    .map(([, x, recency, age, mean]) => ({ x: x!, recency: recency!, age: age!, mean: mean! }));

  test('BG/NBD', () => {
    const { params, logLikelihood } = fitBgNbd(cohort);
    expect(params.r).toBeCloseTo(0.242593, 4);
    expect(params.alpha).toBeCloseTo(4.413532, 3);
    expect(params.a).toBeCloseTo(0.792886, 3);
    expect(params.b).toBeCloseTo(2.425753, 3);
    expect(logLikelihood).toBeCloseTo(-9582.4256, 3);
  });

  test('MBG/NBD: close to the fit on exact days, of which this file keeps two decimals', () => {
    const { params, logLikelihood } = fitMbgCnbd(cohort, 1);
    expect(params.r).toBeCloseTo(0.5248, 3);
    expect(params.alpha).toBeCloseTo(6.183, 2);
    expect(params.a).toBeCloseTo(0.8914, 2);
    expect(params.b).toBeCloseTo(1.614, 2);
    expect(Math.abs(logLikelihood + 9582.1357)).toBeLessThan(0.05);
  });

  test('Pareto/NBD: its top is flat, its height is known', () => {
    const { logLikelihood } = fitParetoNbd(cohort);
    expect(Math.abs(logLikelihood + 9594.976)).toBeLessThan(0.01);
  });

  test('Gamma-Gamma, and what twelve months are worth', () => {
    const { params, logLikelihood } = fitGammaGamma(spends.map(({ x, mean }) => ({ x, mean })));
    expect(params.p).toBeCloseTo(6.248802, 2);
    expect(params.q).toBeCloseTo(3.744588, 2);
    expect(params.v).toBeCloseTo(15.447748, 1);
    expect(logLikelihood).toBeCloseTo(-4055.9232, 3);
    expect(spends.slice(0, 10).map((one) => expectedSpend(params, one))).toEqual(
      [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17].map((value) =>
        expect.closeTo(value, 1),
      ),
    );
    const buying = fitBgNbd(cohort).params;
    const worth = spends.slice(0, 10).map((one) =>
      lifetimeValue((t) => bgNbdExpectedNext(buying, one, t), {
        months: 12,
        month: 4.345,
        spend: expectedSpend(params, one),
        margin: 1,
        monthlyDiscount: 0.01,
      }),
    );
    const printed = [36.289, 4.637, 8.369, 8.369, 8.369, 283.533, 6.882, 8.369, 43.368, 8.369];
    expect(worth).toEqual(printed.map((value) => expect.closeTo(value, 1)));
  });
});
