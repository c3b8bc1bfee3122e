import { expect, test, vi } from 'vitest';
import { openDatabase } from '@/lib/store/database';
import { fillLists } from '@/lib/store/fill-lists';
import { expectListsTrue } from './lists-check';
import { newStore } from './support';

/** A store as an older version of the product left it: rows, and nothing that lists are read from. */
async function unfilled() {
  const store = await newStore();
  const draft = (name: string) => ({
    name,
    points: [],
    tags: ['Customers/VIP'],
    facts: [{ field: 'company', value: 'Fjordlys' }],
  });
  for (const name of ['Anna', 'Bo', 'Cy']) await store.call('contacts.add', { draft: draft(name) });
  const { db } = store;
  for (const table of [db.companyFigures, db.tagFigures, db.tallies, db.columns]) await table.clear();
  await db.meta.delete('lists');
  return store;
}

test('pages that open an older store at once all wait for the lists, and find them', async () => {
  const { db } = await unfilled();
  const pages = await Promise.all([1, 2, 3].map(() => openDatabase(db.name)));
  for (const page of pages) {
    expect(await page.columns.count()).toBeGreaterThan(0);
    await expectListsTrue(page);
    page.close();
  }
});

test('a page that dies while it fills the lists leaves none behind, and the next one fills them', async () => {
  const { db, call } = await unfilled();
  const dies = vi.spyOn(db.table('columns'), 'bulkPut').mockImplementationOnce(() => {
    throw new Error('gone');
  });
  await expect(fillLists(db)).rejects.toThrow('gone');
  expect(dies).toHaveBeenCalledOnce();
  expect([await db.tallies.count(), await db.tagFigures.count(), await db.meta.get('lists')]).toEqual([
    0,
    0,
    undefined,
  ]);
  const next = await openDatabase(db.name);
  next.close();
  await expectListsTrue(db);
  expect((await call('companies.list', {})).length).toBe(1);
});
