import { numbersOf, type Sorting, textsOf } from './column-parts';
import type { Database } from './database';
import { placesBefore } from './page-parts';

/** By what contacts stand in order. */
export type OrderedBy = 'name' | 'company' | 'added' | 'last' | 'next';

interface Ordered {
  pages: readonly Sorting[];
  /** Places of all, in ascending order; equal ones by id, as they stand. */
  order: Uint32Array;
}

const known = new WeakMap<Database, Partial<Record<OrderedBy, Ordered>>>();

type Compare = (a: number, b: number) => number;

/** Says which of two places of these pages comes first. */
function comparing(pages: readonly Sorting[], by: OrderedBy): Compare {
  if (by === 'name' || by === 'company') {
    const texts = textsOf(pages, by === 'name' ? 'names' : 'companies');
    return (a, b) => (texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : a - b);
  }
  const numbers = numbersOf(pages, by);
  return (a, b) => numbers[a]! - numbers[b]! || a - b;
}

/** All places in order. What was ordered before is kept: after a command those of the pages that it wrote are put in anew. */
export function allInOrder(db: Database, pages: readonly Sorting[], by: OrderedBy): Uint32Array {
  const orders = known.get(db) ?? {};
  known.set(db, orders);
  const before = orders[by];
  if (before?.pages === pages) return before.order;
  const compare = comparing(pages, by);
  const count = (page: Sorting) => page.added.length;
  const places = before ? placesBefore(before.pages, pages, count) : null;
  const order =
    before && places
      ? putIn(before.order, places, compare)
      : everyPlace(pages.reduce((sum, page) => sum + count(page), 0)).sort(compare);
  orders[by] = { pages, order };
  return order;
}

/** The places below a number. In a loop: the first page of the workspace waits for it, and an iterator takes three times as long. */
function everyPlace(count: number): Uint32Array {
  const places = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) places[at] = at;
  return places;
}

/** @param places by place the place before; -1 for one that is to be put in */
function putIn(before: Uint32Array, places: Int32Array, compare: Compare): Uint32Array {
  const now = new Int32Array(before.length).fill(-1);
  const fresh: number[] = [];
  for (const [at, place] of places.entries()) {
    if (place < 0) fresh.push(at);
    else now[place] = at;
  }
  const kept = Int32Array.from(before, (place) => now[place]!).filter((at) => at >= 0);
  fresh.sort(compare);
  const order = new Uint32Array(places.length);
  let [from, written] = [0, 0];
  for (const one of fresh) {
    const to = firstBehind(kept, one, from, compare);
    order.set(kept.subarray(from, to), written);
    written += to - from;
    order[written] = one;
    written += 1;
    from = to;
  }
  order.set(kept.subarray(from), written);
  return order;
}

function firstBehind(sorted: Int32Array, one: number, from: number, compare: Compare): number {
  let [low, high] = [from, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(sorted[middle]!, one) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** These places in order: of all what was ordered before tells, of few they are compared. */
export function inOrder(
  db: Database,
  pages: readonly Sorting[],
  by: OrderedBy,
  places: Uint32Array,
): Uint32Array {
  const size = pages.reduce((sum, page) => sum + page.added.length, 0);
  if (places.length === size) return allInOrder(db, pages, by);
  if (places.length * 8 < size) return places.sort(comparing(pages, by));
  const wanted = new Uint8Array(size);
  for (const at of places) wanted[at] = 1;
  return allInOrder(db, pages, by).filter((at) => wanted[at] === 1);
}
