import { describe, expect, test } from 'vitest';
import { csatOf, meanOf, npsOf } from '@/lib/insight/satisfaction';
import { answersToTell, type Scored, verdictOf } from '@/lib/insight/satisfaction-goal';

const times = <T>(n: number, ...values: T[]): T[] => Array.from({ length: n }, () => values).flat();
const nps = (scores: number[]): Scored => ({ by: 'nps', figure: npsOf(scores)! });
const share = (scores: number[]): Scored => ({ by: 'share', figure: csatOf(scores)! });
const mean = (scores: number[]): Scored => ({ by: 'mean', figure: meanOf(scores, [1, 7])! });

describe('a goal', () => {
  test.each([
    [50, 60, 49.9, 'reached'],
    [50, 60, 50, 'reached'],
    [50, 60, 50.1, 'open'],
    [50, 60, 60, 'open'],
    [50, 60, 60.1, 'missed'],
    [60, 60, 60, 'reached'],
  ] as const)('of an interval from %d to %d: %d is %s', (low, high, goal, verdict) => {
    expect(verdictOf({ low, high }, goal)).toBe(verdict);
  });
});

describe('how many answers would tell', () => {
  // Of each: ten answers of the same kinds, over and over.
  const cases: [string, (copies: number) => Scored, number][] = [
    ['an NPS above its goal', (n) => nps(times(n, 10, 10, 9, 9, 9, 8, 7, 7, 0, 6)), 20],
    ['an NPS below its goal', (n) => nps(times(n, 10, 10, 9, 9, 9, 8, 7, 7, 0, 6)), 41],
    ['a share above its goal', (n) => share(times(n, 5, 5, 5, 5, 4, 4, 4, 3, 2, 1)), 0.6],
    ['a share below its goal', (n) => share(times(n, 5, 5, 5, 5, 4, 4, 4, 3, 2, 1)), 0.75],
    ['a share of all', (n) => share(times(n, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5)), 0.98],
    ['a mean above its goal', (n) => mean(times(n, 7, 7, 6, 6, 6, 5, 5, 4, 3, 1)), 4.8],
    ['a mean below its goal', (n) => mean(times(n, 7, 7, 6, 6, 6, 5, 5, 4, 3, 1)), 5.2],
  ];

  test.each(cases)('%s: as many as drawn out by hand', (_, of, goal) => {
    const needs = answersToTell(of(1), goal) as number;
    const told = (copies: number) => verdictOf(of(copies).figure, goal) !== 'open';
    expect(told(1)).toBe(false);
    let copies = 1;
    while (!told(copies)) copies += 1;
    // The hand goes by tens, and its variance is by n - 1.
    expect(Math.abs(needs - 10 * copies)).toBeLessThanOrEqual(10 + 0.12 * needs);
  });

  test('are not said of fewer than ten, and never where the figure is the goal', () => {
    expect(answersToTell(nps([10, 9, 8, 0]), 20)).toBeNull();
    expect(answersToTell(nps(times(2, 10, 10, 9, 9, 9, 8, 7, 7, 0, 6)), 30)).toBe('never');
    expect(answersToTell(share(times(10, 5, 1)), 0.5)).toBe('never');
    expect(answersToTell(share(times(10, 5, 1)), 0.501)).toBe('never');
  });
});
