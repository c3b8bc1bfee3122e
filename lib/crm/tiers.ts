import { z } from 'zod';
import { Moment } from './row';

/** Levels that there are at most. */
export const MOST_TIERS = 10;

/** A level of customers: whoever its segment finds first, and what they get. */
export const Tier = z.looseObject({
  id: z.uuid(),
  name: z.string().trim().min(1).max(60),
  segmentId: z.uuid(),
  /** Stay in touch every so many days, where the user set no rhythm. */
  cadenceDays: z.int().min(1).max(3650).optional(),
  /** Minutes a month that one of them is worth. */
  minutes: z.int().min(1).max(6000).optional(),
});
export type Tier = z.infer<typeof Tier>;

/** That a contact came to a level, or to none. */
export const TierMove = z.looseObject({
  tierId: z.uuid().nullable(),
  /** What the level was called then; '' for none. */
  name: z.string().max(60),
  at: Moment,
  /** The rhythm that came with it. */
  cadenceDays: z.int().optional(),
});
export type TierMove = z.infer<typeof TierMove>;
