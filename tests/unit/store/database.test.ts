import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { SCHEMA_VERSION } from '@/lib/store/database';
import { rememberIdentity } from '@/lib/store/identities';
import { databaseExists, removeDatabase } from '@/lib/store/removal';
import { sweepJobs } from '@/lib/store/take-back';
import { newStore } from './support';

test('data of a newer version is read, and never written', async () => {
  const { db, call, ask } = await newStore();
  const { id } = await call('contacts.add', { draft: { name: 'Anna Berg' } });
  await db.meta.put({ key: 'schemaVersion', value: SCHEMA_VERSION + 1 });
  db.close();
  const later = await newStore(db.name);
  expect(later.db.newer).toBe(true);
  expect((await later.call('contacts.view', { id })).name).toBe('Anna Berg');
  for (const [op, input] of [
    ['contacts.edit', { id, name: 'B' }],
    ['changes.undo', {}],
    ['drafts.put', { key: 'note', text: 'x' }],
    ['device.set', { device: { welcomed: true } }],
  ] as const) {
    expect(await later.ask(op, input)).toMatchObject({ ok: false, error: { code: 'newer' } });
  }
  expect((await later.db.meta.get('schemaVersion'))?.value).toBe(SCHEMA_VERSION + 1);
  expect(await ask('contacts.counts', {})).toMatchObject({ ok: false, error: { code: 'reload' } });
});

test('an answer about a person is not written into newer data', async () => {
  const { db } = await newStore();
  db.newer = true;
  await expect(rememberIdentity(db, 'gmail:1', 'name:li wei', null, 1)).rejects.toMatchObject({
    code: 'newer',
  });
  expect(await db.identities.count()).toBe(0);
});

test('a batch of a newer version is left alone', async () => {
  const { db, call } = await newStore();
  await call('contacts.add', { draft: { name: 'Anna Berg' } });
  const [change] = await db.changes.toArray();
  const job = { op: 'contacts.add', cursor: 1, total: 2, result: null, beatAt: 0 };
  await db.jobs.put({ id: 'job', commandId: change?.k.command ?? '', ...job });
  db.newer = true;
  await sweepJobs(db, Date.now());
  expect([await db.jobs.count(), await db.contacts.count()]).toEqual([1, 1]);
});

test('data of an older version is of this one once it was opened', async () => {
  const { db } = await newStore();
  await db.meta.put({ key: 'schemaVersion', value: SCHEMA_VERSION - 1 });
  db.close();
  const later = await newStore(db.name);
  expect(later.db.newer).toBe(false);
  expect((await later.db.meta.get('schemaVersion'))?.value).toBe(SCHEMA_VERSION);
});

test('a database that another page deletes is not made anew by what is asked here', async () => {
  const { db, ask } = await newStore();
  await removeDatabase(db.name);
  expect(await ask('contacts.counts', {})).toMatchObject({ ok: false, error: { code: 'reload' } });
  expect(await databaseExists(db.name)).toBe(false);
});

test('a page lets go of the database when a newer version wants to change it', async () => {
  const { db } = await newStore();
  const upgrade = Dexie.dependencies.indexedDB.open(db.name, 990);
  await new Promise((resolve, reject) => {
    upgrade.onupgradeneeded = resolve;
    upgrade.onerror = reject;
    upgrade.onblocked = reject;
  });
  expect(db.isOpen()).toBe(false);
  upgrade.result.close();
});

test('two stores do not know of each other', async () => {
  const one = await newStore();
  const other = await newStore();
  await one.call('contacts.add', { draft: { name: 'Anna Berg' } });
  expect((await other.call('contacts.counts', {})).contacts).toBe(0);
});
