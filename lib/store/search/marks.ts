import type { Database } from '../database';

/** What is known of every document without its words: its kind, and the day of the latest that it holds. */

export interface Marks {
  page: number;
  /** Days since 1970, 0 for earlier ones. */
  days: Uint16Array<ArrayBuffer>;
  /** Position among `KINDS`, from 1; 0 for a document that is not found. */
  kinds: Uint8Array<ArrayBuffer>;
}

/** What becomes of a document's marks. */
export interface Mark {
  document: number;
  kind: number;
  day: number;
  /** The day is that of something added: a later one is kept. */
  added: boolean;
}

const PAGE = 4096;
const DAY = 86_400_000;

/** The day of a moment (epoch ms), between 1970 and 2149. */
export function dayOf(at: number): number {
  return Math.min(Math.max(Math.floor(at / DAY), 0), 0xffff);
}

export async function writeMarks(db: Database, marks: Mark[]): Promise<void> {
  const wanted = [...new Set(marks.map(({ document }) => Math.floor(document / PAGE)))];
  const known = await db.searchMarks.bulkGet(wanted);
  const pages = new Map(wanted.map((page, at) => [page, known[at] ?? empty(page)]));
  const touched = new Set<Marks>();
  for (const { document, kind, day, added } of marks) {
    const page = pages.get(Math.floor(document / PAGE))!;
    const at = document % PAGE;
    const latest = added && page.kinds[at] !== 0 ? Math.max(day, page.days[at]!) : day;
    if (page.kinds[at] === kind && page.days[at] === latest) continue;
    page.kinds[at] = kind;
    page.days[at] = latest;
    touched.add(page);
  }
  await db.searchMarks.bulkPut([...touched]);
}

function empty(page: number): Marks {
  return { page, days: new Uint16Array(PAGE), kinds: new Uint8Array(PAGE) };
}

/** Marks of all documents, by their numbers. */
export async function allMarks(db: Database): Promise<Omit<Marks, 'page'>> {
  const pages = await db.searchMarks.toArray();
  const length = ((pages.at(-1)?.page ?? -1) + 1) * PAGE;
  const all = { days: new Uint16Array(length), kinds: new Uint8Array(length) };
  for (const { page, days, kinds } of pages) {
    all.days.set(days, page * PAGE);
    all.kinds.set(kinds, page * PAGE);
  }
  return all;
}
