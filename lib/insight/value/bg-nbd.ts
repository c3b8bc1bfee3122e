import { type Cohort, type History, logSum, risingLogs, shiftedLogs } from './cohort';
import { minimise } from './minimise';
import { hypergeometric } from './special';

/**
 * BG/NBD (Fader, Hardie, Lee 2005): everybody buys at a rate of their own (gamma: r, alpha) and may leave after each purchase
 * (beta: a, b). Whoever bought once cannot have left, which makes its P(alive) useless for them: it serves as a check of MBG/CNBD-k.
 */
export interface BgNbd {
  r: number;
  alpha: number;
  a: number;
  b: number;
}

export function bgNbdLogLikelihood({ r, alpha, a, b }: BgNbd, cohort: Cohort): number {
  const { x, recency, age, weight, mostX } = cohort;
  const logs = shiftedLogs(cohort.times, alpha);
  const [ofR, ofB, ofAB] = [risingLogs(r, mostX), risingLogs(b, mostX), risingLogs(a + b, mostX)];
  const start = r * Math.log(alpha);
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const n = x[i]!;
    const stays = -(r + n) * logs[age[i]!]!;
    const left =
      n > 0 ? Math.log(a) - Math.log(b + n - 1) - (r + n) * logs[recency[i]!]! : Number.NEGATIVE_INFINITY;
    sum += weight[i]! * (start + ofR[n]! + ofB[n]! - ofAB[n]! + logSum(stays, left));
  }
  return sum;
}

/** Parameters of greatest likelihood. */
export function fitBgNbd(cohort: Cohort): { params: BgNbd; logLikelihood: number } {
  const of = ([r, alpha, a, b]: number[]): BgNbd => ({
    r: Math.exp(r!),
    alpha: Math.exp(alpha!),
    a: Math.exp(a!),
    b: Math.exp(b!),
  });
  const found = minimise((at) => -bgNbdLogLikelihood(of(at), cohort) / cohort.customers, [0, 0, 0, 0]);
  return { params: of(found.at), logLikelihood: -found.value * cohort.customers };
}

/** Probability that the customer has not left. */
export function bgNbdAlive({ r, alpha, a, b }: BgNbd, { x, recency, age }: History): number {
  if (x === 0) return 1;
  const logOdds = Math.log(a) - Math.log(b + x - 1) + (r + x) * Math.log((alpha + age) / (alpha + recency));
  return 1 / (1 + Math.exp(logOdds));
}

/** Purchases to be expected of somebody new within `t`. */
export function bgNbdExpected({ r, alpha, a: given, b }: BgNbd, t: number): number {
  const a = besideOne(given);
  const stays = (alpha / (alpha + t)) ** r * hypergeometric(r, b, a + b - 1, t / (alpha + t));
  return ((a + b - 1) / (a - 1)) * (1 - stays);
}

/** Purchases to be expected of this customer within the next `t`. */
export function bgNbdExpectedNext(params: BgNbd, history: History, t: number): number {
  const { r, alpha, b } = params;
  const a = besideOne(params.a);
  const { x, age } = history;
  const rest =
    Math.exp((r + x) * Math.log((alpha + age) / (alpha + age + t))) *
    hypergeometric(r + x, b + x, a + b + x - 1, t / (alpha + age + t));
  return ((a + b + x - 1) / (a - 1)) * (1 - rest) * bgNbdAlive({ ...params, a }, history);
}

/** The closed forms divide by a - 1; they are continuous there. */
export function besideOne(a: number): number {
  return Math.abs(a - 1) < 1e-6 ? 1 + 1e-6 : a;
}
