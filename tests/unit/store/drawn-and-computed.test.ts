import { expect, test } from 'vitest';
import type { Question, Texts } from '@/lib/surveys/form';
import { newStore } from './support';
import { answerTo, authorForm, give, published } from './survey-support';

const en = (text: string): Texts => ({ en: text });
const MORE: Question<Texts>[] = ['c1', 'c2'].map((id) => ({ id, type: 'csat', title: en(id) }));
const form = authorForm(
  {
    computed: [
      { name: 'total', by: 'sum', of: [{ q: 'c1' }, { q: 'c2' }, { q: '@basket' }] },
      { name: 'given', by: 'count', of: [{ q: 'c1' }, { q: 'c2' }] },
    ],
    blocks: [{ id: 'b1', of: ['c1', 'c2'] }],
  },
  MORE,
);

test('what is computed is computed here, of what counts and of hidden fields, whatever the answer says', async () => {
  const store = await newStore();
  const survey = await published(store, form);
  const lies = { '@total': 99, '@given': 99 };
  const answer = answerTo(survey, store, {
    values: { q1: 9, c1: 0 + 2, c9: 5, ...lies },
    hidden: { basket: '10' },
  });
  await give(store, survey, answer);
  await give(store, survey, answerTo(survey, store, { values: { q1: 9, ...lies } }));
  const view = await store.call('responses.view', { id: answer.id });
  expect(view?.values).toEqual({ q1: 9, c1: 2, '@total': 12, '@given': 1 });
  expect(view?.questions.map(({ id }) => id)).toEqual(['q1', 'c1', '@total', '@given']);
  const { questions } = await store.call('results.view', { surveyId: survey.id });
  const [total, given] = questions.slice(-2);
  expect([total?.question.title.en, total?.counts]).toEqual(['total', [{ value: '12', n: 1 }]]);
  expect([given?.n, given?.mean?.value]).toEqual([2, 0.5]);
  const { file } = await store.call('results.csv', { surveyId: survey.id });
  expect(
    file
      .split('\r\n')
      .slice(0, 3)
      .map((line) => line.split(',').slice(-2)),
  ).toEqual(
    expect.arrayContaining([
      ['total', 'given'],
      ['12', '1'],
      ['', '0'],
    ]),
  );
});

test('what was drawn is kept where the form can have drawn it, and the results tell its places apart', async () => {
  const store = await newStore();
  const survey = await published(store, form);
  const orders = [
    ['c1', 'c2'],
    ['c2', 'c1'],
    ['c2', 'c1'],
    ['c2', 'gone'],
  ];
  for (const [at, b1] of orders.entries())
    await give(store, survey, answerTo(survey, store, { values: { q1: 9, c1: at + 1 }, order: { b1 } }));
  const { questions } = await store.call('results.view', { surveyId: survey.id });
  expect(questions.find(({ question }) => question.id === 'c1')?.places).toEqual([
    { place: 1, shown: 1, n: 1, mean: 1 },
    { place: 2, shown: 2, n: 2, mean: 2.5 },
  ]);
  expect(questions.find(({ question }) => question.id === 'q1')).not.toHaveProperty('places');
});

test('marks of translations are in no version, and are no change to publish', async () => {
  const store = await newStore();
  const survey = await published(store, form);
  const { draft } = await store.call('surveys.view', { id: survey.id });
  await store.call('surveys.edit', {
    id: survey.id,
    draft: { ...draft, stale: { 'form.title': { de: 'Was' } } },
  });
  const view = await store.call('surveys.view', { id: survey.id });
  expect([view.changed, view.draft.stale, view.published]).toEqual([
    false,
    { 'form.title': { de: 'Was' } },
    expect.not.objectContaining({ stale: expect.anything() }),
  ]);
});
