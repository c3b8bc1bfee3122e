import { logGamma } from './special';

/**
 * How many purchases are likely: the tenth and the ninetieth of a hundred such customers. Who has left buys nothing; who stays buys as a
 * negative binomial, whose spread is what is not known of their own rate.
 * @param stays probability that the customer has not left
 * @param expected purchases to be expected, of those who left too
 * @param shape of the gamma distribution of the rate: r + k x of the model
 */
export function likelyPurchases(stays: number, expected: number, shape: number): [number, number] {
  if (!(stays > 0) || !(expected > 0)) return [0, 0];
  return [0.1, 0.9].map((share) => countAt(share, stays, expected / stays, shape)) as [number, number];
}

const MOST = 5000;

function countAt(share: number, stays: number, mean: number, shape: number): number {
  const [ofNone, ofMore] = [Math.log(shape / (shape + mean)), Math.log(mean / (shape + mean))];
  let reached = 1 - stays;
  for (let n = 0; n < MOST; n += 1) {
    const term = logGamma(shape + n) - logGamma(shape) - logGamma(n + 1) + shape * ofNone + n * ofMore;
    reached += stays * Math.exp(term);
    if (reached >= share - 1e-12) return n;
  }
  return MOST;
}
