import { normal } from './draw';
import type { Judgement } from './judgement';
import { sigmoid } from './laplace';

/** What a step is worth doing now, besides how likely it is to be done. */
export interface Stakes {
  /** Value at stake: 1 is usual. */
  value: number;
  /** How well the moment fits, from .5 to 2. */
  timing: number;
  /** What the user asked for more or less of, from .5 to 2. */
  lever: number;
}

/** How far a draw goes from what is thought likely: enough to try what is little known, and no more. */
export const BOLDNESS = 0.3;

export const factorOf = ({ value, timing, lever }: Stakes): number => value * timing * lever;

/** The chance as it was drawn for this day. @param seed user, day, contact and play */
export function drawn({ logit, variance }: Pick<Judgement, 'logit' | 'variance'>, seed: string): number {
  return sigmoid(logit + BOLDNESS * Math.sqrt(Math.max(0, variance)) * normal(seed));
}

/** Between an end and the other, by where a figure stands: the moment is worst at `from` and best at `to`. */
export function timingOf(figure: number | undefined, { from, to }: { from: number; to: number }): number {
  if (figure === undefined) return 1;
  const share = Math.max(0, Math.min(1, (figure - from) / (to - from)));
  return 0.5 * 4 ** share;
}

const STAKE: Readonly<Record<string, number>> = { high: 2, middle: 1.4, low: 1, none: 1 };

/** What is at stake with a customer of this grade. */
export function stakeOf(grade: number | string | undefined): number {
  return STAKE[String(grade)] ?? 1;
}
