import { z } from 'zod';
import { ContactFilter } from './contact-filter';
import { Channel, Consent } from './contacts';

const id = z.uuid();
const field = z.string().trim().min(1).max(60);
const value = z.string().trim().min(1).max(4000);

/** Some contacts, or all that a filter finds, however many. */
export const Whom = z.union([
  z.object({ ids: z.array(id).min(1).max(100_000) }),
  z.object({ filter: ContactFilter }),
]);
export type Whom = z.infer<typeof Whom>;

/** One change, made to many contacts. */
export const BulkChange = z.discriminatedUnion('what', [
  /** The field has this value and no other: also the company, which is found by its name or made. */
  z.object({ what: z.literal('setFact'), field, value }),
  /** It stands beside the others. */
  z.object({ what: z.literal('addFact'), field, value }),
  /** Without a value all of the field. */
  z.object({ what: z.literal('removeFact'), field, value: value.optional() }),
  z.object({ what: z.literal('tag'), path: z.string().trim().min(1).max(300) }),
  z.object({ what: z.literal('untag'), tagId: id }),
  z.object({ what: z.literal('kind'), kind: z.enum(['work', 'personal']) }),
  z.object({ what: z.literal('cadence'), days: z.int().min(1).max(3650).nullable() }),
  z.object({ what: z.literal('owner'), ownerId: id.nullable() }),
  z.object({
    what: z.literal('consent'),
    channel: Channel,
    state: Consent.shape.state.nullable(),
    basis: z.string().max(200),
  }),
  /** Null: they may be contacted again. */
  z.object({ what: z.literal('doNotContact'), reason: z.string().max(500).nullable() }),
]);
export type BulkChange = z.infer<typeof BulkChange>;
