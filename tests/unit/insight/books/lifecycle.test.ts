import { expect, test } from 'vitest';
import { medianSpell } from '@/lib/insight/books/dwell';
import { gradesIn } from '@/lib/insight/books/grades';
import { dwellOf, stageSteps } from '@/lib/insight/books/lifecycle';
import { movementsOf, rfmCells, standingsOn } from '@/lib/insight/books/rfm-grid';
import { slippingOf } from '@/lib/insight/books/warning';
import type { Stage } from '@/lib/insight/rhythm/stage';

const [E, G, M] = ['exploration', 'growth', 'maturity'] as const satisfies Stage[];

test('half have left by the length at which the estimate falls to one half, those who stay counted as staying', () => {
  const ended = (length: number) => ({ length, ended: true });
  const lasting = (length: number) => ({ length, ended: false });
  expect(medianSpell([1, 2, 3, 4].map(ended))).toBe(2);
  // At 1: 4/5 stand. At 3, of the three that got there: 4/5 * 2/3 = .533. At 5: 0.
  expect(medianSpell([ended(1), lasting(2), ended(3), lasting(4), ended(5)])).toBe(5);
  expect(medianSpell([ended(1), lasting(9), lasting(9)])).toBeNull();
  expect(medianSpell([])).toBeNull();
});

test('steps from month to month, and how long somebody stays of whom the beginning was seen', () => {
  const people: (Stage | null)[][] = [
    [null, E, E, G, G],
    [E, E, G, G, G],
    [null, null, E, M, M],
  ];
  const steps = new Map(stageSteps(people).map(({ from, to, count }) => [`${from} ${to}`, count]));
  expect([steps.get('exploration exploration'), steps.get('exploration growth')]).toEqual([2, 2]);
  expect([steps.get('growth growth'), steps.get('maturity maturity'), steps.get('exit exit')]).toEqual([
    3, 1, 0,
  ]);
  // Of the second it is not known for how long it had stood: two months and one.
  expect(dwellOf(people, E)).toEqual({ months: 1, n: 2 });
  expect(dwellOf(people, G)).toEqual({ months: null, n: 2 });
});

test('the first fifth is high, the next two are middle; equal ones stand together', () => {
  expect(gradesIn([10, 20, 30, 40, 50])).toEqual(['low', 'low', 'middle', 'middle', 'high']);
  expect(new Set(gradesIn([7, 7, 7, 7])).size).toBe(1);
  expect(gradesIn([])).toEqual([]);
});

test('who falls out of a rhythm: of three gaps or more, by the later of the two', () => {
  const rhythm = (gap: number, n = 5) => ({ gap, regularity: 4, n });
  const talk = (silence: number, of = rhythm(10)) => ({ basis: 'talk' as const, silence, rhythm: of });
  expect(slippingOf([talk(9)])).toBeNull();
  expect(slippingOf([talk(90, rhythm(10, 2))])).toBeNull();
  expect(slippingOf([talk(25)])).toMatchObject({ basis: 'talk', silence: 25, gap: 10, gaps: 5 });
  const buy = { basis: 'buy' as const, silence: 300, rhythm: rhythm(30) };
  expect(slippingOf([talk(25), buy])).toMatchObject({ basis: 'buy', gap: 30 });
});

test('where customers stood on a past day is told by what they had bought until then', () => {
  const customers = [
    {
      id: 'a',
      bought: [
        { day: 1, amount: 100 },
        { day: 90, amount: 300 },
      ],
    },
    { id: 'b', bought: [{ day: 50, amount: Number.NaN }] },
    { id: 'c', bought: [{ day: 95, amount: 100 }] },
  ];
  const [before, after] = [standingsOn(customers, 60), standingsOn(customers, 100)];
  expect(before.map(({ id, days, purchases, amount }) => [id, days, purchases, amount])).toEqual([
    ['a', 59, 1, 100],
    ['b', 10, 1, 0],
  ]);
  expect(after.map(({ id, days, purchases, amount }) => [id, days, purchases, amount])).toEqual([
    ['a', 10, 2, 400],
    ['b', 50, 1, 0],
    ['c', 5, 1, 100],
  ]);
  const moves = movementsOf(before, after);
  expect(moves.flatMap(({ ids }) => ids).sort()).toEqual(['a', 'b', 'c']);
  expect(moves.find(({ ids }) => ids.includes('c'))!.from).toBeNull();
  expect(rfmCells(after).reduce((sum, { spent }) => sum + spent, 0)).toBe(500);
});
