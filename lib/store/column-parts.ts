import { minutesOf } from '@/lib/insight/events';
import type { Columns } from './columns';
import { ofPage } from './page-parts';

/** Pages of `columns` in memory: what a question asks of them, and what the list does besides. */

/** What the list alone stands in order by, of a page. */
export type Sorting = Pick<Columns, 'from' | 'names' | 'companies' | 'added' | 'last' | 'next'>;

/** What questions over all contacts are answered from, of a page: a third of its weight, and nothing that is to be taken apart before. */
export interface Told extends Pick<Columns, 'from' | 'ids' | 'marks' | 'traits'> {
  /** When each contact was added, in minutes since 1970. */
  added: Int32Array;
  /** Tags of the page, joined by spaces. */
  tagIds: string;
  /** How many tags each contact has, and these, as places in `tagIds`. */
  tagged: Uint32Array;
  tags: Uint32Array;
}

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
  marks,
  traits,
  added: Int32Array.from(added, minutesOf),
  ...taggings(tags, marks.length),
});

const [LINE, SPACE, ZERO] = [10, 32, 48];

/** Taggings of a page. Read character by character: taken apart as texts they would last five times as long. */
function taggings(text: string, people: number): Pick<Told, 'tagIds' | 'tagged' | 'tags'> {
  const end = text.indexOf('\n');
  const tagged = new Uint32Array(people);
  // A place is a digit at least, and has a character behind it.
  const tags = new Uint32Array((text.length - end) >> 1);
  let [person, place, size] = [0, -1, 0];
  for (let at = end + 1; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : LINE;
    if (code !== LINE && code !== SPACE) {
      place = (place < 0 ? 0 : place * 10) + code - ZERO;
      continue;
    }
    if (place >= 0) {
      tags[size] = place;
      size += 1;
      tagged[person]! += 1;
    }
    place = -1;
    if (code === LINE) person += 1;
  }
  return { tagIds: text.slice(0, end), tagged, tags: tags.slice(0, size) };
}

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

export function allMarks(pages: readonly Pick<Told, 'marks'>[]): Uint8Array {
  return joinInto(
    Uint8Array,
    pages.map(({ marks }) => marks),
  );
}

export function allTraits(pages: readonly Pick<Told, 'traits'>[]): Uint32Array {
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
