import type { Columns } from './columns';
import { ofPage } from './page-parts';

/** Pages of `columns` in memory: what a question asks of them, and what the list does besides. */

/** What the list alone stands in order by, of a page. */
export type Sorting = Pick<Columns, 'from' | 'names' | 'companies' | 'added' | 'last' | 'next'>;

/** What questions over all contacts are answered from, of a page: half of its weight. */
export type Told = Omit<Columns, 'names' | 'companies' | 'last' | 'next'>;

export const sortingOf = ({ from, names, companies, added, last, next }: Columns): Sorting => ({
  from,
  names,
  companies,
  added,
  last,
  next,
});

export const toldOf = ({ from, ids, tags, marks, traits, added }: Columns): Told => ({
  from,
  ids,
  tags,
  marks,
  traits,
  added,
});

const linesOf = {
  names: ofPage(({ names }: Sorting) => names.split('\n')),
  companies: ofPage(({ companies }: Sorting) => companies.split('\n')),
};

/** Columns of all pages one behind the other: what stands in one place belongs together. */
export function textsOf(pages: readonly Sorting[], column: 'names' | 'companies'): string[] {
  return pages.flatMap(linesOf[column]);
}

export function numbersOf(pages: readonly Sorting[], column: 'added' | 'last' | 'next'): Float64Array {
  return joinInto(
    Float64Array,
    pages.map((page) => page[column]),
  );
}

export function allMarks(pages: readonly Told[]): Uint8Array {
  return joinInto(
    Uint8Array,
    pages.map(({ marks }) => marks),
  );
}

export function allTraits(pages: readonly Told[]): Uint32Array {
  return joinInto(
    Uint32Array,
    pages.map(({ traits }) => traits),
  );
}

function joinInto<T extends Float64Array | Uint32Array | Uint8Array>(
  kind: new (size: number) => T,
  parts: readonly T[],
): T {
  const all = new kind(parts.reduce((sum, part) => sum + part.length, 0));
  let start = 0;
  for (const part of parts) {
    all.set(part, start);
    start += part.length;
  }
  return all;
}
