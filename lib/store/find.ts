import type { ContactHit } from '@/lib/api/views';
import type { Database } from './database';
import { termsOf } from './fold';
import { LAST } from './keys';
import { contactHits } from './matches';
import { search } from './search/find';

type Found = 'contacts' | 'companies' | 'tags';

/** Ids of the rows that have every term as the beginning of a word of name or address; null when nothing was asked. */
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

/** Contacts by whatever is about them, best first, with what was found where it was not the name. */
export async function findContacts(
  db: Database,
  { text, limit }: { text: string; limit: number },
): Promise<ContactHit[]> {
  const { hits } = await search(db, { text, limit, kinds: ['contact'] });
  const shown = await contactHits(
    db,
    hits.map(({ id }) => id),
  );
  const found = new Map(hits.map((hit) => [hit.id, hit.found]));
  return shown.map((hit) => ({ ...hit, matched: found.get(hit.id)?.text ?? null }));
}

/** Companies by whatever is about them, best first. */
export async function findCompanies(
  db: Database,
  { text, limit }: { text: string; limit: number },
): Promise<{ id: string; name: string }[]> {
  const { hits } = await search(db, { text, limit, kinds: ['company'] });
  return hits.map(({ id, name }) => ({ id, name }));
}
