import { contactIdsBy } from '../contact-index';
import type { Database } from '../database';
import { idsByWords } from '../find';
import { withChildren } from '../tag-tree';
import { scored } from './ask';
import { INDEX, madeSoFar } from './build';
import { kindNumber } from './documents';
import { helpMake } from './find';
import { idsOf } from './numbers';
import { type Term, termsOf } from './query';
import { termsIn } from './sentence';
import { type Kind, RANKS } from './texts';

/** What the filter of a table finds: by what is called so or known of it, not by what was once said. */

const TABLES = { contact: 'contacts', company: 'companies', tag: 'tags' } as const;
/** Name, company and facts. */
const KNOWN = RANKS.indexOf('note');

/**
 * Ids of all that have every term: a contact in a tag as well, a company in the name of one that was merged into it. Null when
 * nothing was asked. Until the index is made, by the words of names and addresses alone.
 */
export async function idsByText(
  db: Database,
  kind: keyof typeof TABLES,
  text: string,
): Promise<Set<string> | null> {
  const terms = termsOf(text);
  if (terms.length === 0) return null;
  await helpMake(db);
  return db.transaction('r', [...INDEX, 'meta', 'contacts', 'companies', 'tags'], async () => {
    if (await madeSoFar(db)) return idsByWords(db, TABLES[kind], text);
    if (kind === 'contact') return contactsWith(db, terms);
    const found = await holding(db, kind, terms);
    return kind === 'company' ? new Set([...found, ...(await formerlyCalled(db, terms))]) : found;
  });
}

async function holding(db: Database, kind: Kind, terms: readonly Term[]): Promise<Set<string>> {
  const { scores } = await scored(db, terms, { kinds: new Set([kindNumber(kind)]), ranks: KNOWN });
  const documents = Array.from(scores.keys()).filter((document) => scores[document]! > 0);
  return new Set((await idsOf(db, documents)).filter((id) => id !== undefined));
}

async function contactsWith(db: Database, terms: readonly Term[]): Promise<Set<string>> {
  const tagged = await Promise.all(terms.map((term) => taggedWith(db, term)));
  if (tagged.every((ids) => ids.length === 0)) return holding(db, 'contact', terms);
  const [first, ...rest] = await Promise.all(
    terms.map(async (term, at) => new Set([...(await holding(db, 'contact', [term])), ...tagged[at]!])),
  );
  return new Set([...first!].filter((id) => rest.every((other) => other.has(id))));
}

/** Contacts that have a tag of this name, or one below it. */
async function taggedWith(db: Database, term: Term): Promise<string[]> {
  const named = await holding(db, 'tag', [term]);
  const tags = await Promise.all([...named].map((id) => withChildren(db, id)));
  const lists = await Promise.all([...new Set(tags.flat())].map((id) => contactIdsBy(db, 'tags', id)));
  return lists.flat();
}

/** Companies into which another of this name went. */
async function formerlyCalled(db: Database, terms: readonly Term[]): Promise<string[]> {
  const merged = await db.companies.where('k.identity').above('').toArray();
  const into = new Map(merged.map(({ id, body }) => [id, body.mergedInto!]));
  return merged.flatMap(({ body }) => {
    if (termsIn(terms, body.name, 'name').length < terms.length) return [];
    const seen = new Set<string>();
    let id = body.mergedInto!;
    for (; into.has(id) && !seen.has(id); id = into.get(id)!) seen.add(id);
    return into.has(id) ? [] : [id];
  });
}
