import type { SearchResult } from '@/lib/api/search-views';
import type { Database } from '../database';
import { ask } from './ask';
import { forgetIndex, INDEX, madeSoFar, makePart } from './build';
import { kindNumber } from './documents';
import { hitsOf } from './hits';
import { idsOf } from './numbers';
import { type Term, termsOf } from './query';
import { KINDS, type Kind } from './texts';

/** So long, in ms, a question helps to make an index that is not ready. A small store is then ready at once. */
const HELP = 250;

interface Asked {
  terms: Term[];
  text: string;
  limit: number;
  kinds?: readonly Kind[] | undefined;
}

/** Everything that a text finds, best first: every word must begin a word of what is about one contact or record. */
export async function search(
  db: Database,
  given: { text: string; limit: number; kinds?: readonly Kind[] | undefined },
): Promise<SearchResult> {
  const asked = { ...given, terms: termsOf(given.text) };
  if (asked.terms.length === 0) return { hits: [], total: 0, making: null };
  try {
    const answer = await answerOf(db, asked, true);
    if (answer) return answer;
    await helpMake(db);
    return (await answerOf(db, asked, false))!;
  } catch (error) {
    if (!(error instanceof RangeError) || db.newer) throw error;
    // Broken, by whatever: it is made again from the rows.
    await forgetIndex(db);
    return { hits: [], total: 0, making: await madeSoFar(db) };
  }
}

/** @param whole null while the index is not whole, else what is there is asked */
function answerOf(
  db: Database,
  { terms, text, limit, kinds }: Asked,
  whole: boolean,
): Promise<SearchResult | null> {
  const tables = ['contacts', 'companies', 'tags', 'activities', 'tasks', 'cases', 'responses', 'deals'];
  const wanted = kinds && new Set(kinds.map(kindNumber));
  return db.transaction('r', [...INDEX, 'meta', ...tables], async () => {
    const making = await madeSoFar(db);
    if (making && whole) return null;
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
}

/** Makes a part of what is missing of the index. */
export async function helpMake(db: Database): Promise<void> {
  const until = performance.now() + HELP;
  while (!db.newer && performance.now() < until && (await makePart(db)));
}
