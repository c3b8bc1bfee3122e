import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHOICE_MEASURES, type MeasureName, NUMBER_MEASURES } from '@/lib/crm/measure-names';
import type { Query } from '@/lib/crm/segments';
import { contactIds } from '@/lib/store/contact-list';
import { type Database, openDatabase } from '@/lib/store/database';
import { keepImages } from '@/lib/store/held-pages';
import { refreshInsight } from '@/lib/store/insight-job';
import { readMeasures } from '@/lib/store/read-measures';
import { findMembers, idsIn } from '@/lib/store/segment-find';
import { findSegment } from '@/lib/store/views/segment-views';
import { run, step } from './lists-steps';
import { aQuery, log } from './segments-queries';
import { DAY, newStore, type Store } from './support';

const NAMES = [...NUMBER_MEASURES, ...Object.keys(CHOICE_MEASURES)] as MeasureName[];
const ZONE = 'Asia/Shanghai';

/** All that is read from packed pages. */
async function readAll(db: Database, now: number, queries: Query[]) {
  const found: [string[], boolean][] = [];
  for (const query of queries) {
    const members = await findMembers(db, query, { now, zone: ZONE });
    found.push([idsIn(members), members.unclear]);
  }
  const orders = [];
  for (const by of ['name', 'company', 'added', 'last', 'next'] as const)
    orders.push(await contactIds(db, { filter: {}, sort: { by, descending: false }, now, zone: ZONE }));
  orders.push(
    await contactIds(db, {
      filter: { kind: 'work' },
      sort: { by: 'name', descending: true },
      now,
      zone: ZONE,
    }),
  );
  const measures = await readMeasures(db, now, ZONE);
  const { ids, offsets, at, days, codes, values, orders: shared, withoutRate } = measures.events;
  return {
    found,
    orders,
    figures: NAMES.map((name) => [name, [...measures.column(name)]]),
    events: [ids, [...offsets], [...at], [...days], [...codes], [...values], [...shared], withoutRate],
  };
}

/** What whoever opens the store now reads. */
async function readAnew({ db, clock }: Store, queries: Query[]) {
  const fresh = await openDatabase(db.name);
  const read = await readAll(fresh, clock.now, queries);
  fresh.close();
  return read;
}

/** Counts, and few of those who are found: ids of all are not read for it. */
async function sampled(db: Database, now: number, queries: Query[]) {
  const found = [];
  for (const query of queries)
    found.push(await findSegment(db, { what: { query }, from: 0, limit: 2 }, { now, zone: ZONE }));
  return found;
}

test('after whatever commands what is held and patched is what is read anew, with an image or without', async () => {
  let patched = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ one: step, log, between: fc.nat(5) }), { minLength: 6, maxLength: 16 }),
      fc.array(aQuery, { minLength: 3, maxLength: 3 }),
      async (sequence, made) => {
        const store = await newStore();
        const saved: Blob[] = [];
        // Asks for counts alone, and only sometimes who everybody is.
        const counting = await openDatabase(store.db.name);
        await store.ask('contacts.add', { draft: { name: 'Ada' } });
        const queries: Query[] = [];
        for (const make of made) queries.push(await make(store));
        for (const { one, log: deed, between } of sequence) {
          await run(store, one, saved);
          await deed(store);
          if (between === 0) await keepImages(store.db);
          if (between === 1) store.clock.now += DAY / 3;
          if (between === 2) await refreshInsight({ db: store.db, now: () => store.clock.now, zone: ZONE });
          const held = await readAll(store.db, store.clock.now, queries);
          const anew = await readAnew(store, queries);
          expect(held).toEqual(anew);
          const counted = await sampled(counting, store.clock.now, queries);
          expect(counted).toEqual(await sampled(store.db, store.clock.now, queries));
          expect(counted.map(({ count }) => count)).toEqual(anew.found.map(([ids]) => ids.length));
          if (between === 3) expect(await readAll(counting, store.clock.now, queries)).toEqual(anew);
          if (anew.orders[0]!.length > 1) patched += 1;
        }
        counting.close();
        await store.db.delete();
      },
    ),
    { numRuns: 30 },
  );
  expect(patched).toBeGreaterThan(30);
}, 180_000);

test('after a command only the pages that it wrote are read, and after an erasing all of them', async () => {
  const { db, call, clock } = await newStore();
  const { ids } = await call('contacts.addMany', { drafts: [{ name: 'Ada' }, { name: 'Bo' }] });
  const read = async () => readMeasures(db, clock.now, 'UTC');
  const before = await read();
  expect(await read()).toBe(before);
  await call('tags.assign', { contactIds: [ids[0]!], path: 'Seen' });
  expect((await read()).events).toBe(before.events);
  await call('activities.log', { activity: { type: 'call', contactIds: [ids[0]!], at: clock.now } });
  const after = await read();
  expect(after.events).not.toBe(before.events);
  expect([...after.column('exchanges')].sort()).toEqual([0, 1]);
  await keepImages(db);
  expect(await db.pageImages.count()).toBe(6);
  await call('contacts.erase', { id: ids[0]! });
  expect(await db.pageImages.count()).toBe(0);
  expect(JSON.stringify(await db.meta.get('pages'))).not.toContain(ids[0]);
  expect((await read()).ids).toEqual([ids[1]]);
});

test('an image of pages that were held before somebody was erased elsewhere is not kept', async () => {
  const { db, call, clock } = await newStore();
  const { id } = await call('contacts.add', { draft: { name: 'Ada' } });
  const other = await openDatabase(db.name);
  await readMeasures(other, clock.now, 'UTC');
  const get = other.pageImages.get.bind(other.pageImages);
  // Between reading and keeping another page erases.
  let isErased = false;
  const transaction = other.transaction.bind(other);
  other.transaction = (async (mode: 'r' | 'rw', ...rest: [never, never]) => {
    if (mode === 'rw' && !isErased) {
      isErased = true;
      await call('contacts.erase', { id });
    }
    return transaction(mode, ...rest);
  }) as never;
  await keepImages(other);
  expect(isErased).toBe(true);
  for (const table of ['columns', 'events', 'measures', 'facts'])
    expect(JSON.stringify((await get(table)) ?? null)).not.toContain(id);
  other.close();
});

test('a segment that is counted reads the ids of those alone who are named, and of all when all are', async () => {
  const { db, call, clock } = await newStore();
  const ids: string[] = [];
  while (ids.length < 400) {
    const drafts = Array.from({ length: 50 }, (_, n) => ({ name: `Guest ${100 + ids.length + n}` }));
    ids.push(...(await call('contacts.addMany', { drafts })).ids);
  }
  await call('activities.log', { activity: { type: 'call', contactIds: [ids[5]!], at: clock.now - DAY } });
  await keepImages(db);
  const query: Query = { ask: 'count', types: ['call'], within: {}, times: { max: 0 } };
  const when = { now: clock.now, zone: ZONE };
  const other = await openDatabase(db.name);
  const read: string[] = [];
  const get = other.pageImages.get.bind(other.pageImages);
  other.pageImages.get = ((part: string) => {
    read.push(part);
    return get(part as never);
  }) as never;
  const sample = () => findSegment(other, { what: { query }, from: 300, limit: 3 }, when);
  const before = await sample();
  expect(before).toMatchObject({ count: 399, of: 400 });
  expect(before.people.map(({ name }) => name)).toEqual(['Guest 401', 'Guest 402', 'Guest 403']);
  expect(read.sort()).toEqual(['columns', 'events', 'sorting']);
  // What was read of an image stands by that state of it: another one came meanwhile, and somebody else.
  await call('activities.log', { activity: { type: 'call', contactIds: [ids[301]!], at: clock.now - DAY } });
  await call('contacts.add', { draft: { name: 'Guest 401b' } });
  const after = await sample();
  expect(after).toMatchObject({ count: 399, of: 401 });
  expect(after.people.map(({ name }) => name)).toEqual(['Guest 401b', 'Guest 402', 'Guest 403']);
  expect(read).not.toContain('ids');
  await db.pageImages.clear();
  await keepImages(db);
  expect(idsIn(await findMembers(other, query, when))).toEqual(idsIn(await findMembers(db, query, when)));
  expect(read).toContain('ids');
  other.close();
});
