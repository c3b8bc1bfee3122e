import './support';
import { readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { afterAll, expect, test } from 'vitest';
import { openDatabase, SCHEMA_VERSION } from '@/lib/store/database';
import * as first from '@/lib/store/migrations/0001-first';
import * as lists from '@/lib/store/migrations/0002-lists';
import * as surveys from '@/lib/store/migrations/0003-surveys';
import * as refs from '@/lib/store/migrations/0004-refs-imports';
import * as search from '@/lib/store/migrations/0005-search';
import * as duplicates from '@/lib/store/migrations/0006-duplicates';
import * as answers from '@/lib/store/migrations/0008-answers';
import * as insight from '@/lib/store/migrations/0009-insight';
import * as templates from '@/lib/store/migrations/0010-templates';
import { rowsOf, type Stored, shapeOf, writeOld } from './support';

const stored: Stored = JSON.parse(readFileSync('tests/fixtures/databases/version-3.json', 'utf8'));
const OLD = [first, lists, surveys, refs, search, duplicates, answers, insight].reduce(
  (all, { tables }) => Object.assign(all, tables),
  {} as Record<string, string>,
);
const NAME = '10-templates';

afterAll(() => Dexie.delete(NAME));

test('a database of version 9 keeps its rows and gets tables for templates and what was put into drafts', async () => {
  await writeOld(NAME, insight.version, OLD, stored);
  const db = await openDatabase(NAME);
  expect((await db.meta.get('schemaVersion'))?.value).toBe(SCHEMA_VERSION);
  const sorted = (indexes: string | undefined) => indexes?.split(', ').sort();
  const shape = shapeOf(db);
  for (const [table, indexes] of Object.entries(templates.tables)) {
    expect([table, sorted(shape[table])]).toEqual([table, sorted(indexes)]);
  }
  for (const name of Object.keys(stored)) {
    if (name !== 'meta') expect([name, await rowsOf(db, name)]).toEqual([name, stored[name]]);
  }
  db.close();
});
