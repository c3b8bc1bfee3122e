import type { Mark } from '@/lib/api/views';
import type { PageContext } from '@/lib/sites/page-context';
import type { Database } from '@/lib/store/database';
import { lookUp } from '@/lib/store/matches';
import { keysOf } from './recognise';

const UNKNOWN: Mark = { known: false, word: null };

/** What is known of the people of each context. */
export interface Marks {
  /** What chips may say of them: a word of a fixed list. */
  marks: Mark[][];
  /** Whose word that is, for the background alone. */
  contacts: (string | null)[][];
}

/** One look-up, whatever their number. */
export async function marksFor(db: Database, contexts: PageContext[], now: number): Promise<Marks> {
  const people = contexts.flatMap((context) => context.people);
  const keys = people.map((person) => keysOf(person).map(({ key }) => key));
  const { found, words } = await lookUp(db, keys.flat(), now);
  const told = keys.map((own): { mark: Mark; contact: string | null } => {
    const [id, ...more] = new Set(own.flatMap((key) => found.get(key) ?? []));
    if (id === undefined) return { mark: UNKNOWN, contact: null };
    // An address of several people: a chip may say that somebody is known, not who.
    if (more.length > 0) return { mark: { known: true, word: null }, contact: null };
    return { mark: { known: true, word: words.get(id) ?? null }, contact: id };
  });
  let from = 0;
  const each = contexts.map(({ people }) => {
    from += people.length;
    return told.slice(from - people.length, from);
  });
  return {
    marks: each.map((all) => all.map(({ mark }) => mark)),
    contacts: each.map((all) => all.map(({ contact }) => contact)),
  };
}
