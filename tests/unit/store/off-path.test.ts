import { expect, test } from 'vitest';
import type { AuthorForm, Texts } from '@/lib/surveys/form';
import { newStore } from './support';
import { answerTo, authorForm, give, published } from './survey-support';

const en = (text: string): Texts => ({ en: text });

/** The reason is asked of a low score, the plan of whom the site calls a customer, the last page in English alone. */
function branching(): AuthorForm {
  const [page] = authorForm().pages;
  const [score, why] = page!.questions;
  return authorForm({
    pages: [
      {
        id: 'p1',
        questions: [
          score!,
          { ...why!, when: { q: 'q1', is: 'lte', to: 6 } },
          { id: 'q3', type: 'text', title: en('Which plan?'), when: { q: '@plan', is: 'is', to: 'pro' } },
          {
            id: 'q4',
            type: 'text',
            title: en('Where?'),
            when: { q: '@url', is: 'contains', to: 'shop.example' },
          },
          { id: 'q5', type: 'text', title: en('In English?'), when: { q: '@lang', is: 'is', to: 'en' } },
          { id: 'q6', type: 'text', title: en('You?'), when: { q: '@name', is: 'answered' } },
        ],
      },
    ],
  });
}

test('an answer keeps what was asked of its visitor, and nothing that the path leaves out', async () => {
  const store = await newStore();
  const survey = await published(store, branching());
  const all = { q2: 'Slow', q3: 'Team', q4: 'Till', q5: 'Yes', q6: 'Me' };
  const kept = async (change: Parameters<typeof answerTo>[2]) => {
    const answer = answerTo(survey, store, change);
    await give(store, survey, answer);
    return Object.keys((await store.call('responses.view', { id: answer.id })).values);
  };
  expect(await kept({ values: { q1: 9, ...all }, page: 'https://other.example/', lang: 'de' })).toEqual([
    'q1',
  ]);
  expect(await kept({ values: { q1: 6, ...all }, hidden: { plan: 'pro' }, who: { name: 'Nia' } })).toEqual([
    'q1',
    'q2',
    'q3',
    'q4',
    'q5',
    'q6',
  ]);
});
