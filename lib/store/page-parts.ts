import type { PageTable } from './paged';

/** What is made of packed pages in memory. */

/** What is made of each page once. */
export function ofPage<P extends object, T>(make: (page: P) => T): (page: P) => T {
  const known = new WeakMap<P, { made: T }>();
  return (page) => {
    const before = known.get(page);
    if (before) return before.made;
    const made = make(page);
    known.set(page, { made });
    return made;
  };
}

/** Ids of the contacts of a page. */
export const idsOf: (page: { ids: string }) => string[] = ofPage(({ ids }) =>
  ids === '' ? [] : ids.split('\n'),
);

/**
 * By contact of these pages its place among those of other pages; -1 where its page is another now.
 * @param count contacts of a page
 */
export function placesBefore<P extends object>(
  before: readonly P[],
  now: readonly P[],
  count: (page: P) => number,
): Int32Array {
  const starts = new Map<P, number>();
  let start = 0;
  for (const page of before) {
    starts.set(page, start);
    start += count(page);
  }
  const places = new Int32Array(now.reduce((sum, page) => sum + count(page), 0)).fill(-1);
  let at = 0;
  for (const page of now) {
    const [from, size] = [starts.get(page), count(page)];
    if (from !== undefined) for (let n = 0; n < size; n += 1) places[at + n] = from + n;
    at += size;
  }
  return places;
}

/** Where what so many of each begin, and where the last ends. */
export function startsOf(counts: Int32Array): Int32Array {
  const starts = new Int32Array(counts.length + 1);
  for (let at = 0; at < counts.length; at += 1) starts[at + 1] = starts[at]! + counts[at]!;
  return starts;
}

/** The place of an id among sorted ones; -1 where it is none of them. */
export function placeIn(ids: readonly string[], id: string): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ids[middle]! < id) low = middle + 1;
    else high = middle;
  }
  return ids[low] === id ? low : -1;
}

interface Joined {
  texts: string[];
  /** All of them. The ids are parts of it, so that it is there anyway. */
  text: string;
  ids: string[];
}

const joinedLast = new WeakMap<object, Map<string, Joined>>();

/**
 * Ids of all contacts of pages. The same array as the last of any table of this database that holds the same contacts: the arrays need not be
 * compared then.
 */
export function allIds(db: object, table: PageTable, pages: readonly { ids: string }[]): string[] {
  const last = joinedLast.get(db) ?? new Map<string, Joined>();
  joinedLast.set(db, last);
  const texts = pages.map((page) => page.ids);
  const isAlike = (one: Joined) =>
    one.texts.length === texts.length && texts.every((text, at) => text === one.texts[at]);
  const alike = [...last.values()].find(isAlike);
  if (alike) {
    last.set(table, alike);
    return alike.ids;
  }
  // A table may differ from another in where its pages end, and hardly ever does in whom they hold.
  const text = texts.join('\n');
  const same = [...last.values()].find((one) => one.text === text);
  const ids = same?.ids ?? (text === '' ? [] : text.split('\n'));
  last.set(table, { texts, text: same?.text ?? text, ids });
  return ids;
}
