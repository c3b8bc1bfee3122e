import { expect, test } from 'vitest';
import { besideOf, cellValue, partsOf } from '@/lib/exchange/answers/cells';
import type { Question, Texts } from '@/lib/surveys/form';
import { inspectAnswers } from '../../../support/answers-inspection';

const SLOWEST_MS = 500;
const LONG = 200_000;

/** Milliseconds of the processor, so that a busy machine is not taken for a slow reader. */
function msOf(run: () => void): number {
  const started = process.cpuUsage();
  run();
  return process.cpuUsage(started).user / 1000;
}

const choices = Array.from({ length: 15 }, (_, at) => ({ id: `c${at}`, text: { en: `Choice ${at}` } }));
const question: Question<Texts> = {
  id: 'q1',
  type: 'multiple',
  title: { en: 'What do you use?' },
  choices,
  other: { en: 'Other' },
};

test('what was written beside a choice is told from it by the first bracket', () => {
  expect(besideOf('其他〖展会〗')).toEqual({ named: '其他', beside: '展会' });
  expect(besideOf('其他【a【b】c】')).toEqual({ named: '其他', beside: 'a【b】c' });
  expect(besideOf('【】')).toEqual({ named: '', beside: '' });
  for (const plain of ['其他', '其他〖展会〗 mehr', '展会〗', '']) expect(besideOf(plain)).toBeNull();
});

test('a list of picks is read with all of its choices, and a text that is no list stays one', () => {
  const all = choices.map(({ text }) => text.en).join('; ');
  expect(cellValue(all, question, { coded: false, language: 'en' })).toEqual({
    value: choices.map(({ id }) => id),
  });
  const text = `${'word, '.repeat(3000)}end`;
  expect(partsOf(text, () => false)).toEqual([text]);
});

test.each([
  ['opened brackets', '【'],
  ['brackets', '【】'],
  ['commas', ','],
  ['marks', '*'],
  ['spaces', 'a '],
  ['numbers', '1,'],
])('a long cell of %s holds nobody up', (_, sign) => {
  const cell = sign.repeat(LONG / sign.length);
  for (const text of [cell.slice(0, 9990), cell, `${cell}x`, `${cell}】`]) {
    expect(msOf(() => cellValue(text, question, { coded: false, language: 'en' }))).toBeLessThan(SLOWEST_MS);
  }
  const table = (heading: string, value: string) =>
    new TextEncoder().encode(`Email,"${heading}"\na@lab.test,"${value}"\nb@lab.test,9\n`);
  expect(msOf(() => inspectAnswers(table('Score', `${cell}x`)))).toBeLessThan(5 * SLOWEST_MS);
  expect(msOf(() => inspectAnswers(table(`${cell}x`, '9')))).toBeLessThan(5 * SLOWEST_MS);
});
