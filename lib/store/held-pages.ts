import { type Sorting, sortingOf, type Told, toldOf } from './column-parts';
import type { Columns } from './columns';
import type { Database } from './database';
import type { EventPage } from './event-pages';
import type { FactPage } from './fact-pages';
import { filled, isWhole } from './filled';
import type { MeasurePage } from './measure-pages';
import { type Bare, idsImage, imageOf, type Pages, putImages, readIdsOf } from './page-images';
import { type PageLog, pageLog, touchedSince } from './page-log';
import type { PageTable } from './paged';

/**
 * Packed pages in the memory of whoever asks questions over all contacts. After a command only the pages that it wrote are read. A page
 * that was not written is the same object as before, so that what was made of it need not be made again.
 */

/** What is held of pages by itself: a question over all contacts asks for no name, and a list for no event. */
interface Parts {
  columns: Told;
  sorting: Sorting;
  events: EventPage;
  measures: MeasurePage;
  facts: FactPage;
}

type Part = keyof Parts;

/** The table that each part is of. */
const TABLE_OF = {
  columns: 'columns',
  sorting: 'columns',
  events: 'events',
  measures: 'measures',
  facts: 'facts',
} as const;
const PARTS = Object.keys(TABLE_OF) as Part[];

/** The part of a page as stored. */
const CUT: { [P in Part]: (page: never) => Parts[P] } = {
  columns: (page: Columns) => toldOf(page),
  sorting: (page: Columns) => sortingOf(page),
  events: (page: EventPage) => page,
  measures: (page: MeasurePage) => page,
  facts: (page: FactPage) => page,
};

/** The same array of pages as long as none of them changes. */
type AllHeld = { [P in Part]?: Pages<Bare<Parts[P]>> };

const held = new WeakMap<Database, AllHeld>();

function heldOf(db: Database): AllHeld {
  const all = held.get(db) ?? {};
  held.set(db, all);
  return all;
}

/** Tables that a transaction names which asks for pages of some. */
export const withPages = <T extends PageTable>(...tables: T[]) => [...tables, 'pageImages', 'meta'] as const;

/**
 * A part of all pages that hold anybody, inside a transaction over `withPages` of its table.
 * @param given the log as this transaction sees it, where it was read already
 */
export async function heldPages<P extends Part>(
  db: Database,
  part: P,
  given?: PageLog | null,
): Promise<readonly Parts[P][]> {
  const log = given === undefined ? await pageLog(db) : given;
  return withIds(db, part, await barePages(db, part, log), log);
}

/** Pages that `barePages` gave in this transaction with their ids: these themselves, or others of the same contacts. */
export async function withIds<P extends Part>(
  db: Database,
  part: P,
  pages: readonly Bare<Parts[P]>[],
  log: PageLog | null,
): Promise<readonly Parts[P][]> {
  // The image may be another one by now: what stood in it then stands in the table.
  return (await readIdsOf(db, pages)) ? (pages as readonly Parts[P][]) : readAll(db, part, log);
}

/** The same, for who asks about all and names nobody: ids, which weigh more than the rest, are not read. */
export async function barePages<P extends Part>(
  db: Database,
  part: P,
  given?: PageLog | null,
): Promise<readonly Bare<Parts[P]>[]> {
  const log = given === undefined ? await pageLog(db) : given;
  const all = heldOf(db);
  const before = (all[part] as Pages<Bare<Parts[P]>> | undefined) ?? (await imageOf<Parts[P]>(db, part));
  const touched = before && touchedSince(log, before)?.[TABLE_OF[part]];
  if (!touched) return (await readAll(db, part, log)) as readonly Bare<Parts[P]>[];
  const pages = await patched(db, part, before.pages, touched);
  hold(all, part, log, pages);
  return pages;
}

function hold(all: AllHeld, part: Part, log: PageLog | null, pages: readonly object[]): void {
  if (log) Object.assign(all, { [part]: { era: log.era, n: log.n, pages } });
}

/** Has parts in memory, without ids where these are not wanted: the image of one is unpacked while that of the next is read. */
export async function holdPages(
  db: Database,
  parts: readonly Part[],
  { ids }: { ids: boolean },
): Promise<void> {
  const log = await pageLog(db);
  const isCold = ids && parts.some((part) => !heldOf(db)[part]);
  await Promise.all([isCold && idsImage(db), ...parts.map((part) => barePages(db, part, log))]);
}

/** Reads all pages of a table, for every part of it that is not held or can not be brought up. */
async function readAll<P extends Part>(
  db: Database,
  part: P,
  log: PageLog | null,
): Promise<readonly Parts[P][]> {
  const table = TABLE_OF[part];
  const read: { ids: string }[] = await db.table(table).toArray();
  const rows = read.filter(({ ids }) => ids !== '') as never[];
  const all = heldOf(db);
  for (const other of PARTS) {
    const before = all[other];
    if (other === part || TABLE_OF[other] !== table || (before && touchedSince(log, before))) continue;
    const cut: (page: never) => object = CUT[other];
    hold(all, other, log, rows.map(cut));
  }
  const pages = rows.map((row) => CUT[part](row));
  hold(all, part, log, pages);
  return pages;
}

async function patched<P extends Part>(
  db: Database,
  part: P,
  before: readonly Bare<Parts[P]>[],
  touched: readonly string[],
): Promise<readonly Bare<Parts[P]>[]> {
  if (touched.length === 0) return before;
  const read: ({ ids: string } | undefined)[] = await db.table(TABLE_OF[part]).bulkGet([...touched]);
  const pages = new Map(before.map((page) => [page.from, page]));
  for (const [at, from] of touched.entries()) {
    const page = read[at];
    if (page && page.ids !== '') pages.set(from, CUT[part](page as never) as Bare<Parts[P]>);
    else pages.delete(from);
  }
  return [...pages.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** So many pages of a table may have been written since its image before others are kept. */
const BEHIND = 40;

/**
 * Keeps images of all pages where there are none, or much was written since: a page that opens later has them in a tenth of the time.
 * What is read for it stays in memory. Of a store whose lists are being filled none is kept.
 */
export async function keepImages(db: Database): Promise<void> {
  if (db.newer) return;
  const due = await db.transaction('r', withPages('columns', 'events', 'measures', 'facts'), async () => {
    const log = await pageLog(db);
    if (!log || !isWhole(await filled(db))) return null;
    for (const part of PARTS) await heldPages(db, part, log);
    const image = await idsImage(db);
    const behind = image && touchedSince(log, image);
    const isFar = !behind || Object.values(TABLE_OF).some((table) => behind[table].length > BEHIND);
    return isFar ? { log, parts: { ...heldOf(db) } } : null;
  });
  if (due) await putImages(db, due.parts as Required<AllHeld>, due.log);
}
