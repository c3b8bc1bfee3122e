import './support';
import { readdirSync, readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { Database, openDatabase, SCHEMA_VERSION } from '@/lib/store/database';
import { migrations, rowsOf, type Stored, shapeOf, tablesOf, writeOld } from './support';

const NAME = 'versions';
afterEach(() => Dexie.delete(NAME));

const MIGRATIONS = await migrations();

/** What a database of this version held: the youngest that was written down up to it. */
function storedAt(version: number): Stored {
  const folder = 'tests/fixtures/databases';
  const written = readdirSync(folder).map((file) => Number(file.match(/\d+/)?.[0]));
  const youngest = Math.max(...written.filter((one) => one <= version));
  return JSON.parse(readFileSync(`${folder}/version-${youngest}.json`, 'utf8')) as Stored;
}

test.each(MIGRATIONS.map(({ version }) => version))(
  'a database of version %i becomes one of today, and keeps every row',
  async (version) => {
    const fresh = await openDatabase(NAME);
    const shape = shapeOf(fresh);
    fresh.close();
    await Dexie.delete(NAME);
    const stored = storedAt(version);
    await writeOld(NAME, version, await tablesOf(version), stored);
    const db = await openDatabase(NAME);
    expect([db.verno, (await db.meta.get('schemaVersion'))?.value]).toEqual([SCHEMA_VERSION, SCHEMA_VERSION]);
    const sorted = (all: Record<string, string>) =>
      Object.entries(all).map(([name, indexes]) => [name, indexes.split(', ').sort()]);
    expect(sorted(shapeOf(db)).sort()).toEqual(sorted(shape).sort());
    const kept = Object.keys(stored).filter((name) => name !== 'meta' && stored[name]?.length);
    expect(kept.length).toBeGreaterThan(10);
    for (const name of kept) expect([name, await rowsOf(db, name)]).toEqual([name, stored[name]]);
    db.close();
  },
);

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
