import { z } from 'zod';
import { DaySchema } from './dates';
import { Moment, rowShape } from './row';

export const OUTCOME_SCHEMA = 1;

/** Why somebody does not want a step: it does not suit the person, the moment, what it rests on is wrong, or they did it otherwise. */
export const NOT_WHY = ['person', 'moment', 'figures', 'otherwise', 'other'] as const;
export type NotWhy = (typeof NOT_WHY)[number];

/**
 * One piece of advice that was shown, with what was known then, and what became of it. What the engine has learned is made from these
 * rows alone, in the order of `decidedAt` and `id`. No text of a person stands in it.
 */
export const Outcome = z.looseObject({
  ...rowShape,
  contactId: z.uuid(),
  playId: z.string().max(80),
  day: DaySchema,
  shownAt: Moment,
  /** Log-odds by the plays alone. */
  prior: z.number(),
  /** Probability with what was learned until then. */
  chance: z.number(),
  /** Probability that this one was shown, of those that could be. */
  propensity: z.number(),
  /** Probability that the plays alone would have shown it, and the chance of the best of the others: for judging what was learned. */
  alone: z.number().optional(),
  other: z.number().optional(),
  /** Named figures on which the play rests, as they were. */
  features: z.record(z.string().max(60), z.number()),
  /** `held`: it would have been shown, and was held out, so that advised and not advised can be compared. It teaches nothing. */
  became: z.enum(['shown', 'done', 'dismissed', 'later', 'never', 'ignored', 'held']),
  decidedAt: Moment.nullable(),
  /** Of one that was put off: not before. */
  until: Moment.nullable().optional(),
  /** Why not, as one of a few words. */
  why: z.enum(NOT_WHY).optional(),
});
export type Outcome = z.infer<typeof Outcome>;
