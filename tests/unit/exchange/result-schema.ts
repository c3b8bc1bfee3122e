import { z } from 'zod';
import { ContactDraft } from '@/lib/api/operations/contacts';
import { ActivityType, Direction } from '@/lib/crm/activities';
import { CaseKind, CaseState } from '@/lib/crm/cases';
import { Channel } from '@/lib/crm/contacts';
import { DaySchema } from '@/lib/crm/dates';
import { EXIT_REASONS } from '@/lib/crm/exit-reasons';
import { Money } from '@/lib/crm/row';
import english from '@/lib/i18n/en/imports';

const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine(
      (value) => !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(value),
      {
        error: 'half a surrogate pair',
      },
    );
const moment = z.string().regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/);
const where = z
  .string()
  .max(200)
  .regex(/^\d+( .+)?$/s);
const kept = z.strictObject({
  name: text(200),
  group: text(80).optional(),
  params: z.record(z.string().max(80), z.array(text(2000)).max(50)).optional(),
  value: text(20_000),
});
const activity = z.strictObject({
  key: text(500),
  type: ActivityType,
  at: moment,
  subject: text(1000),
  text: text(100_000),
  direction: Direction.optional(),
  amount: Money.optional(),
  minutes: z.int().min(0).max(100_000).optional(),
});
const ticket = z.strictObject({
  key: text(500),
  kind: CaseKind,
  title: text(300).min(1),
  text: text(20_000),
  state: CaseState,
  openedAt: moment,
  resolvedAt: moment.optional(),
});
const deal = z.strictObject({
  key: text(500),
  title: text(300).min(1),
  stage: text(60),
  state: z.enum(['open', 'won', 'lost']),
  amount: Money.optional(),
  expectedOn: DaySchema.optional(),
  closedAt: moment.optional(),
  madeAt: moment.optional(),
  reason: text(500).optional(),
  reasonCode: z.enum(EXIT_REASONS).optional(),
  text: text(20_000),
});
const shape = {
  where,
  kept: z.array(kept).max(300).optional(),
  external: z.array(text(300)).max(20).optional(),
};

/** What reading any file may give: drafts as the contract takes them, and nothing else beside. */
export const Result = z.strictObject({
  format: z.string(),
  encoding: z.string().optional(),
  drafts: z.array(
    ContactDraft.extend({
      ...shape,
      unnamed: z.literal(true).optional(),
      photo: z
        .strictObject({ type: z.string().startsWith('image/'), base64: z.base64().max(27_000_000) })
        .optional(),
      refuses: z.array(Channel).max(5).optional(),
      activities: z.array(activity).optional(),
      cases: z.array(ticket).optional(),
      deals: z.array(deal).optional(),
    }).strict(),
  ),
  companies: z.array(
    ContactDraft.pick({ name: true, points: true, facts: true, tags: true, note: true })
      .extend({ ...shape, deals: z.array(deal).optional() })
      .strict(),
  ),
  heldBack: z.array(
    z.strictObject({
      where,
      reason: z.string().refine((key) => key.replace('imports.', '') in english),
      text: z.string().max(200),
    }),
  ),
  unmapped: z.array(z.strictObject({ property: z.string().min(1).max(200), count: z.int().min(1) })),
  header: z.array(z.string().max(100)).max(2000).optional(),
  samples: z.array(z.array(z.string())).max(5).optional(),
  mapping: z.looseObject({ fingerprint: z.string(), of: z.string() }).optional(),
});
