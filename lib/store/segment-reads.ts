import type { Clause, Query } from '@/lib/crm/segments';
import { CLAUSES } from '@/lib/insight/query-clauses';
import { clausesOf, isRing } from '@/lib/insight/query-parts';
import type { Frame, Subject } from '@/lib/insight/query-subject';
import { eachContact } from './contact-scan';
import type { Database } from './database';
import { type Everybody, readEverybody } from './segment-columns';
import { mergedRoots, ofCompany, whoAnswered, withDeal, withOpenCase } from './segment-people';

/** What a clause comes to, by place in the lists. */
export type Truths = Uint8Array;
export const [NO, YES, UNKNOWN] = [0, 1, 2];

/** What was read of a store for segments: good until something in it changes. */
export interface Kept {
  as: string;
  everybody: Everybody;
  /** What clauses came to that no column tells, by the clause and the day. */
  read: Map<string, Truths>;
  /** What whole queries came to, by the query and the day. */
  answered: Map<string, Answered>;
}

/** Whom a query found, by place. */
export interface Answered {
  found: Truths;
  count: number;
  unclear: boolean;
}

const MOST_KEPT = 60;
const known = new WeakMap<Database, Kept>();

/** What is known of a store already, or a new beginning where something was written since. */
export async function keptOf(db: Database, zone: string): Promise<Kept> {
  const as = `${zone} ${await stateOf(db)}`;
  const before = known.get(db);
  if (before?.as === as) return before;
  const kept = { as, everybody: await readEverybody(db, zone), read: new Map(), answered: new Map() };
  known.set(db, kept);
  return kept;
}

/** What was read of a store, if nothing was written since; null: it is to be read anew. */
export async function stillKept(db: Database, zone: string): Promise<Kept | null> {
  const before = known.get(db);
  return before && before.as === `${zone} ${await stateOf(db)}` ? before : null;
}

/** A text that is another one after whatever was written: each command takes the clock, what is taken back takes a change away. */
async function stateOf(db: Database): Promise<string> {
  const [meta, last] = await Promise.all([
    db.meta.bulkGet(['clock', 'lists', 'listsTo', 'insight', 'insightTo']),
    db.changes.orderBy('k.at').last(),
  ]);
  return [...meta.map((row) => row?.value ?? ''), last?.id ?? ''].join(' ');
}

type Of<A extends Clause['ask']> = Extract<Clause, { ask: A }>;

const BY_ROW = ['fact', 'point', 'consent', 'doNotContact', 'cadence', 'date', 'need', 'tier'] as const;
type RowClause = Of<(typeof BY_ROW)[number]>;
const BESIDE = ['company', 'answer', 'case', 'deal'] as const;
type BesideClause = Of<(typeof BESIDE)[number]>;

/** Every clause of a query and of the segments that it names. */
function allClauses(query: Query, frame: Frame): Clause[] {
  const clauses: Clause[] = [];
  const seen = new Set<string>();
  const add = (one: Query) => {
    for (const clause of clausesOf(one)) {
      clauses.push(clause);
      if (clause.ask !== 'segment' || seen.has(clause.segmentId)) continue;
      seen.add(clause.segmentId);
      const inner = frame.segment(clause.segmentId);
      if (inner && !isRing(clause.segmentId, inner, frame.segment)) add(inner);
    }
  };
  add(query);
  return clauses;
}

/**
 * Reads all that a query asks for and is not known yet, inside a transaction. What follows computes only.
 * @returns what the query was given: whatever another one that is asked meanwhile clears away, it holds its own
 */
export async function readFor(
  db: Database,
  { everybody, read }: Kept,
  { query, frame, now, zone }: { query: Query; frame: Frame; now: number; zone: string },
): Promise<Map<string, Truths>> {
  const clauses = allClauses(query, frame);
  const asks = new Set(clauses.map(({ ask }) => ask));
  if (asks.has('measure') || asks.has('choice')) await everybody.readMeasures(db, now, zone);
  if (asks.has('count') || asks.has('spend')) await everybody.readEvents(db, zone);
  const own = new Map<string, Truths>();
  const wanted = new Map<string, RowClause | BesideClause>();
  for (const clause of clauses) {
    if (!isByRow(clause) && !isBeside(clause)) continue;
    const key = keyOf(clause, frame);
    const truths = read.get(key);
    if (truths) own.set(key, truths);
    else wanted.set(key, clause);
  }
  if (read.size + wanted.size > MOST_KEPT) read.clear();
  const put = (clause: Clause, truths: Truths) => {
    const key = keyOf(clause, frame);
    own.set(key, truths);
    read.set(key, truths);
  };
  const rows = [...wanted.values()].filter(isByRow);
  if (rows.length > 0)
    for (const one of await readRows(db, everybody, rows, frame)) put(one.clause, one.truths);
  const beside = [...wanted.values()].filter(isBeside);
  if (beside.length === 0) return own;
  const root = await mergedRoots(db);
  for (const clause of beside) {
    const truths = new Uint8Array(everybody.ids.length);
    for (const id of new Set(await idsOf(db, clause, frame))) {
      const place = everybody.placeOf(root(id));
      if (place >= 0) truths[place] = YES;
    }
    put(clause, truths);
  }
  return own;
}

const isByRow = (clause: Clause): clause is RowClause => (BY_ROW as readonly string[]).includes(clause.ask);
const isBeside = (clause: Clause): clause is BesideClause =>
  (BESIDE as readonly string[]).includes(clause.ask);

/** Of whom rows beside the contact speak; whether they are wanted or not is for the clause to say. */
async function idsOf(db: Database, clause: BesideClause, frame: Frame): Promise<string[]> {
  if (clause.ask === 'company') return ofCompany(db, clause);
  if (clause.ask === 'answer') return whoAnswered(db, clause, frame);
  if (clause.ask === 'deal') return withDeal(db, clause, frame);
  return withOpenCase(db);
}

/** Asks clauses that only rows of contacts tell, all in one reading of them. */
async function readRows(
  db: Database,
  everybody: Everybody,
  clauses: RowClause[],
  frame: Frame,
): Promise<{ clause: RowClause; truths: Truths }[]> {
  const asked = clauses.map((clause) => ({ clause, truths: new Uint8Array(everybody.ids.length) }));
  await eachContact(db, (contact) => {
    const place = everybody.placeOf(contact.id);
    if (place < 0) return;
    const subject = { contact } as Subject;
    for (const { clause, truths } of asked) {
      const answer = CLAUSES[clause.ask] as (...given: [Clause, Subject, Frame]) => { holds: boolean };
      if (answer(clause, subject, frame).holds) truths[place] = YES;
    }
  });
  return asked;
}

/** Names a clause of a day among those that were read. */
export const keyOf = (clause: Clause, { today }: Frame) => `${today} ${JSON.stringify(clause)}`;
