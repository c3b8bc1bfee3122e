import { minimise } from './minimise';
import { logGamma } from './special';

/** Gamma-Gamma (Fader & Hardie 2013): what a customer spends at a purchase, apart from how often. */
export interface GammaGamma {
  p: number;
  q: number;
  v: number;
}

/** Mean spend of a customer over `x` purchases; those without one say nothing. */
export interface Spend {
  x: number;
  mean: number;
}

export function gammaGammaLogLikelihood({ p, q, v }: GammaGamma, spends: readonly Spend[]): number {
  const start = q * Math.log(v) - logGamma(q);
  let sum = 0;
  for (const { x, mean } of spends) {
    if (x < 1 || !(mean > 0)) continue;
    const px = p * x;
    sum +=
      logGamma(px + q) -
      logGamma(px) +
      start +
      (px - 1) * Math.log(mean) +
      px * Math.log(x) -
      (px + q) * Math.log(x * mean + v);
  }
  return sum;
}

/** Parameters of greatest likelihood. The starting point is that of the published fit's order. */
export function fitGammaGamma(spends: readonly Spend[]): { params: GammaGamma; logLikelihood: number } {
  const buyers = spends.filter(({ x, mean }) => x >= 1 && mean > 0);
  const typical = buyers.reduce((sum, { mean }) => sum + mean, 0) / Math.max(1, buyers.length);
  const of = ([p, q, v]: number[]): GammaGamma => ({ p: Math.exp(p!), q: Math.exp(q!), v: Math.exp(v!) });
  const start = [1, 1, Math.log(Math.max(typical, 1e-6))];
  const found = minimise(
    (at) => -gammaGammaLogLikelihood(of(at), buyers) / Math.max(1, buyers.length),
    start,
  );
  return { params: of(found.at), logLikelihood: -found.value * buyers.length };
}

/** Mean spend to be expected: the customer's own, drawn to everybody's the more the less is known. Nobody known: everybody's. */
export function expectedSpend({ p, q, v }: GammaGamma, { x, mean }: Spend): number {
  return (p * (v + x * mean)) / (p * x + q - 1);
}
