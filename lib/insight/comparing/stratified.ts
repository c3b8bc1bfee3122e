import { Z } from '../quantile';
import { twoSided } from './chance';
import { type Difference, shareDifference } from './differences';

/** So many of so many, of two groups that stood in the same draw. */
export interface Stratum {
  one: readonly [hits: number, n: number];
  other: readonly [hits: number, n: number];
}

/**
 * Two shares, compared within each stratum and then taken together: who was drawn in another season, or with another chance, is held against
 * nobody. Mantel and Haenszel's risk difference with Sato's variance (1989, Biometrics 45), which holds for few large strata and for many
 * small ones, and the test of Cochran, Mantel and Haenszel (1959) without correction of continuity. Of one stratum it is `shareDifference`.
 * @returns null where no stratum has both
 */
export function shareDifferenceWithin(strata: readonly Stratum[]): Difference | null {
  const both = strata.filter(({ one, other }) => one[1] > 0 && other[1] > 0);
  const [first] = both;
  if (!first) return null;
  if (both.length === 1) return shareDifference(first.one, first.other);
  let [weights, apart, p, q, surplus, spread] = [0, 0, 0, 0, 0, 0];
  for (const { one, other } of both) {
    const [[x, n], [y, m]] = [one, other];
    const all = n + m;
    weights += (n * m) / all;
    apart += (x * m - y * n) / all;
    p += (n ** 2 * y - m ** 2 * x + (n * m * (m - n)) / 2) / all ** 2;
    q += (x * (m - y) + y * (n - x)) / (2 * all);
    const hits = x + y;
    surplus += x - (n * hits) / all;
    spread += (n * m * hits * (all - hits)) / (all ** 2 * (all - 1));
  }
  const by = apart / weights;
  const error = Math.sqrt(Math.max(0, by * p + q)) / weights;
  return {
    by,
    low: Math.max(-1, by - Z * error),
    high: Math.min(1, by + Z * error),
    chance: spread > 0 ? twoSided(surplus / Math.sqrt(spread)) : 1,
  };
}
