import type { Database } from './database';

/**
 * What was written of the packed pages lately, so that who holds them in memory, or as an image, reads only these anew. One short row of
 * `meta`, written by the transaction that writes the pages.
 */

/** Row of `meta`. */
const KEY = 'pages';
/** More keys than these are not remembered: all is read then. */
const MOST = 400;

const NAMES = ['columns', 'events', 'measures', 'facts', 'contacts'] as const;
type Name = (typeof NAMES)[number];
/** Pages go by their first id; contacts whose rows were written, by their own. */
export type TouchedPages = Record<Name, readonly string[]>;

/** A state of the pages. */
export interface PageState {
  /** Another one is another store, or one that was filled anew. */
  era: string;
  /** Grows with each transaction that writes pages. */
  n: number;
}

export interface PageLog extends PageState {
  /** What was written behind this state stands in `written`. */
  since: number;
  /** Keys, each with the state with which it was written last. */
  written: Record<Name, Map<string, number>>;
}

/** Reads it, inside a transaction that reads `meta`; null before there is one. */
export async function pageLog(db: Database): Promise<PageLog | null> {
  const row = await db.meta.get(KEY);
  if (!row) return null;
  const { written, ...log } = JSON.parse(String(row.value)) as PageLog & {
    written: Record<Name, [string, number][]>;
  };
  return { ...log, written: ofNames((name) => new Map(written[name])) };
}

/** What was written since a state; null: it cannot be told. */
export function touchedSince(log: PageLog | null, before: PageState): TouchedPages | null {
  if (!log || log.era !== before.era || before.n < log.since || before.n > log.n) return null;
  return ofNames((name) => [...log.written[name]].flatMap(([key, n]) => (n > before.n ? [key] : [])));
}

/** Notes what a transaction wrote, inside it. */
export async function notePages(db: Database, touched: Partial<TouchedPages>): Promise<void> {
  if (NAMES.every((name) => !touched[name]?.length)) return;
  const log = await pageLog(db);
  if (!log) return forgetPages(db);
  log.n += 1;
  for (const name of NAMES) for (const key of touched[name] ?? []) log.written[name].set(key, log.n);
  const states = NAMES.flatMap((name) => [...log.written[name].values()]);
  if (states.length > MOST) {
    // Half of them go at once, and not one with each command.
    log.since = states.sort((a, b) => a - b)[states.length - MOST / 2]!;
    for (const name of NAMES)
      for (const [key, n] of log.written[name]) if (n <= log.since) log.written[name].delete(key);
  }
  await put(db, log);
}

/** Has all pages read again by whoever holds them, inside a transaction: they are filled anew, or somebody is to leave no trace. */
export async function forgetPages(db: Database): Promise<void> {
  await db.pageImages.clear();
  await put(db, { era: crypto.randomUUID(), n: 0, since: 0, written: ofNames(() => new Map()) });
}

async function put(db: Database, { written, ...log }: PageLog): Promise<void> {
  const value = JSON.stringify({ ...log, written: ofNames((name) => [...written[name]]) });
  await db.meta.put({ key: KEY, value });
}

function ofNames<T>(of: (name: Name) => T): Record<Name, T> {
  return Object.fromEntries(NAMES.map((name) => [name, of(name)])) as Record<Name, T>;
}
