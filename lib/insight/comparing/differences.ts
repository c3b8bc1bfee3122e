import { tQuantile, Z } from '../quantile';
import { npsOf, shareOf } from '../satisfaction';
import { incompleteBeta } from '../value/special';
import { twoSided } from './chance';

/** How far two groups of different people lie apart. */
export interface Difference {
  /** The first less the second, in the figure's own unit. */
  by: number;
  /** Ends of its 95 % interval. */
  low: number;
  high: number;
  /** Chance of a difference as large or larger if there were none. */
  chance: number;
}

/**
 * Two net promoter scores, in points: a z test on both variances P + D - (P - D)² (Sauro & Lewis, Quantifying the User Experience, 2nd ed.).
 * Where all of a group said the same its variance is the adjusted one (n + 3, P and D + 3/4): nobody is as sure as 0.
 * @returns null where a group is empty
 */
export function npsDifference(a: readonly number[], b: readonly number[]): Difference | null {
  const [first, second] = [npsOf(a), npsOf(b)];
  if (!first || !second) return null;
  const spread = ({ promoters, detractors, n }: typeof first) => {
    const plain = varianceOf(promoters / n, detractors / n) / n;
    return plain > 0
      ? plain
      : varianceOf((promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3)) / (n + 3);
  };
  const error = 100 * Math.sqrt(spread(first) + spread(second));
  const by = first.value - second.value;
  return {
    by,
    low: Math.max(-200, by - Z * error),
    high: Math.min(200, by + Z * error),
    chance: twoSided(by / error),
  };
}

const varianceOf = (up: number, down: number): number => up + down - (up - down) ** 2;

/**
 * Two shares: the pooled score test, and Newcombe's interval out of both Wilson intervals (1998, Statistics in Medicine 17, method 10).
 * @returns null where a group is empty
 */
export function shareDifference(
  [hits, n]: readonly [number, number],
  [others, m]: readonly [number, number],
): Difference | null {
  const [first, second] = [shareOf(hits, n), shareOf(others, m)];
  if (!first || !second) return null;
  const by = first.value - second.value;
  const pooled = (hits + others) / (n + m);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  return {
    by,
    low: by - Math.hypot(first.value - first.low, second.high - second.value),
    high: by + Math.hypot(first.high - first.value, second.value - second.low),
    chance: error > 0 ? twoSided(by / error) : 1,
  };
}

/**
 * Two means, by Welch's t test (1947, Biometrika 34): both groups may vary differently.
 * @returns null where a group has fewer than two, or neither varies
 */
export function meanDifference(a: readonly number[], b: readonly number[]): Difference | null {
  if (a.length < 2 || b.length < 2) return null;
  const [first, second] = [momentsOf(a), momentsOf(b)];
  const error = Math.sqrt(first.error + second.error);
  if (!(error > 0)) return null;
  const by = first.mean - second.mean;
  const degrees = error ** 4 / (first.error ** 2 / (a.length - 1) + second.error ** 2 / (b.length - 1));
  // The table knows whole degrees: the fewer ones give the wider interval.
  const reach = tQuantile(Math.max(1, Math.floor(degrees))) * error;
  return { by, low: by - reach, high: by + reach, chance: studentTwoSided(by / error, degrees) };
}

function momentsOf(values: readonly number[]): { mean: number; error: number } {
  const n = values.length;
  const mean = values.reduce((sum, one) => sum + one, 0) / n;
  return { mean, error: values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1) / n };
}

const MOST_DEGREES = 1000;

/** Chance of a Student's t as far from 0 or farther: the incomplete beta function I(ν/(ν+t²); ν/2, 1/2) (Abramowitz & Stegun 26.7.1). */
function studentTwoSided(t: number, degrees: number): number {
  // Of so many degrees it is the normal one, and the series would overflow.
  if (degrees > MOST_DEGREES) return twoSided(t);
  const x = degrees / (degrees + t ** 2);
  // Near 1 the series is slow; the other end of the same function is not.
  return x < 0.5 ? incompleteBeta(x, degrees / 2, 0.5) : 1 - incompleteBeta(1 - x, 0.5, degrees / 2);
}
