import './support';
import { readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { afterAll, expect, test } from 'vitest';
import { ChangedTable } from '@/lib/crm/changes';
import { type Database, openDatabase, SCHEMA_VERSION } from '@/lib/store/database';
import * as first from '@/lib/store/migrations/0001-first';
import * as lists from '@/lib/store/migrations/0002-lists';
import * as surveys from '@/lib/store/migrations/0003-surveys';
import { rowOf } from '@/lib/store/work';
import { rowsOf, type Stored, shapeOf, writeOld } from './support';

const stored = (version: number): Stored =>
  JSON.parse(readFileSync(`tests/fixtures/databases/version-${version}.json`, 'utf8'));
const [before, after] = [stored(2), stored(3)];
const OLD = { ...first.tables, ...lists.tables };
const opened: Database[] = [];

afterAll(async () => {
  for (const db of opened) db.close();
  for (const name of new Set(opened.map((db) => db.name))) await Dexie.delete(name);
});

async function open(name: string): Promise<Database> {
  const db = await openDatabase(name);
  opened.push(db);
  return db;
}

test('adds the tables that are written down to those of version 2', async () => {
  await writeOld('3-shape', lists.version, OLD, before);
  const db = await open('3-shape');
  const sorted = (text: string) => text.split(', ').sort();
  const shape = shapeOf(db);
  for (const [name, text] of Object.entries(surveys.tables)) {
    expect([name, sorted(shape[name] ?? '')]).toEqual([name, expect.arrayContaining(sorted(text))]);
  }
  expect(Object.keys(shape)).toEqual(expect.arrayContaining(Object.keys(OLD)));
  expect((await db.meta.get('schemaVersion'))?.value).toBe(SCHEMA_VERSION);
});

test('a database of version 2 keeps every row', async () => {
  await writeOld('3-rows', lists.version, OLD, before);
  const db = await open('3-rows');
  for (const name of Object.keys(OLD)) {
    if (name !== 'meta') expect([name, await rowsOf(db, name)]).toEqual([name, before[name]]);
  }
  for (const name of Object.keys(surveys.tables)) expect(await db.table(name).count()).toBe(0);
});

test('a database of version 3 opens as it was stored, and its rows have the keys that are computed today', async () => {
  await writeOld('3-opens', surveys.version, { ...OLD, ...surveys.tables }, after);
  const db = await open('3-opens');
  expect(db.newer).toBe(false);
  for (const name of Object.keys(surveys.tables)) {
    if (name !== 'connections') expect(after[name]?.length).toBeGreaterThan(0);
    expect([name, await rowsOf(db, name)]).toEqual([name, after[name]]);
  }
  for (const name of ChangedTable.options) {
    for (const row of after[name] ?? []) expect(rowOf(name, row.body as never)).toMatchObject(row);
  }
});
