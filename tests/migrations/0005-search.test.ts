import './support';
import { readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { afterAll, expect, test } from 'vitest';
import { openDatabase, SCHEMA_VERSION } from '@/lib/store/database';
import * as first from '@/lib/store/migrations/0001-first';
import * as lists from '@/lib/store/migrations/0002-lists';
import * as surveys from '@/lib/store/migrations/0003-surveys';
import * as refs from '@/lib/store/migrations/0004-refs-imports';
import * as index from '@/lib/store/migrations/0005-search';
import { search } from '@/lib/store/search/find';
import { rowsOf, type Stored, shapeOf, writeOld } from './support';

const before: Stored = JSON.parse(readFileSync('tests/fixtures/databases/version-3.json', 'utf8'));
const OLD = { ...first.tables, ...lists.tables, ...surveys.tables, ...refs.tables };
const NAME = '5-search';

afterAll(() => Dexie.delete(NAME));

test('a database of version 4 keeps its rows, gets the tables of the index, and everybody in it is found', async () => {
  await writeOld(NAME, refs.version, OLD, before);
  const db = await openDatabase(NAME);
  expect((await db.meta.get('schemaVersion'))?.value).toBe(SCHEMA_VERSION);
  expect(shapeOf(db)).toMatchObject({ ...index.tables, searchBlocks: 'run,at' });
  for (const name of Object.keys(before)) {
    if (name !== 'meta') expect([name, await rowsOf(db, name)]).toEqual([name, before[name]]);
  }
  const people = (before.contacts ?? []) as unknown as { id: string; body: Record<string, never> }[];
  const shown = people.filter(({ body }) => body.deletedAt === null && !body.mergedInto);
  expect(shown.length).toBeGreaterThan(0);
  for (const { id, body } of shown) {
    const ask = () => search(db, { text: body.name ?? '', limit: 50 });
    // The first question makes the index, for a while: a slow machine needs more than one.
    await expect.poll(async () => (await ask()).making, { timeout: 10_000 }).toBeNull();
    expect((await ask()).hits.map((hit) => hit.id)).toContain(id);
  }
  db.close();
});
