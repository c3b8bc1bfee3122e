import { z } from 'zod';
import { DaySchema } from '@/lib/crm/dates';
import { operation } from '../contract';

/** Whom a section counts: everybody, those who have a tag, or those of a segment. */
const scope = { tagId: z.uuid().optional(), segmentId: z.uuid().optional() };
const cell = z.union([z.string().max(400), z.number()]);

/** Sections of the page Insights, each asked for by itself. */
export const insights = {
  /** Whether there is enough for the page to be shown. */
  'insights.ready': operation('query', ['workspace'], () => z.object({})),
  'insights.lifecycle': operation('query', ['workspace'], () => z.object(scope)),
  'insights.value': operation('query', ['workspace'], () => z.object(scope)),
  'insights.exits': operation('query', ['workspace'], () => z.object(scope)),
  'insights.opportunities': operation('query', ['workspace'], () => z.object(scope)),
  'insights.warnings': operation('query', ['workspace'], () => z.object(scope)),
  'insights.concentration': operation('query', ['workspace'], () =>
    z.object({
      ...scope,
      by: z.enum(['contact', 'company', 'city', 'country', 'industry']).default('contact'),
      /** Purchases of the last so many days; null: of all time. */
      days: z.int().min(1).max(36_500).nullable().default(null),
    }),
  ),
  'insights.rfm': operation('query', ['workspace'], () =>
    z.object({ ...scope, from: DaySchema.optional(), to: DaySchema.optional() }),
  ),
  'insights.cohorts': operation('query', ['workspace'], () =>
    z.object({
      ...scope,
      of: z.enum(['purchase', 'exchange']).default('purchase'),
      /** Days of silence after which somebody has left. */
      silence: z.int().min(7).max(1825).default(180),
    }),
  ),
  'insights.products': operation('query', ['workspace'], () => z.object(scope)),
  'insights.forecast': operation('query', ['workspace'], () => z.object(scope)),
  'insights.nextOrders': operation('query', ['workspace'], () => z.object(scope)),
  /** A table as a file for a spreadsheet: no cell of it is run as a formula. */
  'insights.csv': operation('query', ['workspace'], () =>
    z.object({ rows: z.array(z.array(cell).max(60)).min(1).max(10_000) }),
  ),
} as const;
