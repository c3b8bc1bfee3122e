import './support';
import { readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { afterAll, expect, test } from 'vitest';
import type { SurveyResponse } from '@/lib/crm/surveys';
import { packedAnswers } from '@/lib/store/answer-pages';
import { openDatabase, SCHEMA_VERSION } from '@/lib/store/database';
import * as first from '@/lib/store/migrations/0001-first';
import * as lists from '@/lib/store/migrations/0002-lists';
import * as surveys from '@/lib/store/migrations/0003-surveys';
import * as refs from '@/lib/store/migrations/0004-refs-imports';
import * as search from '@/lib/store/migrations/0005-search';
import * as duplicates from '@/lib/store/migrations/0006-duplicates';
import * as answers from '@/lib/store/migrations/0008-answers';
import { packedOf } from '@/lib/store/packed-answers';
import { listSurveys } from '@/lib/store/views/survey-views';
import { rowOf } from '@/lib/store/work';
import { type Stored, shapeOf, writeOld } from './support';

const stored: Stored = JSON.parse(readFileSync('tests/fixtures/databases/version-3.json', 'utf8'));
const OLD = [first, lists, surveys, refs, search, duplicates].reduce(
  (all, { tables }) => Object.assign(all, tables),
  {} as Record<string, string>,
);
const NAME = '8-answers';

afterAll(() => Dexie.delete(NAME));

test('a database of version 6 gets pages of answers, and keys of whom answers and deleted cases are about', async () => {
  const [open] = stored.cases as { id: string; k: object; body: { contactIds: string[] } }[];
  const body = { ...open!.body, id: 'deleted', deletedAt: 1, contactIds: ['c'], responseId: 'r' };
  const old = { id: 'deleted', k: { about: ['c'] }, body };
  await writeOld(NAME, duplicates.version, OLD, { ...stored, cases: [...(stored.cases ?? []), old] });
  const db = await openDatabase(NAME);
  expect((await db.meta.get('schemaVersion'))?.value).toBe(SCHEMA_VERSION);
  const shape = shapeOf(db);
  expect(shape.answers).toBe(answers.tables.answers);
  expect(shape.responses?.split(', ').sort()).toEqual(answers.tables.responses.split(', ').sort());
  for (const name of ['responses', 'cases'] as const) {
    const rows = await db.table(name).toArray();
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toEqual(rowOf(name, row.body));
  }
  expect((await db.cases.get('deleted'))?.k).toEqual({ about: ['c', 'r'] });
  expect(await db.responses.where('k.says').equals(1).count()).toBeGreaterThan(0);

  expect((await listSurveys(db)).length).toBeGreaterThan(0);
  const bodies = (stored.responses as unknown as { body: SurveyResponse }[]).map((row) => row.body);
  for (const { surveyId } of bodies) {
    const own = bodies.filter((one) => one.surveyId === surveyId && one.deletedAt === null);
    const packed = await packedAnswers(db, surveyId);
    expect(packed.map((one) => one.id).sort()).toEqual(own.map((one) => one.id).sort());
    expect(packed).toEqual(expect.arrayContaining(own.map(packedOf)));
  }
  expect(await db.answers.count()).toBeGreaterThan(0);
  db.close();
});
