import type { Activity } from '@/lib/crm/activities';
import { peopleOf } from './around';
import type { Database } from './database';
import { endsOf } from './ends-of';

/**
 * Activities of each contact, by id, the newest first. One that is of several is the same object for all of them. A range of each contact is
 * read at once, for an index that is gone through from contact to contact takes a step for each row; of contacts that stand side by side
 * it is one range.
 */
export async function activitiesBy(db: Database, ids: readonly string[]): Promise<Map<string, Activity[]>> {
  if (await areNeighbours(db, ids)) return activitiesBetween(db, ids);
  const rows = await Promise.all(
    ids.map((id) => db.activities.where('k.line').between(`${id}|`, `${id}~`).toArray()),
  );
  const once = new Map<string, Activity>();
  const only = ({ id, body }: { id: string; body: Activity }) => {
    const known = once.get(id) ?? body;
    once.set(id, known);
    return known;
  };
  return new Map(ids.map((id, at) => [id, rows[at]!.map(only)]));
}

/** Fewer contacts are read each by itself. */
const MANY = 100;

async function areNeighbours(db: Database, ids: readonly string[]): Promise<boolean> {
  if (ids.length < MANY) return false;
  const [first, last] = endsOf(ids);
  const between = await db.contacts.where('id').between(first, last, true, true).count();
  return between < 1.25 * ids.length;
}

async function activitiesBetween(db: Database, ids: readonly string[]): Promise<Map<string, Activity[]>> {
  const [first, last] = endsOf(ids);
  const rows = await db.activities.where('k.line').between(`${first}|`, `${last}~`).toArray();
  const found = new Map<string, Activity[]>(ids.map((id) => [id, []]));
  // Of several contacts between the two ends it is met once for each.
  for (const { body } of new Map(rows.map((row) => [row.id, row])).values())
    for (const id of new Set(peopleOf(body))) found.get(id)?.push(body);
  for (const own of found.values()) own.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  return found;
}

/** Activities of these contacts, each once. */
export async function activitiesAbout(db: Database, ids: readonly string[]): Promise<Activity[]> {
  return [...new Set([...(await activitiesBy(db, ids)).values()].flat())];
}
