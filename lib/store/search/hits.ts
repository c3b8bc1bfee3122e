import type { SearchHit } from '@/lib/api/search-views';
import type { ChangedTable } from '@/lib/crm/changes';
import type { Contact } from '@/lib/crm/contacts';
import { inForce } from '@/lib/crm/in-force';
import type { Database } from '../database';
import type { Body } from '../edits';
import { fold } from '../fold';
import { isShown } from '../keys';
import { type Entry, tableOf } from './documents';
import type { Term } from './query';
import { LOOKS } from './rows-about';
import { sentenceOf, spansOf, termsIn } from './sentence';
import { type Kind, momentOf, type Said, textsOf } from './texts';

/** What was found, as it is shown: whose it is, and the sentence that says so. */

interface Found {
  id: string;
  kind: Kind;
  entries: Entry[];
}

/** A text that holds some of the terms. */
interface Place {
  table: ChangedTable;
  body: Body;
  said: Said;
  terms: readonly Term[];
}

/** The hits of documents, in their order but for this: a name that begins with what was typed goes before others. */
export async function hitsOf(
  db: Database,
  found: readonly { id: string; kind: Kind }[],
  { terms, text, limit }: { terms: readonly Term[]; text: string; limit: number },
): Promise<SearchHit[]> {
  const asked = fold(text);
  const all = await firstEntries(db, found);
  const begins = ({ entries }: Found) => fold(nameOf(entries[0]!)).startsWith(asked);
  const first = [...all.filter(begins), ...all.filter((one) => !begins(one))].slice(0, limit);
  const places = await placesOf(db, first, terms);
  return first.map((one) => hitOf(one, places.get(one) ?? null, terms));
}

/** The row itself, and of a contact those that were merged into it. */
async function firstEntries(db: Database, found: readonly { id: string; kind: Kind }[]): Promise<Found[]> {
  const rows = await Promise.all(
    found.map(({ id, kind }) => db.table(kind === 'contact' ? 'contacts' : tableOf(kind)).get(id)),
  );
  const people = found.filter(({ kind }) => kind === 'contact').map(({ id }) => id);
  const merged = await mergedInto(db, people);
  return found.flatMap(({ id, kind }, at) => {
    const body: Body | undefined = rows[at]?.body;
    if (!body || body.deletedAt !== null || (kind === 'contact' && !isShown(body as never))) return [];
    const table = kind === 'contact' ? 'contacts' : tableOf(kind);
    const others = (merged.get(id) ?? []).map((one) => ({ table: 'contacts' as const, body: one }));
    return [{ id, kind, entries: [{ table, body }, ...others] }];
  });
}

async function mergedInto(db: Database, ids: string[]): Promise<Map<string, Body[]>> {
  const rootOf = new Map(ids.map((id) => [id, id]));
  const found = new Map<string, Body[]>(ids.map((id) => [id, []]));
  for (let frontier = ids; frontier.length > 0; ) {
    const rows = await db.contacts.where('k.identity').anyOf(frontier).toArray();
    const fresh = rows.filter(({ id }) => !rootOf.has(id));
    for (const { id, body } of fresh) {
      const root = rootOf.get(body.mergedInto!)!;
      rootOf.set(id, root);
      found.get(root)!.push(body as unknown as Body);
    }
    frontier = fresh.map(({ id }) => id);
  }
  return found;
}

function hitOf({ id, kind, entries }: Found, place: Place | null, terms: readonly Term[]): SearchHit {
  const own = entries[0]!;
  const name = nameOf(own);
  return {
    id,
    kind,
    name,
    nameSpans: spansOf(terms, name, 'name'),
    hint: hintOf(own),
    found: place && foundIn(place, terms),
  };
}

function foundIn({ table, body, said }: Place, terms: readonly Term[]): SearchHit['found'] {
  const sentence = sentenceOf(said.text, spansOf(terms, said.text, said.manner));
  const isEvent = table !== 'contacts' && table !== 'companies' && table !== 'tags';
  return {
    ...sentence,
    field: said.field,
    table,
    id: body.id,
    type: table === 'activities' ? (body.type as string) : null,
    at: isEvent ? momentOf(table, body) : null,
  };
}

function without(terms: readonly Term[], found: readonly Term[]): Term[] {
  return terms.filter((term) => !found.includes(term));
}

/** Where most of the terms stand that are not in the name: in the row itself, else in what is about it, the latest first. */
async function placesOf(
  db: Database,
  found: readonly Found[],
  terms: readonly Term[],
): Promise<Map<Found, Place>> {
  const places = new Map<Found, Place>();
  const missing = new Map<Found, Term[]>();
  for (const one of found) {
    const beyond = without(terms, termsIn(terms, nameOf(one.entries[0]!), 'name'));
    const place = beyond.length > 0 ? bestOf(one.entries, beyond) : null;
    if (place) places.set(one, place);
    const left = without(beyond, place?.terms ?? []);
    if (left.length > 0 && one.kind === 'contact') missing.set(one, left);
  }
  for (const look of LOOKS) {
    const pending = [...missing];
    const rows = await Promise.all(
      pending.map(([{ entries }]) =>
        look(
          db,
          entries.map(({ body }) => body.id),
        ),
      ),
    );
    for (const [at, [one, left]] of pending.entries()) {
      const place = bestOf(rows[at]!, left);
      if (!place) continue;
      places.set(one, place);
      missing.delete(one);
    }
  }
  return places;
}

/** The first of the weightiest among those with most terms. */
function bestOf(entries: readonly Entry[], terms: readonly Term[]): Place | null {
  let best: Place | null = null;
  for (const { table, body } of entries) {
    for (const said of textsOf(table, body)) {
      const own = termsIn(terms, said.text, said.manner);
      const better =
        !best ||
        own.length > best.terms.length ||
        (own.length === best.terms.length && said.rank < best.said.rank);
      if (own.length > 0 && better) best = { table, body, said, terms: own };
    }
  }
  return best;
}

function nameOf({ table, body }: Entry): string {
  if (table === 'cases') return `${body.number} ${body.title}`;
  if (table === 'tasks' || table === 'deals') return String(body.title);
  if (table === 'responses') return textsOf(table, body)[0]?.text ?? '';
  return String(body.name);
}

/** What tells one contact from another of the same name: what they do, and where. */
function hintOf({ table, body }: Entry): string | null {
  if (table !== 'contacts') return null;
  const facts = Object.values((body as unknown as Contact).facts);
  const values = ['title', 'company'].flatMap(
    (field) => inForce(facts.filter((fact) => fact.field === field))?.value ?? [],
  );
  return values.join(' · ') || null;
}
