import { z } from 'zod';
import { AnswerFilter, AnswerKind } from '@/lib/crm/answer-filter';
import type { AuthorForm } from '@/lib/surveys/form';
import { AuthorFormSchema } from '@/lib/surveys/schema';
import { operation } from '../contract';

const id = z.uuid();
const ids = z.array(id).min(1).max(10_000);
const name = z.string().trim().min(1).max(200);

/** The schema says what it gives; what it takes is the same. */
const FormInput = AuthorFormSchema as z.ZodType<AuthorForm, AuthorForm>;

/** Surveys: what is asked. Their views stand in `survey-views.ts`. */
export const surveys = {
  'surveys.list': operation('query', ['workspace', 'panel'], () => z.object({})),
  /** How many there are, without a look at their answers: for what stands on every page. */
  'surveys.count': operation('query', ['workspace', 'panel'], () => z.object({})),
  'surveys.view': operation('query', ['workspace'], () => z.object({ id })),
  'surveys.add': operation('command', ['workspace'], () => z.object({ name, form: FormInput })),
  'surveys.edit': operation('command', ['workspace'], () =>
    z.object({
      id,
      name: name.optional(),
      draft: FormInput.optional(),
      followUp: z.boolean().optional(),
      /** By dimension; 1 where none is given, 0 leaves it out. */
      weights: z.record(z.string().max(100), z.number().min(0).max(100)).optional(),
      report: z.object({ purpose: z.string().max(5000), proposals: z.string().max(5000) }).optional(),
    }),
  ),
  /** Freezes the draft as the next version. A form with faults is refused, and the faults are named. */
  'surveys.publish': operation('command', ['workspace'], () => z.object({ id })),
  'surveys.setState': operation('command', ['workspace'], () =>
    z.object({ id, state: z.enum(['open', 'closed']) }),
  ),
  /** Makes a goal, or changes the one with this id; null takes it away. Its value lies between the ends of its score, which are left out: no number of answers would tell. */
  'surveys.setGoal': operation('command', ['workspace'], () =>
    z.object({
      id,
      goalId: id,
      goal: z
        .object({
          of: z.enum(['nps', 'csat', 'ces', 'index']),
          questionId: z.string().min(1).max(60).optional(),
          value: z.number(),
          by: z.iso.date(),
          segmentId: id.optional(),
        })
        .nullable(),
    }),
  ),
  'surveys.delete': operation('command', ['workspace'], () => z.object({ ids })),
} as const;

/** Who was asked what, and when. */
export const invites = {
  /** Makes a personal link a contact. Who was asked by any survey within 30 days is left out, unless `force`. */
  'invites.add': operation('command', ['workspace', 'panel'], () =>
    z.object({
      surveyId: id,
      contactIds: ids,
      channel: z.enum(['mail', 'link']),
      force: z.boolean().default(false),
    }),
  ),
  /** Who would be asked, and who is left out and why, before anybody is: makes nothing. */
  'invites.check': operation('query', ['workspace', 'panel'], () =>
    z.object({ surveyId: id, contactIds: ids }),
  ),
  /** Who was asked what, and when: these contacts, or all whom one survey asked. Whatever survey asked them. */
  'invites.asked': operation('query', ['workspace', 'panel'], () =>
    z.object({ contactIds: ids.optional(), surveyId: id.optional() }),
  ),
} as const;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Which answers the figures rest on. */
export const scope = {
  surveyId: id,
  /** Only of contacts with this tag, or one under it. */
  tagId: id.optional(),
  /** Only of contacts in this segment. */
  segmentId: id.optional(),
  /** Local days, both included. */
  from: day.optional(),
  to: day.optional(),
  /** With the answers that were set aside. */
  aside: z.boolean().default(false),
  lang: z.string().max(20).optional(),
};

export const results = {
  'results.view': operation('query', ['workspace'], () => z.object(scope)),
  'results.csv': operation('query', ['workspace'], () => z.object(scope)),
  /** What can be asked of the answers to a survey. */
  'results.asks': operation('query', ['workspace'], () => z.object({ surveyId: id })),
  /** The answers that a filter finds, newest first: the inbox, and what a number counts. */
  'results.answers': operation('query', ['workspace'], () =>
    AnswerFilter.extend({ which: AnswerKind.default('all'), limit: z.int().min(1).max(500).default(50) }),
  ),
  /** The same as a table. A survey has to be named: its questions are the columns. */
  'results.answersFile': operation('query', ['workspace'], () =>
    AnswerFilter.extend({ which: AnswerKind.default('all') }),
  ),
} as const;
