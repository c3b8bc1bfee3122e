import { type Cohort, type History, logSum, risingLogs } from './cohort';
import { minimise } from './minimise';
import { hypergeometric } from './special';

/**
 * Pareto/NBD (Schmittlein, Morrison, Colombo 1987): rates of buying (gamma: r, alpha) and of leaving (gamma: s, beta), at any time.
 * Its likelihood is flat around its top: a check, not what is shown.
 */
export interface ParetoNbd {
  r: number;
  alpha: number;
  s: number;
  beta: number;
}

/** ln of the part of the likelihood in which the customer left between the last purchase and now. */
function logLeft({ r, alpha, s, beta }: ParetoNbd, { x, recency, age }: History): number {
  const [large, small, second] = alpha >= beta ? [alpha, beta, s + 1] : [beta, alpha, r + x];
  const power = r + s + x;
  // F(power, second; power + 1; z) by Euler's transformation: the function itself would pass 1e308.
  const part = (time: number) => {
    const z = (large - small) / (large + time);
    const mild = hypergeometric(1, power + 1 - second, power + 1, z);
    return (1 - second) * Math.log1p(-z) + Math.log(mild) - power * Math.log(large + time);
  };
  const [first, last] = [part(recency), part(age)];
  return Math.log(s / power) + first + Math.log(-Math.expm1(Math.min(0, last - first)));
}

function logStays({ r, alpha, s, beta }: ParetoNbd, { x, age }: History): number {
  return -(r + x) * Math.log(alpha + age) - s * Math.log(beta + age);
}

export function paretoNbdLogLikelihood(params: ParetoNbd, cohort: Cohort): number {
  const { r, alpha, s, beta } = params;
  const ofR = risingLogs(r, cohort.mostX);
  const start = r * Math.log(alpha) + s * Math.log(beta);
  let sum = 0;
  for (let i = 0; i < cohort.x.length; i++) {
    const x = cohort.x[i]!;
    const history = { x, recency: cohort.times[cohort.recency[i]!]!, age: cohort.times[cohort.age[i]!]! };
    sum +=
      cohort.weight[i]! * (start + ofR[x]! + logSum(logStays(params, history), logLeft(params, history)));
  }
  return sum;
}

/** Parameters of greatest likelihood. */
export function fitParetoNbd(cohort: Cohort): { params: ParetoNbd; logLikelihood: number } {
  const of = ([r, alpha, s, beta]: number[]): ParetoNbd => ({
    r: Math.exp(r!),
    alpha: Math.exp(alpha!),
    s: Math.exp(s!),
    beta: Math.exp(beta!),
  });
  const found = minimise((at) => -paretoNbdLogLikelihood(of(at), cohort) / cohort.customers, [0, 1, 0, 1]);
  return { params: of(found.at), logLikelihood: -found.value * cohort.customers };
}

/** Probability that the customer has not left. */
export function paretoNbdAlive(params: ParetoNbd, history: History): number {
  return 1 / (1 + Math.exp(logLeft(params, history) - logStays(params, history)));
}

/** Purchases to be expected of somebody new within `t`. */
export function paretoNbdExpected({ r, alpha, s, beta }: ParetoNbd, t: number): number {
  return ((r * beta) / alpha) * meanStay(s, beta, t);
}

/** Purchases to be expected of this customer within the next `t`. */
export function paretoNbdExpectedNext(params: ParetoNbd, history: History, t: number): number {
  const { r, alpha, s, beta } = params;
  const { x, age } = history;
  const rate = ((r + x) * (beta + age)) / (alpha + age);
  return paretoNbdAlive(params, history) * rate * meanStay(s, beta + age, t);
}

/** (1 - (scale / (scale + t))^(s - 1)) / (s - 1), continuous at s = 1. */
function meanStay(s: number, scale: number, t: number): number {
  const log = Math.log(scale / (scale + t));
  return Math.abs(s - 1) < 1e-9 ? -log : -Math.expm1((s - 1) * log) / (s - 1);
}
