import { z } from 'zod';
import { DaySchema, DueSchema as Due } from '@/lib/crm/dates';
import { operation, VIEWS } from '../contract';

const id = z.uuid();
/** A sentence as it stands in the activity. */
const Quote = z.string().min(1).max(400);

/** Promises that stand in what was written: offered, and noted only when the user says so. */
export const promises = {
  /** Sentences of what was lately written about a contact, or of one activity, that seem to be promises and were not weighed yet. */
  'promises.found': operation('query', ['workspace', 'panel'], () =>
    z.object({ contactId: id, activityId: id.optional() }),
  ),
  /** Sentences of pasted text that seem to be promises, of somebody who is no contact yet. Saves nothing. */
  'promises.propose': operation('query', VIEWS, () =>
    z.object({
      text: z.string().max(200_000),
      /** What they are called, as a chat writes it before their lines. */
      names: z.array(z.string().max(300)).max(10),
    }),
  ),
  /** Yes: the sentence becomes a promise. */
  'promises.take': operation('command', ['workspace', 'panel'], () =>
    z.object({
      activityId: id,
      /** On whose page the sentence was found. */
      contactId: id,
      quote: Quote,
      what: z.string().trim().min(1).max(1000),
      by: z.enum(['me', 'them']),
      due: Due.nullable(),
    }),
  ),
  /** No: it is not asked about again. */
  'promises.decline': operation('command', ['workspace', 'panel'], () =>
    z.object({ activityId: id, quote: Quote }),
  ),
  /** What the ledger says of a promise, put right: when it was kept, that it counts as kept, another day, or that it was none. */
  'promises.correct': operation('command', ['workspace', 'panel'], () =>
    z.object({
      id,
      as: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('kept'), on: DaySchema }),
        z.object({ kind: z.literal('counts') }),
        z.object({ kind: z.literal('moved'), due: Due }),
        z.object({ kind: z.literal('open') }),
        z.object({ kind: z.literal('none') }),
      ]),
    }),
  ),
} as const;
