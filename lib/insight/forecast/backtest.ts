import { quantile } from '../value/rfm';
import { fitHolt, fitSes } from './smoothing';
import { fitTheta } from './theta';

/** Ways to forecast that are tried. `last`: as in the last step; `season`: as a season ago. */
export const METHODS = ['last', 'season', 'ses', 'holt', 'theta'] as const;
export type Method = (typeof METHODS)[number];

/** How far one way was off where the outcome is known. */
export interface Tried {
  method: Method;
  /** Mean absolute error, in the unit of the series. */
  error: number;
  /** That over the error of the season a year ago (of the last step where a season is not over) in the same trials: below 1 it is better. */
  relative: number;
  /** Forecasts that were compared. */
  n: number;
}

export interface Forecast {
  method: Method;
  /** A step each: what is expected, and between what four of five fell by the errors of the trials. */
  ahead: { value: number; low: number; high: number }[];
  tried: Tried[];
  /** Steps that were known. */
  n: number;
}

/** Steps that a way needs. */
const NEEDS: Record<Method, (period: number) => number> = {
  last: () => 1,
  season: (period) => period,
  ses: () => 4,
  holt: () => 6,
  theta: () => 6,
};

/** Fewer steps are not forecast. */
export const FEWEST_STEPS = 12;
/** So many are learned from before the first trial. */
const FIRST = 8;
/** More trials than these, the latest, change nothing but the time that they take. */
const MOST_TRIALS = 24;

/** What a way says of the next steps. */
export function forecastBy(
  method: Method,
  values: readonly number[],
  steps: number,
  period: number,
): number[] {
  const n = values.length;
  if (method === 'ses') return fitSes(values).forecast(steps);
  if (method === 'holt') return fitHolt(values).forecast(steps);
  if (method === 'theta') return fitTheta(values, period).forecast(steps);
  const back = method === 'season' ? period : 1;
  return Array.from({ length: steps }, (_, at) => values[n - back + (at % back)]!);
}

/**
 * Forecasts a series by the way that was off least in trials on its own past: from each step on that leaves enough to learn from, every way
 * forecasts what is known already (rolling origin, Tashman 2000). The simplest of those within one per cent of the best is taken.
 * @param values counts or amounts, a step each; nothing below 0 is forecast
 * @param period steps of a season
 * @returns null below 12 steps
 */
export function forecastOf(values: readonly number[], steps: number, period = 12): Forecast | null {
  const n = values.length;
  if (n < FEWEST_STEPS) return null;
  // A way is tried on the same beginnings as the others, or not at all.
  const first = n >= 2 * period ? period : FIRST;
  const methods = METHODS.filter((method) => NEEDS[method](period) <= first);
  const from = Math.max(first, n - MOST_TRIALS);
  const trials = methods.map((method) => ({ method, errors: errorsOf(method, values, steps, period, from) }));
  const base = trials.find(({ method }) => method === 'season') ?? trials[0]!;
  const tried = trials.map(({ method, errors }): Tried => {
    const error = meanError(errors);
    return { method, error, relative: ratio(error, meanError(base.errors)), n: errors.flat().length };
  });
  const least = Math.min(...tried.map(({ error }) => error));
  const chosen = tried.findIndex(({ error }) => error <= 1.01 * least);
  const { method, errors } = trials[chosen]!;
  const said = forecastBy(method, values, steps, period);
  return {
    method,
    n,
    tried,
    ahead: said.map((value, at) => ({ value: Math.max(0, value), ...between(value, errors, at) })),
  };
}

/** By step ahead what came less what was said. */
function errorsOf(method: Method, values: readonly number[], steps: number, period: number, first: number) {
  const errors: number[][] = Array.from({ length: steps }, () => []);
  for (let origin = first; origin < values.length; origin++) {
    const said = forecastBy(method, values.slice(0, origin), steps, period);
    for (let at = 0; at < steps && origin + at < values.length; at++) {
      errors[at]!.push(values[origin + at]! - Math.max(0, said[at]!));
    }
  }
  return errors;
}

/** Middle four fifths of the errors so far ahead; below five of them those of all steps are taken. */
function between(value: number, errors: number[][], at: number): { low: number; high: number } {
  const own = errors[at]!.length >= 5 ? errors[at]! : errors.flat();
  const sorted = [...own].sort((a, b) => a - b);
  return {
    low: Math.max(0, value + Math.min(0, quantile(sorted, 0.1))),
    high: Math.max(0, value + Math.max(0, quantile(sorted, 0.9))),
  };
}

function meanError(errors: number[][]): number {
  const all = errors.flat();
  return all.reduce((sum, error) => sum + Math.abs(error), 0) / all.length;
}

function ratio(error: number, base: number): number {
  return base === 0 ? (error === 0 ? 1 : Number.POSITIVE_INFINITY) : error / base;
}
