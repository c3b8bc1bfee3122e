import { z } from 'zod';
import { DaySchema } from './dates';

const id = z.uuid();

/** Kinds of answers by which the inbox is worked through, in the order in which they are. */
export const AnswerKind = z.enum(['open', 'unassigned', 'detractors', 'comments', 'aside', 'all']);
export type AnswerKind = z.infer<typeof AnswerKind>;

/** Part of a scale: of an nps those who would recommend, hesitate or would not; of any other its upper quarter, and what lies below. */
export const ScorePart = z.enum(['promoters', 'passives', 'detractors', 'satisfied', 'unsatisfied']);
export type ScorePart = z.infer<typeof ScorePart>;

/**
 * What a figure rests on: answers with the survey's score; of each person the newest of these; the newest that rates something that
 * counts in the index; the newest that rates every driver; of each person who was asked in the wave the newest; of each who gave no score the newest;
 * the comments that are read for topics.
 */
export const AnswerBasis = z.enum(['score', 'person', 'index', 'drivers', 'asked', 'unscored', 'comments']);
export type AnswerBasis = z.infer<typeof AnswerBasis>;

/** How far a low score that was given here came on its way to a customer who was told. */
export const AnswerCare = z.enum([
  'given',
  'low',
  'strangers',
  'known',
  'waiting',
  'replied',
  'dayOld',
  'soon',
  'case',
  'told',
  'due',
  'rechecked',
]);
export type AnswerCare = z.infer<typeof AnswerCare>;

/**
 * Which answers: the filter of the inbox, and the name of what a number of results, analysis or report counts. What is left out asks
 * nothing; all that is given must hold. What stands below `surveyId` asks nothing without it.
 */
export const AnswerFilter = z.object({
  text: z.string().max(200).optional(),
  /** Local days, both included. */
  from: DaySchema.optional(),
  to: DaySchema.optional(),
  /** Of contacts with this tag, or one under it. */
  tagId: id.optional(),
  segmentId: id.optional(),
  lang: z.string().max(20).optional(),
  /** Of a contact, or of nobody who is known. */
  known: z.boolean().optional(),
  /** Whole, or unfinished. */
  whole: z.boolean().optional(),
  via: z.enum(['hub', 'bridge', 'text', 'hand', 'file']).optional(),
  /** Part of the address of the page on which it was given. */
  page: z.string().max(200).optional(),
  case: z.enum(['open', 'any', 'none']).optional(),
  /** Without those that were set aside. */
  counted: z.boolean().optional(),

  surveyId: id.optional(),
  /** Of those who answered this question. */
  question: z.string().max(60).optional(),
  /** One of the versions that asked it on the same scale; the last one that asked where none is named. */
  version: z.int().min(0).optional(),
  /** What they answered, as it is counted: a number, the id of a choice, `row|choice`; of a ranking what stands first. */
  value: z.string().max(200).optional(),
  part: ScorePart.optional(),
  /** Numbers, both included. */
  least: z.number().optional(),
  most: z.number().optional(),
  /** Words of what was written there. */
  says: z.string().max(200).optional(),
  /** At which place of its block the question stood, from 1, of those who answered it or, with `shown`, whoever saw it. */
  place: z.int().min(1).optional(),
  shown: z.boolean().optional(),
  /** `tag:ID` of just this tag, or `segment:ID`. */
  group: z
    .string()
    .regex(/^(tag|segment):[0-9a-f-]{36}$/)
    .optional(),
  basis: AnswerBasis.optional(),
  /** Those of the basis that are left out, for newer ones of the same people count. */
  left: z.boolean().optional(),
  /** Of those who rated this dimension. */
  dimension: z.string().max(100).optional(),
  /** A topic of the comments, as it is written. */
  topic: z.string().max(200).optional(),
  /** `SCHEDULE:N`, waves from 1; 0: in none of them, `all`: in any of them, each by itself. */
  wave: z
    .string()
    .regex(/^[0-9a-f-]{36}:(\d{1,4}|all)$/)
    .optional(),
  care: AnswerCare.optional(),
});
export type AnswerFilter = z.infer<typeof AnswerFilter>;
