import { describe, expect, test } from 'vitest';
import { fold, termsOf, wordsOf } from '@/lib/store/fold';
import { matchNames, matchPoints } from '@/lib/store/matches';
import { DAY, importPeople, newStore, type Store } from './support';

describe('folding', () => {
  test.each([
    ['  Éva   SØRENSEN ', 'eva sorensen'],
    ['ＡＢＣ', 'abc'],
    ['李 慧敏', '李 慧敏'],
    ['가나', '가나'],
    ['Łódź, Straße', 'lodz, strasse'],
    ['Ingrid\u00a0S.', 'ingrid s.'],
  ])('%j is %j', (text, folded) => expect(fold(text)).toBe(folded));

  test('a word without spaces is found by its end', () => {
    expect(wordsOf(['李慧敏'])).toEqual(['李慧敏', '慧敏', '敏']);
    expect(wordsOf(['Éva Berg', 'eva@one.example'])).toEqual(['eva', 'berg', 'one', 'example']);
    expect(termsOf('Éva, berg')).toEqual(['eva', 'berg']);
  });
});

const person = (name: string, email?: string, company?: string) => ({
  name,
  points: email ? [{ kind: 'email' as const, value: email }] : [],
  facts: company ? [{ field: 'company', value: company }] : [],
});

async function withPeople(store: Store) {
  const { ids } = await store.call('contacts.addMany', {
    drafts: [
      person('Anna Berg', 'anna@fjordlys.example', 'Fjordlys'),
      person('Marianna Holm', 'mh@two.example', 'Bergen Bank'),
      person('李慧敏', 'huimin@huaxin.example', '华信贸易'),
      person('Bo Lund', 'info@fjordlys.example', 'Fjordlys'),
      person('Bo Lund', 'info@fjordlys.example'),
    ],
  });
  return ids;
}

describe('contacts are found', () => {
  test.each([
    ['anna', ['Anna Berg']],
    ['ANNA b', ['Anna Berg']],
    ['berg', ['Anna Berg', 'Marianna Holm']],
    ['bo fjord', ['Bo Lund', 'Bo Lund']],
    ['慧敏', ['李慧敏']],
    ['华信', ['李慧敏']],
    ['huimin@', ['李慧敏']],
    ['nobody', []],
    ['   ', []],
  ])('%j', async (text, names) => {
    const store = await newStore();
    await withPeople(store);
    const hits = await store.call('contacts.find', { text });
    expect(hits.map((hit) => hit.name)).toEqual(names);
  });

  test('by a common and a rare word, in whatever order they stand', async () => {
    const store = await newStore();
    const many = Array.from({ length: 450 }, (_, index) => ({
      name: `Anna P${index}`,
      company: 'Berg Group',
    }));
    await importPeople(store, [...many, { name: 'Zoe Quist', email: 'zoe@berg.example' }]);
    const names = async (text: string) =>
      (await store.call('contacts.find', { text })).map((hit) => hit.name);
    expect(await names('berg zoe')).toEqual(['Zoe Quist']);
    expect(await names('group p449')).toEqual(['Anna P449']);
    expect(await names('anna berg')).toHaveLength(10);
    expect(await names('example berg')).toEqual(['Zoe Quist']);
  }, 30_000);

  test('with what matched when it was not the name', async () => {
    const store = await newStore();
    await withPeople(store);
    expect((await store.call('contacts.find', { text: 'bergen' }))[0]).toMatchObject({
      matched: 'Bergen Bank',
    });
    expect((await store.call('contacts.find', { text: 'anna' }))[0]).toMatchObject({ matched: null });
  });

  test('no more after they are deleted, and again after undo', async () => {
    const store = await newStore();
    const [anna] = await withPeople(store);
    await store.call('contacts.delete', { ids: [anna!] });
    expect(await store.call('contacts.find', { text: 'anna' })).toEqual([]);
    expect((await matchPoints(store.db, ['anna@fjordlys.example'])).size).toBe(0);
    await store.call('changes.undo', {});
    expect(await store.call('contacts.find', { text: 'anna' })).toHaveLength(1);
  });
});

test('addresses are matched in bulk, and one address may be of several people', async () => {
  const store = await newStore();
  const ids = await withPeople(store);
  const found = await matchPoints(store.db, [
    'anna@fjordlys.example',
    'info@fjordlys.example',
    'x@y.example',
  ]);
  expect([...found].map(([key, matches]) => [key, matches.map((one) => one.contactId).sort()])).toEqual([
    ['anna@fjordlys.example', [ids[0]]],
    ['info@fjordlys.example', [ids[3], ids[4]].sort()],
  ]);
  expect((await matchNames(store.db, 'BO  lund')).sort()).toEqual([ids[3], ids[4]].sort());
});

describe('the table of contacts', () => {
  const sort = (by: 'name' | 'company' | 'last' | 'next' | 'added', descending = false) => ({
    by,
    descending,
  });

  test('is sorted, those without a value last', async () => {
    const store = await newStore();
    const [anna, marianna, li, bo, other] = await withPeople(store);
    await store.call('activities.log', {
      activity: { type: 'call', contactIds: [li!], at: store.clock.now },
    });
    await store.call('tasks.add', { title: 'Call', contactIds: [bo!], due: { date: '2026-03-04' } });
    const ids = (by: Parameters<typeof sort>[0], descending = false) =>
      store.call('contacts.ids', { filter: {}, sort: sort(by, descending) });
    expect((await ids('name')).slice(0, 1)).toEqual([anna]);
    expect((await ids('name', true))[0]).toBe(li);
    expect(await ids('company')).toEqual([marianna, ...[anna, bo].sort(), li, other]);
    expect((await ids('last', true))[0]).toBe(li);
    expect((await ids('next'))[0]).toBe(bo);
    expect(await ids('added')).toHaveLength(5);
  });

  test('is filtered by every condition at once', async () => {
    const store = await newStore();
    const [anna, , li, bo] = await withPeople(store);
    const { id: parent } = await store.call('tags.add', { path: 'Region' });
    await store.call('tags.assign', { contactIds: [anna!, bo!], path: 'Region / Norway' });
    await store.call('tasks.add', { title: 'Call', contactIds: [bo!] });
    await store.call('activities.log', {
      activity: { type: 'call', contactIds: [li!], at: store.clock.now },
    });
    await store.call('contacts.edit', { id: li!, kind: 'personal' });
    const [company] = await store.call('companies.find', { text: 'fjord' });
    const ids = (filter: object) => store.call('contacts.ids', { filter, sort: sort('name') });
    expect(await ids({ tagId: parent })).toEqual([anna, bo]);
    expect(await ids({ tagId: parent, open: true })).toEqual([bo]);
    expect(await ids({ companyId: company!.id, text: 'anna' })).toEqual([anna]);
    expect(await ids({ kind: 'personal' })).toEqual([li]);
    store.clock.now += 10 * DAY;
    expect(await ids({ quietDays: 5, kind: 'personal' })).toEqual([li]);
    expect(await ids({ quietDays: 20, kind: 'personal' })).toEqual([]);
    expect(await ids({ quietDays: 20 })).toHaveLength(4);
  });

  test('is counted', async () => {
    const store = await newStore();
    const [, , , bo] = await withPeople(store);
    await store.call('tasks.add', { title: 'Call', contactIds: [bo!], due: { date: '2026-03-01' } });
    await store.call('tags.add', { path: 'Region / Norway' });
    expect(await store.call('contacts.counts', {})).toEqual({
      contacts: 5,
      companies: 3,
      tags: 2,
      tasks: 1,
    });
    expect(await store.call('today.count', {})).toBe(1);
  });
});
