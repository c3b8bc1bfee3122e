import type { Contact } from '@/lib/crm/contacts';
import type { Figures } from '@/lib/insight/figures';
import type { Database } from './database';
import { same } from './edits';
import { listKeys } from './keys';
import { FULL, MOST, pagesOf } from './paged';

/**
 * What the table of contacts is ordered and filtered by, packed: a page holds a few hundred contacts in the order of
 * their ids, a column each. A browser needs a second to walk an index of a hundred thousand, and a tenth to read these.
 */

/** One contact of the list. */
export interface Listed {
  id: string;
  name: string;
  company: string;
  kind: string;
  /** Ids of its tags, sorted. */
  tags: string[];
  added: number;
  /** `lastAt` and `nextAt` of its figures. */
  last: number;
  next: number;
  open: number;
}

/** A page as stored: texts of a column are joined by line feeds, which no folded text holds. */
export interface Columns {
  /** Ids of this page are not below it, and below that of the next page; the first page begins with ''. */
  from: string;
  ids: string;
  names: string;
  companies: string;
  kinds: string;
  /** The tags of the page, then for each contact the places of its own among them. */
  tags: string;
  added: number[];
  last: number[];
  next: number[];
  open: number[];
}

/** The contact as listed; figures that are not known to have changed may be left out of an update. */
export function listedOf(body: Contact): Omit<Listed, 'last' | 'next' | 'open'> {
  const { name, company, added, kind, tags } = listKeys(body);
  return { id: body.id, name, company, kind, tags: tags.sort(), added };
}

export function listedFigures({ lastAt, nextAt, open }: Figures): Pick<Listed, 'last' | 'next' | 'open'> {
  return { last: lastAt, next: nextAt, open };
}

/** Writes what became of contacts: new or changed columns by id; null for one that is in no list any more. */
export async function writeListed(db: Database, changes: Map<string, Partial<Listed> | null>): Promise<void> {
  if (changes.size === 0) return;
  const pages = await pagesOf<Columns>(db, 'columns', [...changes.keys()]);
  const written: Columns[] = [];
  const emptied: string[] = [];
  for (const { from, page, ids } of pages) {
    const rows = new Map((page ? unpack(page) : []).map((one) => [one.id, one]));
    let changed = false;
    for (const id of ids) {
      const [before, given] = [rows.get(id), changes.get(id)];
      const after = given && ({ ...before, ...given, id } as Listed);
      if (after) rows.set(id, after);
      else rows.delete(id);
      changed ||= !same(before ?? null, after ?? null);
    }
    if (!changed) continue;
    if (rows.size === 0) emptied.push(from);
    else written.push(...packed(from, [...rows.values()].sort(byId)));
  }
  await db.columns.bulkDelete(emptied);
  await db.columns.bulkPut(written);
}

/** Rows in the order of their ids as pages, the first of which begins with `from`. */
export function packed(from: string, rows: Listed[]): Columns[] {
  const pages: Columns[] = [];
  let start = 0;
  for (; rows.length - start > MOST; start += FULL) {
    pages.push(pack(start === 0 ? from : rows[start]!.id, rows.slice(start, start + FULL)));
  }
  return [...pages, pack(start === 0 ? from : rows[start]!.id, rows.slice(start))];
}

function pack(from: string, rows: Listed[]): Columns {
  const text = (column: 'id' | 'name' | 'company' | 'kind') => rows.map((row) => row[column]).join('\n');
  const numbers = (column: 'added' | 'last' | 'next' | 'open') => rows.map((row) => row[column]);
  return {
    from,
    ids: text('id'),
    names: text('name'),
    companies: text('company'),
    kinds: text('kind'),
    tags: packTags(rows.map((row) => row.tags)),
    added: numbers('added'),
    last: numbers('last'),
    next: numbers('next'),
    open: numbers('open'),
  };
}

function packTags(lists: string[][]): string {
  const places = new Map([...new Set(lists.flat())].map((id, place) => [id, place]));
  const lines = lists.map((tags) => tags.map((id) => places.get(id)).join(' '));
  return [[...places.keys()].join(' '), ...lines].join('\n');
}

/** Tags of each contact of a page. */
export function tagsOf({ tags }: Pick<Columns, 'tags'>): string[][] {
  const [all = '', ...lines] = tags.split('\n');
  const ids = all.split(' ');
  return lines.map((line) => (line === '' ? [] : line.split(' ').map((place) => ids[Number(place)]!)));
}

/** Columns of all pages one behind the other: what stands in one place belongs together. */
export interface Joined {
  ids: string[];
  texts(column: 'names' | 'companies' | 'kinds'): string[];
  numbers(column: 'added' | 'last' | 'next' | 'open'): Float64Array;
}

export function joined(pages: Columns[]): Joined {
  const texts = (column: 'ids' | 'names' | 'companies' | 'kinds') =>
    pages.flatMap((page) => page[column].split('\n'));
  return {
    ids: texts('ids'),
    texts,
    numbers: (column) => Float64Array.from(pages.flatMap((page) => page[column])),
  };
}

export function unpack(page: Columns): Listed[] {
  const [names, companies, kinds] = [page.names, page.companies, page.kinds].map((text) => text.split('\n'));
  const tags = tagsOf(page);
  return page.ids.split('\n').map((id, at) => ({
    id,
    name: names![at]!,
    company: companies![at]!,
    kind: kinds![at]!,
    tags: tags[at]!,
    added: page.added[at]!,
    last: page.last[at]!,
    next: page.next[at]!,
    open: page.open[at]!,
  }));
}

const byId = (a: Listed, b: Listed) => (a.id < b.id ? -1 : 1);
