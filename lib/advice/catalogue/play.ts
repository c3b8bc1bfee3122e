import type { Channel } from '@/lib/crm/contacts';
import type { MeasureName, NumberMeasure } from '@/lib/crm/measure-names';
import type { PlayKind } from '@/lib/crm/plays';
import type { Query } from '@/lib/crm/segments';
import type { Prior } from '../engine/judgement';

/**
 * A play of the product: for whom, what to do, and how likely it is thought to be done. Its words are `<id>_title`, `<id>` (the reason, a
 * bracket for each of `says`) and `<id>_text` (a draft) of the dictionary `plays`.
 */
export interface Play {
  id: string;
  condition: Query;
  /** At most two of a kind stand among the first five. */
  kind: PlayKind;
  /** How it reaches the contact: asked of consent and of the ways to reach them. Null: it is no word to them. */
  channel: Channel | null;
  minutes: number;
  coolingDays: number;
  prior: Prior;
  /** The figure by which the moment is told, worst at `from` and best at `to`. */
  timing: { by: NumberMeasure; from: number; to: number } | null;
  /** What the reason speaks of: a figure, the day of a date that comes, a promise, a need that was not heard of for long. */
  says: readonly (MeasureName | 'date' | 'promise' | 'need')[];
}

/** After so many days a need is asked about again. */
export const UNCONFIRMED_DAYS = 60;

/** Questions that many plays ask. */
export const stage = (...stages: string[]): Query => ({ ask: 'choice', name: 'stage', in: stages });
export const measure = (name: NumberMeasure, min?: number, max?: number): Query => ({
  ask: 'measure',
  name,
  range: { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) },
});
