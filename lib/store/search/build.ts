import type { ChangedTable } from '@/lib/crm/changes';
import type { Contact } from '@/lib/crm/contacts';
import type { Database, Row } from '../database';
import type { Body } from '../edits';
import { isShown } from '../keys';
import { addTexts, kindNumber, rootsNow, standsAlone } from './documents';
import { dayOf, type Mark, writeMarks } from './marks';
import { changeState, STATE } from './memory';
import { numbered } from './numbers';
import { addRun, type Change } from './runs';
import { momentOf, type Rank, type Subject, subjectsOf, textsOf } from './texts';

/** Making the index from nothing, in parts: whoever has the store open goes on where another stopped. */

/** Grows when what is kept, or how text is taken apart, changes. */
export const SEARCH_VERSION = 1;

/** How far the index is made, in rows. */
export interface Made {
  done: number;
  total: number;
}

interface Cursor extends Made {
  step: number;
  /** Id of the last row that was read in this step. */
  last: string;
}

/** Contacts before all that is about them: a contact's own words replace what is known of it. */
const STEPS = [
  'contacts',
  'merged',
  'companies',
  'tags',
  'activities',
  'tasks',
  'cases',
  'responses',
  'deals',
] as const;
type Step = (typeof STEPS)[number];
const tableIn = (step: Step) => (step === 'merged' ? 'contacts' : step);

const PART = 2000;
export const INDEX = ['searchRuns', 'searchBlocks', 'searchNames', 'searchIds', 'searchMarks'] as const;

/** Whether everything is in the index; else how far it is. */
export async function madeSoFar(db: Database): Promise<Made | null> {
  const [version, cursor] = await db.meta.bulkGet(['search', 'searchCursor']);
  if (version?.value === SEARCH_VERSION) return null;
  const { done, total } = cursor ? (JSON.parse(String(cursor.value)) as Cursor) : { done: 0, total: 1 };
  return { done, total };
}

/** Does the next part. Tells how far it is; null when there is nothing left to do. */
export async function makePart(db: Database): Promise<Made | null> {
  if (db.newer) return null;
  return db.transaction('rw', [...INDEX, ...new Set(STEPS.map(tableIn)), 'meta'], async () => {
    const [version, stored] = await db.meta.bulkGet(['search', 'searchCursor']);
    if (version?.value === SEARCH_VERSION) return null;
    const cursor = stored ? (JSON.parse(String(stored.value)) as Cursor) : await begin(db);
    const step = STEPS[cursor.step];
    if (!step) {
      await db.meta.put({ key: 'search', value: SEARCH_VERSION });
      await db.meta.delete('searchCursor');
      return null;
    }
    const rows = await partOf(db, step, cursor.last);
    await addRows(
      db,
      step,
      rows.map((row) => row.body),
    );
    const more = rows.length === PART;
    const next = more ? { ...cursor, last: rows.at(-1)!.id } : { ...cursor, step: cursor.step + 1, last: '' };
    next.done += step === 'merged' ? 0 : rows.length;
    await db.meta.put({ key: 'searchCursor', value: JSON.stringify(next) });
    return { done: next.done, total: next.total };
  });
}

/** Forgets the index, so that it is made anew. */
export async function forgetIndex(db: Database): Promise<void> {
  await db.transaction('rw', [...INDEX, 'meta'], async () => {
    for (const name of INDEX) await db.table(name).clear();
    await db.meta.bulkDelete(['search', 'searchCursor', STATE]);
  });
}

async function begin(db: Database): Promise<Cursor> {
  for (const name of INDEX) await db.table(name).clear();
  await changeState(db);
  const counts = await Promise.all([...new Set(STEPS.map(tableIn))].map((name) => db.table(name).count()));
  return { step: 0, last: '', done: 0, total: counts.reduce((sum, count) => sum + count, 0) };
}

async function partOf(db: Database, step: Step, last: string): Promise<Row<unknown, Body>[]> {
  if (step !== 'merged') return db.table(step).where('id').above(last).limit(PART).toArray();
  const ids = (await db.contacts.where('k.identity').above('').primaryKeys()).sort();
  const rows = await db.contacts.bulkGet(ids.filter((id) => id > last).slice(0, PART));
  return rows.flatMap((row) => (row ? [row as unknown as Row<unknown, Body>] : []));
}

async function addRows(db: Database, step: Step, bodies: Body[]): Promise<void> {
  const table: ChangedTable = tableIn(step);
  const own = bodies.flatMap((body) => {
    const isOwn = step === 'contacts' ? isShown(body as unknown as Contact) : body.deletedAt === null;
    return isOwn ? subjectsOf(table, body).map((subject) => ({ subject, body })) : [];
  });
  const standing = own.filter(({ subject, body }) => subject.id !== body.id || standsAlone(table, body));
  const people = standing
    .filter(({ subject }) => subject.kind === 'contact')
    .map(({ subject }) => subject.id);
  const roots =
    step === 'contacts' || people.length === 0 ? new Map() : await rootsNow(db, people, new Map());
  const rootOf = ({ id, kind }: Subject): string | null =>
    kind === 'contact' && step !== 'contacts' ? roots.get(id) : id;
  // Also who is not there: see refresh.ts.
  const ids = standing.flatMap(({ subject }) => [subject.id, rootOf(subject) ?? subject.id]);
  const { numbers, known } = await numbered(db, ids);
  const changes = new Map<string, Change>();
  const marks: Mark[] = [];
  for (const { subject, body } of standing) {
    const id = rootOf(subject);
    if (!id) continue;
    const document = numbers.get(id)!;
    const replaces = step === 'contacts' && known.has(id);
    const change = changes.get(id) ?? { document, replaces, words: new Map<string, Rank>() };
    changes.set(id, change);
    addTexts(change.words, textsOf(table, body));
    const day = dayOf(momentOf(table, body));
    marks.push({ document, kind: kindNumber(subject.kind), day, added: step !== 'contacts' });
  }
  await addRun(db, [...changes.values()]);
  await writeMarks(db, marks);
  await changeState(db);
}
