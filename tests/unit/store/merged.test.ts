import { expect, test } from 'vitest';
import { matchNames, matchPoints } from '@/lib/store/matches';
import { rowOf } from '@/lib/store/work';
import { newStore, type Store } from './support';

/** Half of a merge, as another device may have left it: the body says where it went. */
async function merge({ db }: Store, id: string, into: string): Promise<void> {
  const row = await db.contacts.get(id);
  if (row) await db.contacts.put(rowOf('contacts', { ...row.body, mergedInto: into }));
}

async function mergeCompany({ db }: Store, id: string, into: string): Promise<void> {
  const row = await db.companies.get(id);
  if (row) await db.companies.put(rowOf('companies', { ...row.body, mergedInto: into }));
}

async function threeOf(store: Store): Promise<[string, string, string]> {
  const [a, b, c] = await Promise.all(
    ['Anna', 'Anne', 'Ann'].map((name) =>
      store.call('contacts.add', {
        draft: { name, points: [{ kind: 'email', value: `${name}@fjordlys.example` }] },
      }),
    ),
  );
  return [a!.id, b!.id, c!.id];
}

test('who was merged twice over is matched as the one who is left', async () => {
  const store = await newStore();
  const [a, b, c] = await threeOf(store);
  await store.call('contacts.merge', { groups: [{ into: b, from: [a] }] });
  await store.call('contacts.merge', { groups: [{ into: c, from: [b] }] });
  const found = await matchPoints(store.db, ['anna@fjordlys.example', 'anne@fjordlys.example']);
  expect([...found.values()].map((matches) => matches.map((one) => one.contactId))).toEqual([[c], [c]]);
  expect(await matchNames(store.db, 'Anna')).toEqual([c]);
});

test('a ring of merges, as two devices can make it, holds nobody up', async () => {
  const store = await newStore();
  const [a, b] = await threeOf(store);
  await merge(store, a, b);
  await merge(store, b, a);
  expect(await matchNames(store.db, 'Anna')).toEqual([]);
  expect(await store.ask('contacts.view', { id: a })).toMatchObject({
    ok: false,
    error: { code: 'missing' },
  });
  expect(await store.ask('notes.add', { contactIds: [a], text: 'Tea' })).toMatchObject({
    ok: false,
    error: { code: 'missing' },
  });
  expect(await store.call('contacts.erase', { id: a })).toMatchObject({ rows: 2 });
});

test('a merged company is shown as the one that is left, and a ring of them holds nobody up', async () => {
  const store = await newStore();
  const [a, b, c] = await Promise.all(
    ['Fjordlys', 'Fjordlys AS', 'Fjordlys Group'].map((name) => store.call('companies.add', { name })),
  );
  await mergeCompany(store, a!.id, b!.id);
  await mergeCompany(store, b!.id, c!.id);
  expect(await store.call('companies.view', { id: a!.id })).toMatchObject({
    id: c!.id,
    name: 'Fjordlys Group',
  });
  await mergeCompany(store, c!.id, a!.id);
  expect(await store.ask('companies.view', { id: a!.id })).toMatchObject({
    ok: false,
    error: { code: 'missing' },
  });
});
