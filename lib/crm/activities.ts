import { z } from 'zod';
import { ACTIVITY_TYPES } from './activity-types';
import { DueSchema as Due } from './dates';
import { Moment, Money, provenanceShape, rowShape } from './row';

export const ACTIVITY_SCHEMA = 1;

export const ActivityType = z.enum(ACTIVITY_TYPES);
export type ActivityType = z.infer<typeof ActivityType>;

export const Direction = z.enum(['in', 'out']);
export type Direction = z.infer<typeof Direction>;

/** Where a message was exchanged; free text is allowed because new networks appear. */
export const MESSAGE_CHANNELS = [
  'wechat',
  'whatsapp',
  'line',
  'qq',
  'telegram',
  'sms',
  'linkedin',
  'other',
] as const;

/** What was promised, by whom, until when. `by: me` is the user's own word. */
export const Promised = z.looseObject({
  by: z.enum(['me', 'them']),
  due: Due.nullable(),
  doneAt: Moment.nullable(),
  /** It counts as kept in time, though it was late: both sides were content. */
  counts: z.literal(true).optional(),
  /** The day that it had before another was agreed; null where none was named. */
  was: Due.nullable().optional(),
});
export type Promised = z.infer<typeof Promised>;

export const Participant = z.looseObject({
  contactId: z.uuid(),
  role: z.enum(['with', 'from', 'to', 'cc', 'about']),
});

export const Activity = z.looseObject({
  ...rowShape,
  type: ActivityType,
  at: Moment,
  /** How exact `at` is: a webmail that says "yesterday" gives a day. */
  precision: z.enum(['second', 'minute', 'day']),
  participants: z.array(Participant).min(1).max(200),
  /** Names of the same event elsewhere (`gmail:thread/message`): logged once. */
  externalKeys: z.array(z.string().max(500)).max(20),
  direction: Direction.nullable(),
  channel: z.string().max(40).nullable(),
  /** Subject of a mail, what was promised, the product bought: one line. */
  subject: z.string().max(1000),
  /** A note's text, or what was said in a call. */
  text: z.string().max(100_000),
  link: z.string().max(2000).nullable(),
  pinned: z.boolean(),
  amount: Money.nullable(),
  minutes: z.int().min(0).max(100_000).nullable(),
  /** Of a mark of mood, from -2 (very low) to 2 (very good). */
  value: z.int().min(-2).max(2).optional(),
  promise: Promised.nullable(),
  /** Sentences of it that seemed to be promises, by their digest: whether the user said that they are. */
  weighed: z.record(z.string().max(80), z.boolean()).optional(),
  /** Whose it is was said by a website alone, without a signature: nothing proves it. */
  claimed: z.boolean().optional(),
  provenance: z.object(provenanceShape),
});
export type Activity = z.infer<typeof Activity>;
