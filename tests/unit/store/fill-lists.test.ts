import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '@/lib/store/database';
import { filling, fillLists, fillPart } from '@/lib/store/fill-lists';
import { expectListsTrue } from './lists-check';
import { run, step } from './lists-steps';
import { importPeople, newStore } from './support';

/** Leaves a store as an older version of the product did: rows, and nothing that lists are read from. */
async function empty(db: Database): Promise<void> {
  const { companyFigures, tagFigures, tallies, columns, events, measures, facts } = db;
  for (const table of [companyFigures, tagFigures, tallies, columns, events, measures, facts])
    await table.clear();
  await db.meta.bulkDelete(['lists', 'listsTo']);
}

async function unfilled(people: number) {
  const store = await newStore();
  const named = Array.from({ length: people }, (_, n) => ({
    name: `Person ${n}`,
    tags: 'Customers/VIP',
    company: 'Fjordlys',
  }));
  await importPeople(store, named);
  await empty(store.db);
  return store;
}

test('pages that open an older store at once fill its lists once', async () => {
  const { db } = await unfilled(3);
  const pages = await Promise.all([1, 2, 3].map(() => openDatabase(db.name)));
  for (const page of pages) {
    expect(await filling(page)).toBeNull();
    expect(await page.columns.count()).toBeGreaterThan(0);
    await expectListsTrue(page);
    page.close();
  }
});

test('a large store is open before its lists are whole, and tells how far they are', async () => {
  const { db, call } = await unfilled(700);
  const page = await openDatabase(db.name);
  expect(await call('lists.filling', {})).toEqual({ done: 512, of: 700 });
  expect((await call('contacts.counts', {})).contacts).toBe(700);
  await expectListsTrue(page);
  const filledBy = () => call('lists.fill', {}).then(({ changed }) => changed);
  expect(await Promise.all([fillLists(page), filledBy()])).toEqual([true, false]);
  expect(await filledBy()).toBe(false);
  expect(await call('lists.filling', {})).toBeNull();
  await expectListsTrue(page);
  page.close();
}, 30_000);

test('a page that dies in the middle loses no part that was done, and the next one goes on there', async () => {
  const { db, call } = await unfilled(30);
  await fillPart(db, 10);
  const dies = vi.spyOn(db.columns, 'bulkPut').mockImplementationOnce(() => {
    throw new Error('gone');
  });
  await expect(fillPart(db, 10)).rejects.toThrow('gone');
  expect(dies).toHaveBeenCalledOnce();
  expect(await filling(db)).toEqual({ done: 10, of: 30 });
  await expectListsTrue(db);
  const next = await openDatabase(db.name);
  next.close();
  expect(await filling(db)).toBeNull();
  await expectListsTrue(db);
  expect((await call('companies.list', {})).map(({ people }) => people)).toEqual([30]);
});

test('whatever commands come between the parts, the lists say what the rows say, as far as they are filled', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 6, maxLength: 12 }),
      fc.array(fc.record({ one: step, part: fc.nat(3) }), { minLength: 3, maxLength: 15 }),
      async (before, between) => {
        const store = await newStore();
        const saved: Blob[] = [];
        for (const one of before) await run(store, one, saved);
        await empty(store.db);
        await fillPart(store.db, 1);
        for (const { one, part } of between) {
          await run(store, one, saved);
          await expectListsTrue(store.db);
          if (part > 0) await fillPart(store.db, part);
        }
        await fillLists(store.db);
        expect(await filling(store.db)).toBeNull();
        await expectListsTrue(store.db);
        await store.db.delete();
      },
    ),
    { numRuns: 20 },
  );
}, 120_000);
