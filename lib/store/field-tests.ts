import type { FactTest } from '@/lib/crm/contact-filter';
import { fieldOfPoint, valuesIn } from '@/lib/crm/field-values';
import type { Clause } from '@/lib/crm/segments';
import { isOfAny, isTurned, type OfTexts, textsHold, textTest } from '@/lib/insight/query-clauses';
import { eachOf } from './contact-scan';
import type { Database } from './database';
import { type FactPage, packedFacts } from './fact-pages';
import { fold } from './fold';
import { heldPages, withPages } from './held-pages';
import { allIds } from './page-parts';
import type { Everybody } from './segment-columns';
import { NO, type Truths, UNKNOWN, YES } from './segment-truths';

/** What is asked of a field, or of a way to reach somebody: by a segment, and by the filter of the table. Packed values answer both. */
interface FieldTest extends OfTexts {
  /** That of a fact, or what `fieldOfPoint` says. */
  field: string;
}

/**
 * Who passes all tests, inside no transaction. Rows are read of those alone who pass or not by a value that is too long to be packed.
 */
export async function idsByFields(db: Database, tests: readonly FactTest[]): Promise<Set<string>> {
  return db.transaction('r', ['contacts', ...withPages('facts')], async () => {
    const pages = await heldPages(db, 'facts');
    const ids = allIds(db, 'facts', pages);
    const passed = new Set<string>();
    const open: string[] = [];
    let start = 0;
    for (const page of pages) {
      const told = tests.map((test) => foundIn(page, test));
      for (let at = 0; at < page.counts.length; at += 1) {
        if (told.some((truths) => truths[at] === NO)) continue;
        const id = ids[start + at]!;
        if (told.some((truths) => truths[at] === UNKNOWN)) open.push(id);
        else passed.add(id);
      }
      start += page.counts.length;
    }
    await eachOf(db, open, (contact) => {
      if (tests.every((test) => textsHold(test, valuesIn(contact, test.field), fold))) passed.add(contact.id);
    });
    return passed;
  });
}

type FactClause = Extract<Clause, { ask: 'fact' | 'point' }>;

/**
 * Asks a field, or a way to reach them, of everybody with ids, inside a transaction, from packed values.
 * @returns what it comes to, and ids of those whose row is to be read because one of their values is too long to be packed
 */
export async function askFacts(
  db: Database,
  everybody: Everybody,
  clause: FactClause,
): Promise<{ truths: Truths; among: string[] }> {
  const pages = await heldPages(db, 'facts');
  const ids = allIds(db, 'facts', pages);
  const field = clause.ask === 'fact' ? clause.field : fieldOfPoint(clause.kind);
  const truths = new Uint8Array(everybody.size);
  const among: string[] = [];
  // Nearly always both tables hold the same contacts, and then the very same array of ids.
  const placeOf = ids === everybody.ids ? (at: number) => at : (at: number) => everybody.placeOf(ids[at]!);
  let at = 0;
  for (const page of pages) {
    for (const truth of foundIn(page, { ...clause, field })) {
      const place = placeOf(at);
      if (truth === UNKNOWN) among.push(ids[at]!);
      else if (place >= 0) truths[place] = truth;
      at += 1;
    }
  }
  return { truths, among };
}

/** What values come to for a contact: nothing passes, one that is not packed may, something does. */
const [NONE, LONG, SOME] = [0, 1, 2];

/** What a test comes to for each contact of a page; unknown where a value is too long to be packed. */
function foundIn(page: FactPage, test: FieldTest): Truths {
  const holds = textTest(test, fold);
  const long = isOfAny(test) ? SOME : LONG;
  const entries = packedFacts(page).map((one) => {
    if (one.field !== test.field) return NONE;
    if (one.value === null) return long;
    return holds(one.value) ? SOME : NONE;
  });
  const truthOf = isTurned(test) ? [YES, UNKNOWN, NO] : [NO, UNKNOWN, YES];
  const truths = new Uint8Array(page.counts.length);
  let start = 0;
  for (let at = 0; at < truths.length; at += 1) {
    const end = start + page.counts[at]!;
    let found = NONE;
    for (let n = start; n < end; n += 1) found = Math.max(found, entries[page.facts[n]!]!);
    truths[at] = truthOf[found]!;
    start = end;
  }
  return truths;
}
