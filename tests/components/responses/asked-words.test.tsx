import { expect, test } from 'vitest';
import { askedWords } from '@/components/responses/answer-lines';
import type { Question, Texts } from '@/lib/surveys/form';
import { answerView } from './answers';

const score: Question<Texts> = { id: 'q1', type: 'nps', title: { en: 'How likely?' } };
const place: Question<Texts> = {
  id: 'q2',
  type: 'single',
  title: { en: 'Where?' },
  choices: [{ id: 'c1', text: { en: 'In the shop' } }],
};
const asked = (title: string, values: Record<string, number | string>) => {
  const question: Question<Texts> = { id: 'q3', type: 'longtext', title: { en: title } };
  return askedWords(question, { lang: 'en', values, questions: [score, place, question] });
};

test('a question is read as it was asked: answers stand in it in their words', () => {
  expect(asked('Why {{q1}}, {{ q2 }}?', { q1: 0, q2: 'c1' })).toBe('Why 0, In the shop?');
  expect(asked('Thank you {{@name|there}}, why {{q1}}?', {})).toBe('Thank you there, why …?');
  expect(asked('Why {{q2}}?', { q2: '{{q1}}' })).toBe('Why {{q1}}?');
});

test('a question without a place for an answer is left as it is', () => {
  expect(askedWords(score, answerView())).toBe('How likely?');
});
