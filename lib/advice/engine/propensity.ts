import { gammaCdf } from '@/lib/insight/value/special';
import type { Judgement } from './judgement';
import { sigmoid } from './laplace';
import { BOLDNESS } from './score';

/** One of those that could be shown: how likely it is, and what it is multiplied by. */
export interface Entrant extends Pick<Judgement, 'logit' | 'variance'> {
  factor: number;
}

const REACH = 6;
const STEPS = 240;

/**
 * Probability that one of these scores highest when each is drawn: the integral over its own draw of the others lying below, by Simpson's rule.
 * Exact to about 1e-6 where nothing is certain; with a variance of 0 everywhere the highest has 1.
 */
export function propensityOf(chosen: number, entrants: readonly Entrant[]): number {
  const own = entrants[chosen];
  if (!own) return 0;
  const others = entrants.filter((_, at) => at !== chosen);
  if (others.length === 0) return 1;
  let sum = 0;
  for (let step = 0; step <= STEPS; step++) {
    const z = -REACH + (2 * REACH * step) / STEPS;
    const weight = step === 0 || step === STEPS ? 1 : step % 2 === 1 ? 4 : 2;
    const score = scoreAt(own, z);
    sum += weight * density(z) * others.reduce((product, one) => product * below(one, score), 1);
  }
  return Math.max(0, Math.min(1, (sum * 2 * REACH) / STEPS / 3));
}

const scoreAt = ({ logit, variance, factor }: Entrant, z: number) =>
  factor * sigmoid(logit + BOLDNESS * Math.sqrt(Math.max(0, variance)) * z);

/** Probability that the draw of one lies below a score. */
function below({ logit, variance, factor }: Entrant, score: number): number {
  const chance = score / factor;
  if (chance >= 1) return 1;
  if (chance <= 0) return 0;
  const distance = Math.log(chance / (1 - chance)) - logit;
  const spread = BOLDNESS * Math.sqrt(Math.max(0, variance));
  if (spread === 0) return distance > 0 ? 1 : distance === 0 ? 0.5 : 0;
  return normalCdf(distance / spread);
}

const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

function normalCdf(z: number): number {
  const within = gammaCdf(0.5, (z * z) / 2);
  return z >= 0 ? 0.5 + within / 2 : 0.5 - within / 2;
}
