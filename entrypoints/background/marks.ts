import type { Mark, MarkWord } from '@/lib/api/views';
import type { PageContext } from '@/lib/sites/page-context';
import type { Database } from '@/lib/store/database';
import { openMarks } from '@/lib/store/matches';
import { matchPeople } from './recognise';

const UNKNOWN: Mark = { known: false, word: null };

/** What chips may say of the people of each context: a word of a fixed list. Two bulk reads, whatever their number. */
export async function marksFor(db: Database, contexts: PageContext[], now: number): Promise<Mark[][]> {
  const people = contexts.flatMap((context) => context.people);
  const matched = await matchPeople(db, people);
  const words = await openMarks(db, [...new Set(matched.flat())], now);
  const marks = matched.map((ids): Mark => {
    if (!ids.length) return UNKNOWN;
    const word = ids.map((id) => words.get(id) ?? null).find((found): found is MarkWord => found !== null);
    // An address of several people: a chip may say that somebody is known, not who.
    return { known: true, word: ids.length === 1 ? (word ?? null) : null };
  });
  let from = 0;
  return contexts.map((context) => {
    const own = marks.slice(from, from + context.people.length);
    from += context.people.length;
    return own;
  });
}
