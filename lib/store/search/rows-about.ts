import type { ChangedTable } from '@/lib/crm/changes';
import type { Database } from '../database';
import type { Body } from '../edits';
import type { Entry } from './documents';

/** Activities of a contact that are looked at first, and at most. */
const [FIRST, MOST] = [20, 2000];

/** Reads rows about these contacts. */
type Look = (db: Database, ids: string[]) => Promise<Entry[]>;

/** What is about contacts, one part after the other: the latest activities, what else is about them, all activities. */
export const LOOKS: readonly Look[] = [
  (db, ids) => activitiesOf(db, ids, FIRST),
  restOf,
  (db, ids) => activitiesOf(db, ids, MOST),
];

async function restOf(db: Database, ids: string[]): Promise<Entry[]> {
  const ranges = [...ids].sort().map((id): [string, string] => [`${id}|`, `${id}~`]);
  const [tasks, cases, responses, deals] = await Promise.all([
    db.tasks.where('k.contacts').anyOf(ids).toArray(),
    db.cases.where('k.contacts').anyOf(ids).toArray(),
    db.responses.where('k.contact').inAnyRange(ranges).toArray(),
    db.deals.where('k.contacts').anyOf(ids).toArray(),
  ]);
  return [
    ...entries('tasks', tasks),
    ...entries('cases', cases),
    ...entries('responses', responses),
    ...entries('deals', deals),
  ];
}

async function activitiesOf(db: Database, ids: string[], limit: number): Promise<Entry[]> {
  const pages = await Promise.all(
    ids.map((id) => db.activities.where('k.line').between(`${id}|`, `${id}~`).limit(limit).toArray()),
  );
  return entries(
    'activities',
    pages.flat().sort((a, b) => b.body.at - a.body.at),
  );
}

function entries(table: ChangedTable, rows: { body: unknown }[]): Entry[] {
  return rows.map(({ body }) => ({ table, body: body as Body }));
}
