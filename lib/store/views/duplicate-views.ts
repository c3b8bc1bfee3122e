import type { DuplicateContact, DuplicateGroup, DuplicateReason } from '@/lib/api/merge-views';
import type { Contact } from '@/lib/crm/contacts';
import type { Figures } from '@/lib/insight/figures';
import type { Database } from '../database';
import { mayAllBeOne, pairOf, type Traits, traitsOf } from '../duplicate-pairs';
import { groupsOf } from '../duplicates';
import { isShown } from '../keys';
import { newestFact, pointViews } from './profile';

/** So many are merged at once at most: one that stays and fifty others. */
const MOST = 51;

/** A page of the contacts that may be one, and how many groups there are. A group that is settled meanwhile is left out. */
export async function duplicateGroups(
  db: Database,
  { certain, offset, limit }: { certain: boolean; offset: number; limit: number },
): Promise<{ groups: DuplicateGroup[]; total: number }> {
  return db.transaction('r', db.duplicates, db.contacts, db.figures, async () => {
    const all = await groupsOf(db, certain ? 1 : 0);
    const groups: DuplicateGroup[] = [];
    for (const ids of all.slice(offset, offset + limit)) {
      const [rows, figures] = await Promise.all([db.contacts.bulkGet(ids), db.figures.bulkGet(ids)]);
      const shown = rows.flatMap((row, at) =>
        isShown(row?.body) ? [{ body: row.body, figures: figures[at] }] : [],
      );
      const traits = shown.map((one) => traitsOf(one.body));
      const why = reasonsIn(traits, certain);
      if (why.length === 0) continue;
      const contacts = shown.map(({ body, figures: own }) => duplicateContact(body, own)).sort(whoStays);
      const clear = certain && traits.length <= MOST && mayAllBeOne(traits);
      groups.push({ key: ids.join('|'), contacts, why, clear });
    }
    return { groups, total: all.length };
  });
}

/** What ties these contacts together, each reason once; nothing when no pair of them is one any more. */
function reasonsIn(traits: Traits[], certain: boolean): DuplicateReason[] {
  const pairs = traits.flatMap((one, at) =>
    traits.slice(at + 1).flatMap((other) => pairOf(one, other) ?? []),
  );
  const wanted = pairs.filter((pair) => (pair.certain === 1) === certain);
  const reasons = wanted.flatMap((pair) => pair.why);
  return [...new Map(reasons.map((one) => [`${one.by}|${one.value}`, one])).values()];
}

export function duplicateContact(body: Contact, figures: Figures | undefined): DuplicateContact {
  const points = pointViews(body.points);
  const maps = [body.facts, body.points, body.tags, body.dates];
  return {
    id: body.id,
    name: body.name,
    title: newestFact(body.facts, 'title')?.value ?? null,
    company: newestFact(body.facts, 'company')?.value ?? null,
    address: points.find(({ kind }) => kind === 'email')?.value ?? null,
    phone: points.find(({ kind }) => kind === 'phone')?.value ?? null,
    addedAt: body.addedAt,
    activities: figures?.activities ?? 0,
    lastAt: figures?.lastAt || null,
    values: maps.reduce((sum, map) => sum + Object.keys(map).length, 0),
  };
}

/** Orders those of whom most is known first, then those added first. */
export function whoStays(a: DuplicateContact, b: DuplicateContact): number {
  const known = (one: DuplicateContact) => one.values + one.activities;
  return known(b) - known(a) || a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1);
}
