import type { Mark, MarkWord } from '@/lib/api/views';
import type { PageContext } from '@/lib/sites/page-context';
import type { Database } from '@/lib/store/database';
import { lookUp } from '@/lib/store/matches';
import { contactsOf, keysOf } from './recognise';

const UNKNOWN: Mark = { known: false, word: null };

/** What chips may say of the people of each context: a word of a fixed list. One look-up, whatever their number. */
export async function marksFor(db: Database, contexts: PageContext[], now: number): Promise<Mark[][]> {
  const people = contexts.flatMap((context) => context.people);
  const keys = people.map((person) => keysOf(person).map(({ key }) => key));
  const { found, words } = await lookUp(db, keys.flat(), now);
  const marks = keys.map((own): Mark => {
    const ids = contactsOf(own, found);
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
