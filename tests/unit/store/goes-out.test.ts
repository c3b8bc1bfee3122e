import { expect, test } from 'vitest';
import { newStore } from './support';
import { answerTo, contactAt, give, published } from './survey-support';

/** What goes out of the store to others: files for other programs, and a person's own data. */

const ALL = { personal: true, sensitive: true, notes: true };

test('who was merged brings notes, tasks and dates into what is exported, also where both are named', async () => {
  const store = await newStore();
  const { ids } = await store.call('contacts.addMany', {
    drafts: [{ name: 'Anna Berg' }, { name: 'A. Berg', note: 'Likes tea' }, { name: 'Bo Dahl' }],
  });
  const [anna, twin, bo] = ids as [string, string, string];
  await store.call('notes.add', { contactIds: [anna, twin], text: 'Twice the same' });
  await store.call('notes.add', { contactIds: [twin, bo], text: 'Of both' });
  await store.call('tasks.add', { title: 'Call her', contactIds: [twin] });
  await store.call('tasks.add', { title: 'See both', contactIds: [twin, bo] });
  await store.call('contacts.merge', { groups: [{ into: anna, from: [twin] }] });
  const out = async (format: 'vcard4' | 'csv' | 'ics', chosen?: string[]) => {
    const { file } = await store.call('exports.write', {
      format,
      ...ALL,
      ...(chosen ? { ids: chosen } : {}),
    });
    return file.text();
  };
  for (const format of ['vcard4', 'csv'] as const) {
    const text = await out(format, [anna]);
    for (const one of ['Likes tea', 'Twice the same']) expect(text).toContain(one);
    expect(text).not.toContain('Of both');
  }
  const hers = await out('ics', [anna]);
  expect(hers).toContain('Call her');
  // It is about somebody too who does not go out.
  expect(hers).not.toContain('See both');
  expect(await out('ics')).toContain('See both');
});

test('what is given names nobody else, and is all: answers nobody assigned, how they came, numbers, promises', async () => {
  const store = await newStore();
  const mail = 'anna@berg.example';
  const anna = await contactAt(store, mail, 'Anna Berg');
  const other = await contactAt(store, 'z@quinx.example', 'Zorblatt Quinx');
  const both = [anna, other];
  await store.call('contacts.setFact', {
    id: anna,
    fact: { field: 'introducer', value: 'Zorblatt Quinx', ref: other },
  });
  const link = 'https://zorblatt.example/room';
  const shared = { type: 'meeting' as const, contactIds: both, subject: 'Zorblatt at the fair', link };
  await store.call('activities.log', { activity: shared });
  await store.call('tasks.add', { title: 'Ask Zorblatt about Anna', contactIds: both });
  await store.call('tasks.add', { title: 'Call back', contactIds: [anna] });
  const words = { title: 'Zorblatt complains', text: 'Zorblatt says that it was late' };
  await store.call('cases.open', { ...words, kind: 'complaint', contactIds: both });
  const due = { date: '2026-05-01' };
  const promise = { type: 'promise' as const, contactIds: [anna], subject: 'Send the price list' };
  await store.call('activities.log', { activity: { ...promise, promise: { by: 'me', due } } });
  await store.db.contacts
    .where('id')
    .equals(anna)
    .modify((row) => {
      row.body.external = ['hubspot:501'];
    });
  const survey = await published(store);
  await contactAt(store, mail, 'Anna Somebody');
  const who = { email: mail, name: 'Anna' };
  await give(store, survey, answerTo(survey, store, { who, hidden: { campaign: 'spring' } }));
  const asked = { surveyId: survey.id, contactIds: [anna], channel: 'link' as const };
  const { links } = await store.call('invites.add', asked);
  const token = links[0]!.token;
  await store.db.invites
    .where('k.token')
    .equals(token)
    .modify((row) => {
      row.body.deletedAt = store.clock.now;
      row.k = { about: [anna] };
    });
  const dossier = await store.call('data.give', { id: anna });
  expect(JSON.stringify(dossier)).not.toMatch(/zorblatt|quinx/i);
  expect(dossier.facts).toMatchObject([{ field: 'introducer', value: null }]);
  expect(dossier.tasks.map(({ title }) => title).sort()).toEqual(['Call back', null]);
  expect(dossier.cases).toMatchObject([{ title: null, text: null, state: 'new' }]);
  expect(dossier.activities.map(({ subject }) => subject)).toContain('Send the price list');
  expect(dossier.activities.flatMap(({ promise: one }) => one ?? [])).toEqual([
    { by: 'me', due, doneAt: null },
  ]);
  expect(dossier.external).toEqual(['hubspot:501']);
  expect(dossier.answers).toMatchObject([
    { who, hidden: { campaign: 'spring' }, page: 'https://shop.example/thanks', lang: 'en' },
  ]);
  expect(dossier.invites).toEqual([]);
});
