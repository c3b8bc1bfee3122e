import './support';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { NOUN_NAMES } from '@/lib/store/backup-nouns';
import { SCHEMA_VERSION } from '@/lib/store/database';
import { newStore } from '../unit/store/support';
import { tablesOf, writeOld } from './support';
import { fillWorld, frozen, thawed } from './world';

/**
 * Databases with every noun of their version, as the product of that day wrote them. A new version of the stored shape, or a noun that
 * comes to it before it is released, is frozen by
 *
 *     SIDELIGHT_FREEZE=1 npx vitest run --project unit tests/migrations/every-noun.test.ts
 *
 * The files of versions that were released stay as they are.
 */
const FOLDER = 'tests/fixtures/every-noun';
const FILE = path.join(FOLDER, `version-${SCHEMA_VERSION}.json`);

test('the youngest version is frozen with every noun that it knows', async () => {
  const store = await newStore();
  await fillWorld(store);
  const text = await frozen(store.db);
  if (process.env.SIDELIGHT_FREEZE) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(FILE, `${text}\n`);
  }
  expect(existsSync(FILE), 'not frozen yet: see above').toBe(true);
  const [today, kept] = [thawed(text), thawed(readFileSync(FILE, 'utf8'))];
  expect(Object.keys(today)).toEqual(expect.arrayContaining([...NOUN_NAMES]));
  expect(Object.keys(kept).sort()).toEqual(Object.keys(today).sort());
});

test('a frozen database is opened by the product of today: every noun read, listed and searched', async () => {
  const stored = thawed(readFileSync(FILE, 'utf8'));
  const name = `every-noun-${SCHEMA_VERSION}`;
  await writeOld(name, SCHEMA_VERSION, await tablesOf(SCHEMA_VERSION), stored);
  const { call, db } = await newStore(name);
  for (const noun of NOUN_NAMES) {
    const rows = (await db.table(noun).toArray()) as { id: string }[];
    expect([noun, rows.map(({ id }) => id).sort()]).toEqual([noun, stored[noun]?.map(({ id }) => id).sort()]);
  }
  const [anna] = await call('contacts.find', { text: 'anna' });
  const id = anna?.id ?? '';
  const view = await call('contacts.view', { id });
  expect(view).toMatchObject({
    name: 'Anna Berg',
    deals: [{ title: 'Greenhouse roof, south' }],
    cadence: { days: 30 },
  });
  expect(view.cases.length + view.needs.length).toBeGreaterThan(1);
  const sort = { by: 'name' as const, descending: false };
  expect(await call('contacts.ids', { filter: {}, sort })).toHaveLength(2);
  const lists = {
    companies: await call('companies.find', { text: 'Fjordlab', limit: 5 }),
    tags: await call('tags.tree', {}),
    surveys: await call('surveys.list', {}),
    cases: await call('cases.list', { which: 'all' }),
    segments: await call('segments.list', {}),
    deals: await call('deals.list', { which: 'open' }),
    templates: (await call('templates.list', {})).rows,
    imports: await call('imports.list', {}),
  };
  for (const [noun, list] of Object.entries(lists)) {
    const rows = Array.isArray(list) ? list : Object.values(list as object).find(Array.isArray);
    expect([noun, (rows as unknown[]).length > 0]).toEqual([noun, true]);
  }
  const [survey] = await call('surveys.list', {});
  const surveyId = survey?.id ?? '';
  expect((await call('schedules.list', { surveyId })).length).toBe(1);
  expect(await call('invites.asked', { surveyId })).toHaveLength(1);
  const answers = await call('responses.list', { surveyId, which: 'all', limit: 10 });
  expect(answers.items).toHaveLength(2);
  const photos = await call('contacts.photos', { ids: [id] });
  expect(photos.sources).toHaveProperty(id);
  // A word of each noun that is searched.
  for (const text of ['fjordlab', '慧敏', 'quiet', 'kestrel', 'harbour', 'hums'])
    expect([text, (await call('search.find', { text })).hits.length > 0]).toEqual([text, true]);
  const { file } = await call('backup.save', {});
  expect(file.size).toBeGreaterThan(1000);
});
