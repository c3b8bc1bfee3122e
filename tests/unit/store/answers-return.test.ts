import fc from 'fast-check';
import { v4 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import type { Question, Texts, Value, Values } from '@/lib/surveys/form';
import { newStore, type Store } from './support';
import { answerTo, authorForm, give, published } from './survey-support';

const en = (text: string): Texts => ({ en: text });
const choices = ['Search; and find', 'Till', '3 times', '1'].map((text, at) => ({
  id: `c${at}`,
  text: en(text),
}));
const MORE: Question<Texts>[] = [
  { id: 'a', type: 'csat', title: en('1. Satisfied?') },
  { id: 'b', type: 'single', title: en('Which?'), choices, other: en('Something else') },
  { id: 'c', type: 'multiple', title: en('Which ones?'), choices },
  { id: 'd', type: 'ranking', title: en('In which order?'), choices },
  { id: 'e', type: 'yesno', title: en('Again?') },
  { id: 'f', type: 'matrix', title: en('How was it?'), rows: choices.slice(0, 2), choices: choices.slice(1) },
  { id: 'g', type: 'number', title: en('How many?') },
  { id: 'h', type: 'date', title: en('Since when?') },
  { id: 'i', type: 'consent', title: en('May we write?') },
  { id: 'j', type: 'text', title: en('A word, please') },
];

const ids = choices.map(({ id }) => id);
/** No blanks at the ends: a table is read without them. */
const word = fc.oneof(
  fc.constantFrom('=1+1', '-3', '(空)', "it's; so", 'a,b', 'línea\nnueva', '"quoted"', '很好', "'", '@x'),
  fc.string({ minLength: 1, maxLength: 30 }).map((text) => text.replace(/[\s\0]+/g, ' ').trim() || 'x'),
);
const answer = fc.record<Record<string, Value>>(
  {
    q1: fc.integer({ min: 0, max: 10 }),
    q2: word,
    a: fc.integer({ min: 1, max: 5 }),
    b: fc.constantFrom(...ids, 'other'),
    c: fc.subarray(ids, { minLength: 1 }),
    d: fc.shuffledSubarray(ids, { minLength: 4 }),
    e: fc.constantFrom('yes', 'no'),
    f: fc.dictionary(fc.constantFrom('c0', 'c1'), fc.constantFrom('c1', 'c2', 'c3'), { minKeys: 1 }),
    g: fc.integer({ min: -1000, max: 1000 }),
    h: fc.constantFrom('2024-02-29', '2026-01-01'),
    i: fc.constant(true),
    j: word,
  },
  { requiredKeys: ['q1'] },
);

async function valuesIn(store: Store, surveyId: string): Promise<Map<string, Values>> {
  const { items } = await store.call('responses.list', { surveyId, limit: 500 });
  const views = await Promise.all(items.map(({ id }) => store.call('responses.view', { id })));
  return new Map(views.map(({ id, values }) => [id, values]));
}

test('our own table of results comes back as the same answers, under their own ids', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(answer, word), { minLength: 1, maxLength: 12 }), async (given) => {
      const store = await newStore();
      const survey = await published(store, authorForm({}, MORE));
      for (const [values, beside] of given) {
        const all = values.b === 'other' ? { ...values, 'b.other': beside } : values;
        await give(store, survey, answerTo(survey, store, { values: all as Values }));
      }
      const before = await valuesIn(store, survey.id);
      const { file: text } = await store.call('results.csv', { surveyId: survey.id, aside: false });
      const file = new Blob([text]);
      const head = await store.call('answers.head', { file });
      expect([head.format, head.surveyId]).toEqual(['sidelight', survey.id]);
      const reading = { file, surveyId: survey.id, columns: head.columns, at: 0 };
      // Here they are known; where they were erased from the list they come again.
      expect((await store.call('answers.preview', reading)).counts).toMatchObject({
        new: 0,
        already: given.length,
        held: 0,
      });
      await store.db.responses.clear();
      await store.db.answers.clear();
      await store.db.activities.clear();
      await store.call('answers.bring', { ...reading, id: uuid(), name: 'own.csv' });
      expect(await valuesIn(store, survey.id)).toEqual(before);
    }),
    { numRuns: 25 },
  );
});
