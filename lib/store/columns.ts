import type { Contact } from '@/lib/crm/contacts';
import { isOwnWork } from '@/lib/crm/taken-up';
import type { Figures } from '@/lib/insight/figures';
import { traitsOf } from '@/lib/insight/traits';
import type { Database } from './database';
import { same } from './edits';
import { listKeys } from './keys';
import { idsOf } from './page-parts';
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
  /** 1: not all of it came with a file. */
  own: number;
  /** 1: it has a cadence, needs. */
  rhythm: number;
  needs: number;
  /** See `traitsOf`. */
  traits: number;
  /** `lastAt` and `nextAt` of its figures. */
  last: number;
  next: number;
  open: number;
  /** 1: something is to be done, or was said or noted since the file that brought it. */
  taken: number;
}

/** A page as stored: texts of a column are joined by line feeds, which no folded text holds. */
export interface Columns {
  /** Ids of this page are not below it, and below that of the next page; the first page begins with ''. */
  from: string;
  ids: string;
  names: string;
  companies: string;
  /** The tags of the page, then for each contact the places of its own among them. */
  tags: string;
  /** A bit for each of `MARKS` that holds. */
  marks: Uint8Array;
  /** The bits of `traitsOf`. */
  traits: Uint32Array;
  added: Float64Array;
  last: Float64Array;
  next: Float64Array;
}

/** What is true or false of a contact. */
export const MARKS = { work: 1, open: 2, own: 4, taken: 8, rhythm: 16, needs: 32 } as const;
/** Those that are a column of their own in `Listed`. */
const FLAGS = ['open', 'own', 'taken', 'rhythm', 'needs'] as const;

/** The contact as listed; figures that are not known to have changed may be left out of an update. */
export function listedOf(body: Contact): Omit<Listed, 'last' | 'next' | 'open' | 'taken'> {
  const { name, company, added, kind, tags } = listKeys(body);
  const holds = (truth: boolean) => (truth ? 1 : 0);
  return {
    id: body.id,
    name,
    company,
    added,
    kind,
    tags: tags.sort(),
    own: holds(isOwnWork(body)),
    rhythm: holds(body.cadence !== null),
    needs: holds(Object.keys(body.needs ?? {}).length > 0),
    traits: traitsOf(body),
  };
}

export function listedFigures({
  lastAt,
  nextAt,
  open,
  own,
  duties,
}: Figures): Pick<Listed, 'last' | 'next' | 'open' | 'taken'> {
  return { last: lastAt, next: nextAt, open, taken: own > 0 || duties > 0 ? 1 : 0 };
}

/**
 * Writes what became of contacts: new or changed columns by id; null for one that is in no list any more. Answers which pages were
 * written or taken away.
 */
export async function writeListed(
  db: Database,
  changes: Map<string, Partial<Listed> | null>,
): Promise<string[]> {
  if (changes.size === 0) return [];
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
  return [...emptied, ...written.map(({ from }) => from)];
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
  const text = (column: 'id' | 'name' | 'company') => rows.map((row) => row[column]).join('\n');
  const numbers = (column: 'added' | 'last' | 'next') => Float64Array.from(rows, (row) => row[column]);
  return {
    from,
    ids: text('id'),
    names: text('name'),
    companies: text('company'),
    tags: packTags(rows.map((row) => row.tags)),
    marks: Uint8Array.from(rows, marksOf),
    traits: Uint32Array.from(rows, (row) => row.traits),
    added: numbers('added'),
    last: numbers('last'),
    next: numbers('next'),
  };
}

function marksOf(row: Listed): number {
  const work = row.kind === 'work' ? MARKS.work : 0;
  return FLAGS.reduce((marks, name) => (row[name] ? marks | MARKS[name] : marks), work as number);
}

function packTags(lists: string[][]): string {
  const places = new Map([...new Set(lists.flat())].map((id, place) => [id, place]));
  const lines = lists.map((tags) => tags.map((id) => places.get(id)).join(' '));
  return [[...places.keys()].join(' '), ...lines].join('\n');
}

/** Tags of each contact of a page. */
function tagsOf({ tags }: Pick<Columns, 'tags'>): string[][] {
  const [all = '', ...lines] = tags.split('\n');
  const ids = all.split(' ');
  return lines.map((line) => (line === '' ? [] : line.split(' ').map((place) => ids[Number(place)]!)));
}

export function unpack(page: Columns): Listed[] {
  const [names, companies] = [page.names, page.companies].map((text) => text.split('\n'));
  const tags = tagsOf(page);
  return page.ids.split('\n').map((id, at) => {
    const marks = page.marks[at]!;
    const flags = FLAGS.map((name) => [name, marks & MARKS[name] ? 1 : 0]);
    return {
      id,
      name: names![at]!,
      company: companies![at]!,
      kind: marks & MARKS.work ? 'work' : 'personal',
      tags: tags[at]!,
      traits: page.traits[at]!,
      added: page.added[at]!,
      last: page.last[at]!,
      next: page.next[at]!,
      ...(Object.fromEntries(flags) as Pick<Listed, (typeof FLAGS)[number]>),
    };
  });
}

/** Ids of contacts with one of some marks (their bits). */
export function idsMarked(pages: readonly Pick<Columns, 'ids' | 'marks'>[], bits: number): string[] {
  return pages.flatMap((page) => idsOf(page).filter((_, at) => (page.marks[at]! & bits) !== 0));
}

const byId = (a: Listed, b: Listed) => (a.id < b.id ? -1 : 1);
