import { expect, test } from 'vitest';
import { sentencesOf } from '@/lib/crm/sentences';
import { composeLines } from '@/lib/store/compose-check';
import { keepText } from '@/lib/store/sent-texts';
import { DAY, newStore, type Store } from './support';

const OWN = new Set(['email:me@lumen.example']);

async function add(store: Store, name: string, address: string, company: string): Promise<string> {
  const draft = {
    name,
    points: [{ kind: 'email' as const, value: address }],
    facts: [{ field: 'company', value: company }],
  };
  return (await store.call('contacts.add', { draft: draft as never })).id;
}

async function lines(store: Store, ids: string[], text: string | null = null) {
  const people = ids.map((contactId) => ({ contactId, name: 'x@y.example', address: null }));
  const draft = text === null ? null : { first: text.split('\n')[0] ?? '', sentences: sentencesOf(text) };
  return composeLines(store.db, { people, draft, own: OWN }, { now: store.clock.now, zone: 'UTC' });
}
const rules = async (...given: Parameters<typeof lines>) => (await lines(...given)).map(({ rule }) => rule);

test('two companies, but not a colleague of the user; put aside it stays aside, and is undone', async () => {
  const store = await newStore();
  const anna = await add(store, 'Anna Berg', 'anna@fjordlys.example', 'Fjordlys');
  const ben = await add(store, 'Ben Ito', 'ben@bank.example', 'Bergen Bank');
  const kim = await add(store, 'Kim Lund', 'kim@lumen.example', 'Lumen');
  expect(await rules(store, [anna, kim])).toEqual([]);
  const [line] = await lines(store, [anna, ben]);
  expect(line?.rule).toBe('companies');
  await store.call('steps.snooze', { contactId: line?.contactId ?? '', key: line?.key ?? '', until: null });
  expect(await rules(store, [anna, ben])).toEqual([]);
  await store.call('changes.undo', {});
  expect(await rules(store, [anna, ben])).toEqual(['companies']);
});

test('an open case until it is resolved, and a refused consent', async () => {
  const store = await newStore();
  const anna = await add(store, 'Anna Berg', 'anna@fjordlys.example', 'Fjordlys');
  const { id } = await store.call('cases.open', {
    kind: 'complaint',
    title: 'Wrong lamp',
    contactIds: [anna],
  } as never);
  expect(await lines(store, [anna])).toMatchObject([
    { rule: 'case', params: { title: 'Wrong lamp' }, evidence: [{ href: `#/cases/${id}` }] },
  ]);
  await store.call('cases.edit', { id, expectation: 'a new one', cause: 'mixed up' } as never);
  await store.call('cases.move', { id, state: 'resolved' } as never);
  expect(await rules(store, [anna])).toEqual([]);
});

test('greeting and earlier texts only where the draft is read', async () => {
  const store = await newStore();
  const ben = await add(store, 'Ben Ito', 'ben@bank.example', 'Bergen Bank');
  const text = 'Hi Anna,\nthe new price list for the spring is ready, and I send it on Monday.';
  await keepText(store.db, { contactIds: [ben], templateId: null, text }, store.clock.now);
  store.clock.now += 3 * DAY;
  expect(await rules(store, [ben])).toEqual([]);
  expect(await rules(store, [ben], text)).toEqual(['greeting', 'sameText']);
  expect(await rules(store, [ben], text.replace('Anna', 'Ben'))).toEqual(['sameText']);
  expect(await rules(store, [ben], 'Hi Ben,\nsomething else.')).toEqual([]);
});
