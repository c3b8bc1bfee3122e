import { type OwnPromise, PARAMS, type Param, type Params } from '@/lib/insight/measure-params';
import type { Database } from './database';
import { startsOf } from './page-parts';
import { cut, pagesOf } from './paged';

/** A page as stored: of each contact its parameters, one behind the other in the order of `PARAMS`. */
export interface MeasurePage {
  from: string;
  /** Joined by line feeds. */
  ids: string;
  params: Int32Array;
  /** How many promises each contact has, and of each the day on which it is due and the minute at which it was done. */
  promised: Int32Array;
  promises: Int32Array;
  /** How many days of a calendar each contact has, and these, see `datesIn`. */
  dated: Int32Array;
  dates: Int32Array;
}

/** One contact of a page. */
export interface MeasureRow {
  id: string;
  params: Params;
  promises: OwnPromise[];
  dates: readonly number[];
}

/** What becomes of a contact's parameters; null: it is in no list any more. */
export type MeasureChange = {
  params: Partial<Params>;
  promises?: OwnPromise[];
  dates?: readonly number[];
} | null;

export const WIDTH = PARAMS.length;
/** Where each parameter stands among those of a contact. */
export const PLACE_OF = Object.fromEntries(PARAMS.map((name, n) => [name, n])) as Params;
const NONE = -(2 ** 31);
const WEIGHT = {
  of: (row: MeasureRow) => WIDTH + 2 * row.promises.length + row.dates.length,
  full: 12_000,
  most: 15_000,
};

/** Writes what became of parameters, by contact. Answers which pages were written or taken away. */
export async function writeMeasures(db: Database, changes: Map<string, MeasureChange>): Promise<string[]> {
  if (changes.size === 0) return [];
  const written: MeasurePage[] = [];
  const emptied: string[] = [];
  for (const { from, page, ids } of await pagesOf<MeasurePage>(db, 'measures', [...changes.keys()])) {
    const rows = new Map((page ? measureRows(page) : []).map((row) => [row.id, row]));
    for (const id of ids) {
      const change = changes.get(id);
      const known = rows.get(id) ?? { id, params: noParams(), promises: [], dates: [] };
      if (!change) rows.delete(id);
      else {
        const params = { ...known.params, ...change.params };
        const { promises = known.promises, dates = known.dates } = change;
        rows.set(id, { id, params, promises, dates });
      }
    }
    if (rows.size === 0) emptied.push(from);
    else {
      const sorted = [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      written.push(...cut(from, sorted, WEIGHT).map((one) => pack(one.from, one.rows)));
    }
  }
  await db.measures.bulkDelete(emptied);
  await db.measures.bulkPut(written);
  return [...emptied, ...written.map(({ from }) => from)];
}

function noParams(): Params {
  return Object.fromEntries(PARAMS.map((name) => [name, 0])) as Params;
}

function pack(from: string, rows: MeasureRow[]): MeasurePage {
  return {
    from,
    ids: rows.map((row) => row.id).join('\n'),
    params: Int32Array.from(rows.flatMap(({ params }) => PARAMS.map((name) => params[name]))),
    promised: Int32Array.from(rows, (row) => row.promises.length),
    promises: Int32Array.from(
      rows.flatMap((row) => row.promises.flatMap(({ due, done }) => [due ?? NONE, done ?? NONE])),
    ),
    dated: Int32Array.from(rows, (row) => row.dates.length),
    dates: Int32Array.from(rows.flatMap((row) => row.dates)),
  };
}

/** The contacts of a page with their parameters. */
export const measureRows = (page: MeasurePage): MeasureRow[] => measureRowsOf(page, null);

/** The same of some of them; null: all. */
export function measureRowsOf(page: MeasurePage, wanted: ReadonlySet<string> | null): MeasureRow[] {
  let [start, first] = [0, 0];
  return page.ids.split('\n').flatMap((id, at): MeasureRow[] => {
    if (wanted && !wanted.has(id)) {
      start += page.promised[at]!;
      first += page.dated[at]!;
      return [];
    }
    const params = Object.fromEntries(
      PARAMS.map((name, n) => [name, page.params[at * WIDTH + n]!]),
    ) as Params;
    const promises = promisesIn(page.promises, start, page.promised[at]!);
    start += promises.length;
    const dates = [...page.dates.subarray(first, first + page.dated[at]!)];
    first += dates.length;
    return [{ id, params, promises, dates }];
  });
}

function promisesIn(packed: Int32Array, start: number, count: number): OwnPromise[] {
  const known = (number: number) => (number === NONE ? null : number);
  return Array.from({ length: count }, (_, n) => ({
    due: known(packed[2 * (start + n)]!),
    done: known(packed[2 * (start + n) + 1]!),
  }));
}

/** Parameters of many contacts, one behind the other in the order of their ids. */
export interface JoinedParams {
  count: number;
  of(at: number, name: Param): number;
  promises(at: number): OwnPromise[];
  /** Days of a calendar, see `datesIn`. */
  dates(at: number): Int32Array;
  /** The same as they are packed. */
  packed(at: number): { params: Int32Array; promises: Int32Array };
}

/** Whether two say the same of a contact. */
export function sameParams(one: JoinedParams, at: number, other: JoinedParams, place: number): boolean {
  const [a, b] = [one.packed(at), other.packed(place)];
  return (
    sameNumbers(a.params, b.params) &&
    sameNumbers(a.promises, b.promises) &&
    sameNumbers(one.dates(at), other.dates(place))
  );
}

function sameNumbers(one: Int32Array, other: Int32Array): boolean {
  return one.length === other.length && one.every((number, at) => number === other[at]);
}

const joined = new WeakMap<readonly MeasurePage[], JoinedParams>();

/** The same object for the same pages: a talk changes none of them. */
export function joinedParams(pages: readonly MeasurePage[]): JoinedParams {
  const before = joined.get(pages);
  const params = before ?? join(pages);
  joined.set(pages, params);
  return params;
}

function join(pages: readonly MeasurePage[]): JoinedParams {
  const params = joinedNumbers(pages.map((page) => page.params));
  const promised = joinedNumbers(pages.map((page) => page.promised));
  const promises = joinedNumbers(pages.map((page) => page.promises));
  const dates = joinedNumbers(pages.map((page) => page.dates));
  const starts = startsOf(promised);
  const firsts = startsOf(joinedNumbers(pages.map((page) => page.dated)));
  return {
    count: promised.length,
    of: (at, name) => params[at * WIDTH + PLACE_OF[name]]!,
    promises: (at) => (promised[at] === 0 ? [] : promisesIn(promises, starts[at]!, promised[at]!)),
    dates: (at) => dates.subarray(firsts[at]!, firsts[at + 1]!),
    packed: (at) => ({
      params: params.subarray(at * WIDTH, (at + 1) * WIDTH),
      promises: promises.subarray(2 * starts[at]!, 2 * starts[at + 1]!),
    }),
  };
}

function joinedNumbers(parts: Int32Array[]): Int32Array {
  const all = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let start = 0;
  for (const part of parts) {
    all.set(part, start);
    start += part.length;
  }
  return all;
}
