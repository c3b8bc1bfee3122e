import { z } from 'zod';
import { ActivityType, Direction } from '@/lib/crm/activities';
import { DueSchema as Due } from '@/lib/crm/dates';
import { Moment, Money } from '@/lib/crm/row';
import { operation, VIEWS } from '../contract';
import { From } from './contacts';

const id = z.uuid();
const contactIds = z.array(id).min(1).max(200);

/** One event to put on the time line. `type: note` goes through `notes.add`. */
export const ActivityDraft = z.object({
  type: ActivityType.exclude(['note']),
  contactIds,
  at: Moment.optional(),
  precision: z.enum(['second', 'minute', 'day']).default('minute'),
  direction: Direction.nullable().default(null),
  channel: z.string().max(40).nullable().default(null),
  subject: z.string().trim().max(1000).default(''),
  text: z.string().max(100_000).default(''),
  link: z.string().max(2000).nullable().default(null),
  externalKeys: z.array(z.string().max(500)).max(20).default([]),
  amount: Money.nullable().default(null),
  minutes: z.int().min(0).max(100_000).nullable().default(null),
  promise: z
    .object({ by: z.enum(['me', 'them']), due: Due.nullable() })
    .nullable()
    .default(null),
  /** Of a mark of mood. */
  value: z.int().min(-2).max(2).optional(),
  from: From.optional(),
});
export type ActivityDraft = z.infer<typeof ActivityDraft>;

export const activities = {
  'activities.list': operation('query', VIEWS, () =>
    z.object({
      contactId: id,
      types: z.array(ActivityType).optional(),
      limit: z.int().min(1).max(1000).default(50),
      before: Moment.optional(),
    }),
  ),
  /** Answers with the existing one when the same event is already there. */
  'activities.log': operation('command', VIEWS, () =>
    z.object({
      activity: ActivityDraft,
      /** Of a purchase: its end is noted as a date of the contact. */
      warrantyMonths: z.int().min(1).max(999).optional(),
    }),
  ),
  'activities.edit': operation('command', VIEWS, () =>
    z.object({
      id,
      at: Moment.optional(),
      subject: z.string().trim().max(1000).optional(),
      text: z.string().max(100_000).optional(),
      amount: Money.nullable().optional(),
      minutes: z.int().min(0).max(100_000).nullable().optional(),
      promise: z
        .object({ by: z.enum(['me', 'them']), due: Due.nullable(), doneAt: Moment.nullable() })
        .nullable()
        .optional(),
    }),
  ),
  'activities.delete': operation('command', VIEWS, () => z.object({ ids: z.array(id).min(1).max(10_000) })),
} as const;

export const notes = {
  'notes.add': operation('command', VIEWS, () =>
    z.object({
      contactIds,
      text: z.string().trim().min(1).max(100_000),
      pinned: z.boolean().default(false),
      from: From.optional(),
    }),
  ),
  'notes.edit': operation('command', VIEWS, () =>
    z.object({ id, text: z.string().trim().min(1).max(100_000).optional(), pinned: z.boolean().optional() }),
  ),
  /** What was typed and not yet saved; `key` names the field (`note:CONTACT`). Empty text forgets it. */
  'drafts.get': operation('query', VIEWS, () => z.object({ key: z.string().max(200) })),
  'drafts.put': operation('local', VIEWS, () =>
    z.object({ key: z.string().max(200), text: z.string().max(100_000) }),
  ),
} as const;
