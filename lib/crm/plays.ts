import { z } from 'zod';
import { Channel } from './contacts';
import { Query } from './segments';

/** What kind of step a play makes. */
export const PLAY_KINDS = ['write', 'call', 'offer', 'ask', 'thank', 'look'] as const;
export type PlayKind = (typeof PLAY_KINDS)[number];

/** What the user makes of a play: what is absent is as the product ships it. */
const changes = {
  off: z.boolean().optional(),
  title: z.string().trim().min(1).max(120).optional(),
  /** The draft: `{name}` stands for whom it goes to. */
  text: z.string().max(4000).optional(),
  condition: Query.optional(),
  minutes: z.int().min(1).max(480).optional(),
  coolingDays: z.int().min(0).max(3650).optional(),
  /** Wanted more often (2), as it is (1), or less (.5). */
  lever: z.number().min(0.5).max(2).optional(),
};

/** A play of the product as changed, or one of the user's own, which says all. */
export const PlaySetting = z.looseObject({
  ...changes,
  own: z
    .object({
      title: z.string().trim().min(1).max(120),
      /** Why, in a sentence. */
      reason: z.string().trim().max(300),
      kind: z.enum(PLAY_KINDS),
      channel: Channel.nullable(),
    })
    .optional(),
});
export type PlaySetting = z.infer<typeof PlaySetting>;

/** Minutes that the user has for a day's steps, until they say. */
export const DEFAULT_MINUTES = 60;
