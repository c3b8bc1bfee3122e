import type { ChangedTable } from '@/lib/crm/changes';
import type { Contact } from '@/lib/crm/contacts';
import type { Database } from '../database';
import type { Body } from '../edits';
import { isShown } from '../keys';
import { KINDS, type Kind, momentOf, type Rank, type Said, type Subject, textsOf } from './texts';
import { wordsOf } from './words';

/** Everything that is about somebody, as one document. */

export interface Entry {
  table: ChangedTable;
  body: Body;
}

/** A document: its words, each with the weightiest place that it stands in. */
export interface Document {
  words: Map<string, Rank>;
  /** Epoch ms of the latest that it holds. */
  at: number;
}

export function addTexts(words: Map<string, Rank>, texts: readonly Said[]): void {
  for (const { text, manner, rank } of texts) {
    for (const word of wordsOf(text, manner)) {
      const known = words.get(word);
      if (known === undefined || rank < known) words.set(word, rank);
    }
  }
}

export function documentOf(entries: readonly Entry[]): Document {
  const words = new Map<string, Rank>();
  let at = 0;
  for (const { table, body } of entries) {
    const texts = textsOf(table, body);
    if (texts.length === 0) continue;
    addTexts(words, texts);
    at = Math.max(at, momentOf(table, body));
  }
  return { words, at };
}

const TABLES = {
  company: 'companies',
  tag: 'tags',
  task: 'tasks',
  case: 'cases',
  response: 'responses',
  deal: 'deals',
} as const satisfies Record<Exclude<Kind, 'contact'>, ChangedTable>;

/** The table of what is no contact. */
export const tableOf = (kind: Exclude<Kind, 'contact'>) => TABLES[kind];

/** Position of a kind among the marks. */
export const kindNumber = (kind: Kind): number => KINDS.indexOf(kind) + 1;

/** Every row of each document, as the rows stand now. Who is in no list has none. */
export async function entriesOf(db: Database, subjects: readonly Subject[]): Promise<Map<string, Entry[]>> {
  const people = subjects.filter(({ kind }) => kind === 'contact').map(({ id }) => id);
  const found = await entriesOfContacts(db, people);
  for (const kind of Object.keys(TABLES) as (keyof typeof TABLES)[]) {
    const ids = subjects.filter((one) => one.kind === kind).map(({ id }) => id);
    if (ids.length === 0) continue;
    const table = TABLES[kind];
    const rows: ({ body: Body } | undefined)[] = await db.table(table).bulkGet(ids);
    for (const [at, row] of rows.entries()) {
      found.set(ids[at]!, row && standsAlone(table, row.body) ? [{ table, body: row.body }] : []);
    }
  }
  return found;
}

/** A company that went into another is found as that one; a task of somebody is found as theirs. */
export function standsAlone(table: ChangedTable, body: Body): boolean {
  if (body.deletedAt !== null) return false;
  if (table === 'companies') return !body.mergedInto;
  if (table === 'responses') return body.contactId === null;
  if (table === 'tasks' || table === 'cases' || table === 'deals')
    return (body.contactIds as string[]).length === 0;
  return true;
}

async function entriesOfContacts(db: Database, ids: string[]): Promise<Map<string, Entry[]>> {
  const found = new Map<string, Entry[]>(ids.map((id) => [id, []]));
  const rows = await db.contacts.bulkGet(ids);
  const shown = rows.flatMap((row) => (row && isShown(row.body) ? [row.body] : []));
  if (shown.length === 0) return found;
  const rootOf = new Map<string, string>();
  for (let at: Contact[] = shown; at.length > 0; ) {
    for (const body of at) {
      rootOf.set(body.id, body.mergedInto ? rootOf.get(body.mergedInto)! : body.id);
      found.get(rootOf.get(body.id)!)?.push({ table: 'contacts', body: body as unknown as Body });
    }
    const merged = await db.contacts
      .where('k.identity')
      .anyOf(at.map(({ id }) => id))
      .toArray();
    at = merged.filter(({ id }) => !rootOf.has(id)).map(({ body }) => body);
  }
  for (const { table, body } of await rowsAbout(db, [...rootOf.keys()])) {
    const roots = new Set(about(table, body).flatMap((id) => rootOf.get(id) ?? []));
    for (const root of roots) found.get(root)?.push({ table, body });
  }
  return found;
}

function about(table: ChangedTable, body: Body): string[] {
  if (table === 'activities')
    return (body.participants as { contactId: string }[]).map((one) => one.contactId);
  if (table === 'responses') return [body.contactId as string];
  return body.contactIds as string[];
}

async function rowsAbout(db: Database, ids: string[]): Promise<Entry[]> {
  const ranges = [...ids].sort().map((id): [string, string] => [`${id}|`, `${id}~`]);
  const [activities, tasks, cases, responses, deals] = await Promise.all([
    db.activities.where('k.line').inAnyRange(ranges).distinct().toArray(),
    db.tasks.where('k.contacts').anyOf(ids).distinct().toArray(),
    db.cases.where('k.contacts').anyOf(ids).distinct().toArray(),
    db.responses.where('k.contact').inAnyRange(ranges).toArray(),
    db.deals.where('k.contacts').anyOf(ids).distinct().toArray(),
  ]);
  const of = (table: ChangedTable, rows: { body: unknown }[]): Entry[] =>
    rows.map(({ body }) => ({ table, body: body as Body }));
  return [
    ...of('activities', activities),
    ...of('tasks', tasks),
    ...of('cases', cases),
    ...of('responses', responses),
    ...of('deals', deals),
  ];
}

/**
 * Whom each of these contacts stands for: itself, or the one that it went into, however long the chain. Null for who is
 * deleted or unknown, and for those of a ring.
 * @param known bodies that need not be read
 */
export async function rootsNow(
  db: Database,
  ids: Iterable<string>,
  known: ReadonlyMap<string, Contact>,
): Promise<Map<string, string | null>> {
  const bodies = new Map<string, Contact | null>();
  let wanted = [...new Set(ids)];
  const asked = wanted;
  while (wanted.length > 0) {
    const unread = wanted.filter((id) => !known.has(id));
    const rows = unread.length > 0 ? await db.contacts.bulkGet(unread) : [];
    const read = new Map(rows.flatMap((row) => (row ? [[row.id, row.body] as const] : [])));
    for (const id of wanted) bodies.set(id, known.get(id) ?? read.get(id) ?? null);
    const next = wanted.flatMap((id) => bodies.get(id)?.mergedInto ?? []);
    wanted = [...new Set(next)].filter((id) => !bodies.has(id));
  }
  return new Map(asked.map((id) => [id, rootIn(bodies, id)]));
}

function rootIn(bodies: Map<string, Contact | null>, id: string): string | null {
  const seen = new Set<string>();
  for (let at = id; !seen.has(at); ) {
    seen.add(at);
    const body = bodies.get(at);
    if (!body || body.deletedAt !== null) return null;
    if (!body.mergedInto) return at;
    at = body.mergedInto;
  }
  return null;
}
