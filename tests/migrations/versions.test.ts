import './support';
import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { Database, openDatabase, SCHEMA_VERSION } from '@/lib/store/database';
import { shapeOf } from './support';

const NAME = 'versions';
afterEach(() => Dexie.delete(NAME));

test('a new database has the same tables whether it is made at once or step by step', async () => {
  const steps = await new Database(NAME).open();
  const shape = shapeOf(steps);
  const version = steps.verno;
  steps.close();
  await Dexie.delete(NAME);
  const once = await openDatabase(NAME);
  expect(shapeOf(once)).toEqual(shape);
  expect(Object.keys(shape).length).toBeGreaterThan(30);
  expect([once.verno, version]).toEqual([SCHEMA_VERSION, SCHEMA_VERSION]);
  once.close();
});

test('a database of the last version is opened again with what it holds, one that was left by an opening that failed too', async () => {
  const old = new Dexie(NAME);
  old.version(1).stores({ meta: 'key', drafts: 'key' });
  await old.table('drafts').put({ key: 'note:1', text: 'half' });
  old.close();
  // As openDatabase does at first.
  const quick = new Database(NAME, false);
  await expect(quick.open()).rejects.toThrow();
  expect(quick.older).toBe(true);
  quick.close();
  const untouched = await new Dexie(NAME).open();
  expect([untouched.verno, Object.keys(shapeOf(untouched)).sort()]).toEqual([1, ['drafts', 'meta']]);
  untouched.close();
  for (let turn = 0; turn < 2; turn += 1) {
    const db = await openDatabase(NAME);
    expect([db.older, db.verno, await db.drafts.count()]).toEqual([false, SCHEMA_VERSION, 1]);
    db.close();
  }
});
