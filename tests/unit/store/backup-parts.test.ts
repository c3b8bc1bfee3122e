import Dexie from 'dexie';
import { v7 as uuid } from 'uuid';
import { expect, test, vi } from 'vitest';
import { SCHEMA_VERSION } from '@/lib/store/database';
import { rowOf } from '@/lib/store/work';
import { newStore } from './support';

/** Files that are too large to be held, and data that this version may not write. */

const PEOPLE = 2200;

/** Rows written past the product, which would count and index each. */
async function filled() {
  const store = await newStore();
  const { id } = await store.call('contacts.add', { draft: { name: 'Person', note: 'A note' } });
  const person = (await store.db.contacts.get(id))!.body;
  const [note] = await store.db.activities.toArray();
  const ids = Array.from({ length: PEOPLE }, () => uuid());
  await store.db.contacts.bulkPut(
    ids.map((one, n) => rowOf('contacts', { ...person, id: one, name: `Person ${n}` })),
  );
  await store.db.activities.bulkPut(
    ids.map((contactId, n) => {
      const participants = [{ contactId, role: 'with' as const }];
      return rowOf('activities', { ...note!.body, id: uuid(), participants, text: `Note on ${n}` });
    }),
  );
  return store;
}

test('a file is restored part by part, each read for itself, and the same rows come out', async () => {
  const store = await filled();
  const { file } = await store.call('backup.save', {});
  const fresh = await newStore();
  const read: number[] = [];
  const { text } = Blob.prototype;
  const spy = vi.spyOn(Blob.prototype, 'text').mockImplementation(function (this: Blob) {
    read.push(this.size);
    return text.call(this);
  });
  expect(await fresh.call('backup.preview', { file })).toMatchObject({ adds: expect.any(Number), leaves: 0 });
  // Nothing is here that could be compared: one look at each row is enough.
  expect(read).toEqual([]);
  await fresh.call('backup.restore', { file });
  spy.mockRestore();
  expect(read.length).toBeGreaterThan(4);
  expect(Math.max(...read)).toBeLessThan(file.size / 3);
  for (const table of ['contacts', 'activities'] as const)
    expect(await fresh.db.table(table).toArray()).toEqual(await store.db.table(table).toArray());
  // And once more, where everything is here already.
  expect(await fresh.call('backup.restore', { file })).toMatchObject({ added: 0, replaced: 0 });
}, 60_000);

test('a file that changes while it is restored is refused, and what was written is taken back', async () => {
  const store = await filled();
  const { file } = await store.call('backup.save', {});
  const fresh = await newStore();
  let turn = 0;
  const { text } = Blob.prototype;
  const spy = vi.spyOn(Blob.prototype, 'text').mockImplementation(function (this: Blob) {
    turn += 1;
    if (turn > 4) throw new DOMException('changed', 'NotReadableError');
    return text.call(this);
  });
  const answer = await fresh.ask('backup.restore', { file });
  spy.mockRestore();
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
  expect([
    await fresh.db.contacts.count(),
    await fresh.db.activities.count(),
    await fresh.db.jobs.count(),
  ]).toEqual([0, 0, 0]);
}, 60_000);

test('data of a newer version are saved with tables that this one does not know, and nothing is written', async () => {
  const { db, call } = await newStore();
  const { id } = await call('contacts.add', { draft: { name: 'Anna Berg' } });
  await db.meta.put({ key: 'schemaVersion', value: SCHEMA_VERSION + 1 });
  db.close();
  const dynamic = await new Dexie(db.name).open();
  const later = new Dexie(db.name);
  const known = Object.fromEntries(
    dynamic.tables.map(({ name, schema }) => [
      name,
      [schema.primKey, ...schema.indexes].map(({ src }) => src).join(),
    ]),
  );
  later.version(dynamic.verno + 1).stores({ ...known, gadgets: 'id', packs: 'from' });
  dynamic.close();
  await later.open();
  const gadget = { id: '0198a000-0000-7000-8000-000000000009', clock: '0', name: 'Later' };
  await later.table('gadgets').put({ id: gadget.id, k: {}, body: gadget });
  await later.table('packs').put({ from: 'a', bytes: 'x' });
  later.close();
  const store = await newStore(db.name);
  expect(store.db.newer).toBe(true);
  expect(await store.ask('backup.save', {})).toMatchObject({ ok: false, error: { code: 'newer' } });
  const before = await store.db.changes.count();
  const { file, counts } = await store.call('backup.saveNewer', {});
  const saved = JSON.parse(await file.text());
  expect(saved).toMatchObject({ schemaVersion: SCHEMA_VERSION + 1, gadgets: [gadget] });
  expect(saved.contacts).toMatchObject([{ id, name: 'Anna Berg' }]);
  expect([saved.packs, saved.figures]).toEqual([undefined, undefined]);
  expect(counts.contacts).toBe(1);
  expect(await store.db.changes.count()).toBe(before);
  // This version does not restore it, and says so.
  const fresh = await newStore();
  expect(await fresh.ask('backup.preview', { file })).toMatchObject({ ok: false, error: { code: 'newer' } });
}, 30_000);
