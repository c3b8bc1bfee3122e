import type { Columns } from './columns';
import type { Database, PageImage } from './database';
import type { EventPage } from './event-pages';
import { filled, isWhole } from './filled';
import type { MeasurePage } from './measure-pages';
import { type PageLog, type PageState, pageLog, touchedSince } from './page-log';

/**
 * Packed pages in the memory of whoever asks questions over all contacts. After a command only the pages that it wrote are read. A page
 * that was not written is the same object as before, so that what was made of it need not be made again.
 */

interface Pages {
  columns: Columns;
  events: EventPage;
  measures: MeasurePage;
}

interface Held<P> extends PageState {
  /** In the order of their ids. The same array as long as none of them changes. */
  pages: readonly P[];
}

const held = new WeakMap<Database, { [T in keyof Pages]?: Held<Pages[T]> }>();

/** Tables that a transaction names which asks for pages of some. */
export const withPages = <T extends keyof Pages>(...tables: T[]) =>
  [...tables, 'pageImages', 'meta'] as const;

/**
 * All pages of a table that hold anybody, inside a transaction over `withPages`.
 * @param log the log as this transaction sees it, where it was read already
 */
export async function heldPages<T extends keyof Pages>(
  db: Database,
  table: T,
  given?: PageLog | null,
): Promise<readonly Pages[T][]> {
  const log = given === undefined ? await pageLog(db) : given;
  const all = held.get(db) ?? {};
  held.set(db, all);
  const before = (all[table] as Held<Pages[T]> | undefined) ?? (await imageOf(db, table));
  const touched = before && touchedSince(log, before)?.[table];
  const pages = touched ? await patched(db, table, before.pages, touched) : await readPages(db, table);
  if (log) Object.assign(all, { [table]: { era: log.era, n: log.n, pages } });
  return pages;
}

/** Has the pages of several tables in memory: an image of one is unpacked while that of the next is read. */
export async function holdPages(db: Database, tables: readonly (keyof Pages)[]): Promise<void> {
  const log = await pageLog(db);
  await Promise.all(tables.map((table) => heldPages(db, table, log)));
}

async function readPages<T extends keyof Pages>(db: Database, table: T): Promise<Pages[T][]> {
  const pages: Pages[T][] = await db.table(table).toArray();
  return pages.filter(({ ids }) => ids !== '');
}

async function imageOf<T extends keyof Pages>(db: Database, table: T): Promise<Held<Pages[T]> | undefined> {
  const image = (await db.pageImages.get(table)) as (PageImage & Held<Pages[T]>) | undefined;
  if (image) seen(db, table, image);
  return image;
}

/** States of the images that were read or kept last: an image is large, and asking how old it is need not read it. */
const images = new WeakMap<Database, { [T in keyof Pages]?: PageState }>();

function seen(db: Database, table: keyof Pages, { era, n }: PageState): void {
  images.set(db, { ...images.get(db), [table]: { era, n } });
}

async function patched<T extends keyof Pages>(
  db: Database,
  table: T,
  before: readonly Pages[T][],
  touched: readonly string[],
): Promise<readonly Pages[T][]> {
  if (touched.length === 0) return before;
  const read: (Pages[T] | undefined)[] = await db.table(table).bulkGet([...touched]);
  const pages = new Map(before.map((page) => [page.from, page]));
  for (const [at, from] of touched.entries()) {
    const page = read[at];
    if (page && page.ids !== '') pages.set(from, page);
    else pages.delete(from);
  }
  return [...pages.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** So many pages of a table may have been written since its image before another one is kept. */
const BEHIND = 40;

/**
 * Keeps an image of all pages of each table where there is none, or much was written since: a page that opens later has them in a tenth
 * of the time. What is read for it stays in memory. Of a store whose lists are being filled none is kept.
 */
export async function keepImages(db: Database): Promise<void> {
  if (db.newer) return;
  for (const table of ['columns', 'events', 'measures'] as const) {
    const isDue = await db.transaction('r', withPages(table), async () => {
      if (!isWhole(await filled(db))) return false;
      const [log, image] = [await pageLog(db), images.get(db)?.[table] ?? (await imageOf(db, table))];
      await heldPages(db, table, log);
      const behind = image && touchedSince(log, image)?.[table];
      return !behind || behind.length > BEHIND;
    });
    if (isDue) await putImage(db, table);
  }
}

async function putImage(db: Database, table: keyof Pages): Promise<void> {
  const image = held.get(db)?.[table];
  if (!image) return;
  await db.transaction('rw', db.pageImages, db.meta, async () => {
    // Somebody may have been erased meanwhile, and stand in what is held.
    if ((await pageLog(db))?.era !== image.era) return;
    await db.pageImages.put({ table, ...image });
    seen(db, table, image);
  });
}
