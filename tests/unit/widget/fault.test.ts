import { expect, test } from 'vitest';
import type { Question, QuestionType } from '@/lib/surveys/form';
import { type FaultCode, fault } from '@/lib/surveys/validate';
import { faultWords } from '@/widget/app/fault';
import { lateWordsOf } from '@/widget/seal/words';

const ask = (type: QuestionType, more: Partial<Question> = {}): Question => ({
  id: 'q',
  type,
  title: 'T',
  ...more,
});
const CHOICES = ['a', 'b', 'c'].map((id) => ({ id, text: id }));

const say = (q: Question, value: Parameters<typeof fault>[1], lang = 'en') =>
  faultWords(q, fault(q, value) as FaultCode, lateWordsOf(lang), lang);

test('what lies beyond a limit is told the limit', () => {
  const date = ask('date', { range: ['2026-01-05', '2026-12-31'] });
  expect([
    say(ask('number', { range: [1, 20] }), 40),
    say(ask('number', { range: [1, 20] }), 0),
    say(ask('number', { range: [0, 20] }), -1),
    say(date, '2026-01-04'),
    say(date, '2027-01-01'),
    say(ask('multiple', { choices: CHOICES, pick: [2, 2] }), ['a']),
    say(ask('multiple', { choices: CHOICES, pick: [1, 2] }), ['a', 'b', 'c']),
    say(ask('text', { most: 3 }), 'four'),
    say(ask('longtext'), 'x'.repeat(5001)),
  ]).toEqual([
    'This is too high. The highest is 20.',
    'This is too low. The lowest is 1.',
    'This is too low. The lowest is 0.',
    'This is too early. The first day is Jan 5, 2026.',
    'This is too late. The last day is Dec 31, 2026.',
    'Choose at least 2.',
    'Choose 2 at most.',
    'This is too long: 3 characters at most.',
    'This is too long: 5000 characters at most.',
  ]);
});

test.each(['en', 'zh-Hans', 'zh-Hant', 'ar'])('%s: nothing is left to be filled in', (lang) => {
  const { faults } = lateWordsOf(lang);
  for (const code of ['low', 'high', 'early', 'late', 'few', 'many', 'long'] as const)
    expect(faults[code]).toContain('{n}');
  expect(say(ask('number', { range: [1, 20] }), 40, lang)).toContain('20');
  expect(say(ask('text', { required: true }), undefined, lang)).toBe(faults.required);
});

test.each(['zh_CN', 'x', ''])('a form whose language is "%s" tells its faults and limits', (lang) => {
  expect(say(ask('text', { required: true }), undefined, lang)).toBe(lateWordsOf(lang).faults.required);
  expect(say(ask('date', { range: ['2026-01-05', '2026-12-31'] }), '2026-01-04', lang)).toContain(
    'Jan 5, 2026',
  );
});
