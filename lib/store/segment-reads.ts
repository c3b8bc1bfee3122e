import type { Clause, Query } from '@/lib/crm/segments';
import { clausesOf, isRing } from '@/lib/insight/query-parts';
import type { Frame } from '@/lib/insight/query-subject';
import type { Database } from './database';
import { rootFinder } from './lookups';
import { type PageLog, pageLog, touchedSince } from './page-log';
import { placesBefore } from './page-parts';
import type { PageTable } from './paged';
import { type Everybody, readEverybody } from './segment-columns';
import { ofCompany, whoAnswered, withDeal, withOpenCase } from './segment-people';
import { holdsFor, isByRow, type RowClause, readRows } from './segment-rows';
import { NO, type Truths, YES } from './segment-truths';

/** What was read of a store for segments: good until something in it changes. */
export interface Kept {
  as: string;
  /** The pages as they were. */
  log: PageLog | null;
  everybody: Everybody;
  /** What clauses came to that no column tells, by the clause and the day. */
  read: Map<string, Read>;
  /** What whole queries came to, by the query and the day. */
  answered: Map<string, Answered>;
  /** What clauses came to that columns tell, by the clause and the day. */
  told: Map<string, Truths>;
}

/** Whom a query found, by place. */
export interface Answered {
  found: Truths;
  count: number;
  unclear: boolean;
}

const MOST_KEPT = 60;
const known = new WeakMap<Database, Kept>();

/** What is known of a store already; where something was written since, of what rows of contacts told only theirs is read anew. */
export async function keptOf(db: Database, zone: string): Promise<Kept> {
  const as = `${zone} ${await stateOf(db)}`;
  const before = known.get(db);
  if (before?.as === as) return before;
  const log = await pageLog(db);
  const everybody = await readEverybody(db, zone, log);
  const read = new Map([...(before?.read ?? [])].filter(([, one]) => one.isOfRows));
  const kept = { as, log, everybody, read, answered: new Map(), told: new Map() };
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

const BESIDE = ['company', 'answer', 'case', 'deal'] as const;
type BesideClause = Of<(typeof BESIDE)[number]>;

/** Tables of packed pages that a query is answered from; without a frame those that it asks itself, whatever the segments do that it names. */
export function pagesFor(query: Query, frame: Frame | null): PageTable[] {
  const asks = new Set(allClauses(query, frame).map(({ ask }) => ask));
  const figures = asks.has('measure') || asks.has('choice');
  const happened = figures || asks.has('count') || asks.has('spend');
  return [
    'columns',
    ...(happened ? (['events'] as const) : []),
    ...(figures ? (['measures'] as const) : []),
    ...(allClauses(query, frame).some(isPackedFact) ? (['facts'] as const) : []),
  ];
}

/** Whether it asks what a field or a way to reach somebody says, and not only whether there is one of these ways. */
const isPackedFact = (clause: Clause) => (clause.ask === 'fact' || clause.ask === 'point') && isByRow(clause);

/** Every clause of a query and of the segments that it names. */
function allClauses(query: Query, frame: Frame | null): Clause[] {
  const clauses: Clause[] = [];
  const seen = new Set<string>();
  const add = (one: Query) => {
    for (const clause of clausesOf(one)) {
      clauses.push(clause);
      if (clause.ask !== 'segment' || seen.has(clause.segmentId)) continue;
      seen.add(clause.segmentId);
      const inner = frame?.segment(clause.segmentId);
      if (frame && inner && !isRing(clause.segmentId, inner, frame.segment)) add(inner);
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
  { everybody, read, log }: Kept,
  { query, frame, now }: { query: Query; frame: Frame; now: number },
): Promise<Map<string, Truths>> {
  const clauses = allClauses(query, frame);
  const asks = new Set(clauses.map(({ ask }) => ask));
  if (asks.has('measure') || asks.has('choice')) await everybody.readMeasures(db, now);
  if (asks.has('count') || asks.has('spend')) await everybody.readEvents(db);
  const own = new Map<string, Truths>();
  const wanted = new Map<string, RowClause | BesideClause>();
  const stale: StaleRows[] = [];
  for (const clause of clauses) {
    if (!isByRow(clause) && !isBeside(clause)) continue;
    const key = keyOf(clause, frame);
    const before = read.get(key);
    if (before && isNow(before, everybody, log)) own.set(key, before.truths);
    else if (before && isByRow(clause)) stale.push({ clause, ...before });
    else wanted.set(key, clause);
  }
  if (read.size + wanted.size > MOST_KEPT) read.clear();
  const put = (clause: Clause, truths: Truths) => {
    const key = keyOf(clause, frame);
    own.set(key, truths);
    read.set(key, { truths, everybody, log, isOfRows: isByRow(clause) });
  };
  // Who is asked of rows is named there.
  if (stale.length > 0 || wanted.size > 0) await everybody.readIds(db);
  for (const one of stale) {
    const truths = await broughtUp(db, one, { everybody, log, frame });
    if (truths) put(one.clause, truths);
    else wanted.set(keyOf(one.clause, frame), one.clause);
  }
  const rows = [...wanted.values()].filter(isByRow);
  if (rows.length > 0)
    for (const one of await readRows(db, everybody, rows, frame)) put(one.clause, one.truths);
  const beside = [...wanted.values()].filter(isBeside);
  if (beside.length === 0) return own;
  const root = await rootFinder(db);
  for (const clause of beside) {
    const truths = new Uint8Array(everybody.size);
    for (const id of new Set(await idsOf(db, clause, frame))) {
      const place = everybody.placeOf(root(id));
      if (place >= 0) truths[place] = YES;
    }
    put(clause, truths);
  }
  return own;
}

const isBeside = (clause: Clause): clause is BesideClause =>
  (BESIDE as readonly string[]).includes(clause.ask);

/** Of whom rows beside the contact speak; whether they are wanted or not is for the clause to say. */
async function idsOf(db: Database, clause: BesideClause, frame: Frame): Promise<string[]> {
  if (clause.ask === 'company') return ofCompany(db, clause);
  if (clause.ask === 'answer') return whoAnswered(db, clause, frame);
  if (clause.ask === 'deal') return withDeal(db, clause, frame);
  return withOpenCase(db);
}

/** What a clause came to when it was read. */
interface Read {
  truths: Truths;
  everybody: Everybody;
  log: PageLog | null;
  /** Rows of contacts told it, each of its own contact. */
  isOfRows: boolean;
}

type StaleRows = Read & { clause: RowClause };

function isNow(read: Read, everybody: Everybody, log: PageLog | null): boolean {
  return read.everybody === everybody && !!log && read.log?.era === log.era && read.log.n === log.n;
}

/** What a clause came to before, with those contacts asked again whose rows were written since; null: it cannot be told who these are. */
async function broughtUp(
  db: Database,
  before: StaleRows,
  { everybody, log, frame }: Pick<Kept, 'everybody' | 'log'> & { frame: Frame },
): Promise<Truths | null> {
  const touched = before.log && touchedSince(log, before.log);
  if (!touched) return null;
  const places = placesBefore(before.everybody.pages, everybody.pages, ({ marks }) => marks.length);
  const truths = new Uint8Array(everybody.size);
  for (const [at, place] of places.entries()) {
    const from = place >= 0 ? place : before.everybody.placeOf(everybody.ids[at]!);
    truths[at] = from >= 0 ? before.truths[from]! : NO;
  }
  for (const row of await db.contacts.bulkGet([...touched.contacts])) {
    const place = row ? everybody.placeOf(row.id) : -1;
    if (row && place >= 0) truths[place] = holdsFor(before.clause, row.body, frame) ? YES : NO;
  }
  return truths;
}

/** Names a clause among those that were read; what rests on the day, of a day. */
export const keyOf = (clause: Clause, { today }: Frame) =>
  `${isByRow(clause) && !restsOnDay(clause) ? '' : today} ${JSON.stringify(clause)}`;

const restsOnDay = (clause: Clause) =>
  clause.ask === 'date' || (clause.ask === 'need' && clause.unconfirmedDays !== undefined);
