import type { TierView } from '@/lib/api/tier-views';
import type { Contact } from '@/lib/crm/contacts';
import { tierMoves } from '@/lib/crm/tier-now';

/** Where a contact stands: null for one that never was at a level. */
export function tierView({ tiers }: Contact): TierView | null {
  const [last, ...before] = tierMoves(tiers).map(({ name, at }) => ({ name, at }));
  return last ? { name: last.name, since: last.at, before } : null;
}
