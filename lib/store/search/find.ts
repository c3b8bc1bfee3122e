import type { SearchResult } from '@/lib/api/search-views';
import type { Database } from '../database';
import { ask } from './ask';
import { forgetIndex, INDEX, type Made, madeSoFar, makePart } from './build';
import { kindNumber } from './documents';
import { hitsOf } from './hits';
import { idsOf } from './numbers';
import { termsOf } from './query';
import { KINDS, type Kind } from './texts';

/** So long, in ms, a question helps to make an index that is not ready. A small store is then ready at once. */
const HELP = 250;

/** Everything that a text finds, best first: every word must begin a word of what is about one contact or record. */
export async function search(
  db: Database,
  { text, limit, kinds }: { text: string; limit: number; kinds?: readonly Kind[] | undefined },
): Promise<SearchResult> {
  const terms = termsOf(text);
  if (terms.length === 0) return { hits: [], total: 0, making: null };
  const making = await helpMake(db);
  const wanted = kinds && new Set(kinds.map(kindNumber));
  const tables = [...INDEX, 'contacts', 'companies', 'tags', 'activities', 'tasks', 'cases', 'responses'];
  try {
    return await db.transaction('r', tables, async () => {
      const { matches, total } = await ask(db, terms, { limit: 2 * limit, kinds: wanted });
      const ids = await idsOf(
        db,
        matches.map((match) => match.document),
      );
      const found = matches.flatMap(({ kind }, at) => {
        const id = ids[at];
        return id ? [{ id, kind: KINDS[kind - 1]! }] : [];
      });
      return { hits: await hitsOf(db, found, { terms, text, limit }), total, making };
    });
  } catch (error) {
    if (!(error instanceof RangeError) || db.newer) throw error;
    // Broken, by whatever: it is made again from the rows.
    await forgetIndex(db);
    return { hits: [], total: 0, making: await madeSoFar(db) };
  }
}

async function helpMake(db: Database): Promise<Made | null> {
  let made = await madeSoFar(db);
  const until = performance.now() + HELP;
  while (made && !db.newer && performance.now() < until) made = await makePart(db);
  return made;
}
