import type { Clause } from '@/lib/crm/segments';
import { isTurned, textTest } from '@/lib/insight/query-clauses';
import type { Frame } from '@/lib/insight/query-subject';
import type { Database } from './database';
import { type FactPage, fieldOfPoint, packedFacts } from './fact-pages';
import { heldPages } from './held-pages';
import { allIds } from './page-parts';
import type { Everybody } from './segment-columns';
import { NO, type Truths, YES } from './segment-truths';

type FactClause = Extract<Clause, { ask: 'fact' | 'point' }>;

/** What packed values come to for a contact. */
const [NONE, LONG, SOME] = [0, 1, 2];

/**
 * Asks a field, or a way to reach them, of everybody with ids, inside a transaction, from packed values.
 * @returns what it comes to, and ids of those whose row is to be read because one of their values is too long to be packed
 */
export async function askFacts(
  db: Database,
  everybody: Everybody,
  clause: FactClause,
  { fold }: Frame,
): Promise<{ truths: Truths; among: string[] }> {
  const pages = await heldPages(db, 'facts');
  const ids = allIds(db, 'facts', pages);
  const field = clause.ask === 'fact' ? clause.field : fieldOfPoint(clause.kind);
  const holds = textTest(clause, fold);
  const [some, none] = isTurned(clause) ? [NO, YES] : [YES, NO];
  const truths = new Uint8Array(everybody.size);
  const among: string[] = [];
  // Nearly always both tables hold the same contacts, and then the very same array of ids.
  const placeOf = ids === everybody.ids ? (at: number) => at : (at: number) => everybody.placeOf(ids[at]!);
  let at = 0;
  for (const page of pages) {
    for (const found of foundIn(page, field, holds)) {
      const place = placeOf(at);
      if (place >= 0) truths[place] = found === SOME ? some : none;
      if (found === LONG) among.push(ids[at]!);
      at += 1;
    }
  }
  return { truths, among };
}

/** What each contact of a page has of a field: nothing that passes, something that does, or something long. */
function foundIn(page: FactPage, field: string, holds: (text: string) => boolean): Uint8Array {
  const entries = packedFacts(page).map((one) => {
    if (one.field !== field) return NONE;
    if (one.value === null) return LONG;
    return holds(one.value) ? SOME : NONE;
  });
  const found = new Uint8Array(page.counts.length);
  let start = 0;
  for (let at = 0; at < found.length; at += 1) {
    const end = start + page.counts[at]!;
    for (let n = start; n < end; n += 1) found[at] = Math.max(found[at]!, entries[page.facts[n]!]!);
    start = end;
  }
  return found;
}
