import { z } from 'zod';
import type { AuthorForm, Value } from '../surveys/form';
import { Moment, rowShape } from './row';
import { Schedule } from './schedules';
import { SurveyGoal } from './survey-goals';

export const SURVEY_SCHEMA = 1;

export const ReportWords = z.looseObject({ purpose: z.string().max(5000), proposals: z.string().max(5000) });
export type ReportWords = z.infer<typeof ReportWords>;

/** A survey as its author has it. Published versions are frozen: an answer belongs to the one that was shown. */
export const Survey = z.looseObject({
  ...rowShape,
  name: z.string().min(1).max(200),
  /** The public id of its form. */
  code: z.string().regex(/^[0-9a-z]{10}$/),
  state: z.enum(['draft', 'open', 'closed']),
  /** An `AuthorForm`; checked by lib/surveys before it is stored. */
  draft: z.custom<AuthorForm>((value) => typeof value === 'object' && value !== null),
  /** By version number: the form as it was published, and when. */
  versions: z.record(
    z.string(),
    z.looseObject({ at: Moment, form: z.custom<AuthorForm>((value) => typeof value === 'object') }),
  ),
  createdAt: Moment,
  /** Task on a low score or a complaint: on unless switched off. */
  followUp: z.boolean(),
  /** How much each dimension counts in the index; 1 where none is given. */
  weights: z.record(z.string().max(100), z.number().min(0).max(100)).optional(),
  /** What the author says in the report: what it is for, and what to do, a line each. */
  report: ReportWords.optional(),
  /** As it was stored when a survey had one goal. Read by `goalsOf`, and put among `goals` with the next one that is set. */
  goal: SurveyGoal.optional(),
  /** What its scores are to come to, by id. */
  goals: z.record(z.uuid(), SurveyGoal).optional(),
  /** Name of the file of answers that it was made of: it was asked elsewhere, and no hub hears of it until it is opened here. */
  madeOf: z.string().max(300).optional(),
  /** Whom it asks again and again, by id. */
  schedules: z.record(z.uuid(), Schedule).optional(),
});
export type Survey = z.infer<typeof Survey>;

/** What speaks for it that the answer is from whom it names: a personal link, a signature of the site, the site's or the visitor's word. */
export const Proof = z.enum(['token', 'signed', 'claimed', 'none']);
export type Proof = z.infer<typeof Proof>;

/** Why an answer may be careless. Flags are computed; `aside` is the user's decision. */
export const ResponseFlag = z.enum(['fast', 'straight', 'duplicate', 'contradiction', 'empty', 'bot']);
export type ResponseFlag = z.infer<typeof ResponseFlag>;

/** Somebody looked at an answer: it counts, or it is set aside. */
export const Look = z.looseObject({
  at: Moment,
  kept: z.boolean(),
  /** Of one that is set aside. */
  why: z.string().max(500).optional(),
  /** What it was looked at for: a flag that comes later asks for another look. */
  flags: z.array(ResponseFlag),
});
export type Look = z.infer<typeof Look>;

export const RESPONSE_SCHEMA = 1;

export const SurveyResponse = z.looseObject({
  /** The submission's id, made by the widget. */
  ...rowShape,
  surveyId: z.uuid(),
  version: z.int().min(0),
  lang: z.string().max(20),
  /** The last post that was taken: an earlier or equal one changes nothing. */
  seq: z.int().min(0),
  startedAt: Moment,
  /** When it was given, never later than when it was received. */
  at: Moment,
  receivedAt: Moment,
  done: z.boolean(),
  /** By id of the question; what its form computed stands under its `@name`. */
  values: z.record(
    z.string().max(60),
    z.custom<Value>((value) => value !== undefined),
  ),
  /** What was drawn for the blocks of its form. */
  order: z.record(z.string().max(40), z.array(z.string().max(40)).max(200)).optional(),
  times: z.record(z.string().max(40), z.int()).optional(),
  page: z.string().max(2000).nullable(),
  hidden: z.record(z.string().max(40), z.string().max(500)),
  who: z.looseObject({
    id: z.string().max(200).optional(),
    email: z.string().max(320).optional(),
    name: z.string().max(200).optional(),
    phone: z.string().max(60).optional(),
  }),
  proof: Proof,
  /** The page sent a signature that no secret of this workspace made: somebody who pretends, or a server that signs otherwise. */
  misSigned: z.boolean().optional(),
  via: z.enum(['hub', 'bridge', 'text', 'hand', 'file']),
  /** Of one that came with a table of answers: the file, and the import that brought it. */
  brought: z.looseObject({ file: z.string().max(300), batchId: z.uuid() }).optional(),
  /** Null: it waits to be assigned. */
  contactId: z.uuid().nullable(),
  flags: z.array(ResponseFlag),
  /** Left out of the results, with the reason. */
  aside: z.looseObject({ at: Moment, why: z.string().max(500) }).nullable(),
  /** What was decided about it, the last last. Absent: nobody looked. */
  looks: z.array(Look).optional(),
  /** Read, answered or thanked: it needs nothing more. */
  handledAt: Moment.nullable(),
  /** When it was decided what follows from it (a task, a case, nothing): decided once. Absent while more may come. */
  followedAt: Moment.optional(),
  /** When the user said whose it is: no later post says otherwise. */
  assignedAt: Moment.optional(),
  caseId: z.uuid().nullable(),
});
export type SurveyResponse = z.infer<typeof SurveyResponse>;

export const INVITE_SCHEMA = 1;

/** Somebody was asked. Its token stands in the personal link. */
export const Invite = z.looseObject({
  ...rowShape,
  surveyId: z.uuid(),
  contactId: z.uuid(),
  token: z.string().regex(/^[\w-]{22}$/),
  channel: z.enum(['mail', 'link', 'phone']),
  at: Moment,
  answeredAt: Moment.nullable(),
  /** The schedule of its survey that asked. */
  scheduleId: z.uuid().optional(),
  /** Their turn had come, and the draw left them out: nobody was asked, and the token stands in no link. */
  heldOut: z.boolean().optional(),
  /** Per cent that the draw held out when their turn came; absent where it held nobody out. */
  share: z.int().min(0).max(50).optional(),
});
export type Invite = z.infer<typeof Invite>;
