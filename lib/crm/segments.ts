import { z } from 'zod';
import { ActivityType, Direction } from './activities';
import { Channel, DateKind, PointKind } from './contacts';
import { DaySchema } from './dates';
import { CHOICE_MEASURES, NUMBER_MEASURES } from './measure-names';
import { Moment, rowShape } from './row';

export const SEGMENT_SCHEMA = 1;

/** A span of days: the last or the next so many, or from one day to another, both included. None of both is at any time. */
export const Within = z.union([
  z.strictObject({ lastDays: z.int().min(1).max(36_500) }),
  z.strictObject({ nextDays: z.int().min(0).max(36_500) }),
  z.strictObject({ from: DaySchema.optional(), to: DaySchema.optional() }),
]);
export type Within = z.infer<typeof Within>;

/** A range of numbers; an end that is left out is open, both are included. */
export const Range = z.strictObject({ min: z.number().optional(), max: z.number().optional() });
export type Range = z.infer<typeof Range>;

/** One question about a contact. What it does not know is refused, not left out: without it the question would find more. */
export const Clause = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('kind'), is: z.enum(['work', 'personal']) }),
  /** A value of a field: of the product's or of the user's own. Texts are compared without case and accents. */
  z.strictObject({
    ask: z.literal('fact'),
    field: z.string().min(1).max(60),
    has: z.enum(['is', 'isNot', 'contains', 'empty', 'filled', 'range']),
    value: z.string().max(400).optional(),
    range: Range.optional(),
  }),
  z.strictObject({
    ask: z.literal('point'),
    kind: PointKind,
    has: z.enum(['empty', 'filled', 'contains']),
    value: z.string().max(400).optional(),
  }),
  /** The tag or one below it. */
  z.strictObject({ ask: z.literal('tag'), tagId: z.uuid(), has: z.boolean() }),
  z.strictObject({ ask: z.literal('company'), companyId: z.uuid(), has: z.boolean() }),
  z.strictObject({
    ask: z.literal('consent'),
    channel: Channel,
    state: z.enum(['given', 'refused', 'none']),
  }),
  z.strictObject({ ask: z.literal('doNotContact'), is: z.boolean() }),
  z.strictObject({ ask: z.literal('cadence'), is: z.boolean() }),
  /** Born between two ages is `measure age`; a date that comes or has passed. */
  z.strictObject({ ask: z.literal('date'), kind: DateKind, within: Within }),
  z.strictObject({ ask: z.literal('added'), within: Within }),
  z.strictObject({ ask: z.literal('measure'), name: z.enum(NUMBER_MEASURES), range: Range }),
  z.strictObject({
    ask: z.literal('choice'),
    name: z.enum(Object.keys(CHOICE_MEASURES) as [keyof typeof CHOICE_MEASURES]),
    in: z.array(z.string().max(40)).min(1).max(20),
  }),
  /** How many activities; `{min: 1}` is "any", `{max: 0}` is "none". */
  z.strictObject({
    ask: z.literal('count'),
    /** None: of every kind. */
    types: z.array(ActivityType).max(20),
    /** Only exchanges with the contact: no mail in copy, none that a machine wrote. */
    exchange: z.boolean().optional(),
    direction: Direction.optional(),
    within: Within.optional(),
    times: Range,
  }),
  /** Sum of purchases, in minor units of the base currency. */
  z.strictObject({ ask: z.literal('spend'), within: Within.optional(), amount: Range }),
  /** An answer to a survey, by its score where one is asked for. */
  z.strictObject({
    ask: z.literal('answer'),
    surveyId: z.uuid().nullable(),
    score: Range.optional(),
    within: Within.optional(),
    has: z.boolean(),
  }),
  z.strictObject({
    ask: z.literal('need'),
    status: z.enum(['open', 'met', 'dropped']).optional(),
    kind: z.enum(['explicit', 'latent']).optional(),
    about: z.string().max(200).optional(),
    /** Last heard of so many days ago, or longer. */
    unconfirmedDays: z.int().min(1).max(3650).optional(),
  }),
  z.strictObject({
    ask: z.literal('deal'),
    state: z.enum(['open', 'won', 'lost']),
    within: Within.optional(),
  }),
  z.strictObject({ ask: z.literal('case'), open: z.boolean() }),
  /** At a level of customers; null: at any. */
  z.strictObject({ ask: z.literal('tier'), tierId: z.uuid().nullable(), has: z.boolean() }),
  /** Found in another segment. */
  z.strictObject({ ask: z.literal('segment'), segmentId: z.uuid(), has: z.boolean() }),
]);
export type Clause = z.infer<typeof Clause>;

/** A question, or several that must all hold, of which one must, or that must not hold. No parts: `all` is everybody, `any` nobody. */
export type Query = Clause | { all: Query[] } | { any: Query[] } | { not: Query };

const MOST_PARTS = 30;
/** Levels of groups: the builder draws three, each of which may be turned round. */
const DEEPEST = 6;

/** Groups of a level; below the last there are clauses only, so that no query is too deep to be read. */
function level(depth: number): z.ZodType<Query> {
  if (depth === 0) return Clause;
  const part = level(depth - 1);
  return z.union([
    Clause,
    z.strictObject({ all: z.array(part).max(MOST_PARTS) }),
    z.strictObject({ any: z.array(part).max(MOST_PARTS) }),
    z.strictObject({ not: part }),
  ]);
}

/** What may be asked. */
export const Query: z.ZodType<Query> = z.lazy(() => level(DEEPEST));

/** As it is kept: what a newer version asks is left as it is, and finds nobody here. */
const StoredQuery = z.custom<Query>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** A question about contacts that the user keeps under a name. */
export const Segment = z.looseObject({
  ...rowShape,
  name: z.string().trim().min(1).max(80),
  note: z.string().max(2000),
  query: StoredQuery,
  createdAt: Moment,
});
export type Segment = z.infer<typeof Segment>;

export const SNAPSHOT_SCHEMA = 1;

/** Who was found in a segment on a day. It has no history of its own; erasing somebody takes them out of it. */
export const Snapshot = z.looseObject({
  id: z.uuid(),
  schema: z.int(),
  segmentId: z.uuid(),
  day: DaySchema,
  at: Moment,
  members: z.array(z.uuid()),
});
export type Snapshot = z.infer<typeof Snapshot>;
