import { z } from 'zod';
import { Channel } from './contacts';
import { HEALTH_OF_CONTACTS } from './health-kinds';

const id = z.uuid();

/** What a filter asks of the values of one field. `field` names a fact or, as `point:email`, a way to reach somebody. */
export const FactTest = z.object({
  field: z.string().min(1).max(70),
  has: z.enum(['is', 'contains', 'empty', 'filled']),
  /** Compared without case and accents; of `empty` and `filled` nothing. */
  value: z.string().max(200).optional(),
});
export type FactTest = z.infer<typeof FactTest>;

/** Which contacts: the filter of the table. What is left out asks nothing; all that is given must hold. */
export const ContactFilter = z.object({
  text: z.string().max(200).optional(),
  tagId: id.optional(),
  companyId: id.optional(),
  /** Found in this segment. */
  segmentId: id.optional(),
  kind: z.enum(['work', 'personal']).optional(),
  /** Only contacts with something open: a task, a promise, an unanswered mail. */
  open: z.boolean().optional(),
  /** Last contact longer ago than so many days, or never. */
  quietDays: z.int().min(1).optional(),
  facts: z.array(FactTest).max(10).optional(),
  untagged: z.boolean().optional(),
  /** No consent was given for this channel. */
  noConsent: Channel.optional(),
  /** Added within so many days. */
  addedDays: z.int().min(1).optional(),
  /** Added or changed by this import. */
  importId: id.optional(),
  /** Of whom something is to be put in order. */
  health: z.enum(HEALTH_OF_CONTACTS).optional(),
  /** Whom a figure of Insights counts: its name there. */
  cell: z.string().max(4000).optional(),
});
export type ContactFilter = z.infer<typeof ContactFilter>;

export const ContactSort = z.object({
  by: z.enum(['name', 'company', 'last', 'next', 'added']),
  descending: z.boolean(),
});
export type ContactSort = z.infer<typeof ContactSort>;
