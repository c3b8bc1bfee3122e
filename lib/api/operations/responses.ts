import { z } from 'zod';
import { AnswerKind } from '@/lib/crm/answer-filter';
import { Moment } from '@/lib/crm/row';
import { LONGEST_SEALED } from '@/lib/surveys/answer';
import { operation } from '../contract';

const id = z.uuid();
const ids = z.array(id).min(1).max(10_000);

export const ResponseWhich = z.enum([...AnswerKind.options, 'flagged', 'kept']);
export type ResponseWhich = z.infer<typeof ResponseWhich>;

const short = z.string().max(200);
/** What belongs to the form is found out by the store. */
const Value = z.union([
  z.number(),
  z.boolean(),
  z.string().max(20_000),
  z.array(short).max(200),
  z.record(z.string().max(60), short),
]);

/** Answers that came in. */
export const responses = {
  'responses.list': operation('query', ['workspace', 'panel'], () =>
    z.object({
      surveyId: id.optional(),
      contactId: id.optional(),
      which: ResponseWhich.default('all'),
      text: z.string().max(200).optional(),
      before: Moment.optional(),
      limit: z.int().min(1).max(500).default(50),
    }),
  ),
  'responses.view': operation('query', ['workspace', 'panel'], () => z.object({ id })),
  /** Opens a sealed answer and puts it where it belongs. */
  'responses.take': operation('command', ['workspace', 'bridge'], () =>
    z.object({ sealed: z.string().max(LONGEST_SEALED), via: z.enum(['bridge', 'text']) }),
  ),
  /** Takes every sealed answer that stands in a text: a mail, a file. */
  'responses.takeFile': operation('command', ['workspace'], () =>
    z.object({ text: z.string().max(20_000_000) }),
  ),
  /** An answer that the user wrote down: asked in person, by telephone, on paper. */
  'responses.note': operation('command', ['workspace'], () =>
    z.object({
      surveyId: id,
      contactId: id.nullable(),
      id,
      seq: z.int().min(0).max(9999),
      version: z.int().min(1),
      lang: z.string().max(20),
      startedAt: Moment,
      at: Moment,
      done: z.boolean(),
      values: z.record(z.string().max(60), Value),
      order: z.record(z.string().max(40), z.array(z.string().max(40)).max(200)).optional(),
      times: z.record(z.string().max(40), z.int().min(0)).optional(),
    }),
  ),
  'responses.assign': operation('command', ['workspace'], () => z.object({ id, contactId: id })),
  /** Makes a contact of what the answer says of its person, and assigns it. */
  'responses.toContact': operation('command', ['workspace'], () => z.object({ id })),
  /** Leaves answers out of the results. */
  'responses.setAside': operation('command', ['workspace'], () =>
    z.object({ ids, why: z.string().trim().min(1).max(500) }),
  ),
  /** Notes that answers were looked at and count: those that were set aside again, and those that look careless still. */
  'responses.keep': operation('command', ['workspace'], () => z.object({ ids })),
  'responses.handle': operation('command', ['workspace', 'panel'], () =>
    z.object({ ids, handled: z.boolean() }),
  ),
  'responses.delete': operation('command', ['workspace'], () => z.object({ ids })),
  'responses.counts': operation('query', ['workspace', 'panel', 'popup'], () => z.object({})),
} as const;
