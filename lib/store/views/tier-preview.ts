import type { TierPreview } from '@/lib/api/tier-views';
import { lastMove } from '@/lib/crm/tier-now';
import type { Tier } from '@/lib/crm/tiers';
import type { Database } from '../database';
import { fold } from '../fold';
import type { When } from '../segment-frame';
import { type TierDue, tierSettling } from '../tier-moves';
import { peopleOf } from './segment-views';

/** Moves that are shown one by one. */
const MOST_SHOWN = 50;

/** Who would move, and how many would stand where, if the levels were these. */
export async function tierPreview(db: Database, tiers: readonly Tier[], when: When): Promise<TierPreview> {
  const settling = await tierSettling(db, tiers, when);
  if (!settling) return { ready: false, faults: {}, counts: {}, moves: 0, people: [] };
  const { faults, counts, due } = settling;
  const contacts = await movedOf(db, due);
  return {
    ready: true,
    faults: Object.fromEntries(faults),
    counts: Object.fromEntries(counts),
    moves: contacts.length,
    people: await shown(db, contacts),
  };
}

interface Moved {
  id: string;
  name: string;
  from: string;
  to: string;
}

/** Those whose level changes; of the others only what came with it does. */
async function movedOf(db: Database, due: TierDue[]): Promise<Moved[]> {
  const rows = await db.contacts.bulkGet(due.map(({ id }) => id));
  return due.flatMap(({ id, to }, at): Moved[] => {
    const body = rows[at]?.body;
    const last = lastMove(body?.tiers);
    if (!body || (last?.tierId ?? null) === (to?.id ?? null)) return [];
    return [{ id, name: fold(body.name), from: last?.name ?? '', to: to?.name ?? '' }];
  });
}

async function shown(db: Database, moved: Moved[]): Promise<TierPreview['people']> {
  const first = moved.sort((a, b) => (a.name < b.name ? -1 : 1)).slice(0, MOST_SHOWN);
  const people = await peopleOf(
    db,
    first.map(({ id }) => id),
  );
  const ways = new Map(first.map(({ id, from, to }) => [id, { from, to }]));
  return people.map((one) => ({ ...one, ...ways.get(one.id)! }));
}
