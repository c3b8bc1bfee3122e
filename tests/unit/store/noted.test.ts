import { v4 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { EVERY_90_DAYS } from '../../support/schedule';
import { newStore } from './support';
import { answerTo, contactAt, published } from './survey-support';

async function shop() {
  const store = await newStore();
  const survey = await published(store);
  const lena = await contactAt(store, 'lena@lab.test', 'Lena Wirth');
  const note = (contactId: string | null, change: Parameters<typeof answerTo>[2] = {}) => {
    const { v: _v, form: _form, page: _page, ...given } = answerTo(survey, store, change);
    return { surveyId: survey.id, contactId, ...given };
  };
  return { store, survey, lena, note };
}

test('what was said on the telephone is that contact’s answer, is handled, and they count as asked', async () => {
  const { store, survey, lena, note } = await shop();
  const { call } = store;
  await call('invites.add', { surveyId: survey.id, contactIds: [lena], channel: 'mail', force: false });
  const answer = note(lena, { values: { q1: 9, q2: 'Quick', q9: 'no such question', q3: 'x' } });
  await call('responses.note', answer);
  const { items } = await call('responses.list', {});
  expect(items).toMatchObject([
    {
      id: answer.id,
      contactId: lena,
      via: 'hand',
      score: { value: 9 },
      comment: 'Quick',
      handledAt: expect.any(Number),
    },
  ]);
  expect((await call('responses.view', { id: answer.id })).values).toEqual({ q1: 9, q2: 'Quick' });
  expect((await call('contacts.view', { id: lena })).timeline).toMatchObject([
    { id: answer.id, type: 'survey' },
  ]);
  const asked = await call('invites.asked', { contactIds: [lena] });
  expect(asked.map(({ answeredAt }) => answeredAt !== null)).toEqual([true, true]);
  // The link was sent; the other one is told apart, and counts in no share of those asked by a link.
  expect(asked.map(({ withAnswer }) => withAnswer).sort()).toEqual([false, true]);
  const { skipped } = await call('invites.check', { surveyId: survey.id, contactIds: [lena] });
  expect(skipped).toMatchObject([{ contactId: lena, why: 'asked' }]);
});

test('a low score makes a task and waits to be seen to; the same post again changes nothing', async () => {
  const { store, lena, note } = await shop();
  const answer = note(lena, { values: { q1: 0 } });
  await store.call('responses.note', answer);
  await store.call('responses.note', answer);
  const { items } = await store.call('responses.list', {});
  expect(items).toMatchObject([{ score: { value: 0 }, handledAt: null }]);
  expect((await store.call('today.view', {})).due).toHaveLength(1);
  expect(await store.call('invites.asked', { contactIds: [lena] })).toHaveLength(1);
});

test('what was broken off is a part, and Undo takes back the whole answer with what followed', async () => {
  const { store, survey, lena, note } = await shop();
  const part = note(lena, { done: false, values: { q1: 3 } });
  await store.call('responses.note', part);
  expect((await store.call('responses.list', {})).items).toMatchObject([{ done: false, handledAt: null }]);
  await store.call('changes.undo', {});
  expect((await store.call('responses.list', {})).items).toEqual([]);
  expect((await store.call('contacts.view', { id: lena })).timeline).toEqual([]);
  const { ask } = await store.call('invites.check', { surveyId: survey.id, contactIds: [lena] });
  expect(ask).toEqual([lena]);
});

test('who was only noted with an answer was not asked in any share of those who answered', async () => {
  const { store, survey, note } = await shop();
  const { call } = store;
  const people: string[] = [];
  for (let at = 0; at < 24; at += 1)
    people.push(await contactAt(store, `asked${at}@lab.test`, `Asked ${at}`));
  await call('schedules.put', { surveyId: survey.id, id: uuid(), schedule: EVERY_90_DAYS });
  for (const id of people.slice(0, 12)) await call('responses.note', note(id));
  const bias = () => call('analysis.bias', { surveyId: survey.id });
  expect(await bias()).toEqual({ missing: { what: 'asked', needs: 10, has: 0 } });
  // Of twelve who have a link one answers, on the telephone: that is a share.
  await call('invites.add', { surveyId: survey.id, contactIds: people.slice(12), channel: 'link' });
  await call('responses.note', note(people[12]!));
  expect(await bias()).toMatchObject({ missing: null, rate: { value: 1 / 12, n: 12 } });
  expect(await call('analysis.waves', { surveyId: survey.id })).toMatchObject({
    rows: [{ asked: 12, answered: 1, n: 13 }],
  });
});

test('an answer of nobody known waits; one of somebody or something that is gone is refused', async () => {
  const { store, lena, note } = await shop();
  await store.call('responses.note', note(null));
  expect((await store.call('responses.list', { which: 'unassigned' })).items).toHaveLength(1);
  const refused = async (change: object) =>
    (await store.ask('responses.note', { ...note(lena), ...change })) as { error?: { code: string } };
  expect((await refused({ contactId: uuid() })).error?.code).toBe('missing');
  expect((await refused({ surveyId: uuid() })).error?.code).toBe('missing');
  expect((await refused({ version: 7 })).error?.code).toBe('missing');
  expect((await store.call('responses.list', {})).items).toHaveLength(1);
});
