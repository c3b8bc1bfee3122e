/**
 * Satisfaction figures, each with its interval and what it rests on. Intervals are of 95 %. Shares are 0 to 1; an NPS is -100 to 100.
 */

import { tQuantile, Z } from './quantile';

export interface Interval {
  value: number;
  low: number;
  high: number;
  n: number;
}

export interface Nps extends Interval {
  promoters: number;
  passives: number;
  detractors: number;
}

/**
 * Net promoter score with adjusted-Wald interval (Sauro & Lewis, Quantifying the User Experience, 2nd ed.: n + 3, promoters and detractors + 3/4
 * each), within -100 to 100.
 * @param scores answers of 0 to 10; a 0 is one. What is none is left out
 * @returns null without answers
 */
export function npsOf(scores: readonly number[]): Nps | null {
  const counts = { promoters: 0, passives: 0, detractors: 0 };
  for (const score of scores) {
    const part = npsPart(score);
    if (part) counts[part] += 1;
  }
  return npsOfCounts(counts);
}

/** What a score of 0 to 10 makes of who gave it: 9 and 10 promote, up to 6 do not. Null of what is no such score. */
export function npsPart(score: number): 'promoters' | 'passives' | 'detractors' | null {
  if (!Number.isInteger(score) || score < 0 || score > 10) return null;
  if (score >= 9) return 'promoters';
  return score <= 6 ? 'detractors' : 'passives';
}

/** See `npsOf`, of numbers that were counted. */
export function npsOfCounts(counts: { promoters: number; passives: number; detractors: number }): Nps | null {
  const { promoters, passives, detractors } = counts;
  const n = promoters + passives + detractors;
  if (n === 0) return null;
  const [up, down, all] = [(promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3), n + 3];
  const middle = up - down;
  const reach = Z * Math.sqrt((up + down - middle ** 2) / all);
  const within = (share: number) => 100 * Math.min(1, Math.max(-1, share));
  return {
    value: (100 * (promoters - detractors)) / n,
    low: within(middle - reach),
    high: within(middle + reach),
    n,
    ...counts,
  };
}

/** A share with Wilson's score interval (Wilson 1927, JASA 22). Null where n is 0. */
export function shareOf(hits: number, n: number): Interval | null {
  if (n <= 0) return null;
  const p = hits / n;
  const middle = (p + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const reach = (Z / (1 + Z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
  // At the ends the limits are exact; what a floating point makes of them is not.
  return {
    value: p,
    low: hits === 0 ? 0 : Math.max(0, middle - reach),
    high: hits === n ? 1 : Math.min(1, middle + reach),
    n,
  };
}

/** Whether a score lies in the upper quarter of the way up: 4 and 5 of 5 do, 6 and 7 of 7, 8 to 10 of 10. */
export function isTop(score: number, [low, high]: readonly [number, number]): boolean {
  return 4 * (score - low) >= 3 * (high - low);
}

/** Share of the satisfied of a csat (4 and 5 on 1 to 5; see `isTop`), by Wilson. What is not on the scale is left out. */
export function csatOf(
  scores: readonly number[],
  range: readonly [number, number] = [1, 5],
): Interval | null {
  const valid = scores.filter((score) => score >= range[0] && score <= range[1]);
  return shareOf(valid.filter((score) => isTop(score, range)).length, valid.length);
}

/**
 * A mean with its interval by Student's t, cut at the ends of the scale where there is one.
 * @returns null below two answers: of one nobody can say how far the next will be
 */
export function meanOf(scores: readonly number[], range?: readonly [number, number]): Interval | null {
  const n = scores.length;
  if (n < 2) return null;
  const value = scores.reduce((sum, score) => sum + score, 0) / n;
  const variance = scores.reduce((sum, score) => sum + (score - value) ** 2, 0) / (n - 1);
  const reach = tQuantile(n - 1) * Math.sqrt(variance / n);
  const [low, high] = range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return { value, low: Math.max(low, value - reach), high: Math.min(high, value + reach), n };
}
