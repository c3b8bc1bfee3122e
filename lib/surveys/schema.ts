import { z } from 'zod';
import { type AuthorForm, FOLDS, MOST_STEPS, OPERATORS, QUESTION_TYPES, type Rule } from './form';
import { DEEPEST_RULE } from './rules';

/**
 * The shape of an author's form, with limits on its size. It says whether a form can be read and kept, as a half-written draft is too;
 * whether it can be published says `faultsOf`.
 */

const Id = z.string().max(40);
const TextsOf = z.record(z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/), z.string().max(5000));

const Operand = z.union([
  z.string().max(500),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string().max(500), z.number()])).max(200),
]);
const Condition = z.looseObject({ q: z.string().max(81), is: z.enum(OPERATORS), to: Operand.optional() });

function ruleOf(depth: number): z.ZodType<Rule> {
  if (depth === 0) return Condition as z.ZodType<Rule>;
  const parts = z.array(ruleOf(depth - 1)).max(50);
  return z.union([
    z.strictObject({ all: parts }),
    z.strictObject({ any: parts }),
    Condition,
  ]) as z.ZodType<Rule>;
}
const RuleShape = ruleOf(DEEPEST_RULE);

const ChoiceShape = z.looseObject({ id: Id, text: TextsOf, score: z.number().optional() });
const QuestionShape = z.looseObject({
  id: Id,
  type: z.enum(QUESTION_TYPES),
  title: TextsOf,
  help: TextsOf.optional(),
  required: z.boolean().optional(),
  when: RuleShape.optional(),
  ends: z.tuple([TextsOf, TextsOf]).optional(),
  range: z
    .union([z.tuple([z.number(), z.number()]), z.tuple([z.string().max(10), z.string().max(10)])])
    .optional(),
  step: z.number().optional(),
  face: z.enum(['stars', 'faces', 'numbers']).optional(),
  choices: z.array(ChoiceShape).max(300).optional(),
  rows: z.array(ChoiceShape).max(100).optional(),
  other: TextsOf.optional(),
  shuffle: z.boolean().optional(),
  pick: z.tuple([z.int(), z.int()]).optional(),
  most: z.number().optional(),
  dimension: z.string().max(100).optional(),
});
const PageShape = z.looseObject({
  id: Id,
  questions: z.array(QuestionShape).max(200),
  next: z
    .array(z.looseObject({ when: RuleShape, to: Id }))
    .max(50)
    .optional(),
});
const Url = z.string().max(2000);
const EndingShape = z.looseObject({
  id: Id,
  title: TextsOf,
  text: TextsOf.optional(),
  link: z.looseObject({ text: TextsOf, url: Url }).optional(),
  redirect: Url.optional(),
  receipt: z.boolean().optional(),
  steps: z.array(TextsOf).max(MOST_STEPS).optional(),
});
const TriggerShape = z.union([
  z.strictObject({ after: z.number() }),
  z.strictObject({ scroll: z.number() }),
  z.strictObject({ exit: z.literal(true) }),
  z.strictObject({ click: z.string().max(500) }),
  z.strictObject({ track: z.string().max(100) }),
  z.strictObject({ code: z.literal(true) }),
]);
const ShowShape = z.looseObject({
  place: z.enum(['popover', 'dialog', 'inline', 'tab', 'page']),
  side: z.enum(['start', 'end']).optional(),
  on: TriggerShape,
  urls: z
    .array(
      z.looseObject({
        is: Url.optional(),
        starts: Url.optional(),
        has: Url.optional(),
        not: z.boolean().optional(),
      }),
    )
    .max(100)
    .optional(),
  visits: z.number().optional(),
  sample: z.number().optional(),
  again: z.number().optional(),
  quiet: z.number().optional(),
  until: z.number().optional(),
  stop: z.number().optional(),
  theme: z.enum(['auto', 'light', 'dark']).optional(),
});

const ComputedShape = z.looseObject({
  name: z.string().max(40),
  by: z.enum(FOLDS),
  of: z
    .array(
      z.looseObject({
        q: z.string().max(81).optional(),
        value: z.number().optional(),
        times: z.number().optional(),
        when: RuleShape.optional(),
      }),
    )
    .max(200),
  round: z.int().min(0).max(6).optional(),
});
const BlockShape = z.looseObject({
  id: Id,
  of: z.array(Id).max(200),
  shows: z.int().min(1).optional(),
});

/** At most 100 pages; fields that are not known here are kept. */
export const AuthorFormSchema = z.looseObject({
  v: z.literal(1),
  id: z.string().max(10),
  version: z.int().min(0),
  kind: z.enum(['survey', 'complaint', 'contact']),
  title: TextsOf,
  intro: TextsOf.optional(),
  privacy: z.looseObject({ text: TextsOf, url: Url.optional() }).optional(),
  lang: z.string().max(20),
  langs: z.array(z.string().max(20)).min(1).max(30),
  pages: z.array(PageShape).max(100),
  endings: z.array(EndingShape).max(50),
  computed: z.array(ComputedShape).max(50).optional(),
  blocks: z.array(BlockShape).max(50).optional(),
  stale: z.record(z.string().max(130), TextsOf).optional(),
  show: ShowShape,
}) as unknown as z.ZodType<AuthorForm>;
