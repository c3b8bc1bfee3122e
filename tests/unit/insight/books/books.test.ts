import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { churnMonths } from '@/lib/insight/books/churn';
import { cohortRows, monthName, monthOf, retentionCurve } from '@/lib/insight/books/cohorts';
import { concentrationOf } from '@/lib/insight/books/concentration';
import { nextBought, productFigures, type Sale } from '@/lib/insight/books/products';

test('how much hangs on the largest, counted by hand', () => {
  const found = concentrationOf([500, 300, 0, 100, 100])!;
  expect(found).toMatchObject({ n: 4, total: 1000 });
  expect(found.top.map(({ share }) => share)).toEqual([0.5, 1, 1]);
  expect(found.herfindahl).toBeCloseTo(0.25 + 0.09 + 0.01 + 0.01, 12);
  expect(found.asMany).toBeCloseTo(1 / 0.36, 12);
  // Without the largest: 300, 100, 100 of 500.
  expect(found.without).toMatchObject({ share: 0.5, total: 500, asMany: expect.closeTo(1 / 0.44, 12) });
  expect(concentrationOf([7])!.without).toBeNull();
  expect(concentrationOf([0, -3])).toBeNull();
});

test('the index stands between all alike and only one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 50 }), (amounts) => {
      const { herfindahl, top, n } = concentrationOf(amounts)!;
      expect(herfindahl).toBeGreaterThanOrEqual(1 / n - 1e-12);
      expect(herfindahl).toBeLessThanOrEqual(1 + 1e-12);
      expect(top[0]!.share).toBeLessThanOrEqual(top[1]!.share + 1e-12);
    }),
  );
});

test('cohorts by the month of the first purchase', () => {
  const months = (...days: string[]) => days.map(monthOf);
  const people = [
    months('2026-01-03', '2026-01-20', '2026-03-01'),
    months('2026-01-31', '2026-02-01', '2026-04-02'),
    months('2026-02-05', '2026-03-05'),
    months('2025-06-01', '2026-03-05'),
  ];
  const rows = cohortRows(people, monthOf('2026-03-31'), 3);
  expect(rows.map(({ month, size, active }) => [monthName(month), size, active])).toEqual([
    ['2026-01', 2, [2, 1, 1]],
    ['2026-02', 1, [1, 1]],
  ]);
  expect(retentionCurve(rows).map(({ after, value, n }) => [after, value, n])).toEqual([
    [0, 1, 3],
    [1, 2 / 3, 3],
    [2, 0.5, 2],
  ]);
});

test('churn: who is silent too long leaves, who comes again returns', () => {
  const edges = [0, 30, 60, 90, 120];
  const people = [
    [0, 20, 40, 60, 80, 100], // stays
    [5], // leaves on day 36
    [5, 70], // leaves on day 36, returns on day 70, leaves on day 101
    [65], // joins, leaves on day 96
  ];
  const months = churnMonths(people, edges, 30);
  expect(months.map(({ customers, left, returned, joined }) => [customers, left, returned, joined])).toEqual([
    [0, 0, 0, 3],
    [3, 2, 0, 0],
    [1, 0, 1, 1],
    [3, 2, 0, 0],
  ]);
  expect(months[1]!.rate!.value).toBeCloseTo(2 / 3, 12);
  expect(months[0]!.rate).toBeNull();
});

test('nobody is counted twice: customers less who left plus who came are the next customers', () => {
  const days = fc.uniqueArray(fc.nat(200), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(days, { maxLength: 8 }), fc.integer({ min: 1, max: 60 }), (people, silence) => {
      const sorted = people.map((each) => [...each].sort((a, b) => a - b));
      for (const month of churnMonths(sorted, [0, 30, 60, 90, 120, 150, 180, 210], silence)) {
        expect(month.left).toBeLessThanOrEqual(month.customers);
        expect(month.customers + month.joined + month.returned).toBeLessThanOrEqual(people.length);
      }
    }),
  );
});

const sale = (who: string, day: number, product: string, amount: number | null = 100): Sale => ({
  id: crypto.randomUUID(),
  who,
  day,
  product,
  amount,
});

test('a purchase of two people is one purchase of two buyers', () => {
  const shared = { ...sale('a', 1, 'lamp', 500), id: 'shared' };
  expect(productFigures([shared, { ...shared, who: 'b' }, sale('b', 2, 'lamp', 100)])).toMatchObject([
    { product: 'lamp', buyers: 2, purchases: 2, spent: 600, repeat: { hits: 1 } },
  ]);
});

test('products by buyers, and who bought again on another day', () => {
  const [lamp, lens] = productFigures([
    sale('a', 1, 'lamp'),
    sale('a', 1, 'lamp'),
    sale('b', 2, 'lamp'),
    sale('b', 9, 'lamp', null),
    sale('b', 9, 'lens', 50),
  ]);
  expect(lamp).toMatchObject({ product: 'lamp', buyers: 2, purchases: 4, spent: 300 });
  expect(lamp!.repeat).toMatchObject({ value: 0.5, hits: 1, n: 2 });
  expect(lens).toMatchObject({ buyers: 1, spent: 50, repeat: { value: 0, n: 1 } });
});

test('what is bought next, by customers and not by purchases', () => {
  // Twelve buy a lens after a lamp, three a case after a lamp, five a case after a lens.
  const sales = Array.from({ length: 20 }, (_, at) => {
    const who = `c${at}`;
    if (at < 12) return [sale(who, 1, 'lamp'), sale(who, 5, 'lens'), sale(who, 5, 'lens')];
    if (at < 15) return [sale(who, 1, 'lamp'), sale(who, 5, 'case')];
    return [sale(who, 1, 'lens'), sale(who, 5, 'case')];
  }).flat();
  const { followed, pairs } = nextBought([...sales, sale('z', 1, 'lamp')]);
  expect(followed).toBe(20);
  const [first] = pairs.filter(({ from, to }) => from === 'lamp' && to === 'lens');
  // 12 of 15 buyers of a lamp; a lens follows for 12 of all 20.
  expect(first).toMatchObject({
    support: 12,
    of: 15,
    share: { value: 0.8 },
    lift: expect.closeTo(0.8 / 0.6, 9),
  });
  expect(first!.candidates).toEqual(['c12', 'c13', 'c14', 'z']);
  expect(pairs.map(({ from, to }) => `${from} ${to}`)).toEqual(['lens case', 'lamp lens', 'lamp case']);
});

test('of fewer than twenty nothing is said', () => {
  const sales = Array.from({ length: 19 }, (_, at) => [
    sale(`c${at}`, 1, 'a'),
    sale(`c${at}`, 2, 'b'),
  ]).flat();
  expect(nextBought(sales)).toEqual({ followed: 19, pairs: [] });
});
