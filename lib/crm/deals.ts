import { z } from 'zod';
import { DaySchema, DueSchema } from './dates';
import { EXIT_REASONS } from './exit-reasons';
import { Moment, Money, provenanceShape, rowShape } from './row';

export const DEAL_SCHEMA = 1;

/** Something that may be sold: how much, how far it is, and what comes next. */
export const Deal = z.looseObject({
  ...rowShape,
  title: z.string().trim().min(1).max(300),
  contactIds: z.array(z.uuid()).max(50),
  companyId: z.uuid().nullable(),
  amount: Money.nullable(),
  /** A stage of the pipeline in the settings. */
  stageId: z.string().max(60),
  /** Since when it stands in that stage. */
  stageAt: Moment,
  /** Stages in which it stood before, in their order: how often a stage leads to the end is counted from them. */
  passed: z
    .array(z.object({ stageId: z.string().max(60), at: Moment }))
    .max(200)
    .optional(),
  expectedOn: DaySchema.nullable(),
  /** An open deal has one, or says on the board that it has none. */
  nextStep: z.looseObject({ text: z.string().min(1).max(300), due: DueSchema.nullable() }).nullable(),
  state: z.enum(['open', 'won', 'lost']),
  closedAt: Moment.nullable(),
  /** Why it was lost, to be counted. */
  reasonCode: z.enum(EXIT_REASONS).optional(),
  /** Why it was won or lost, in the user's words. */
  reason: z.string().max(500),
  note: z.string().max(20_000),
  owner: z.string().max(100),
  createdAt: Moment,
  /** What another program calls it. */
  external: z.string().max(300).optional(),
  provenance: z.object(provenanceShape),
});
export type Deal = z.infer<typeof Deal>;

/** A stage of the pipeline, in the order of the board. */
export const PipelineStage = z.object({
  id: z.string().min(1).max(60),
  /** Empty: the product's own word for this id. */
  name: z.string().max(60),
  /** Share of deals that reach this stage and are won, from 0 to 1: as the user thinks, until enough were closed. */
  chance: z.number().min(0).max(1),
  /** A deal that stands here for more days is marked. */
  staleDays: z.int().min(1).max(3650).optional(),
});
export type PipelineStage = z.infer<typeof PipelineStage>;
