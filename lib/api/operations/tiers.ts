import { z } from 'zod';
import { MOST_TIERS, Tier } from '@/lib/crm/tiers';
import { operation } from '../contract';

const Tiers = z.object({
  tiers: z
    .array(Tier)
    .max(MOST_TIERS)
    .refine((tiers) => new Set(tiers.map(({ id }) => id)).size === tiers.length),
});

/** Levels of customers, in order. Their views stand in `tier-views.ts`. */
export const tiers = {
  /** Who would move if the levels were these. */
  'tiers.preview': operation('query', ['workspace'], () => Tiers),
  /** Sets the levels and moves whoever they move. */
  'tiers.set': operation('command', ['workspace'], () => Tiers),
} as const;
