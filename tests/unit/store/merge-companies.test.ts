import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { expectListsTrue } from './lists-check';
import { contents, newStore, START } from './support';

test('the people of a merged company are at the one that stays, and go back with it; undo is identity', async () => {
  const store = await newStore();
  const { call, db } = store;
  const at = (value: string) => [{ field: 'company', value }];
  const { ids } = await call('contacts.addMany', {
    drafts: [
      { name: 'Anna Dahl', facts: at('Fjordlys') },
      { name: 'Bo Lund', facts: at('Fjordlys AS') },
    ],
  });
  await call('activities.log', { activity: { type: 'call', contactIds: [ids[1]!], at: START } });
  const rows = await call('companies.list', {});
  const named = (name: string) => rows.find((one) => one.name === name)!.id;
  const [into, from] = [named('Fjordlys'), named('Fjordlys AS')];
  const site = { kind: 'url' as const, value: 'https://fjordlys.example' };
  await call('companies.setPoint', { id: from, point: site });
  const before = await contents(db);

  expect(await call('companies.merge', { into, from })).toEqual({ count: 1 });
  expect(await call('companies.list', {})).toMatchObject([{ name: 'Fjordlys', people: 2, lastAt: START }]);
  const view = await call('companies.view', { id: from });
  expect(view).toMatchObject({ id: into, mergedFrom: [{ id: from, name: 'Fjordlys AS' }] });
  expect([view.points.length, view.contacts.length, view.timeline.length]).toEqual([1, 2, 1]);
  expect((await call('contacts.view', { id: ids[1]! })).company).toEqual({ id: into, name: 'Fjordlys' });
  await expectListsTrue(db);

  expect(await call('companies.unmerge', { id: from })).toEqual({ count: 1 });
  expect(await contents(db)).toEqual(before);
  await expectListsTrue(db);

  await call('companies.merge', { into, from });
  await call('changes.undo', {});
  expect(await contents(db)).toEqual(before);
  expect(await store.ask('companies.unmerge', { id: from })).toMatchObject({ error: { code: 'invalid' } });
  expect(await store.ask('companies.merge', { into, from: into })).toMatchObject({
    error: { code: 'invalid' },
  });
});

test('who went to another company since the merge stays there', async () => {
  const { call, db } = await newStore();
  const facts = [{ field: 'company', value: 'Fjordlys AS' }];
  const { id } = await call('contacts.add', { draft: { name: 'Bo Lund', facts } });
  await call('companies.add', { name: 'Fjordlys' });
  const rows = await call('companies.list', {});
  const named = (name: string) => rows.find((one) => one.name === name)!.id;
  const from = named('Fjordlys AS');
  await call('companies.merge', { into: named('Fjordlys'), from });
  const [factId] = Object.keys((await db.contacts.get(id))!.body.facts);
  await call('contacts.setFact', { id, factId, fact: { field: 'company', value: 'Nordmark' } });
  expect(await call('companies.unmerge', { id: from })).toEqual({ count: 0 });
  expect((await call('contacts.view', { id })).company?.name).toBe('Nordmark');
});

test('whoever names a merged company by its old name means the one that stays', async () => {
  const store = await newStore();
  const { call, db } = store;
  const names = ['Fjordlys', 'Fjordlys AS', 'Fjordlys Norge'];
  for (const name of names) await call('companies.add', { name });
  const rows = await call('companies.list', {});
  const [stays, second, third] = names.map((name) => rows.find((one) => one.name === name)!.id) as [
    string,
    string,
    string,
  ];
  await call('companies.merge', { into: second, from: third });
  await call('companies.merge', { into: stays, from: second });

  const file = new Blob([
    'Name,Email,Company\nAnna Dahl,anna@fjordlys.example,fjordlys as\nBo Lund,bo@fjordlys.example,Fjordlys Norge\n',
  ]);
  const run = { id: uuid(), name: 'people.csv', file, options: {}, choices: [] };
  expect(await call('imports.run', run)).toMatchObject({ added: 2 });
  expect(await db.companies.count()).toBe(3);
  expect(await call('companies.list', {})).toMatchObject([{ id: stays, people: 2 }]);
  expect(await call('companies.add', { name: 'Fjordlys AS' })).toEqual({ id: stays });
  await expectListsTrue(db);

  // Taken out again it bears its name itself.
  await call('companies.unmerge', { id: second });
  expect(await call('companies.add', { name: 'Fjordlys AS' })).toEqual({ id: second });
});
