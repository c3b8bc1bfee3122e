import { command, refuseNewer } from './command';
import { eachContact } from './contact-scan';
import type { Database } from './database';
import { keysOf, type Pair, pairOf, type Traits, traitsOf } from './duplicate-pairs';
import { isShown } from './keys';
import type { Context } from './work';

/**
 * Pairs of contacts that may be one are kept in a table, and brought up to date by what was changed since it was looked through:
 * each contact that was changed is looked up by its addresses. Only the first time, and after very much has changed, all are read.
 */

/** After so many contacts it is told how far it is. */
const PART = 500;
/** An address that more have is a switchboard. */
const HOLDERS = 20;
/** More changes than these are caught up with faster by reading all contacts. */
const CHANGES = 300;
const CONTACTS = 2000;

const UPTO = 'duplicates';
/** Changes whenever changes were taken back without a trace. */
const FORGOTTEN = 'duplicates/forgotten';
const GROUPS = ['duplicates/perhaps', 'duplicates/certain'] as const;

/** How many groups there are to decide about. */
export interface DuplicateCounts {
  certain: number;
  perhaps: number;
}

/** What was counted when it was last looked. */
export async function countDuplicates(db: Database): Promise<DuplicateCounts> {
  const [perhaps, certain] = await db.meta.bulkGet([...GROUPS]);
  return { certain: Number(certain?.value ?? 0), perhaps: Number(perhaps?.value ?? 0) };
}

/** Brings the pairs up to date. `changed` tells whether there are others than before. */
export async function lookForDuplicates(
  db: Database,
  onProgress?: (done: number, total: number) => void,
): Promise<{ changed: boolean }> {
  refuseNewer(db);
  const [upto, device, clock] = await db.meta.bulkGet([UPTO, 'device', 'revision']);
  if (!clock || upto?.value === clock.value) return { changed: false };
  const changes = upto
    ? db.changes.where('k.mine').between(`${device?.value}|${upto.value}`, `${device?.value}|~`, false, true)
    : null;
  if (!changes || (await changes.count()) > CHANGES) return lookThroughAll(db, clock.value, onProgress);
  const bodies = (await changes.toArray()).map((row) => row.body);
  const ids = new Set(
    bodies.flatMap(({ edits }) => edits.flatMap((edit) => (edit.table === 'contacts' ? [edit.id] : []))),
  );
  if (ids.size > CONTACTS) return lookThroughAll(db, clock.value, onProgress);
  const last =
    bodies
      .map((body) => body.clock)
      .sort()
      .at(-1) ?? clock.value;
  return lookAt(db, [...ids], { from: upto?.value, to: last });
}

/** Looks up some contacts by what they share with others. */
async function lookAt(
  db: Database,
  ids: string[],
  upto: { from: string | number | undefined; to: string | number },
): Promise<{ changed: boolean }> {
  return db.transaction('rw', db.contacts, db.duplicates, db.meta, async () => {
    const known = ids.length > 0 ? await db.duplicates.where('ids').anyOf(ids).distinct().toArray() : [];
    const rows = await db.contacts.bulkGet(ids);
    const traits = rows.flatMap((row) => (isShown(row?.body) ? [traitsOf(row.body)] : []));
    const found = new Map<string, Pair>();
    for (const one of traits) {
      for (const other of await likely(db, one)) {
        const pair = pairOf(one, other);
        if (pair) found.set(pair.id, pair);
      }
    }
    const gone = known.filter((pair) => !found.has(pair.id)).map((pair) => pair.id);
    const before = new Map(known.map((pair) => [pair.id, JSON.stringify(pair)]));
    const fresh = [...found.values()].filter((pair) => before.get(pair.id) !== JSON.stringify(pair));
    await db.duplicates.bulkDelete(gone);
    await db.duplicates.bulkPut(fresh);
    const changed = gone.length + fresh.length > 0;
    if ((await db.meta.get(UPTO))?.value === upto.from) await db.meta.put({ key: UPTO, value: upto.to });
    if (changed) await recount(db);
    return { changed };
  });
}

/** Others who share something with a contact. */
async function likely(db: Database, { shared, place, full }: Traits): Promise<Traits[]> {
  const name = full ?? place?.split('|')[0];
  // A name may be borne by many, a name at one company by few.
  const bearers = db.contacts.where('k.full').equals(name ?? '');
  const namesakes =
    name === undefined ? [] : await (place === null ? bearers.limit(HOLDERS + 1) : bearers).toArray();
  const lists = await Promise.all([
    ...[...shared.keys()].map((key) =>
      db.contacts
        .where('k.points')
        .equals(key)
        .limit(HOLDERS + 1)
        .toArray(),
    ),
    namesakes.filter(({ body }) => isShown(body) && place !== null && traitsOf(body).place === place),
    full === null || namesakes.length > HOLDERS ? [] : namesakes.filter(({ body }) => isShown(body)),
  ]);
  const rows = lists.filter((list) => list.length <= HOLDERS).flat();
  return rows.flatMap((row) => (isShown(row.body) ? [traitsOf(row.body)] : []));
}

async function lookThroughAll(
  db: Database,
  upto: string | number,
  onProgress?: (done: number, total: number) => void,
): Promise<{ changed: boolean }> {
  const holders = new Map<string, Traits[]>();
  const forgotten = (await db.meta.get(FORGOTTEN))?.value;
  const total = (await db.tallies.get('contacts'))?.count ?? 0;
  let done = 0;
  const tell = () => onProgress?.(Math.min(done, total), total);
  await eachContact(db, (body) => {
    const traits = traitsOf(body);
    for (const key of keysOf(traits)) {
      const list = holders.get(key);
      if (list) list.push(traits);
      else holders.set(key, [traits]);
    }
    done += 1;
    if (done % PART === 0) tell();
  });
  tell();
  const pairs = pairsAmong(holders);
  await db.transaction('rw', db.contacts, db.duplicates, db.meta, async () => {
    // Somebody may have been erased since they were read: nothing of them is written again.
    const ids = [...new Set(pairs.flatMap((pair) => pair.ids))];
    const rows = await db.contacts.where('id').anyOf(ids).primaryKeys();
    const here = new Set(rows);
    await db.duplicates.clear();
    await db.duplicates.bulkPut(pairs.filter((pair) => pair.ids.every((id) => here.has(id))));
    if ((await db.meta.get(FORGOTTEN))?.value === forgotten) await db.meta.put({ key: UPTO, value: upto });
    await recount(db);
  });
  return { changed: true };
}

function pairsAmong(holders: Map<string, Traits[]>): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const list of holders.values()) {
    if (list.length > HOLDERS) continue;
    for (const [at, one] of list.entries()) {
      for (const other of list.slice(at + 1)) {
        const pair = pairOf(one, other);
        if (pair) pairs.set(pair.id, pair);
      }
    }
  }
  return [...pairs.values()];
}

/** Groups of contacts that hang together by pairs of a kind, those whose contact was added first before others. */
export async function groupsOf(db: Database, certain: 0 | 1): Promise<string[][]> {
  const pairs = await db.duplicates.where('certain').equals(certain).primaryKeys();
  const groupOf = new Map<string, string[]>();
  for (const pair of pairs) {
    const [a, b] = pair.split('|') as [string, string];
    const [left, right] = [groupOf.get(a) ?? [a], groupOf.get(b) ?? [b]];
    const group = left === right ? left : [...new Set([...left, ...right])];
    for (const id of group) groupOf.set(id, group);
  }
  return [...new Set(groupOf.values())].map((group) => group.sort()).sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
}

/** Counts the groups anew, inside a transaction over pairs and `meta`. */
async function recount(db: Database): Promise<void> {
  for (const certain of [0, 1] as const) {
    await db.meta.put({ key: GROUPS[certain], value: (await groupsOf(db, certain)).length });
  }
}

/** Forgets pairs of contacts that are erased, inside a transaction over every table. */
export async function forgetDuplicates(db: Database, ids: string[]): Promise<void> {
  await db.duplicates.where('ids').anyOf(ids).delete();
  await recount(db);
}

/** All are looked through again next time, inside a transaction: changes were taken back without a trace. */
export async function forgetWhereLooked(db: Database): Promise<void> {
  await db.meta.delete(UPTO);
  await db.meta.put({ key: FORGOTTEN, value: Number((await db.meta.get(FORGOTTEN))?.value ?? 0) + 1 });
}

/** Notes that contacts are not the same, each from each: they are not offered as duplicates again. */
export function markDistinct(ctx: Context, { ids }: { ids: string[] }): Promise<Record<string, never>> {
  return command(ctx, async (work) => {
    const contacts = await work.live('contacts', ids);
    for (const one of contacts) {
      const others = contacts.filter((other) => other !== one).map((other) => [other.id, work.now] as const);
      one.distinctFrom = { ...one.distinctFrom, ...Object.fromEntries(others) };
    }
    return {};
  });
}
