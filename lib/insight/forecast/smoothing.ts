import { minimise } from '../value/minimise';

/** A fitted forecast: level `h` steps ahead, h from 1. */
export interface Smoothed {
  forecast(steps: number): number[];
}

export interface Ses extends Smoothed {
  alpha: number;
  /** Level before the first value. */
  start: number;
}

export interface Holt extends Smoothed {
  alpha: number;
  beta: number;
  start: { level: number; trend: number };
}

/** Weights stay inside these, as in the R package forecast, whose figures these meet. */
const LEAST = 1e-4;
const MOST = 0.9999;

const weight = (x: number, from = LEAST, to = MOST) => from + (to - from) / (1 + Math.exp(-x));

/**
 * Simple exponential smoothing (Brown 1959): weight and first level of the least sum of squared one-step errors, which is the greatest
 * likelihood of ETS(A,N,N) (Hyndman et al. 2008).
 * @param values at least two, a step apart
 */
export function fitSes(values: readonly number[]): Ses {
  const fits = [-2, 2].map((x) =>
    minimise(([at]) => misfit(sesErrors(values, weight(at!)).sum, values), [x]),
  );
  const best = fits.reduce((a, b) => (b.value < a.value ? b : a));
  const alpha = weight(best.at[0]!);
  const { start, level } = sesErrors(values, alpha);
  return { alpha, start, forecast: (steps) => Array.from({ length: steps }, () => level) };
}

/** For a given weight the errors are linear in the first level: the best one is found directly. */
function sesErrors(values: readonly number[], alpha: number) {
  // Error t is that of a start at 0 less `start` times (1 - alpha)^t.
  let [level, share, cross, square] = [0, 1, 0, 0];
  const errors: number[] = [];
  const shares: number[] = [];
  for (const value of values) {
    const error = value - level;
    errors.push(error);
    shares.push(share);
    cross += error * share;
    square += share * share;
    level += alpha * error;
    share *= 1 - alpha;
  }
  const start = cross / square;
  const sum = errors.reduce((all, error, at) => all + (error - start * shares[at]!) ** 2, 0);
  return { start, sum, level: level + start * share };
}

/**
 * Holt's linear trend (Holt 1957): weights, first level and first trend of the least sum of squared one-step errors. `beta` weighs the trend as
 * in the R package forecast: it is the share of the error that goes to the trend, at most `alpha`.
 * @param values at least four, a step apart
 */
export function fitHolt(values: readonly number[]): Holt {
  const weights = ([a, b]: number[]) => {
    const alpha = weight(a!);
    return { alpha, beta: weight(b!, LEAST, alpha) };
  };
  const starts = [
    [2, -4],
    [-2, -2],
  ];
  const fits = starts.map((start) =>
    minimise((at) => {
      const { alpha, beta } = weights(at);
      return misfit(holtErrors(values, alpha, beta).sum, values);
    }, start),
  );
  const best = fits.reduce((a, b) => (b.value < a.value ? b : a));
  const { alpha, beta } = weights(best.at);
  const { start, level, trend } = holtErrors(values, alpha, beta);
  return {
    alpha,
    beta,
    start,
    forecast: (steps) => Array.from({ length: steps }, (_, at) => level + (at + 1) * trend),
  };
}

/** As `sesErrors`: linear in the first level and the first trend, of which the best are found directly. */
function holtErrors(values: readonly number[], alpha: number, beta: number) {
  const run = (series: readonly number[], level: number, trend: number) => {
    const errors: number[] = [];
    for (const value of series) {
      const error = value - level - trend;
      errors.push(error);
      level += trend + alpha * error;
      trend += beta * error;
    }
    return { errors, level, trend };
  };
  const none = values.map(() => 0);
  const [own, ofLevel, ofTrend] = [run(values, 0, 0), run(none, 1, 0), run(none, 0, 1)];
  const dot = (a: number[], b: number[]) => a.reduce((sum, one, at) => sum + one * b[at]!, 0);
  const [ll, lt, tt] = [
    dot(ofLevel.errors, ofLevel.errors),
    dot(ofLevel.errors, ofTrend.errors),
    dot(ofTrend.errors, ofTrend.errors),
  ];
  const [l, t] = [-dot(own.errors, ofLevel.errors), -dot(own.errors, ofTrend.errors)];
  const by = ll * tt - lt * lt;
  const start = { level: (l * tt - t * lt) / by, trend: (t * ll - l * lt) / by };
  const end = run(values, start.level, start.trend);
  return { start, sum: dot(end.errors, end.errors), level: end.level, trend: end.trend };
}

/** Logarithm of a sum of squares, which is what a likelihood is searched by; a perfect fit has an end too. */
function misfit(sum: number, values: readonly number[]): number {
  const scale = values.reduce((all, value) => all + value * value, 0) || 1;
  return Math.log(sum / scale + 1e-12);
}
