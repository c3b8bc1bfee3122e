import { fitSes, type Smoothed } from './smoothing';

/** Normal quantile of .95. */
const Z95 = 1.6448536269514722;
const TINY = 1e-10;

/**
 * The Theta method (Assimakopoulos & Nikolopoulos 2000) as the R package forecast does it: taken out of season where there is one, smoothed
 * simply, with half the slope of the line through all (Hyndman & Billah 2003).
 * @param values at least three, a step apart
 * @param period steps of a season
 */
export function fitTheta(values: readonly number[], period: number): Smoothed & { seasonal: boolean } {
  const n = values.length;
  const figures = isSeasonal(values, period) ? seasonOf(values, period) : null;
  const season = figures?.every((figure) => Math.abs(figure) > TINY) ? figures : null;
  const plain = season ? values.map((value, at) => value / season[at % period]!) : values;
  const { alpha, forecast } = fitSes(plain);
  const half = slopeOf(plain) / 2;
  return {
    seasonal: season !== null,
    forecast: (steps) =>
      forecast(steps).map((level, at) => {
        const ahead = level + half * (at + (1 - (1 - alpha) ** n) / alpha);
        return season ? ahead * season[(n + at) % period]! : ahead;
      }),
  };
}

/** Whether the autocorrelation a season apart is above what chance makes of it, at 5 % on one side. */
export function isSeasonal(values: readonly number[], period: number): boolean {
  const n = values.length;
  if (period < 2 || n <= 2 * period) return false;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const apart = (lag: number) =>
    values.slice(lag).reduce((sum, value, at) => sum + (value - mean) * (values[at]! - mean), 0);
  const spread = apart(0);
  if (spread === 0) return false;
  let squares = 0;
  for (let lag = 1; lag < period; lag++) squares += (apart(lag) / spread) ** 2;
  return Math.abs(apart(period) / spread) / Math.sqrt((1 + 2 * squares) / n) > Z95;
}

/**
 * Figures of a season by classical multiplicative decomposition: mean ratio of each step to its centred moving average, scaled to a mean of 1.
 * @returns by step of the season, counted from the first value
 */
export function seasonOf(values: readonly number[], period: number): number[] {
  const half = Math.floor(period / 2);
  const ratios: number[][] = Array.from({ length: period }, () => []);
  for (let at = half; at + half < values.length; at++) {
    ratios[at % period]!.push(values[at]! / movingMean(values, at, period));
  }
  const means = ratios.map((each) => each.reduce((sum, ratio) => sum + ratio, 0) / each.length);
  const mean = means.reduce((sum, one) => sum + one, 0) / period;
  return means.map((one) => one / mean);
}

/** Of an even period the two ends count half. */
function movingMean(values: readonly number[], at: number, period: number): number {
  const half = Math.floor(period / 2);
  let sum = 0;
  for (let step = -half; step <= half; step++) {
    const isEnd = period % 2 === 0 && Math.abs(step) === half;
    sum += values[at + step]! * (isEnd ? 0.5 : 1);
  }
  return sum / period;
}

/** Slope of the line of least squares, a step. */
function slopeOf(values: readonly number[]): number {
  const n = values.length;
  const middle = (n - 1) / 2;
  const spread = (n * (n * n - 1)) / 12;
  return values.reduce((sum, value, at) => sum + (at - middle) * value, 0) / spread;
}
