import type { Change, Edit } from '@/lib/crm/changes';
import type { Contact } from '@/lib/crm/contacts';
import { command } from './command';
import type { Database } from './database';
import { forgetDuplicates } from './duplicates';
import type { Body } from './edits';
import { eraseDeals } from './erase-deals';
import { eraseNaming } from './erase-naming';
import { eraseSettings } from './erase-own-texts';
import { eraseRecords, refuseWhileImporting } from './erase-records';
import { eraseSegments } from './erase-segments';
import { eraseSurveyTraces } from './erase-surveys';
import { eraseTemplates } from './erase-templates';
import { type Called, calledBy, isNamedBy } from './erase-words';
import { StoreError } from './errors';
import { rebuildFigures } from './figures';
import { nameKey } from './identities';
import { alsoNamed } from './keys';
import { forgetLearned } from './learned';
import { refreshLists } from './lists';
import { LOG } from './log';
import { identityOf, rootsOf } from './lookups';
import { forgetPages } from './page-log';
import { erasePhotos } from './photos';
import { rekey } from './rekey';
import { eraseFromSearch } from './search/erase';
import { type Context, changeRow, rowOf } from './work';
import type { Figured, Written } from './written';

/** What is told of an erasing: how many rows went, and where the log says so. */
interface Erased {
  rows: number;
  /** Id of the entry in the log. */
  log: string;
  at: number;
}

/**
 * Removes one person for good: the contact and all merged into it, what is only about them, and every trace in history,
 * drafts, answers and figures. What is about others too stays with them, without this person. There is no undo.
 * @param isStill asked in the transaction that erases, of the contact and all merged into it
 * @throws StoreError `missing` for one who is gone, or is not to go any more
 */
export async function eraseContact(
  ctx: Context,
  { id }: { id: string },
  isStill?: (db: Database, contact: Contact, ids: string[]) => Promise<boolean>,
): Promise<Erased> {
  await rekey(ctx.db);
  return command(ctx, async (work) => {
    const { db, now, today, clock } = work;
    work.about.add(LOG);
    await refuseWhileImporting(db);
    const asked = await db.contacts.get(id);
    const root = asked ? (await rootsOf(db, [asked])).get(id) : undefined;
    const ids = new Set(await identityOf(db, root ?? id));
    const present = (await db.contacts.bulkGet([...ids])).filter((row) => row !== undefined);
    if (present.length === 0) throw new StoreError('missing', 'This contact is gone already.');
    const bodies = present.map(({ body }) => body);
    if (isStill && !(await isStill(db, bodies[0]!, [...ids]))) {
      throw new StoreError('missing', 'This contact is not to be erased any more.');
    }
    const called = calledBy(bodies);
    const written: Written[] = bodies.map((body) => ({
      table: 'contacts',
      before: body as unknown as Body,
      after: null,
    }));
    const traces: Traces = { ids, called, named: new Set(ids), touched: new Set(), written, clock };
    await eraseActivities(db, traces);
    await eraseTasks(db, traces);
    const deals = await eraseDeals(db, traces);
    await eraseInsight(db, traces);
    await eraseSurveyTraces(db, traces, now);
    await db.contacts.bulkDelete([...ids]);
    const naming = await eraseNaming(db, traces);
    const figured = await eraseFigures(db, [...ids]);
    await eraseAnswers(db, ids, bodies);
    await erasePhotos(db, ids);
    await eraseRecords(db, traces);
    await eraseTemplates(db, traces);
    const segments = await eraseSegments(db, traces);
    await eraseSettings(db, traces, segments);
    await db.drafts.filter(({ key }) => [...ids].some((one) => key.includes(one))).delete();
    await forgetDuplicates(db, [...ids]);
    await scrubChanges(db, traces, [...naming, ...deals]);
    const others = await rebuildFigures(db, [...traces.touched], today, clock);
    await refreshLists(db, written, new Map([...others, ...figured]));
    await forgetPages(db);
    await eraseFromSearch(db, traces.named);
    return { rows: traces.named.size, log: work.changeId, at: now };
  });
}

/** What was found out about the erased person while going through the tables. */
export interface Traces {
  /** The contact and those merged into it. */
  ids: Set<string>;
  /** By what texts of others name them. */
  called: Called;
  /** All rows that go. */
  named: Set<string>;
  /** Contacts whose figures change. */
  touched: Set<string>;
  written: Written[];
  clock: string;
}

async function eraseFigures(db: Database, ids: string[]): Promise<Map<string, Figured>> {
  const known = await db.figures.bulkGet(ids);
  await db.figures.bulkDelete(ids);
  return new Map(ids.map((id, at) => [id, { body: undefined, was: known[at], is: undefined }]));
}

async function eraseActivities(db: Database, traces: Traces): Promise<void> {
  const { ids, called, named, touched, written, clock } = traces;
  const live = [...ids].map((id) => db.activities.where('k.line').between(`${id}|`, `${id}~`).toArray());
  const deleted = db.activities
    .where('k.about')
    .anyOf([...ids])
    .toArray();
  const gone = new Set<string>();
  for (const { id, body } of (await Promise.all([...live, deleted])).flat()) {
    const participants = body.participants.filter((one) => !ids.has(one.contactId));
    if (participants.length === 0) gone.add(id);
    else {
      const externalKeys = body.externalKeys.filter((key) => !called.isNamedIn(key));
      const after = { ...body, externalKeys, participants, clock };
      await db.activities.put(rowOf('activities', after));
      // An order of two is of nobody else afterwards, which the events of who stays say.
      written.push({
        table: 'activities',
        before: body as unknown as Body,
        after: after as unknown as Body,
      });
    }
    for (const one of participants) touched.add(one.contactId);
  }
  for (const id of gone) named.add(id);
  await db.activities.bulkDelete([...gone]);
}

/** What is about others too stays with them. */
async function eraseTasks(db: Database, traces: Traces): Promise<void> {
  const { ids, named, touched, written, clock } = traces;
  const of = (key: string) =>
    db.tasks
      .where(key)
      .anyOf([...ids])
      .toArray();
  const gone = new Set<string>();
  for (const { id, body } of (await Promise.all([of('k.contacts'), of('k.about')])).flat()) {
    const contactIds = body.contactIds.filter((one) => !ids.has(one));
    if (contactIds.length === 0) {
      gone.add(id);
      written.push({ table: 'tasks', before: body as unknown as Body, after: null });
    } else await db.tasks.put(rowOf('tasks', { ...body, contactIds, clock }));
    for (const one of contactIds) touched.add(one);
  }
  for (const id of gone) named.add(id);
  await db.tasks.bulkDelete([...gone]);
}

/** What became of advice about them, and their place in what segments held. */
async function eraseInsight(db: Database, { ids, named }: Traces): Promise<void> {
  const of = (key: string) =>
    db.outcomes
      .where(key)
      .anyOf([...ids])
      .primaryKeys();
  const outcomes = (await Promise.all([of('k.contact'), of('k.about')])).flat();
  for (const id of outcomes) named.add(id);
  await db.outcomes.bulkDelete(outcomes);
  await forgetLearned(db);
  await db.snapshots
    .filter(({ body }) => body.members.some((one) => ids.has(one)))
    .modify((row) => {
      row.body.members = row.body.members.filter((one) => !ids.has(one));
    });
}

/** Answers for a thread name the person by address or name, also where the answer was "nobody I know". */
async function eraseAnswers(db: Database, ids: Set<string>, contacts: Contact[]): Promise<void> {
  const called = contacts.flatMap(({ name, points }) => [
    ...Object.values(points).map((point) => point.key),
    nameKey(name),
  ]);
  await db.identities
    .filter(
      ({ key, contactId }) =>
        (contactId !== null && ids.has(contactId)) || called.some((one) => key.endsWith(`|${one}`)),
    )
    .delete();
}

/** Takes out of the history what speaks of the erased rows. The change stays, so that its command is not done again. */
async function scrubChanges(
  db: Database,
  { named, called }: Pick<Traces, 'named' | 'called'>,
  others: readonly string[],
): Promise<void> {
  const rows = await db.changes
    .where('k.subjects')
    .anyOf([...named, ...[...named].map(alsoNamed), ...others])
    .distinct()
    .toArray();
  await db.changes.bulkPut(rows.map((row) => changeRow(scrubbed(row.body, named, called))));
}

function scrubbed(change: Change, named: Set<string>, called: Called): Change {
  const speaks = (value: unknown): boolean => {
    const text = JSON.stringify(value) ?? '';
    return [...named].some((id) => text.includes(id));
  };
  // Of a row that stays with others: what was taken out of it.
  const spoke = ({ table, path, before, after }: Edit): boolean =>
    (table === 'deals' || (table === 'activities' && path[0] === 'externalKeys')) &&
    isNamedBy(called, [before, after]);
  return {
    ...change,
    subjects: change.subjects.filter((id) => !named.has(id)),
    edits: change.edits.filter((edit) => !speaks(edit) && !spoke(edit)),
    result: speaks(change.result) ? null : change.result,
  };
}
