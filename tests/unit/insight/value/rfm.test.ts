import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Buying, quantile, rfmEdges, rfmGroup, rfmScores } from '@/lib/insight/value/rfm';
import { referenceRows, withReference } from '../../../support/reference-data';

const score = (one: Buying, all: Buying[]) => {
  const { recency, frequency, monetary } = rfmScores(one, rfmEdges(all));
  return `${recency}${frequency}${monetary}`;
};

test('quantiles of type 7', () => {
  expect([0, 0.25, 0.5, 0.8, 1].map((share) => quantile([1, 2, 4, 8], share))).toEqual(
    [1, 1.75, 3, 5.6, 8].map((value) => expect.closeTo(value, 9)),
  );
});

test('scores fall from 5 to 1 with the days since, and rise with purchases and amount', () => {
  const all = [1, 2, 3, 4, 5].map((n) => ({ days: n * 10, purchases: n * 20, amount: n * 100 }));
  expect(all.map((one) => score(one, all))).toEqual(['511', '422', '333', '244', '155']);
});

test('every set of scores has one group', () => {
  expect(rfmGroup({ recency: 5, frequency: 5, monetary: 5 })).toBe('champions');
  expect(rfmGroup({ recency: 1, frequency: 5, monetary: 5 })).toBe('risk');
  expect(rfmGroup({ recency: 1, frequency: 1, monetary: 1 })).toBe('lost');
  expect(rfmGroup({ recency: 1, frequency: 1, monetary: 5 })).toBe('other');
});

test('who bought later, more often or for more never scores less', () => {
  const one = fc.record({
    days: fc.nat(1000),
    purchases: fc.integer({ min: 1, max: 50 }),
    amount: fc.nat(1e6),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 40 }), one, (all, asked) => {
      const edges = rfmEdges(all);
      const [less, more] = [asked, { days: 0, purchases: asked.purchases + 1, amount: asked.amount + 1 }].map(
        (b) => rfmScores(b, edges),
      ) as [ReturnType<typeof rfmScores>, ReturnType<typeof rfmScores>];
      for (const key of ['recency', 'frequency', 'monetary'] as const) {
        expect(more[key]).toBeGreaterThanOrEqual(less[key]);
        expect(less[key]).toBeGreaterThanOrEqual(1);
        expect(more[key]).toBeLessThanOrEqual(5);
      }
    }),
  );
});

withReference('4,906 orders of 995 customers', () => {
  const rows = referenceRows('rfm/rfm_orders_expected.csv').map((row) =>
    row.map((cell) => cell.replaceAll('"', '')),
  );
  const all = rows.map((row) => ({
    days: Number(row[4]),
    purchases: Number(row[2]),
    amount: Number(row[3]),
  }));
  const edges = rfmEdges(all);

  test('edges and every score', () => {
    expect(edges).toEqual({
      days: [115, 181, 297.4, 482].map((edge) => expect.closeTo(edge, 6)),
      purchases: [4, 5, 6, 8],
      amount: [255.8, 382, 506.4, 666].map((edge) => expect.closeTo(edge, 6)),
    });
    expect(all.map((one) => score(one, all))).toEqual(rows.map((row) => row[8]));
  });

  test('groups', () => {
    const counts: Record<string, number> = {};
    for (const one of all) {
      const group = rfmGroup(rfmScores(one, edges));
      counts[group] = (counts[group] ?? 0) + 1;
    }
    expect(counts).toEqual({
      champions: 158,
      loyal: 278,
      potential: 229,
      attention: 35,
      fading: 50,
      risk: 86,
      lost: 111,
      other: 48,
    });
  });
});
