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
    const from = starts.get(page);
    if (from !== undefined) for (let n = 0; n < count(page); n += 1) places[at + n] = from + n;
    at += count(page);
  }
  return places;
}
