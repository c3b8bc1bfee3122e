import { besideOne } from './bg-nbd';
import { type Cohort, type History, risingLogs, shiftedLogs } from './cohort';
import { minimise } from './minimise';
import { hypergeometric, logGamma } from './special';

/**
 * MBG/CNBD-k (Platzer & Reutterer 2016; k = 1 is MBG/NBD, Batislam et al. 2007): as BG/NBD, but somebody may leave after the first
 * purchase too, and the gaps are Erlang-k: the larger k, the more regular the buying.
 */
export interface MbgCnbd {
  k: number;
  r: number;
  alpha: number;
  a: number;
  b: number;
}

export const MOST_REGULAR = 6;

/** Log-likelihood, with the part of the gaps' density that only k moves. */
export function mbgCnbdLogLikelihood(params: MbgCnbd, cohort: Cohort): number {
  const { k, r, alpha, a, b } = params;
  const { x, recency, age, weight, mostX, times } = cohort;
  const logs = shiftedLogs(times, alpha);
  const ofR = risingLogs(r, k * mostX);
  const [ofB, ofAB] = [risingLogs(b, mostX + 1), risingLogs(a + b, mostX + 1)];
  const factorial = logGamma(k);
  const start = r * Math.log(alpha);
  let sum = (k - 1) * cohort.logGaps;
  for (let i = 0; i < x.length; i++) {
    const n = x[i]!;
    const power = r + k * n;
    const [logAge, logRecency] = [logs[age[i]!]!, logs[recency[i]!]!];
    const left = (a / (b + n)) * Math.exp(power * (logAge - logRecency));
    const ratio = (times[age[i]!]! - times[recency[i]!]!) / Math.exp(logAge);
    // Past 1e308 the first addend is all there is: its logarithm is known.
    const logBoth = Number.isFinite(left)
      ? Math.log(left + waiting(k, power, ratio))
      : Math.log(a / (b + n)) + power * (logAge - logRecency);
    sum +=
      weight[i]! *
      (start + ofR[k * n]! + ofB[n + 1]! - ofAB[n + 1]! - n * factorial - power * logAge + logBoth);
  }
  return sum;
}

/** Sum over j < k of (power)_j ratio^j / j!: nothing bought since, though still there. */
function waiting(k: number, power: number, ratio: number): number {
  let term = 1;
  let sum = 1;
  for (let j = 1; j < k; j++) {
    term *= ((power + j - 1) * ratio) / j;
    sum += term;
  }
  return sum;
}

/** Parameters of greatest likelihood for one k. */
export function fitMbgCnbd(cohort: Cohort, k: number): { params: MbgCnbd; logLikelihood: number } {
  const of = ([r, alpha, a, b]: number[]): MbgCnbd => ({
    k,
    r: Math.exp(r!),
    alpha: Math.exp(alpha!),
    a: Math.exp(a!),
    b: Math.exp(b!),
  });
  const found = minimise((at) => -mbgCnbdLogLikelihood(of(at), cohort) / cohort.customers, [0, 0, 0, 0]);
  return { params: of(found.at), logLikelihood: -found.value * cohort.customers };
}

/** The k from 1 to 6 of greatest likelihood, with its parameters. Needs `logGaps`. */
export function fitRegularity(cohort: Cohort): { params: MbgCnbd; logLikelihood: number } {
  const fits = Array.from({ length: MOST_REGULAR }, (_, i) => fitMbgCnbd(cohort, i + 1));
  return fits.reduce((best, fit) => (fit.logLikelihood > best.logLikelihood ? fit : best));
}

/** Probability that the customer has not left. */
export function mbgCnbdAlive({ k, r, alpha, a, b }: MbgCnbd, { x, recency, age }: History): number {
  const power = r + k * x;
  const logOdds =
    Math.log(a / (b + x)) +
    power * Math.log((alpha + age) / (alpha + recency)) -
    Math.log(waiting(k, power, (age - recency) / (alpha + age)));
  return 1 / (1 + Math.exp(logOdds));
}

/** Probability of at least one purchase within the next `horizon`: what to show instead of P(alive). */
export function mbgCnbdReturns(params: MbgCnbd, history: History, horizon: number): number {
  const { k, r, alpha } = params;
  const { x, recency, age } = history;
  const power = r + k * x;
  const silent =
    Math.exp(power * Math.log((alpha + age) / (alpha + age + horizon))) *
    (waiting(k, power, (age + horizon - recency) / (alpha + age + horizon)) /
      waiting(k, power, (age - recency) / (alpha + age)));
  return mbgCnbdAlive(params, history) * (1 - Math.min(1, silent));
}

/** Purchases to be expected within the next `t`: exact for k = 1; beyond it the gaps after now are taken as irregular. */
export function mbgCnbdExpectedNext(params: MbgCnbd, history: History, t: number): number {
  const { k, r, alpha, b } = params;
  const a = besideOne(params.a);
  const power = r + k * history.x;
  const scale = k * (alpha + history.age);
  const rest =
    Math.exp(power * Math.log(scale / (scale + t))) *
    hypergeometric(power, b + history.x + 1, a + b + history.x, t / (scale + t));
  return ((a + b + history.x) / (a - 1)) * (1 - rest) * mbgCnbdAlive({ ...params, a }, history);
}
