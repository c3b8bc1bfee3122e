import { describe, expect, test } from 'vitest';
import { bgNbdExpectedNext, fitBgNbd } from '@/lib/insight/value/bg-nbd';
import { cohortOf } from '@/lib/insight/value/cohort';
import { expectedSpend, fitGammaGamma } from '@/lib/insight/value/gamma-gamma';
import { lifetimeValue } from '@/lib/insight/value/lifetime-value';
import { fitMbgCnbd } from '@/lib/insight/value/mbg-cnbd';
import { fitParetoNbd } from '@/lib/insight/value/pareto-nbd';
import { REFERENCE, referenceRows } from '../../../support/reference-data';

/** Fits to the CDNOW sample, whose figures stand in Fader, Hardie, Lee (2005) and in the vignettes of BTYD and BTYDplus. */

describe.runIf(REFERENCE)('CDNOW', () => {
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
