import { expect, test } from 'vitest';
import { importPeople, newStore, START } from './support';

const DAY = 86_400_000;

test('a company was last in contact when the last of its people was, however many people there are', async () => {
  const store = await newStore();
  const { db, call } = store;
  const people = Array.from({ length: 1005 }, (_, n) => ({
    name: `Person ${n}`,
    email: `p${n}@many.example`,
    company: n < 1000 ? 'Alpha' : 'Beta',
  }));
  await importPeople(store, people);
  await call('companies.add', { name: 'Gamma' });
  const ids = await db.contacts.orderBy('k.name').primaryKeys();
  const companyOf = new Map((await db.contacts.toArray()).map((row) => [row.id, row.k.companies?.[0]]));
  const companies = await call('companies.list', {});
  const members = (name: string) =>
    ids.filter((id) => companyOf.get(id) === companies.find((one) => one.name === name)?.id);
  const meet = (id: string | undefined, at: number) =>
    call('activities.log', { activity: { type: 'meeting', contactIds: [id ?? ''], subject: 'Fair', at } });
  await meet(members('Alpha')[3], START - 2 * DAY);
  await meet(members('Alpha')[7], START - 9 * DAY);
  await meet(members('Beta')[1], START - 5 * DAY);

  const all = await call('companies.list', {});
  expect(all.map(({ name, people, lastAt }) => [name, people, lastAt])).toEqual([
    ['Alpha', 1000, START - 2 * DAY],
    ['Beta', 5, START - 5 * DAY],
    ['Gamma', 0, null],
  ]);
  for (const one of all) expect(await call('companies.list', { text: one.name })).toEqual([one]);
}, 60_000);
