import { describe, expect, it, test } from 'vitest';
import type { AuthorForm } from '@/lib/surveys/form';
import { bestLanguage, inLanguage } from '@/lib/surveys/language';
import { isLow, mainScore, score } from '@/lib/surveys/score';
import { shuffled } from '@/lib/surveys/shuffle';
import { TEMPLATES } from '@/lib/surveys/templates';
import { ask, formOf } from './forms';

describe('the nearest language', () => {
  const langs = ['en', 'zh-Hans', 'zh-Hant', 'pt-BR'];
  test.each([
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-Hant-TW', 'zh-Hant'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['EN-gb', 'en'],
    ['pt', 'pt-BR'],
    ['fr', 'en'],
  ])('to %s is %s', (wanted, expected) => expect(bestLanguage(langs, [wanted])).toBe(expected));
  it('follows the order of the wishes, and takes the other script before another language', () => {
    expect(bestLanguage(langs, ['fr', 'pt-BR', 'zh'])).toBe('pt-BR');
    expect(bestLanguage(['en', 'zh-Hans'], ['zh-TW'])).toBe('zh-Hans');
    expect(bestLanguage([], ['en'])).toBe('');
  });
});

describe('a form in one language', () => {
  const form: AuthorForm = {
    ...TEMPLATES[0]!.form,
    title: { en: 'Title', 'zh-Hans': '标题' },
    pages: [
      {
        id: 'p1',
        questions: [
          {
            id: 'q1',
            type: 'single',
            title: { en: 'Which?', 'zh-Hans': ' ' },
            help: { 'zh-Hans': '选一个' },
            choices: [{ id: 'a', text: { en: 'A', 'zh-Hans': '甲' }, score: 2 }],
            other: { en: 'Else' },
          },
        ],
      },
    ],
  };
  it('has the texts of it, and of the first language where one is missing', () => {
    const spoken = inLanguage(form, 'zh-CN');
    expect(spoken).toMatchObject({ lang: 'zh-Hans', title: '标题', langs: form.langs });
    expect(spoken.pages[0]!.questions[0]).toEqual({
      id: 'q1',
      type: 'single',
      title: 'Which?',
      help: '选一个',
      choices: [{ id: 'a', text: '甲', score: 2 }],
      other: 'Else',
    });
  });
  it('is in the first language where it has not the wanted one', () => {
    expect(inLanguage(form, 'fr').lang).toBe('en');
  });
});

describe('an order of chance', () => {
  const list = [1, 2, 3, 4, 5, 6, 7, 8];
  it('is the same for a seed, another for another, and loses nothing', () => {
    expect(shuffled(list, 'ann')).toEqual(shuffled(list, 'ann'));
    expect(shuffled(list, 'ann')).not.toEqual(shuffled(list, 'bob'));
    expect(shuffled(list, 'ann').sort()).toEqual(list);
    expect(list).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
  it('puts each first about as often', () => {
    const first = [0, 0, 0, 0];
    for (let seed = 0; seed < 4000; seed += 1) first[shuffled([0, 1, 2, 3], `visitor-${seed}`)[0]!]! += 1;
    for (const count of first) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe('scores', () => {
  const scored = [
    { id: 'a', text: 'A', score: 2 },
    { id: 'b', text: 'B', score: -1 },
    { id: 'c', text: 'C' },
  ];
  it('adds what was chosen', () => {
    const questions = [
      ask('q1', 'single', { choices: scored }),
      ask('q2', 'multiple', { choices: scored }),
      ask('q3', 'matrix', { choices: scored, rows: scored }),
    ];
    expect(score(questions, { q1: 'a', q2: ['a', 'b', 'c'], q3: { a: 'a', b: 'b' } })).toBe(4);
    expect(score(questions, {})).toBe(0);
  });
  it('takes the first of nps, csat and ces that was answered, a 0 too', () => {
    const form = formOf([
      { questions: [ask('q1', 'number'), ask('q2', 'csat'), ask('q3', 'nps', { range: [1, 5] })] },
    ]);
    expect(mainScore(form, { q1: 3, q3: 0 })).toEqual({
      questionId: 'q3',
      type: 'nps',
      value: 0,
      range: [0, 10],
    });
    expect(mainScore(form, { q2: 4, q3: 0 })).toMatchObject({ type: 'csat', range: [1, 5] });
    expect(mainScore(form, { q1: 3 })).toBeNull();
  });
  test.each([
    ['nps', [0, 10], [0, 1, 2, 3, 4, 5, 6]],
    ['csat', [1, 5], [1, 2]],
    ['ces', [1, 7], [1, 2, 3]],
    ['csat', [1, 2], [1]],
  ] as const)('%s of %j is low at %j', (type, [low, high], expected) => {
    const all = Array.from({ length: high - low + 1 }, (_, at) => low + at);
    expect(all.filter((value) => isLow({ type, value, range: [low, high] }))).toEqual(expected);
  });
});
