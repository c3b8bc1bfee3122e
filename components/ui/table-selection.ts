/** The rows that are chosen, by their keys. */
export type Selection = ReadonlySet<string>;

/** The selection with one row in or out. */
export function withRow(selection: Selection, key: string, chosen: boolean): Selection {
  const next = new Set(selection);
  if (chosen) next.add(key);
  else next.delete(key);
  return next;
}

/** The selection with every row between two, both included, in or out. Rows that are not listed change nothing. */
export function withRange(
  selection: Selection,
  keys: readonly string[],
  from: string,
  to: string,
  chosen: boolean,
): Selection {
  const ends = [keys.indexOf(from), keys.indexOf(to)];
  const first = Math.min(...ends);
  if (first < 0) return withRow(selection, to, chosen);
  const next = new Set(selection);
  for (const key of keys.slice(first, Math.max(...ends) + 1)) {
    if (chosen) next.add(key);
    else next.delete(key);
  }
  return next;
}

/** How much of the listed rows is chosen: what the box in the head of a table shows. */
export function extent(selection: Selection, keys: readonly string[]): 'none' | 'some' | 'all' {
  if (selection.size === 0 || keys.length === 0) return 'none';
  if (selection.size >= keys.length && keys.every((key) => selection.has(key))) return 'all';
  return keys.some((key) => selection.has(key)) ? 'some' : 'none';
}
