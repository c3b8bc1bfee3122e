import { z } from 'zod';
import { DaySchema } from './dates';

/** Some of the contacts: everybody who agreed to be asked, a tag with those below it, or a segment. */
const Group = z.discriminatedUnion('by', [
  z.looseObject({ by: z.literal('tag'), id: z.uuid() }),
  z.looseObject({ by: z.literal('segment'), id: z.uuid() }),
]);
export const Audience = z.discriminatedUnion('by', [
  z.looseObject({ by: z.literal('agreed') }),
  ...Group.options,
]);
export type Audience = z.infer<typeof Audience>;

/** When somebody's turn comes: so many days after they were last asked or answered, so many after something happened, or once. */
export const Rhythm = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('every'), days: z.int().min(14).max(1100) }),
  z.looseObject({
    kind: z.literal('after'),
    event: z.enum(['purchase', 'case']),
    days: z.int().min(0).max(365),
  }),
  z.looseObject({ kind: z.literal('once') }),
]);
export type Rhythm = z.infer<typeof Rhythm>;

/** So many answers of a group in a wave are enough; `all` is everybody. */
export const Quota = z.looseObject({
  group: z.discriminatedUnion('by', [z.looseObject({ by: z.literal('all') }), ...Group.options]),
  most: z.int().min(1).max(100_000),
});
export type Quota = z.infer<typeof Quota>;

/** Whom a survey asks again and again, and when. It says who is due; asking is a thing that the user does. */
export const Schedule = z.looseObject({
  on: z.boolean(),
  audience: Audience,
  /** Only who said yes to surveys; who refused is left out always. */
  agreedOnly: z.boolean(),
  rhythm: Rhythm,
  /** First and last day on which it asks. */
  from: DaySchema,
  until: DaySchema.nullable(),
  perDay: z.int().min(1).max(500),
  channel: z.enum(['mail', 'phone']),
  /** Per cent of those who are due that are not asked in a wave, so that asking itself can be looked at. The schedule's id is the seed. */
  holdout: z.int().min(0).max(50),
  quotas: z.array(Quota).max(20),
});
export type Schedule = z.infer<typeof Schedule>;

/** Schedules a survey may have. */
export const MOST_SCHEDULES = 20;
