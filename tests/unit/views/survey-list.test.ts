import { expect, test } from 'vitest';
import { newStore } from '../store/support';
import { answerTo, authorForm, give, published } from '../store/survey-support';

test('a survey in the list has the figure of its answers, less those set aside', async () => {
  const store = await newStore();
  const survey = await published(store);
  const [row] = await store.call('surveys.list', {});
  expect(row).toMatchObject({ answers: 0, score: null });
  for (const q1 of [10, 9, 7, 0]) await give(store, survey, answerTo(survey, store, { values: { q1 } }));
  const [scored] = await store.call('surveys.list', {});
  expect(scored).toMatchObject({ answers: 4, score: { type: 'nps', figure: { value: 25, n: 4 } } });
  const { items } = await store.call('responses.list', { which: 'detractors' });
  await store.call('responses.setAside', { ids: items.map(({ id }) => id), why: 'a test of ours' });
  const [rest] = await store.call('surveys.list', {});
  expect(rest?.score?.figure).toMatchObject({ value: (100 * 2) / 3, n: 3 });
});

test('surveys are counted: all, and those that ask', async () => {
  const store = await newStore();
  expect(await store.call('surveys.count', {})).toEqual({ all: 0, open: 0 });
  const { id } = await published(store);
  await store.call('surveys.add', { name: 'A draft', form: authorForm() });
  expect(await store.call('surveys.count', {})).toEqual({ all: 2, open: 1 });
  await store.call('surveys.delete', { ids: [id] });
  expect(await store.call('surveys.count', {})).toEqual({ all: 1, open: 0 });
});

test('what is published stands beside the draft, and stays as it was', async () => {
  const store = await newStore();
  const { id } = await store.call('surveys.add', { name: 'A draft', form: authorForm() });
  expect((await store.call('surveys.view', { id })).published).toBeNull();
  await store.call('surveys.publish', { id });
  await store.call('surveys.edit', { id, draft: authorForm({ title: { en: 'Else' } }) });
  const { draft, published: shown } = await store.call('surveys.view', { id });
  expect(draft.title.en).toBe('Else');
  expect(shown).toMatchObject({ title: { en: 'How are we doing?' }, version: 1 });
});
