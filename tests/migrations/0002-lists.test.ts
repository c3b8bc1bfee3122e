import './support';
import { readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { afterAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '@/lib/store/database';
import { LISTS_VERSION } from '@/lib/store/filled';
import * as first from '@/lib/store/migrations/0001-first';
import * as lists from '@/lib/store/migrations/0002-lists';
import { rowsOf, type Stored, shapeOf, writeOld } from './support';

const stored = (version: number): Stored =>
  JSON.parse(readFileSync(`tests/fixtures/databases/version-${version}.json`, 'utf8'));
const [before, after] = [stored(1), stored(2)];
const opened: Database[] = [];

afterAll(async () => {
  for (const db of opened) db.close();
  for (const name of new Set(opened.map((db) => db.name))) await Dexie.delete(name);
});

/** A database as version 1 left it, opened by this code. */
async function migrated(name: string): Promise<Database> {
  await writeOld(name, first.version, first.tables, before);
  const db = await openDatabase(name);
  opened.push(db);
  return db;
}

test('adds the tables that are written down to those of version 1', async () => {
  const shape = shapeOf(await migrated('2-shape'));
  expect(shape).toMatchObject(lists.tables);
  expect(Object.keys(shape)).toEqual(expect.arrayContaining(Object.keys(first.tables)));
});

test('a database of version 1 keeps every row, and its lists are filled', async () => {
  const db = await migrated('2-rows');
  for (const name of Object.keys({ ...first.tables, ...lists.tables })) {
    if (name === 'meta') continue;
    expect([name, await rowsOf(db, name)]).toEqual([name, after[name]]);
    if (name in first.tables) expect([name, after[name]]).toEqual([name, before[name]]);
  }
  expect(await db.meta.get('lists')).toEqual({ key: 'lists', value: LISTS_VERSION });
});

test('lists are filled once: what a command wrote into them stays', async () => {
  const db = await migrated('2-once');
  await db.tallies.put({ noun: 'contacts', count: 7 });
  db.close();
  const again = await openDatabase('2-once');
  opened.push(again);
  expect(await again.tallies.get('contacts')).toEqual({ noun: 'contacts', count: 7 });
});
