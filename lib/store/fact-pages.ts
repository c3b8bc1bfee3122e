import type { Contact } from '@/lib/crm/contacts';
import { fieldOfPoint } from '@/lib/crm/field-values';
import type { Database } from './database';
import { same } from './edits';
import { isShown } from './keys';
import { ofPage } from './page-parts';
import { cut, pagesOf } from './paged';
import type { Written } from './written';

/**
 * What stands in the fields of everybody and how they are reached, packed: who asks for it of a hundred thousand contacts would read the row
 * of each. Only values that stand are packed, and of a long one only its field: for what it says the row is read.
 */

/** A page as stored. */
export interface FactPage {
  from: string;
  /** Joined by line feeds. */
  ids: string;
  /** Each value once, its field before it; of a long one the field alone. */
  texts: string;
  /** How many each contact has, and these, as places in `texts`. */
  counts: Uint32Array;
  facts: Uint32Array;
}

/** A value as packed, or a field with some value that is not. */
export interface PackedFact {
  /** That of a fact, or what `fieldOfPoint` says. */
  field: string;
  value: string | null;
}

/** Between values, and between a field and its value: characters that nobody types. A value with one of them is not packed. */
const [NEXT, IS] = ['\u001e', '\u001f'];
/** Characters of a value that is packed. */
const LONGEST = 80;

const isPacked = (value: string): boolean =>
  value.length <= LONGEST && !value.includes(NEXT) && !value.includes(IS);

/** What is packed of a contact, each once, in order. */
function factsOf({ facts, points }: Pick<Contact, 'facts' | 'points'>): string[] {
  const texts = new Set<string>();
  const add = (field: string, value: string) => texts.add(isPacked(value) ? `${field}${IS}${value}` : field);
  for (const { field, value, asideAt } of Object.values(facts)) if (asideAt === undefined) add(field, value);
  for (const { kind, value } of Object.values(points)) add(fieldOfPoint(kind), value);
  return [...texts].sort();
}

/** Values of a page. */
export const packedFacts: (page: Pick<FactPage, 'texts'>) => PackedFact[] = ofPage(({ texts }) =>
  entriesOf(texts).map((text) => {
    const at = text.indexOf(IS);
    return at < 0 ? { field: text, value: null } : { field: text.slice(0, at), value: text.slice(at + 1) };
  }),
);

const entriesOf = (texts: string): string[] => (texts === '' ? [] : texts.split(NEXT));

/**
 * Brings them up to date, inside the transaction that wrote rows. Answers which pages were written or taken away.
 * @param to contacts above this id do not count yet
 */
export function refreshFacts(db: Database, written: Written[], to: string): Promise<string[]> {
  const changes = new Map<string, string[] | null>();
  for (const { table, before, after } of written) {
    if (table !== 'contacts') continue;
    const [was, is] = [before, after] as unknown as [Contact | null, Contact | null];
    const id = (after ?? before)!.id;
    if (id > to) continue;
    if (!isShown(is)) changes.set(id, null);
    else if (!isShown(was) || !same(factsOf(was), factsOf(is))) changes.set(id, factsOf(is));
  }
  return writeFacts(db, changes);
}

/** Packs those of contacts that are not packed yet. */
export function packFacts(db: Database, contacts: readonly Contact[]): Promise<string[]> {
  return writeFacts(db, new Map(contacts.map((contact) => [contact.id, factsOf(contact)])));
}

interface Row {
  id: string;
  texts: string[];
}

/** Characters of a full page, and of one that is parted. */
const WEIGHT = {
  of: ({ texts }: Row) => texts.reduce((sum, text) => sum + text.length, 0),
  full: 48_000,
  most: 64_000,
};

/** @param changes what contacts have; null for one that is in no list any more */
async function writeFacts(db: Database, changes: Map<string, string[] | null>): Promise<string[]> {
  if (changes.size === 0) return [];
  const written: FactPage[] = [];
  const emptied: string[] = [];
  for (const { from, page, ids } of await pagesOf<FactPage>(db, 'facts', [...changes.keys()])) {
    const rows = new Map((page ? rowsOf(page) : []).map((row) => [row.id, row]));
    for (const id of ids) {
      const texts = changes.get(id);
      if (texts) rows.set(id, { id, texts });
      else rows.delete(id);
    }
    if (rows.size === 0) emptied.push(from);
    else {
      const sorted = [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      written.push(...cut(from, sorted, WEIGHT).map((one) => pack(one.from, one.rows)));
    }
  }
  await db.facts.bulkDelete(emptied);
  await db.facts.bulkPut(written);
  return [...emptied, ...written.map(({ from }) => from)];
}

function pack(from: string, rows: readonly Row[]): FactPage {
  const all = [...new Set(rows.flatMap((row) => row.texts))];
  const places = new Map(all.map((text, place) => [text, place]));
  return {
    from,
    ids: rows.map((row) => row.id).join('\n'),
    texts: all.join(NEXT),
    counts: Uint32Array.from(rows, (row) => row.texts.length),
    facts: Uint32Array.from(
      rows.flatMap((row) => row.texts),
      (text) => places.get(text)!,
    ),
  };
}

function rowsOf({ ids, texts, counts, facts }: FactPage): Row[] {
  const all = entriesOf(texts);
  let start = 0;
  return ids.split('\n').map((id, at) => {
    const end = start + counts[at]!;
    const own = Array.from(facts.subarray(start, end), (place) => all[place]!);
    start = end;
    return { id, texts: own };
  });
}
