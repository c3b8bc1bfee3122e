import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import type { Question, Texts } from '@/lib/surveys/form';
import { fill, pipesOf, withPipesNamed } from '@/lib/surveys/piping';
import { ask, choices, formOf } from './forms';

const form = formOf([
  {
    questions: [
      ask('q1', 'nps'),
      ask('q2', 'single', { choices: choices('a', 'b'), other: 'Something else' }),
      ask('q3', 'multiple', { choices: choices('a', 'b', 'c') }),
      ask('q4', 'matrix', { choices: choices('good'), rows: choices('speed') }),
      ask('q5', 'yesno'),
      ask('q6', 'text', { when: { q: 'q1', is: 'lte', to: 6 } }),
    ],
  },
]);
const values = { q1: 0, q2: 'a', q3: ['a', 'c'], q4: { speed: 'good' }, q5: 'yes', q6: 'late  \n again' };

test.each([
  ['Your {{q1}}', 'Your 0'],
  ['You chose {{q2}}', 'You chose Choice a'],
  ['{{q3}}', 'Choice a, Choice c'],
  ['{{q4.speed}}', 'Choice good'],
  ['{{q4}}', ''],
  ['{{q5|that}}', 'that'],
  ['{{q6}}', 'late again'],
  ['{{q9|nothing}} {{q9}}', 'nothing '],
  ['Hello {{@name|there}}', 'Hello Ann'],
  ['Hello {{@company|there}}', 'Hello there'],
  ['{{ q1 | none }}', '0'],
  ['{{}} {q1} {{q1', '{{}} {q1} {{q1'],
  ['{{constructor}}{{__proto__}}{{@toString}}', ''],
])('%s', (text, expected) => expect(fill(text, form, values, () => ({ name: 'Ann' }))).toBe(expected));

it('says what was written beside a choice, else the words of the choice', () => {
  expect(fill('{{q2}}', form, { q2: 'other', 'q2.other': 'By boat' })).toBe('By boat');
  expect(fill('{{q2}}', form, { q2: 'other' })).toBe('Something else');
});

it('joins as Chinese does, and says nothing that is off the path', () => {
  expect(fill('{{q3}}', { ...form, lang: 'zh-Hant' }, values)).toBe('Choice a、Choice c');
  expect(fill('{{q6|-}}', form, { ...values, q1: 9 })).toBe('-');
});

it('says yes and no by the words beside the question', () => {
  const said = (q5: string) => fill('{{q5|-}}', form, { q5 }, undefined, { yes: '是', no: '否' });
  expect([said('yes'), said('no'), said('maybe')]).toEqual(['是', '否', '-']);
});

it('names what a text takes', () => {
  expect(pipesOf('{{q1}} {{@name|x}} {{q4.speed}}')).toEqual(['q1', '@name', 'q4.speed']);
});

it('never reads again what was put in, and puts in what was written', () => {
  const parts = fc.array(fc.constantFrom('{{', '}}', '{{q1}}', '{{@name}}', '$&', '$1', '<b>', '|', 'x'), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(parts, (parts) => {
      const written = parts.join('');
      expect(fill('[{{q6}}]', form, { q1: 1, q6: written }, () => ({ name: 'Ann' }))).toBe(`[${written}]`);
      expect(fill('[{{@who}}]', form, { q1: 1 }, () => ({ who: written, name: 'Ann' }))).toBe(`[${written}]`);
    }),
  );
});

test('a title for readers of answers names what is piped into it, in its own language', () => {
  const questions: Question<Texts>[] = [
    {
      id: 'q1',
      type: 'nps',
      title: { en: 'Would you recommend us?', 'zh-Hans': '您会推荐我们吗？' },
    },
    {
      id: 'q2',
      type: 'longtext',
      title: { en: 'You gave {{q1}}. Why?', 'zh-Hans': '您打{{q1}}分，为什么？' },
    },
    {
      id: 'q3',
      type: 'matrix',
      title: { en: 'How was {{ @shop | it }}?' },
      rows: [{ id: 'r1', text: { en: 'Packing' } }],
    },
    { id: 'q4', type: 'text', title: { en: '{{q3.r1}} and {{q2|so}} and {{q9}}' } },
    { id: 'q5', type: 'text', title: { en: 'Of all the things that we could do for you, which?' } },
    { id: 'q6', type: 'text', title: { en: 'Why {{q5}}?' } },
  ];
  expect(withPipesNamed(questions).map(({ title }) => title)).toEqual([
    questions[0]!.title,
    {
      en: 'You gave [Would you recommend us?]. Why?',
      'zh-Hans': '您打[您会推荐我们吗？]分，为什么？',
    },
    { en: 'How was [shop]?' },
    { en: '[Packing] and [You gave …. Why?] and [q9]' },
    questions[4]!.title,
    { en: 'Why [Of all the things that we could…]?' },
  ]);
});
