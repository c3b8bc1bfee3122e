import './support';
import { readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '@/lib/store/database';
import * as first from '@/lib/store/migrations/0001-first';
import * as lists from '@/lib/store/migrations/0002-lists';
import * as surveys from '@/lib/store/migrations/0003-surveys';
import { rowOf } from '@/lib/store/work';
import { type Stored, writeOld } from './support';

const before: Stored = JSON.parse(readFileSync('tests/fixtures/databases/version-3.json', 'utf8'));
const OLD = { ...first.tables, ...lists.tables, ...surveys.tables };
const NAME = '4-refs';

afterAll(() => Dexie.delete(NAME));

test('a contact of version 3 that names another is found from the other end, and every other row is as it was', async () => {
  const [anna, bert, ...others] = structuredClone(before.contacts ?? []) as { id: string; body: never }[];
  if (!anna || !bert) throw new Error('The stored database has no contacts.');
  const facts = (bert.body as { facts: Record<string, unknown> }).facts;
  const from = { source: 'typed', at: 1, how: 'typed' };
  facts['0190b1c2-0000-7000-8000-000000000001'] = { field: 'introducer', value: 'A', ref: anna.id, ...from };
  await writeOld(NAME, surveys.version, OLD, { ...before, contacts: [anna, bert, ...others] });
  const db = await openDatabase(NAME);
  expect(await db.contacts.where('k.refs').equals(anna.id).primaryKeys()).toEqual([bert.id]);
  expect(await db.contacts.get(bert.id)).toEqual(rowOf('contacts', bert.body));
  expect(await db.contacts.bulkGet([anna.id, ...others.map(({ id }) => id)])).toEqual([anna, ...others]);
  expect(await db.imports.count()).toBe(0);
  db.close();
});
