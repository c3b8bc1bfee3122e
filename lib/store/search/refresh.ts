import type { Contact } from '@/lib/crm/contacts';
import type { Database } from '../database';
import { type Body, same } from '../edits';
import type { Written } from '../written';
import { addTexts, documentOf, entriesOf, kindNumber, rootsNow, standsAlone } from './documents';
import { dayOf, type Mark, writeMarks } from './marks';
import { changeState } from './memory';
import { numbered } from './numbers';
import { addRun, type Change } from './runs';
import { isSearched, momentOf, type Rank, type Said, type Subject, subjectsOf, textsOf } from './texts';

/** What a command means for the documents: words are added to one, or it is read and written anew. */
interface Plan {
  added: Added[];
  anew: Subject[];
}

interface Added {
  subject: Subject;
  texts: Said[];
  at: number;
  /** The row is new and the document its own. */
  fresh: boolean;
}

/** Brings the search index up to date, inside the transaction that wrote the rows and after it did. */
export async function refreshSearch(db: Database, written: readonly Written[]): Promise<void> {
  const { added, anew } = planOf(written);
  if (added.length === 0 && anew.length === 0) return;
  const roots = await rootsOf(db, written, [...added.map((one) => one.subject), ...anew]);
  const rootOf = (subject: Subject) => (subject.kind === 'contact' ? roots.get(subject.id) : subject.id);
  const touched = new Map(
    [...added.map((one) => one.subject), ...anew].flatMap((subject) => {
      // Who is not there keeps a number all the same: once there, what was said of them before is not overlooked.
      const ids = new Set([subject.id, rootOf(subject) ?? subject.id]);
      return [...ids].map((id) => [id, { ...subject, id }] as const);
    }),
  );
  const { numbers, known } = await numbered(db, [...touched.keys()]);
  const again = new Map<string, Subject>();
  for (const subject of anew) {
    for (const id of [subject.id, rootOf(subject)]) if (id) again.set(id, { ...subject, id });
  }
  for (const { subject, fresh } of added) if (fresh && known.has(subject.id)) again.set(subject.id, subject);
  const changes = new Map<string, Change>();
  const marks: Mark[] = [];
  for (const { subject, texts, at } of added) {
    const id = rootOf(subject);
    if (!id || again.has(id)) continue;
    const document = numbers.get(id)!;
    const change = changes.get(id) ?? { document, replaces: false, words: new Map<string, Rank>() };
    changes.set(id, change);
    addTexts(change.words, texts);
    marks.push({ document, kind: kindNumber(subject.kind), day: dayOf(at), added: true });
  }
  const entries = await entriesOf(db, [...again.values()]);
  for (const [id, { kind }] of again) {
    const document = numbers.get(id)!;
    const own = entries.get(id) ?? [];
    const { words, at } = documentOf(own);
    const mark = own.length > 0 ? { kind: kindNumber(kind), day: dayOf(at) } : { kind: 0, day: 0 };
    marks.push({ document, ...mark, added: false });
    changes.set(id, { document, replaces: known.has(id), words });
  }
  await addRun(
    db,
    [...changes.values()].filter(({ words, replaces }) => replaces || words.size > 0),
  );
  await writeMarks(db, marks);
  await changeState(db);
}

function planOf(written: readonly Written[]): Plan {
  const plan: Plan = { added: [], anew: [] };
  for (const one of written) if (isSearched(one.table)) note(plan, one);
  return plan;
}

function note(plan: Plan, { table, before, after }: Written): void {
  const [was, is] = [textsOf(table, before), textsOf(table, after)];
  const [from, to] = [subjectsOf(table, before), subjectsOf(table, after)];
  const merged = [before, after].flatMap((body) => (table === 'contacts' ? mergedInto(body) : []));
  const stays = before && after && same(from, to) && stands(table, before) === stands(table, after);
  const moves = !before || !after || momentOf(table, before) !== momentOf(table, after);
  if (stays && !moves && same(was, is) && same(mergedInto(before), mergedInto(after))) return;
  if (merged.length > 0) {
    plan.anew.push(...[...from, ...to, ...merged.map((id) => ({ id, kind: 'contact' as const }))]);
    return;
  }
  const grows = !before || (stays && !moves && was.every((text) => is.some((other) => same(text, other))));
  if (!grows || !after) {
    plan.anew.push(...from, ...to);
    return;
  }
  if (!stands(table, after)) return;
  const texts = is.filter((text) => !was.some((other) => same(text, other)));
  const own = to.length === 1 && to[0]?.id === after.id;
  for (const subject of to) {
    plan.added.push({ subject, texts, at: momentOf(table, after), fresh: before === null && own });
  }
}

function mergedInto(body: Body | null): string[] {
  return typeof body?.mergedInto === 'string' ? [body.mergedInto] : [];
}

/** Whether a row says anything at all. */
function stands(table: Written['table'], body: Body): boolean {
  if (body.deletedAt !== null) return false;
  const own = subjectsOf(table, body).some(({ id }) => id === body.id);
  return !own || standsAlone(table, body);
}

async function rootsOf(
  db: Database,
  written: readonly Written[],
  subjects: readonly Subject[],
): Promise<Map<string, string | null>> {
  const bodies = new Map(
    written.flatMap(({ table, after }) =>
      table === 'contacts' && after ? [[after.id, after as unknown as Contact] as const] : [],
    ),
  );
  const people = subjects.filter(({ kind }) => kind === 'contact').map(({ id }) => id);
  return people.length > 0 ? rootsNow(db, people, bodies) : new Map();
}
