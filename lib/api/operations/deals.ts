import { z } from 'zod';
import { DaySchema, DueSchema } from '@/lib/crm/dates';
import { PipelineStage } from '@/lib/crm/deals';
import { EXIT_REASONS } from '@/lib/crm/exit-reasons';
import { Money } from '@/lib/crm/row';
import { operation } from '../contract';
import { From } from './contacts';

const id = z.uuid();
const stageId = z.string().min(1).max(60);
const title = z.string().trim().min(1).max(300);
const contactIds = z.array(id).max(50);
const nextStep = z.object({ text: z.string().trim().min(1).max(300), due: DueSchema.nullable() }).nullable();
const note = z.string().max(20_000);
const owner = z.string().trim().max(100);
/** The panel adds deals, and shows the open ones of its contact. */
const adds = ['workspace', 'panel'] as const;

/** Deals: what may be sold, how far it is, and what comes next. */
export const deals = {
  'deals.board': operation('query', ['workspace'], () => z.object({})),
  'deals.list': operation('query', ['workspace'], () =>
    z.object({
      which: z.enum(['open', 'won', 'lost', 'all']).default('open'),
      contactId: id.optional(),
      companyId: id.optional(),
    }),
  ),
  'deals.count': operation('query', ['workspace'], () => z.object({})),
  'deals.view': operation('query', ['workspace'], () => z.object({ id })),
  'deals.add': operation('command', adds, () =>
    z.object({
      title,
      contactIds: contactIds.default([]),
      /** Absent: the company of the first contact. */
      companyId: id.nullable().optional(),
      amount: Money.nullable().default(null),
      /** Absent: the first stage. */
      stageId: stageId.optional(),
      expectedOn: DaySchema.nullable().default(null),
      nextStep: nextStep.default(null),
      note: note.default(''),
      from: From.optional(),
    }),
  ),
  'deals.edit': operation('command', ['workspace'], () =>
    z.object({
      id,
      title: title.optional(),
      contactIds: contactIds.optional(),
      companyId: id.nullable().optional(),
      amount: Money.nullable().optional(),
      expectedOn: DaySchema.nullable().optional(),
      nextStep: nextStep.optional(),
      note: note.optional(),
      owner: owner.optional(),
    }),
  ),
  'deals.move': operation('command', ['workspace'], () => z.object({ id, stageId })),
  /** Won or lost, with why. `purchase` puts what was won on the time line of its contacts. */
  'deals.close': operation('command', ['workspace'], () =>
    z
      .object({
        id,
        state: z.enum(['won', 'lost']),
        reason: z.string().trim().max(500).default(''),
        /** Of one that was lost. */
        code: z.enum(EXIT_REASONS).optional(),
        purchase: z.boolean().default(false),
      })
      .refine(({ reason, code }) => reason !== '' || code !== undefined, { error: 'a reason is wanted' }),
  ),
  'deals.reopen': operation('command', ['workspace'], () => z.object({ id })),
  'deals.delete': operation('command', ['workspace'], () =>
    z.object({ ids: z.array(id).min(1).max(10_000) }),
  ),
  /** The stages of the board. `moves`: where the open deals of a stage that goes are moved to. */
  'pipeline.set': operation('command', ['workspace'], () =>
    z.object({
      stages: z.array(PipelineStage).min(1).max(12),
      moves: z.record(stageId, stageId).default({}),
    }),
  ),
} as const;
