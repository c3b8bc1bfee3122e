import type { ContactFilter, ContactSort } from '@/lib/crm/contact-filter';
import { type Joined, joined } from './columns';
import { contactIdsBy } from './contact-index';
import { idsByReading } from './contact-scan';
import type { Database } from './database';
import { StoreError } from './errors';
import { unwellIds } from './health-scan';
import { idsByText } from './search/listed';
import { idsInSegment } from './segment-members';
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
  const segment = filter.segmentId ? await idsInSegment(db, filter.segmentId, { now, zone }) : null;
  const unwell = filter.health ? await unwellIds(db, filter.health, now) : null;
  const worded = filter.text ? await idsByText(db, 'contact', filter.text) : null;
  return db.transaction('r', [db.contacts, db.tags, db.columns, db.changes], async () => {
    const [pages, ...found] = await Promise.all([db.columns.toArray(), ...looked(db, filter)]);
    const columns = joined(pages);
    const tests = [
      ...tested(columns, filter, now),
      ...[among ?? null, segment, unwell, worded, ...found].map((ids) => has(columns, ids)),
    ];
    const order = orderOf(columns, sort.by, tests);
    const ids = Array.from(order, (at) => columns.ids[at]!);
    return sort.descending ? ids.reverse() : ids;
  });
}

/** Says of the contact in a place of the columns whether it passes. */
type Test = (at: number) => boolean;

/** What the columns themselves tell. */
function tested(columns: Joined, { kind, open, quietDays, addedDays }: ContactFilter, now: number): Test[] {
  const tests: Test[] = [];
  if (addedDays) {
    const added = columns.numbers('added');
    const since = now - addedDays * DAY;
    tests.push((at) => added[at]! >= since);
  }
  if (kind) {
    const kinds = columns.texts('kinds');
    tests.push((at) => kinds[at] === kind);
  }
  if (open) {
    const opens = columns.numbers('open');
    tests.push((at) => opens[at] === 1);
  }
  if (quietDays) {
    const last = columns.numbers('last');
    const before = now - quietDays * DAY;
    tests.push((at) => last[at]! < before);
  }
  return tests;
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
    idsByReading(db, filter),
  ] as Promise<ReadonlySet<string> | null>[];
}

/** Contacts that an import added or changed, and no undo took back. */
async function idsByImport(db: Database, id: string): Promise<Set<string>> {
  const changes = await db.changes.where('k.batch').equals(id).toArray();
  const edits = changes.flatMap(({ body }) => (body.undoneBy ? [] : body.edits));
  return new Set(edits.flatMap((edit) => (edit.table === 'contacts' ? [edit.id] : [])));
}

function has({ ids }: Joined, found: ReadonlySet<string> | null): Test {
  return found ? (at) => found.has(ids[at]!) : () => true;
}

const COLUMN = { name: 'names', company: 'companies', added: 'added', last: 'last', next: 'next' } as const;

/** Places of the contacts that pass, in ascending order; equal ones by id, as they stand. */
function orderOf(columns: Joined, by: ContactSort['by'], tests: Test[]): Uint32Array {
  const places = Uint32Array.from(columns.ids, (_, at) => at).filter((at) => tests.every((test) => test(at)));
  const column = COLUMN[by];
  if (column === 'names' || column === 'companies') {
    const texts = columns.texts(column);
    return places.sort((a, b) => (texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : a - b));
  }
  const numbers = columns.numbers(column);
  return places.sort((a, b) => numbers[a]! - numbers[b]! || a - b);
}

/** How many there are of each noun. */
export async function counts(
  db: Database,
): Promise<{ contacts: number; companies: number; tags: number; tasks: number }> {
  const tallies = await db.tallies.toArray();
  const none = { contacts: 0, companies: 0, tags: 0, tasks: 0 };
  return { ...none, ...Object.fromEntries(tallies.map(({ noun, count }) => [noun, count])) };
}
