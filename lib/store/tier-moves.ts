import type { Contact } from '@/lib/crm/contacts';
import { lastMove } from '@/lib/crm/tier-now';
import type { Tier } from '@/lib/crm/tiers';
import { eachContact } from './contact-scan';
import type { Database } from './database';
import { filled, isWhole } from './filled';
import { findMembers } from './segment-find';
import { frameOf, queryOf, type When } from './segment-frame';
import { liveSegments } from './segment-names';
import { asksForTiers, tagRules } from './segment-rings';

/** Why it cannot be told who belongs to a level. */
export type TierFault = 'gone' | 'newer' | 'ring' | 'unclear';

/** A contact whose level, or what came with it, is no longer as the levels say. */
export interface TierDue {
  id: string;
  /** Null: no level. */
  to: Tier | null;
}

export interface TierSettling {
  /** Levels of which it cannot be told, by id. Where there is one, nobody moves. */
  faults: Map<string, TierFault>;
  /** Contacts that stand at each level as it is asked, by its id. */
  counts: Map<string, number>;
  due: TierDue[];
}

/** Finds whom the levels would move. Null while lists are filled: nobody can be told to have left. */
export async function tierSettling(
  db: Database,
  tiers: readonly Tier[],
  when: When,
): Promise<TierSettling | null> {
  if (!isWhole(await filled(db))) return null;
  const { faults, found } = await askAll(db, tiers, when);
  const counts = new Map(tiers.map(({ id }) => [id, 0]));
  if (faults.size > 0) return { faults, counts, due: [] };
  const due: TierDue[] = [];
  await eachContact(db, (contact) => {
    const to = tiers[found.get(contact.id) ?? -1] ?? null;
    if (to) counts.set(to.id, (counts.get(to.id) ?? 0) + 1);
    if (isDue(contact, to)) due.push({ id: contact.id, to });
  });
  return { faults, counts, due };
}

/** By contact the place of the first level whose segment finds it. */
async function askAll(db: Database, tiers: readonly Tier[], when: When) {
  const segments = new Map((await liveSegments(db)).map((one) => [one.id, one]));
  const [frame, rules] = [await frameOf(db, when), await tagRules(db)];
  const faults = new Map<string, TierFault>();
  const found = new Map<string, number>();
  for (const [place, { id, segmentId }] of tiers.entries()) {
    const segment = segments.get(segmentId);
    const query = segment && queryOf(segment);
    if (!segment) faults.set(id, 'gone');
    else if (!query) faults.set(id, 'newer');
    else if (asksForTiers(segmentId, tiers, frame, rules)) faults.set(id, 'ring');
    else {
      const members = await findMembers(db, query, when);
      if (members.unclear) faults.set(id, 'unclear');
      for (const [at, one] of members.everybody.ids.entries()) {
        if (members.found[at] === 1 && !found.has(one)) found.set(one, place);
      }
    }
  }
  return { faults, found };
}

function isDue({ tiers }: Contact, to: Tier | null): boolean {
  const last = lastMove(tiers);
  if ((last?.tierId ?? null) !== (to?.id ?? null)) return true;
  return last !== null && (last.cadenceDays !== to?.cadenceDays || last.name !== (to?.name ?? ''));
}
