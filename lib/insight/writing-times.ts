/** When somebody writes: the part of the day and the day of the week that stand out, where enough was written to say so. */

/** Of so many parts one was met `n` of `of` times. */
export interface Peak {
  at: number;
  n: number;
  of: number;
}

/**
 * The part that stands out: its share is above an even one even at the lower end of its Wilson interval, at 95 % for all parts taken
 * together (Bonferroni), for the greatest of several is looked at. Null: too few, or nothing stands out.
 * @param counts how often each part was met
 */
export function peakOf(counts: readonly number[], fewest: number): Peak | null {
  const of = counts.reduce((sum, count) => sum + count, 0);
  const n = Math.max(...counts);
  if (of < fewest || lowestShare(n, of, quantileFor(counts.length)) <= 1 / counts.length) return null;
  return { at: counts.indexOf(n), n, of };
}

function lowestShare(n: number, of: number, z: number): number {
  const p = n / of;
  const middle = p + z ** 2 / (2 * of);
  const reach = z * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2));
  return (middle - reach) / (1 + z ** 2 / of);
}

/** Standard normal quantiles of 1 - 0.025 / parts: of 7 days, and of 8 parts of a day. */
function quantileFor(parts: number): number {
  return parts <= 7 ? 2.69 : 2.734;
}
