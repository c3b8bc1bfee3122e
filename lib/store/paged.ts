import type { EntityTable } from 'dexie';
import type { Database } from './database';
import { endsOf } from './ends-of';

/** Tables of which a row is a page: a few hundred contacts in the order of their ids. */

export type PageTable = 'columns' | 'events' | 'measures' | 'facts';

/** Contacts of a full page. More than 64 kB of one row would be put into a file of its own by the browser. */
export const FULL = 256;
export const MOST = 384;
/** So many are looked for one by one; of more the beginnings of all pages between them are read. */
const FEW = 4;

/** A page that contacts stand in, or are to. */
export interface PageOf<P> {
  /** Ids of this page are not below it, and below that of the next page; the first page begins with ''. */
  from: string;
  page: P | undefined;
  ids: string[];
}

/** The pages of these contacts, each with its own of them. */
export async function pagesOf<P extends { from: string }>(
  db: Database,
  table: PageTable,
  ids: string[],
): Promise<PageOf<P>[]> {
  const pages = db.table(table) as unknown as EntityTable<P, 'from'>;
  if (ids.length === 1) {
    const [page] = await pages.where('from').belowOrEqual(ids[0]!).reverse().limit(1).toArray();
    return [{ from: page?.from ?? '', page, ids }];
  }
  const before = async (id: string) =>
    (await pages.where('from').belowOrEqual(id).reverse().limit(1).primaryKeys())[0] as string | undefined;
  // Between the first and the last of them: whoever goes through everybody part by part meets the beginning of each page once.
  const between = async (first: string, last: string) => {
    const low = (await before(first)) ?? '';
    return (await pages.where('from').between(low, last, true, true).primaryKeys()) as string[];
  };
  const known = await (ids.length > FEW
    ? between(...endsOf(ids))
    : Promise.all(ids.map(before)).then((found) => found.flatMap((from) => from ?? []).sort()));
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const from = lastUpTo(known, id) ?? '';
    const group = groups.get(from);
    if (group) group.push(id);
    else groups.set(from, [id]);
  }
  const found = await db.table(table).bulkGet([...groups.keys()]);
  return [...groups].map(([from, own], at) => ({ from, page: found[at], ids: own }));
}

/** The last of sorted texts that is not above this one. */
export function lastUpTo(sorted: string[], text: string): string | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= text) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}

/** Rows in the order of their ids, cut into pages that hold no more than is good for one; the first begins with `from`. */
export function cut<R extends { id: string }>(
  from: string,
  rows: R[],
  weight: { of(row: R): number; full: number; most: number },
): { from: string; rows: R[] }[] {
  const heavy = rows.reduce((sum, row) => sum + weight.of(row), 0) > weight.most;
  if (rows.length <= MOST && !heavy) return [{ from, rows }];
  const pages: { from: string; rows: R[] }[] = [];
  let filled = 0;
  for (const row of rows) {
    const last = pages.at(-1);
    if (last && last.rows.length < FULL && filled + weight.of(row) <= weight.full) last.rows.push(row);
    else {
      pages.push({ from: last ? row.id : from, rows: [row] });
      filled = 0;
    }
    filled += weight.of(row);
  }
  return pages;
}
