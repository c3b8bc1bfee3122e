import type { Activity } from '@/lib/crm/activities';
import type { Database } from './database';

/**
 * Activities of each contact, by id. A range of each is read at once: an index that is gone through from contact to contact takes a step for
 * each row. One that is of several is the same object for all of them.
 */
export async function activitiesBy(db: Database, ids: readonly string[]): Promise<Map<string, Activity[]>> {
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

/** Activities of these contacts, each once. */
export async function activitiesAbout(db: Database, ids: readonly string[]): Promise<Activity[]> {
  return [...new Set([...(await activitiesBy(db, ids)).values()].flat())];
}
