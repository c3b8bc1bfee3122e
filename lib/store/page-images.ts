import type { Database, PageImage } from './database';
import { joinPages, splitPages } from './image-columns';
import { WIDTH } from './measure-pages';
import { type PageState, pageLog } from './page-log';

/**
 * Images of packed pages: a row for each part of them, so that who asks a question over all contacts is handed nothing that it does not ask
 * for. What an image costs is its weight. Ids are a third of it and stand in one row for all: pages of several tables hold the same
 * contacts nearly always, and a page that does not keeps its own.
 */

/** Grows when they are built otherwise: images are derived, and old ones are made anew. */
const FORM = 4;
const IDS = 'ids';
/** Columns of pages that hold rows of so many numbers. */
const WIDTHS = { params: WIDTH };

/** All pages of a part as they were at a state of them. */
export interface Pages<P> extends PageState {
  /** In the order of their ids. */
  pages: readonly P[];
}

/** A page in an image; null: its ids are those of the row of all, under the same beginning. */
type Imaged = { from: string; ids?: string | null };

/** A page whose ids are not read perhaps: then it says the state of the image that they stand in, under its own beginning. */
export type Bare<P> = P extends { ids: string } ? Omit<P, 'ids'> & { ids: string | PageState } : P;
type BareIds = { from: string; ids?: string | PageState };

interface Ids extends PageState {
  /** By the beginning of a page. */
  of: Map<string, string>;
}

/** The ids that were read or kept last. */
const idsOfLast = new WeakMap<Database, Ids>();

/**
 * Ids of the images that were read or kept last, inside a transaction: who asks for several images begins with them, and asking how old
 * images are reads no more.
 */
export async function idsImage(db: Database): Promise<Ids | undefined> {
  return idsOfLast.get(db) ?? (await readIds(db));
}

async function readIds(db: Database): Promise<Ids | undefined> {
  const image = await read(db, IDS);
  if (!image) return undefined;
  const pages = splitPages<{ from: string; ids: string }>(image.pages);
  const of = new Map(pages.map(({ from, ids }) => [from, ids]));
  const ids = { era: image.era, n: image.n, of };
  idsOfLast.set(db, ids);
  return ids;
}

async function read(db: Database, part: string): Promise<PageImage | undefined> {
  const image = await db.pageImages.get(part);
  return image?.form === FORM ? image : undefined;
}

/** The image of a part, inside a transaction; ids of all are not read. */
export async function imageOf<P extends object>(
  db: Database,
  part: string,
): Promise<Pages<Bare<P>> | undefined> {
  const image = await read(db, part);
  if (!image) return undefined;
  const { era, n } = image;
  const pages = splitPages<Imaged | BareIds>(image.pages);
  for (const page of pages) if (page.ids === null) page.ids = { era, n };
  return { era, n, pages: pages as unknown as Bare<P>[] };
}

/** Reads ids into pages that bear none, inside a transaction; false: the image that they stand in is there no more. */
export async function readIdsOf(db: Database, pages: readonly object[]): Promise<boolean> {
  const bare = (pages as readonly BareIds[]).filter(({ ids }) => typeof ids === 'object');
  if (bare.length === 0) return true;
  const isOf = (ids: Ids | undefined) => !!ids && bare.every((page) => isState(page.ids as PageState, ids));
  const known = idsOfLast.get(db);
  const ids = isOf(known) ? known : await readIds(db);
  if (!ids || !isOf(ids)) return false;
  for (const page of bare) page.ids = ids.of.get(page.from)!;
  return true;
}

const isState = (one: PageState, other: PageState) => one.era === other.era && one.n === other.n;

/** Whether pages of two tables are known to hold the same contacts; where ids of one alone are read it is not. */
export function holdTheSame(some: readonly BareIds[], others: readonly BareIds[]): boolean {
  const isSame = (one: BareIds, other: BareIds) =>
    typeof one.ids === 'object' && typeof other.ids === 'object'
      ? one.from === other.from && isState(one.ids, other.ids)
      : one.ids === other.ids;
  return some.length === others.length && some.every((one, at) => isSame(one, others[at]!));
}

/** Keeps images of all parts, which are of one state. */
export async function putImages(
  db: Database,
  parts: Readonly<Record<string, Pages<object>>>,
  { era, n }: PageState,
): Promise<void> {
  const columns = parts.columns as Pages<{ from: string; ids: string }>;
  const of = new Map(columns.pages.map(({ from, ids }) => [from, ids]));
  const withoutIds = (page: Imaged) =>
    page.ids !== undefined && of.get(page.from) === page.ids ? { ...page, ids: null } : page;
  await db.transaction('rw', db.pageImages, db.meta, async () => {
    // Somebody may have been erased meanwhile, and stand in what is held.
    if ((await pageLog(db))?.era !== era) return;
    const put = (table: string, pages: readonly object[]) =>
      db.pageImages.put({ table, form: FORM, era, n, pages: joinPages(pages, WIDTHS) });
    await put(
      IDS,
      columns.pages.map(({ from, ids }) => ({ from, ids })),
    );
    // One behind the other: each is copied on the thread that is held up by it.
    for (const [part, { pages }] of Object.entries(parts))
      await put(part, (pages as Imaged[]).map(withoutIds));
    idsOfLast.set(db, { era, n, of });
  });
}
