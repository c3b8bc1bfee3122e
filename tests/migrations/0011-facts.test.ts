import './support';
import { readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { afterAll, expect, test } from 'vitest';
import { openDatabase, SCHEMA_VERSION } from '@/lib/store/database';
import { packedFacts } from '@/lib/store/fact-pages';
import { LISTS_VERSION } from '@/lib/store/filled';
import * as first from '@/lib/store/migrations/0001-first';
import * as lists from '@/lib/store/migrations/0002-lists';
import * as surveys from '@/lib/store/migrations/0003-surveys';
import * as refs from '@/lib/store/migrations/0004-refs-imports';
import * as search from '@/lib/store/migrations/0005-search';
import * as duplicates from '@/lib/store/migrations/0006-duplicates';
import * as answers from '@/lib/store/migrations/0008-answers';
import * as insight from '@/lib/store/migrations/0009-insight';
import * as templates from '@/lib/store/migrations/0010-templates';
import * as facts from '@/lib/store/migrations/0011-facts';
import { rowsOf, type Stored, shapeOf, writeOld } from './support';

const stored: Stored = JSON.parse(readFileSync('tests/fixtures/databases/version-3.json', 'utf8'));
const OLD = [first, lists, surveys, refs, search, duplicates, answers, insight, templates].reduce(
  (all, { tables }) => Object.assign(all, tables),
  {} as Record<string, string>,
);
const NAME = '11-facts';

afterAll(() => Dexie.delete(NAME));

test('a database of version 10 keeps its rows, and what stands in the fields of its contacts is packed', async () => {
  const before = { ...stored, meta: [{ key: 'lists', value: LISTS_VERSION - 1 }] } as Stored;
  await writeOld(NAME, templates.version, OLD, before);
  const db = await openDatabase(NAME);
  expect((await db.meta.get('schemaVersion'))?.value).toBe(SCHEMA_VERSION);
  expect(shapeOf(db)).toMatchObject(facts.tables);
  for (const name of Object.keys(stored)) {
    if (name !== 'meta') expect([name, await rowsOf(db, name)]).toEqual([name, stored[name]]);
  }
  const own = (await db.contacts.toArray()).flatMap(({ body }) => Object.values(body.facts));
  const standing = own
    .filter(({ asideAt }) => asideAt === undefined)
    .map(({ field, value }) => ({ field, value }));
  expect(standing.length).toBeGreaterThan(0);
  const packed = (await db.facts.toArray()).flatMap(packedFacts);
  for (const one of standing) expect(packed).toContainEqual(one);
  db.close();
});
