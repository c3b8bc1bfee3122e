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
import { activitiesAbout } from './activities-about';
import { byPerson, peopleOf } from './around';
import { listedFigures, writeListed } from './columns';
import type { Database } from './database';
import { same } from './edits';
import { filledTo } from './filled';
import { isShown } from './keys';
import { dutiesOf, identitiesOf, rootsOf } from './lookups';
import { notePages } from './page-log';
import type { Touched } from './touched';
import type { Figured } from './written';

/**
 * Brings the figures of the touched contacts up to date, after the rows were written, inside the same transaction.
 * Everything is read in bulk first: a thousand contacts are four queries. Gives what was counted, by contact.
 */
export async function refreshFigures(
  db: Database,
  touched: Map<string, Touched>,
  today: Day,
  clock: string,
): Promise<Map<string, Figured>> {
  const ids = [...touched.keys()];
  if (ids.length === 0) return new Map();
  const unread = ids.filter((id) => !touched.get(id)?.contact);
  const [known, rows] = await Promise.all([db.figures.bulkGet(ids), db.contacts.bulkGet(unread)]);
  const bodies = new Map(rows.flatMap((row) => (row ? [[row.id, row.body] as const] : [])));
  for (const [id, { contact }] of touched) if (contact) bodies.set(id, contact);
  const before = new Map(ids.map((id, index) => [id, known[index]]));

  const shown = ids.filter((id) => isShown(bodies.get(id)));
  const patched = new Map(shown.map((id) => [id, patch(id, touched.get(id)!, before.get(id))]));
  const anew = shown.filter((id) => patched.get(id) === null);
  const owing = shown.filter((id) => touched.get(id)?.duties || patched.get(id) === null);
  const identities = await identitiesOf(db, owing);
  const all = (list: string[]) => list.flatMap((id) => identities.get(id) ?? [id]);
  const activities = byPerson(await activitiesAbout(db, all(anew)), peopleOf);
  const duties = await dutiesOf(db, all(owing));
  const promises = byPerson(duties.promises, peopleOf);
  const tasks = byPerson(duties.tasks, (task) => task.contactIds);

  const written = shown.map((id) => {
    const own = identities.get(id) ?? [id];
    const of = <T>(rows: Map<string, Set<T>>) => [
      ...new Set(own.flatMap((one) => [...(rows.get(one) ?? [])])),
    ];
    const talks = patched.get(id) ?? talkFigures(id, of(activities), own);
    const figures = identities.has(id)
      ? withDuties(
          talks,
          of(tasks).map((one) => one.due?.date ?? null),
          of(promises).map((one) => one.promise?.due?.date ?? null),
        )
      : talks;
    return withContact(figures, bodies.get(id)!, today, clock);
  });
  const changed = written.filter((one) =>
    isChanged(one, before.get(one.contactId), touched.get(one.contactId)!),
  );
  await db.figures.bulkDelete(ids.filter((id) => before.get(id) && !isShown(bodies.get(id))));
  await db.figures.bulkPut(changed);
  const after = new Map([...before, ...written.map((one) => [one.contactId, one] as const)]);
  const figured = ids.map((id) => {
    const body = bodies.get(id);
    return [id, { body, was: before.get(id), is: isShown(body) ? after.get(id) : undefined }] as const;
  });
  return new Map([...(await refreshRoots(db, touched, [...bodies.values()], today, clock)), ...figured]);
}

/** A new name or tag changes no figure: then the row is not written again, with its nine indexes. */
function isChanged(figures: Figures, before: Figures | undefined, what: Touched): boolean {
  if (what.anew || what.duties || what.added.length > 0) return true;
  return !same({ ...before, revision: figures.revision }, figures);
}

/** What is about a merged contact counts for the one that it went into. */
async function refreshRoots(
  db: Database,
  touched: Map<string, Touched>,
  bodies: Contact[],
  today: Day,
  clock: string,
): Promise<Map<string, Figured>> {
  const merged = bodies.filter((body) => body.deletedAt === null && body.mergedInto);
  const roots = await rootsOf(
    db,
    merged.map((body) => ({ id: body.id, body })),
  );
  return rebuildFigures(
    db,
    [...new Set(roots.values())].filter((id) => !touched.has(id)),
    today,
    clock,
  );
}

/** Computes the figures of these contacts from nothing, inside a transaction: after a repair or a new day. */
export function rebuildFigures(
  db: Database,
  ids: string[],
  today: Day,
  clock: string,
): Promise<Map<string, Figured>> {
  const everything = { added: [], anew: true, duties: true, contact: null };
  return refreshFigures(db, new Map(ids.map((id) => [id, everything])), today, clock);
}

/**
 * Moves the next date of contacts on whom it has passed, once a day: an index can tell who comes first only among days
 * that still lie ahead.
 */
export async function renewDates(db: Database, today: Day): Promise<void> {
  if (db.newer) return;
  const passed = () => db.figures.where('dateOn').below(today);
  for (let left = await passed().count(); left > 0; left = await passed().count()) {
    await db.transaction('rw', [db.figures, db.contacts, db.columns, db.pageImages, db.meta], async () => {
      const to = await filledTo(db);
      const figures = await passed().limit(RENEWED).toArray();
      const rows = await db.contacts.bulkGet(figures.map((one) => one.contactId));
      const renewed = figures.map((one, index) => {
        const body = rows[index]?.body;
        return body ? withContact(one, body, today, one.revision) : { ...one, dateOn: undefined };
      });
      await db.figures.bulkPut(renewed as Figures[]);
      const shown = renewed.filter(
        (one, index) => isShown(rows[index]?.body) && one.contactId <= to,
      ) as Figures[];
      const columns = await writeListed(db, new Map(shown.map((one) => [one.contactId, listedFigures(one)])));
      await notePages(db, { columns });
    });
  }
}

const RENEWED = 1000;

/** The figures with what was added; null when they are to be counted anew. */
function patch(id: string, { added, anew }: Touched, known: Figures | undefined): Figures | null {
  if (anew) return null;
  const ordered = [...added].sort((a, b) => a.at - b.at);
  return ordered.reduce<Figures | null>(
    (figures, activity) => figures && withActivity(figures, activity, [id]),
    // A contact without figures was created by this very command: it has no other rows.
    known ?? emptyFigures(id),
  );
}
