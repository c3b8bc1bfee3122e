import type { ContactHit } from '@/lib/api/views';
import type { Database } from './database';
import { fold, termsOf } from './fold';
import { LAST } from './keys';
import { contactHits } from './matches';

type Found = 'contacts' | 'companies' | 'tags';

/** Rows ranked besides those whose name begins with the text: a single letter matches half the store. */
const RANKED = 100;

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
  return db.transaction('r', db.contacts, async () => {
    const ids = await idsByWords(db, 'contacts', text);
    if (!ids) return [];
    const begin = await beginning(db, 'contacts', text, limit);
    const rest = [...ids].filter((id) => !begin.includes(id)).slice(0, RANKED);
    const hits = await contactHits(db, [...begin, ...rest]);
    const asked = fold(text);
    return hits
      .map((hit) => ({ hit, rank: rankOf(hit.name, asked) }))
      .sort((a, b) => a.rank - b.rank || (fold(a.hit.name) < fold(b.hit.name) ? -1 : 1))
      .slice(0, limit)
      .map(({ hit, rank }) => ({ ...hit, matched: rank < ELSEWHERE ? null : matchedBy(hit, asked) }));
  });
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
