import { incompleteBeta } from '../value/special';
import { type Cases, correlationsOf } from './correlations';
import { lmgOf, MOST_DRIVERS } from './lmg';
import { relativeWeightsOf } from './relative-weights';

export interface Driver {
  /** Place among the drivers that were given. */
  at: number;
  /** Part of the explained variance, 0 to 1, all together 1; by LMG up to 12 drivers, by relative weights above. */
  share: number;
  /** Ends of the 95 % bootstrap interval of `share`. */
  low: number;
  high: number;
  /** By Johnson's relative weights, beside it: where both differ much, neither is sure. */
  relative: number;
  /** Correlation with the outcome: its sign says which way. */
  correlation: number;
}

export interface Drivers {
  kind: 'found';
  /** Cases that answered the outcome and every driver. */
  n: number;
  /** Part of the outcome's variance that all drivers explain, 0 to 1, less what chance alone would (adjusted: Ezekiel 1930). */
  r2: number;
  method: 'lmg' | 'relative';
  /** Resamples that the intervals rest on. */
  resamples: number;
  /** The strongest first. */
  drivers: Driver[];
}

/** Why there is no answer: too few cases, a column that never varies, fewer than two drivers, or drivers that explain nothing. */
export type NoDrivers =
  | { kind: 'few'; n: number; needed: number }
  | { kind: 'flat'; n: number; columns: number[] }
  | { kind: 'alone'; n: number }
  | { kind: 'unrelated'; n: number };

export interface DriverOptions {
  /** Numbers in [0, 1): the same ones give the same intervals. */
  random: () => number;
  resamples?: number;
  /** Waited for now and then, so that a page stays alive. */
  pause?: () => Promise<void>;
}

const PER_DRIVER = 5;
const LEAST = 30;
/** Below so much explained, shares of it are shares of nearly nothing. */
const LEAST_R2 = 0.02;
/** A relation counts where chance alone would show as much in fewer than one of so many. */
const SURE = 0.05;
/** Work between two breaths, in ms. */
const AT_A_TIME = 16;

/** So many cases are needed before drivers are told apart: 30, and five for each driver. */
export const neededCases = (drivers: number): number => Math.max(LEAST, PER_DRIVER * drivers);

/**
 * What moves an outcome: the part of its explained variance that each driver brings, with a percentile bootstrap over cases (Efron &
 * Tibshirani 1993, ch. 13). It says what goes together, not what causes.
 * @param cases the outcome first, then each driver; all known
 */
export async function driversOf(cases: Cases, options: DriverOptions): Promise<Drivers | NoDrivers> {
  const n = cases.length;
  const width = (cases[0]?.length ?? 1) - 1;
  if (width < 2) return { kind: 'alone', n };
  if (n < neededCases(width)) return { kind: 'few', n, needed: neededCases(width) };
  const correlations = correlationsOf(cases);
  if (!correlations) return { kind: 'flat', n, columns: flatColumns(cases) };
  const method = width <= MOST_DRIVERS ? 'lmg' : 'relative';
  const found = sharesBy(method, correlations);
  const adjusted = 1 - ((1 - found.r2) * (n - 1)) / (n - width - 1);
  // The overall F test: without any relation R² is a beta variable of p/2 and (n - p - 1)/2.
  const byChance = incompleteBeta(1 - found.r2, (n - width - 1) / 2, width / 2);
  if (adjusted < LEAST_R2 || byChance > SURE) return { kind: 'unrelated', n };
  const resampled = await resample(cases, method, options);
  const relative = sharesBy('relative', correlations).shares;
  const drivers = found.shares.map((share, at): Driver => {
    const sorted = resampled.map((one) => one[at]!).sort((a, b) => a - b);
    return {
      at,
      share,
      low: Math.min(share, percentile(sorted, 0.025)),
      high: Math.max(share, percentile(sorted, 0.975)),
      relative: relative[at]!,
      correlation: correlations[0]![at + 1]!,
    };
  });
  drivers.sort((a, b) => b.share - a.share);
  return { kind: 'found', n, r2: adjusted, method, resamples: resampled.length, drivers };
}

function sharesBy(
  method: Drivers['method'],
  correlations: readonly (readonly number[])[],
): { shares: number[]; r2: number } {
  const parts = method === 'lmg' ? lmgOf(correlations) : relativeWeightsOf(correlations);
  const r2 = parts.reduce((sum, part) => sum + part, 0);
  return { shares: parts.map((part) => (r2 > 0 ? part / r2 : 0)), r2: Math.min(1, r2) };
}

/** Shares in samples of the cases with repetition. A sample in which a column does not vary is left out. */
async function resample(
  cases: Cases,
  method: Drivers['method'],
  { random, resamples = 1000, pause }: DriverOptions,
): Promise<number[][]> {
  const all: number[][] = [];
  const picked = new Uint32Array(cases.length);
  let since = performance.now();
  for (let turn = 0; turn < resamples; turn += 1) {
    for (let at = 0; at < picked.length; at += 1) picked[at] = Math.floor(random() * cases.length);
    const correlations = correlationsOf(cases, picked);
    if (correlations) all.push(sharesBy(method, correlations).shares);
    if (pause && performance.now() - since > AT_A_TIME) {
      await pause();
      since = performance.now();
    }
  }
  return all;
}

function flatColumns(cases: Cases): number[] {
  const [first = []] = cases;
  return first.flatMap((value, at) => (cases.every((row) => row[at] === value) ? [at] : []));
}

/** By linear interpolation between the neighbours (Hyndman & Fan 1996, type 7). */
function percentile(sorted: readonly number[], part: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = part * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  return below + (place - Math.floor(place)) * (sorted[Math.ceil(place)]! - below);
}
