import type { ContactFilter, ContactSort } from '@/lib/crm/contact-filter';
import { said } from '@/lib/insight/traits';
import { allMarks, allTraits, numbersOf, type Sorting, type Told } from './column-parts';
import { MARKS } from './columns';
import { contactIdsBy } from './contact-index';
import type { Database } from './database';
import { StoreError } from './errors';
import { heldPages, withPages } from './held-pages';
import { LAST } from './keys';
import { allInOrder, inOrder } from './listed-order';
import { pageLog } from './page-log';
import { idsOf } from './page-parts';
import { idsByText } from './search/listed';
import { withChildren } from './tag-tree';

const DAY = 86_400_000;

/** Ids of the contacts that pass the filter, in order. What an index has to tell is read beside the columns. */
export async function contactIds(
  db: Database,
  {
    filter,
    sort,
    now,
    zone,
    among,
  }: {
    filter: ContactFilter;
    sort: ContactSort;
    now: number;
    zone?: string | undefined;
    among?: ReadonlySet<string> | undefined;
  },
): Promise<string[]> {
  // Not to be left out in silence: whoever asks then gets everybody.
  if (filter.cell !== undefined && !among) throw new StoreError('invalid', 'Figures are not asked for here.');
  // What a filter is found by is loaded for it: a list without one stands sooner.
  const segment = filter.segmentId
    ? await (await import('./segment-members')).idsInSegment(db, filter.segmentId, { now, zone })
    : null;
  const known = filter.facts?.length
    ? await (await import('./field-tests')).idsByFields(db, filter.facts)
    : null;
  const unwell = filter.health
    ? await (await import('./health-scan')).unwellIds(db, filter.health, now)
    : null;
  const worded = filter.text ? await idsByText(db, 'contact', filter.text) : null;
  return db.transaction('r', ['contacts', 'tags', 'changes', ...withPages('columns')], async () => {
    const [[pages, sorting], tags, ...found] = await Promise.all([
      bothParts(db),
      filter.untagged ? liveTags(db) : null,
      ...looked(db, filter),
    ]);
    const ids = pages.flatMap(idsOf);
    const tests = [
      ...tested(pages, sorting, filter, now),
      ...(tags ? [hasNone(pages, tags)] : []),
      ...[among, segment, known, unwell, worded, ...found].flatMap((one) => (one ? [has(ids, one)] : [])),
    ];
    // Everybody is what a page begins with: nothing is gone through for that.
    const ordered =
      tests.length === 0
        ? allInOrder(db, sorting, sort.by)
        : inOrder(db, sorting, sort.by, passing(ids.length, tests));
    return named(ids, ordered, sort.descending);
  });
}

/** What is asked of everybody and what puts them in order: the same pages. */
async function bothParts(db: Database): Promise<[readonly Told[], readonly Sorting[]]> {
  const log = await pageLog(db);
  // One behind the other: where they are not held, one reading gives both.
  const pages = await heldPages(db, 'columns', log);
  return [pages, await heldPages(db, 'sorting', log)];
}

/** Places, below a number of them, that pass all tests. */
function passing(count: number, tests: readonly Test[]): Uint32Array {
  const places = new Uint32Array(count);
  let passed = 0;
  for (let at = 0; at < count; at += 1) {
    if (!tests.every((test) => test(at))) continue;
    places[passed] = at;
    passed += 1;
  }
  return places.subarray(0, passed);
}

/** What stands in these places, the last first where it is told so. */
function named(ids: readonly string[], places: Uint32Array, descending: boolean): string[] {
  const found: string[] = [];
  for (let n = 0; n < places.length; n += 1)
    found.push(ids[places[descending ? places.length - 1 - n : n]!]!);
  return found;
}

/** Says of the contact in a place of the columns whether it passes. */
type Test = (at: number) => boolean;

/** What the columns themselves tell. */
function tested(
  pages: readonly Told[],
  sorting: readonly Sorting[],
  { kind, open, quietDays, addedDays, noConsent }: ContactFilter,
  now: number,
): Test[] {
  const tests: Test[] = [];
  if (addedDays) {
    const added = numbersOf(sorting, 'added');
    const since = now - addedDays * DAY;
    tests.push((at) => added[at]! >= since);
  }
  if (kind || open) {
    const marks = allMarks(pages);
    if (kind) tests.push((at) => (marks[at]! & MARKS.work ? 'work' : 'personal') === kind);
    if (open) tests.push((at) => (marks[at]! & MARKS.open) !== 0);
  }
  if (quietDays) {
    const last = numbersOf(sorting, 'last');
    const before = now - quietDays * DAY;
    tests.push((at) => last[at]! < before);
  }
  if (noConsent) {
    const traits = allTraits(pages);
    const isGiven = said(noConsent, 'given');
    tests.push((at) => !isGiven(traits[at]!));
  }
  return tests;
}

/** A deleted tag stays with its contacts unseen. */
async function liveTags(db: Database): Promise<ReadonlySet<string>> {
  return new Set(await db.tags.where('k.name').between('', LAST, true, true).primaryKeys());
}

/** Who has none of these tags. */
function hasNone(pages: readonly Told[], tags: ReadonlySet<string>): Test {
  const tagged = pages.flatMap(({ tagIds, tagged: counts, tags: places }) => {
    const isLive = tagIds.split(' ').map((id) => tags.has(id));
    let start = 0;
    return Array.from(counts, (count) => {
      const own = places.subarray(start, start + count);
      start += count;
      return own.some((place) => isLive[place]);
    });
  });
  return (at) => !tagged[at];
}

/** Those that an index finds. */
function looked(db: Database, filter: ContactFilter): Promise<ReadonlySet<string> | null>[] {
  const { tagId, companyId, importId } = filter;
  const tagged = async (id: string) => {
    const lists = await Promise.all((await withChildren(db, id)).map((one) => contactIdsBy(db, 'tags', one)));
    return new Set(lists.flat());
  };
  return [
    ...(tagId ? [tagged(tagId)] : []),
    ...(companyId ? [contactIdsBy(db, 'companies', companyId).then((ids) => new Set(ids))] : []),
    ...(importId ? [idsByImport(db, importId)] : []),
  ] as Promise<ReadonlySet<string> | null>[];
}

/** Contacts that an import added or changed, and no undo took back. */
async function idsByImport(db: Database, id: string): Promise<Set<string>> {
  const changes = await db.changes.where('k.batch').equals(id).toArray();
  const edits = changes.flatMap(({ body }) => (body.undoneBy ? [] : body.edits));
  return new Set(edits.flatMap((edit) => (edit.table === 'contacts' ? [edit.id] : [])));
}

function has(ids: readonly string[], found: ReadonlySet<string>): Test {
  return (at) => found.has(ids[at]!);
}
