import { describe, expect, it, test } from 'vitest';
import { flagsOf, type Given, medianTime } from '@/lib/insight/careless';
import type { Values } from '@/lib/surveys/form';
import { ask, choices, formOf } from './forms';

const given = (values: Values, more: Partial<Given> = {}): Given => ({
  id: 'r9',
  startedAt: 0,
  at: 60_000,
  done: true,
  values,
  person: null,
  ...more,
});
const alone = { medianMs: null, others: [] };

const short = formOf([{ questions: [ask('q1', 'nps'), ask('q2', 'longtext')] }]);
const rows = (count: number) =>
  formOf([
    {
      questions: [
        ask('q1', 'matrix', { choices: choices('a', 'b'), rows: choices(...'rstuv'.slice(0, count)) }),
      ],
    },
  ]);
const mixed = formOf([
  { questions: [ask('q1', 'nps'), ask('q2', 'csat'), ask('q3', 'text'), ask('q4', 'text')] },
]);

describe('flags', () => {
  it('leaves a careful answer alone', () => {
    expect(flagsOf(given({ q1: 8, q2: 'Good bowls' }), short, alone)).toEqual([]);
    expect(flagsOf(given({ q1: 0 }), short, alone)).toEqual([]);
  });

  test.each([
    [29_999, ['fast']],
    [30_000, []],
  ])('below half the median time: %i of 60,000 ms', (at, flags) => {
    expect(flagsOf(given({ q1: 8 }, { at }), short, { medianMs: 60_000, others: [] })).toEqual(flags);
  });

  it('finds the same column all the way down, from four rows on', () => {
    const same = { r: 'a', s: 'a', t: 'a', u: 'a' };
    expect(flagsOf(given({ q1: same }), rows(4), alone)).toEqual(['straight']);
    expect(flagsOf(given({ q1: { ...same, u: 'b' } }), rows(4), alone)).toEqual([]);
    expect(flagsOf(given({ q1: { r: 'a', s: 'a', t: 'a' } }), rows(3), alone)).toEqual([]);
    expect(flagsOf(given({ q1: same }), rows(5), alone)).toEqual([]);
  });

  it('finds the later one of two of a person, or of two in the same words', () => {
    const words = { q1: 3, q2: 'The glaze came off on the second day' };
    const first = given(words, { id: 'r1', at: 50_000, person: 'ann' });
    const flags = (values: Values, more: Partial<Given>) =>
      flagsOf(given(values, more), short, { medianMs: null, others: [first] });
    expect(flags({ q1: 9 }, { person: 'ann' })).toEqual(['duplicate']);
    expect(flags({ q1: 9 }, { person: 'bob' })).toEqual([]);
    expect(flags({ q2: words.q2, q1: 3 }, { person: 'bob' })).toEqual(['duplicate']);
    expect(flags(words, { at: 40_000, person: 'ann' })).toEqual([]);
    expect(
      flagsOf(given({ q1: 9 }), short, { medianMs: null, others: [given({ q1: 9 }, { id: 'r1', at: 1 })] }),
    ).toEqual([]);
  });

  test.each<[Values, boolean]>([
    [{ q1: 3, q2: 4 }, true],
    [{ q1: 0, q2: 5 }, true],
    [{ q1: 4, q2: 5 }, false],
    [{ q1: 9, q2: 2 }, true],
    [{ q1: 9, q2: 3 }, false],
    [{ q1: 2, q2: 2 }, false],
  ])('finds a contradiction in %j: %s', (values, is) => {
    const whole = { ...values, q3: 'a', q4: 'b' };
    expect(flagsOf(given(whole), mixed, alone)).toEqual(is ? ['contradiction'] : []);
  });

  it('finds that half of at least four was left out, and counts what was asked only', () => {
    expect(flagsOf(given({ q1: 8, q2: 4 }), mixed, alone)).toEqual(['empty']);
    expect(flagsOf(given({ q1: 8, q2: 4, q3: 'x' }), mixed, alone)).toEqual([]);
    const fewer = formOf([
      {
        questions: mixed.pages[0]!.questions.map((q) =>
          q.id === 'q4' ? { ...q, when: { q: 'q1', is: 'lte', to: 6 } as const } : q,
        ),
      },
    ]);
    expect(flagsOf(given({ q1: 8 }), fewer, alone)).toEqual([]);
  });

  it('says nothing of an answer that is still being given', () => {
    expect(flagsOf(given({}, { done: false, at: 1 }), mixed, { medianMs: 60_000, others: [] })).toEqual([]);
  });
});

describe('the middle of the times', () => {
  const taking = (...times: number[]) => times.map((at) => ({ startedAt: 0, at, done: true }));
  it('is the middle of whole answers, from five on', () => {
    expect(medianTime(taking(5, 1, 4, 2, 3))).toBe(3);
    expect(medianTime(taking(5, 1, 4, 2, 3, 6))).toBe(3.5);
    expect(medianTime(taking(1, 2, 3, 4))).toBeNull();
    expect(medianTime([...taking(1, 2, 3, 4), { startedAt: 0, at: 9, done: false }])).toBeNull();
  });
});
