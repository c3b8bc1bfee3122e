/**
 * Pages as an image stores them: each column of all pages in one piece. A browser hands over a few large arrays in the time of their weight,
 * and a thousand small ones in three times that; numbers that fit into fewer bytes weigh less, and a place that is 0 everywhere nothing.
 */

type Numbers = Uint8Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

/** How numbers stand in a page. Others are kept as they are. */
const WHOLE = { Int32Array, Uint32Array } as const;
/** What they are kept as where all of them fit, the narrowest first. */
const NARROW = [
  { kind: Uint8Array, most: 2 ** 8 - 1 },
  { kind: Uint16Array, most: 2 ** 16 - 1 },
] as const;

/** A column of all pages. */
type Column = {
  /** How much of it each page has, in characters or numbers. */
  sizes: Uint32Array;
} & (
  | { text: string }
  | { numbers: Numbers }
  /** Numbers that are told apart by their place in each row of so many; null: all of that place are 0. */
  | { as: keyof typeof WHOLE; places: (Numbers | null)[] }
  /** Nothing that stands in one piece. */
  | { each: unknown[] }
);

export interface ImageColumns {
  /** How many pages there are. */
  count: number;
  columns: Record<string, Column>;
}

/** @param widths columns of rows, by name: so many numbers one behind the other are one row */
export function joinPages(
  pages: readonly object[],
  widths: Readonly<Record<string, number>> = {},
): ImageColumns {
  const names = Object.keys(pages[0] ?? {});
  const columns = names.map((name) => {
    const parts = pages.map((page) => (page as Record<string, unknown>)[name]);
    return [name, joined(parts, widths[name] ?? 1)] as const;
  });
  return { count: pages.length, columns: Object.fromEntries(columns) };
}

/** The pages again. Their arrays are parts of those of the image: nobody writes into them, nor stores them. */
export function splitPages<P extends object>({ count, columns }: ImageColumns): P[] {
  const pages = Array.from({ length: count }, () => ({}) as Record<string, unknown>);
  for (const [name, column] of Object.entries(columns)) {
    const part = partOf(column);
    let start = 0;
    for (let at = 0; at < count; at += 1) {
      const end = start + column.sizes[at]!;
      pages[at]![name] = part(start, end);
      start = end;
    }
  }
  return pages as P[];
}

function partOf(column: Column): (start: number, end: number) => unknown {
  if ('text' in column) return (start, end) => column.text.slice(start, end);
  if ('each' in column) return (start) => column.each[start];
  const all = 'numbers' in column ? column.numbers : widened(column);
  return (start, end) => all.subarray(start, end);
}

function joined(parts: readonly unknown[], width: number): Column {
  if (parts.every((part) => typeof part === 'string')) return { sizes: sizesOf(parts), text: parts.join('') };
  if (!parts.every(isNumbers)) return { sizes: sizesOf(parts.map(() => [0])), each: [...parts] };
  const [sizes, all] = [sizesOf(parts), inOnePiece(parts)];
  const as = (Object.keys(WHOLE) as (keyof typeof WHOLE)[]).find((name) => all instanceof WHOLE[name]);
  return as ? { sizes, as, places: placesOf(all, width) } : { sizes, numbers: all };
}

const isNumbers = (part: unknown): part is Numbers => ArrayBuffer.isView(part);

function sizesOf(parts: readonly { length: number }[]): Uint32Array {
  return Uint32Array.from(parts, ({ length }) => length);
}

function inOnePiece(parts: readonly Numbers[]): Numbers {
  const Kind = parts[0]!.constructor as new (size: number) => Numbers;
  const all = new Kind(parts.reduce((sum, part) => sum + part.length, 0));
  let start = 0;
  for (const part of parts) {
    all.set(part, start);
    start += part.length;
  }
  return all;
}

function placesOf(all: Numbers, width: number): (Numbers | null)[] {
  const rows = all.length / width;
  return Array.from({ length: width }, (_, place) => {
    const Kind = all.constructor as new (size: number) => Numbers;
    const own = new Kind(rows);
    let [low, high] = [0, 0];
    for (let row = 0; row < rows; row += 1) {
      const value = all[row * width + place]!;
      own[row] = value;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (low === 0 && high === 0) return null;
    const narrow = low === 0 && NARROW.find(({ most }) => high <= most);
    return narrow ? narrow.kind.from(own) : own;
  });
}

function widened({ as, places, sizes }: Extract<Column, { as: unknown }>): Numbers {
  const [only] = places;
  if (places.length === 1 && only) return only instanceof WHOLE[as] ? only : new WHOLE[as](only);
  const all = new WHOLE[as](sizes.reduce((sum, size) => sum + size, 0));
  for (const [place, own] of places.entries())
    if (own)
      for (let row = 0, at = place; row < own.length; row += 1, at += places.length) all[at] = own[row]!;
  return all;
}
