import { gammaCdf } from '../value/special';

/**
 * Chance of a normal value as far from 0 as `z` or farther, on either side: Q(1/2, z²/2), the upper incomplete gamma function (Abramowitz &
 * Stegun 26.4.19 with one degree of freedom).
 */
export function twoSided(z: number): number {
  if (!Number.isFinite(z)) return 0;
  return Math.min(1, Math.max(0, 1 - gammaCdf(0.5, z ** 2 / 2)));
}

/**
 * Holm's correction (1979, Scandinavian Journal of Statistics 6): chances of error of many looks, made so large that all verdicts together
 * are wrong no oftener than one would be. In the order of what was given.
 */
export function corrected(chances: readonly number[]): number[] {
  const order = [...chances.keys()].sort((a, b) => chances[a]! - chances[b]!);
  const out = new Array<number>(chances.length).fill(1);
  let most = 0;
  for (const [rank, at] of order.entries()) {
    most = Math.max(most, Math.min(1, (chances.length - rank) * chances[at]!));
    out[at] = most;
  }
  return out;
}
