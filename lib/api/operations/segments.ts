import { z } from 'zod';
import { DaySchema } from '@/lib/crm/dates';
import { Query } from '@/lib/crm/segments';
import { operation } from '../contract';

const id = z.uuid();

/** A saved segment, or a question that is still being asked. */
const What = z.union([z.object({ id }), z.object({ query: Query })]);

/** Groups of contacts that a question finds. Their views stand in `segment-views.ts`. */
export const segments = {
  /** Names alone, by name: for what stands on every page and for menus. */
  'segments.names': operation('query', ['workspace'], () => z.object({})),
  /** With live counts and what changed since the last snapshot. */
  'segments.list': operation('query', ['workspace'], () => z.object({})),
  /** Groups that are offered, with how many they would hold. */
  'segments.ready': operation('query', ['workspace'], () => z.object({})),
  /** Groups of contacts that are alike, each with a question that finds about the same. */
  'segments.clusters': operation('query', ['workspace'], () => z.object({})),
  'segments.put': operation('command', ['workspace'], () =>
    z.object({
      id,
      name: z.string().trim().min(1).max(80),
      note: z.string().max(2000).default(''),
      query: Query,
    }),
  ),
  'segments.delete': operation('command', ['workspace'], () =>
    z.object({ ids: z.array(id).min(1).max(1000) }),
  ),
  'segments.find': operation('query', ['workspace'], () =>
    z.object({
      what: What,
      from: z.int().min(0).default(0),
      limit: z.int().min(0).max(500).default(20),
    }),
  ),
  /** Age, role, place, buying, interests and needs, compared with everyone. */
  'segments.portrait': operation('query', ['workspace'], () => z.object({ what: What })),
  'segments.explain': operation('query', ['workspace'], () => z.object({ what: What, contactId: id })),
  /** What rests on a segment: other segments, tags by rule, tiers, views, plays, schedules, goals. */
  'segments.uses': operation('query', ['workspace'], () => z.object({ id })),
  /** The tags that a segment gives. */
  'segments.rules': operation('query', ['workspace'], () => z.object({ id })),
  /** Whoever is found in the segment is to have this tag; null: nobody by a rule any more. */
  'segments.setRule': operation('command', ['workspace'], () =>
    z.object({
      id,
      rule: z.object({ segmentId: id, expiresDays: z.int().min(1).max(3650).optional() }).nullable(),
    }),
  ),
  /** Gives and takes the tag as its rule says now. */
  'segments.applyRule': operation('command', ['workspace'], () => z.object({ id })),
  /** Keeps whom segments hold today. */
  'segments.snapshot': operation('local', ['workspace'], () =>
    z.object({ ids: z.array(id).min(1).max(1000) }),
  ),
  'segments.snapshots': operation('query', ['workspace'], () => z.object({ id })),
  /** Who joined and who left between two days of which there are snapshots; `to: null` is now. */
  'segments.compare': operation('query', ['workspace'], () =>
    z.object({ id, from: DaySchema, to: DaySchema.nullable() }),
  ),
} as const;
