import type { Activity } from '@/lib/crm/activities';
import type { Day } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import {
  emptyFigures,
  type Figures,
  talkFigures,
  withActivity,
  withContact,
  withDuties,
} from '@/lib/insight/figures';
import type { Database } from './database';
import { dutiesOf, identityOf } from './lookups';

/** What a command did to the rows about one contact. */
export interface Touched {
  /** New activities. */
  added: Activity[];
  /** An activity was changed or taken away: count them all. */
  anew: boolean;
  /** A task or promise was touched. */
  duties: boolean;
  /** The contact's body when it was itself written. */
  contact: Contact | null;
}

const EVERYTHING: Omit<Touched, 'contact'> = { added: [], anew: true, duties: true };

/** Brings the figures of the touched contacts up to date, after the rows were written, inside the same transaction. */
export async function refreshFigures(
  db: Database,
  touched: Map<string, Touched>,
  today: Day,
  clock: string,
): Promise<void> {
  const ids = [...touched.keys()];
  if (ids.length === 0) return;
  const unread = ids.filter((id) => !touched.get(id)?.contact);
  const [known, rows] = await Promise.all([db.figures.bulkGet(ids), db.contacts.bulkGet(unread)]);
  const read = new Map(rows.flatMap((row) => (row ? [[row.id, row.body] as const] : [])));

  const gone: string[] = [];
  const written: Figures[] = [];
  const roots = new Set<string>();
  for (const [index, id] of ids.entries()) {
    const what = touched.get(id)!;
    const contact = what.contact ?? read.get(id);
    if (!contact || contact.deletedAt !== null || contact.mergedInto !== null) {
      if (known[index]) gone.push(id);
      if (contact?.mergedInto && contact.deletedAt === null) roots.add(contact.mergedInto);
      continue;
    }
    written.push(await figuresFor(db, contact, what, known[index], today, clock));
  }
  await db.figures.bulkDelete(gone);
  await db.figures.bulkPut(written);
  const left = [...roots].filter((id) => !touched.has(id));
  await refreshFigures(db, new Map(left.map((id) => [id, { ...EVERYTHING, contact: null }])), today, clock);
}

async function figuresFor(
  db: Database,
  contact: Contact,
  what: Touched,
  known: Figures | undefined,
  today: Day,
  clock: string,
): Promise<Figures> {
  // A contact without figures was created by this very command: it has no other rows.
  let figures: Figures | null = what.anew ? null : (known ?? emptyFigures(contact.id));
  let ids = [contact.id];
  if (figures) {
    for (const activity of [...what.added].sort((a, b) => a.at - b.at)) {
      figures = figures && withActivity(figures, activity, ids);
    }
  }
  if (!figures || what.duties) ids = await identityOf(db, contact.id);
  if (!figures) {
    const rows = await Promise.all(
      ids.map((id) => db.activities.where('k.line').between(`${id}|`, `${id}~`).toArray()),
    );
    const all = new Map(rows.flat().map((row) => [row.id, row.body]));
    figures = talkFigures(contact.id, [...all.values()], ids);
    const { duties = 0, dueOn } = known ?? {};
    figures = { ...figures, duties, ...(dueOn ? { dueOn } : {}) };
  }
  if (what.duties) {
    const { promises, tasks } = await dutiesOf(db, ids);
    figures = withDuties(figures, [
      ...promises.map((one) => one.promise?.due?.date ?? null),
      ...tasks.map((one) => one.due?.date ?? null),
    ]);
  }
  return withContact(figures, contact, today, clock);
}

/** Computes the figures of these contacts from nothing, inside a transaction: after a repair or a new day. */
export function rebuildFigures(db: Database, ids: string[], today: Day, clock: string): Promise<void> {
  return refreshFigures(db, new Map(ids.map((id) => [id, { ...EVERYTHING, contact: null }])), today, clock);
}
