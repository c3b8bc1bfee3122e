import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import type { Purpose } from '@/lib/crm/settings';
import { newStore, type Store } from './support';
import { answerTo, give, published } from './survey-support';

/** Every way in which somebody becomes a contact, by the name that they have then. */
async function comeIn(store: Store): Promise<void> {
  await store.call('contacts.add', { draft: { name: 'Typed' } });
  await store.call('contacts.addMany', { drafts: [{ name: 'Ticked' }] });
  const file = new Blob(['Name,Email\nImported,imported@acme.example\n']);
  await store.call('imports.run', { id: uuid(), name: 'people.csv', file, options: {}, choices: [] });
  const survey = await published(store);
  const answer = answerTo(survey, store, { who: { name: 'Answered', email: 'answered@acme.example' } });
  await give(store, survey, answer);
  await store.call('responses.toContact', { id: answer.id });
}

test.each<[Purpose, 'work' | 'personal']>([
  ['sales', 'work'],
  ['support', 'work'],
  ['people', 'personal'],
])('where it is for %s whoever comes in is a %s contact, by each way', async (purpose, kind) => {
  const store = await newStore();
  await store.call('settings.set', { settings: { purpose } });
  await comeIn(store);
  const kinds = (await store.db.contacts.toArray()).map(({ body }) => [body.name, body.kind]);
  expect(new Map(kinds as [string, string][])).toEqual(
    new Map(['Typed', 'Ticked', 'Imported', 'Answered'].map((name) => [name, kind])),
  );
});

test.each(['work', 'personal'] as const)('who is said to be a %s contact is one', async (kind) => {
  const store = await newStore();
  const purpose = kind === 'work' ? 'people' : 'sales';
  await store.call('settings.set', { settings: { purpose } });
  const { id } = await store.call('contacts.add', { draft: { name: 'Anna Berg', kind } });
  expect((await store.db.contacts.get(id))?.body.kind).toBe(kind);
});
