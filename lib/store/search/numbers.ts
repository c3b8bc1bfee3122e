import type { Database } from '../database';
import { placeOf } from './blocks';

/** Numbers of documents. A document keeps its number for good, also while it is deleted; one that was erased leaves a gap, unless it was the last. */

/** Ids of documents by their numbers, `PAGE` of them, joined by line feeds; '' for one that was erased. */
export interface Names {
  page: number;
  ids: string;
}

/** Numbers by ids: those of this page are not below `from`, and below that of the next. Whatever is below all of them belongs to ''. */
export interface Ids {
  from: string;
  ids: string;
  numbers: Uint32Array<ArrayBuffer>;
}

const PAGE = 128;
/** Ids of a full page of the other kind. */
const FULL = 384;
const MOST = 512;
/** So many are looked for one by one; of more the beginnings of all pages are read. */
const FEW = 4;

interface Found {
  from: string;
  page: Ids | undefined;
  own: string[];
}

/** Numbers of the documents that have one. */
export async function numbersOf(db: Database, ids: string[]): Promise<Map<string, number>> {
  return numbersIn(await pagesOf(db, ids));
}

/** Numbers of these documents; who has none gets the next. `known` are those that had one. */
export async function numbered(
  db: Database,
  ids: string[],
): Promise<{ numbers: Map<string, number>; known: ReadonlySet<string> }> {
  const pages = await pagesOf(db, ids);
  const numbers = numbersIn(pages);
  const known = new Set(numbers.keys());
  const fresh = [...new Set(ids)].filter((id) => !known.has(id));
  if (fresh.length === 0) return { numbers, known };
  const last = (await db.searchNames.orderBy('page').last()) ?? { page: 0, ids: '' };
  const open = last.ids === '' ? [] : last.ids.split('\n');
  const first = last.page * PAGE + open.length;
  for (const [at, id] of fresh.entries()) numbers.set(id, first + at);
  const all = [...open, ...fresh];
  const written: Names[] = [];
  for (let at = 0; at < all.length; at += PAGE) {
    written.push({ page: last.page + at / PAGE, ids: all.slice(at, at + PAGE).join('\n') });
  }
  await db.searchNames.bulkPut(written);
  await db.searchIds.bulkPut(pages.flatMap((found) => withFresh(found, numbers, known)));
  return { numbers, known };
}

function numbersIn(pages: Found[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { page, own } of pages) {
    if (!page) continue;
    const ids = page.ids.split('\n');
    for (const id of own) {
      const at = placeOf(ids, id);
      if (ids[at] === id) numbers.set(id, page.numbers[at]!);
    }
  }
  return numbers;
}

function withFresh(
  { from, page, own }: Found,
  numbers: Map<string, number>,
  known: ReadonlySet<string>,
): Ids[] {
  const fresh = own.filter((id) => !known.has(id));
  if (fresh.length === 0) return [];
  const before = page?.ids.split('\n') ?? [];
  const all = new Map(before.map((id, at) => [id, page!.numbers[at]!]));
  for (const id of fresh) all.set(id, numbers.get(id)!);
  const ids = [...all.keys()].sort();
  const pages: Ids[] = [];
  for (let start = 0; start < ids.length; ) {
    const end = ids.length - start > MOST ? start + FULL : ids.length;
    const part = ids.slice(start, end);
    pages.push({
      from: start === 0 ? from : part[0]!,
      ids: part.join('\n'),
      numbers: Uint32Array.from(part, (id) => all.get(id)!),
    });
    start = end;
  }
  return pages;
}

async function pagesOf(db: Database, given: string[]): Promise<Found[]> {
  const ids = [...new Set(given)];
  const starts = await (ids.length > FEW
    ? db.searchIds.toCollection().primaryKeys()
    : Promise.all(
        ids.map((id) => db.searchIds.where('from').belowOrEqual(id).reverse().limit(1).primaryKeys()),
      ).then((found) => [...new Set(found.flat())].sort()));
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const at = placeOf(starts, id);
    const from = (starts[at] === id ? id : starts[at - 1]) ?? '';
    const group = groups.get(from);
    if (group) group.push(id);
    else groups.set(from, [id]);
  }
  const pages = await db.searchIds.bulkGet([...groups.keys()]);
  return [...groups].map(([from, own], at) => ({ from, page: pages[at], own }));
}

/** Ids of documents; undefined for one that was erased. */
export async function idsOf(db: Database, numbers: readonly number[]): Promise<(string | undefined)[]> {
  const wanted = [...new Set(numbers.map((number) => Math.floor(number / PAGE)))];
  const found = await db.searchNames.bulkGet(wanted);
  const pages = new Map(found.map((row, at) => [wanted[at]!, row?.ids.split('\n') ?? []]));
  return numbers.map((number) => pages.get(Math.floor(number / PAGE))?.[number % PAGE] || undefined);
}

/** Forgets the ids of erased documents, and answers their numbers: nothing may be left under these, for the last may be given again. */
export async function forgetNumbers(db: Database, ids: string[]): Promise<number[]> {
  const pages = await pagesOf(db, ids);
  const numbers = numbersIn(pages);
  const gone = [...numbers.values()];
  for (const { from, page, own } of pages) {
    if (!page) continue;
    const left = page.ids
      .split('\n')
      .flatMap((id, at) => (own.includes(id) ? [] : [[id, page.numbers[at]!] as const]));
    if (left.length === 0) await db.searchIds.delete(from);
    else {
      const row = { from, ids: left.map(([id]) => id).join('\n') };
      await db.searchIds.put({ ...row, numbers: Uint32Array.from(left, ([, number]) => number) });
    }
  }
  for (const number of gone) {
    const row = await db.searchNames.get(Math.floor(number / PAGE));
    if (!row) continue;
    const own = row.ids.split('\n');
    own[number % PAGE] = '';
    await db.searchNames.put({ ...row, ids: own.join('\n') });
  }
  return gone;
}
