import type { ContactHit } from '@/lib/api/views';
import type { Database } from './database';
import { fold, termsOf } from './fold';
import { LAST } from './keys';
import { contactHits } from './matches';

type Found = 'contacts' | 'companies' | 'tags';

/** Rows looked at besides those whose name begins with the text: a single letter matches half the store. */
const RANKED = 200;

/** Ids of the rows that have every term as the beginning of a word; null when nothing was asked. */
export async function idsByWords(db: Database, table: Found, text: string): Promise<Set<string> | null> {
  const terms = termsOf(text);
  if (terms.length === 0) return null;
  const lists = await Promise.all(
    terms.map((term) =>
      db
        .table<unknown, string>(table)
        .where('k.words')
        .between(term, term + LAST)
        .primaryKeys(),
    ),
  );
  const [first = [], ...rest] = lists.sort((a, b) => a.length - b.length);
  const others = rest.map((list) => new Set(list));
  return new Set(first.filter((id) => others.every((list) => list.has(id))));
}

/**
 * Contacts by what is typed: every word must begin a word of name, company or address. Names that begin with the text
 * come first, then names that hold it, then what was found by something else.
 */
export async function findContacts(
  db: Database,
  { text, limit }: { text: string; limit: number },
): Promise<ContactHit[]> {
  const terms = termsOf(text);
  if (terms.length === 0) return [];
  return db.transaction('r', db.contacts, async () => {
    const begin = await beginning(db, 'contacts', text, limit);
    const worded = await someByWords(db, text, terms, limit);
    const hits = await contactHits(db, [...new Set([...begin, ...worded])]);
    const asked = fold(text);
    return hits
      .map((hit) => ({ hit, rank: rankOf(hit.name, asked) }))
      .sort((a, b) => a.rank - b.rank || (fold(a.hit.name) < fold(b.hit.name) ? -1 : 1))
      .slice(0, limit)
      .map(({ hit, rank }) => ({ ...hit, matched: rank < ELSEWHERE ? null : matchedBy(hit, asked) }));
  });
}

/**
 * Some contacts that have every term. Of a common term only the first are looked at: it is checked on those that the
 * rarest term found. Where that finds too few, all are looked at.
 */
async function someByWords(db: Database, text: string, terms: string[], enough: number): Promise<string[]> {
  const lists = await Promise.all(
    terms.map((term) =>
      db.contacts
        .where('k.words')
        .between(term, term + LAST)
        .limit(RANKED)
        .primaryKeys(),
    ),
  );
  const [rarest = []] = lists.sort((a, b) => a.length - b.length);
  const rows = terms.length > 1 ? await db.contacts.bulkGet([...new Set(rarest)]) : [];
  const found =
    terms.length > 1
      ? rows.flatMap((row) => (row && hasAll(row.k.words ?? [], terms) ? [row.id] : []))
      : rarest;
  if (found.length >= enough || rarest.length < RANKED) return found;
  return [...((await idsByWords(db, 'contacts', text)) ?? [])].slice(0, RANKED);
}

function hasAll(words: string[], terms: string[]): boolean {
  return terms.every((term) => words.some((word) => word.startsWith(term)));
}

const ELSEWHERE = 3;

function rankOf(name: string, asked: string): number {
  const folded = fold(name);
  if (folded.startsWith(asked)) return 0;
  if (folded.includes(` ${asked}`)) return 1;
  return termsOf(asked).every((term) => folded.includes(term)) ? 2 : ELSEWHERE;
}

function matchedBy(hit: ContactHit, asked: string): string | null {
  const values = [hit.company, hit.address].filter((value) => value !== null);
  return values.find((value) => termsOf(asked).some((term) => fold(value).includes(term))) ?? hit.address;
}

/** Ids of the rows whose name begins with the text, in order. */
export function beginning(
  db: Database,
  table: 'contacts' | 'companies',
  text: string,
  limit: number,
): Promise<string[]> {
  const start = fold(text);
  return Promise.resolve(
    db
      .table<unknown, string>(table)
      .where('k.name')
      .between(start, start + LAST)
      .limit(limit)
      .primaryKeys(),
  );
}

/** Companies by the beginning of their name, then by any of its words. */
export async function findCompanies(
  db: Database,
  { text, limit }: { text: string; limit: number },
): Promise<{ id: string; name: string }[]> {
  return db.transaction('r', db.companies, async () => {
    const begin = await beginning(db, 'companies', text, limit);
    const worded = (await idsByWords(db, 'companies', text)) ?? new Set<string>();
    const ids = [...new Set([...begin, ...worded])].slice(0, limit);
    const rows = await db.companies.bulkGet(ids);
    return rows.flatMap((row) => (row ? [{ id: row.id, name: row.body.name }] : []));
  });
}
