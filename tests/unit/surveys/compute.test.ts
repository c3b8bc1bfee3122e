import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { computedOf, computing } from '@/lib/surveys/compute';
import { type Computed, FOLDS, type Term, type Values } from '@/lib/surveys/form';
import { kept } from '@/lib/surveys/path';
import { fill } from '@/lib/surveys/piping';
import { ask, choices, formOf } from './forms';

const scored = [
  { id: 'a', text: 'A', score: 0 },
  { id: 'b', text: 'B', score: 4 },
  { id: 'c', text: 'C' },
];
const questions = [
  ask('q1', 'nps'),
  ask('q2', 'csat'),
  ask('q3', 'single', { choices: scored, other: 'Else' }),
  ask('q4', 'multiple', { choices: choices('x', 'y', 'z') }),
  ask('q5', 'matrix', { choices: scored, rows: choices('r1', 'r2') }),
  ask('q6', 'yesno'),
  ask('q7', 'text'),
  ask('q8', 'multiple', { choices: scored }),
  ask('q9', 'consent'),
];
const of = (...computed: Computed[]) => formOf([{ questions }], { computed });
const one = (by: Computed['by'], terms: Term[], values: Values, more: Partial<Computed> = {}) =>
  computing(of({ name: 'n', by, of: terms, ...more }), { basket: '12.5', plan: 'pro' })(values).n;
const q = (...ids: string[]): Term[] => ids.map((id) => ({ q: id }));

describe('a computed value', () => {
  test.each<[string, Computed['by'], Term[], Values, number | undefined]>([
    ['adds', 'sum', q('q1', 'q2'), { q1: 7, q2: 3 }, 10],
    ['takes a 0 for an answer', 'mean', q('q1', 'q2'), { q1: 0, q2: 4 }, 2],
    ['leaves out what was not answered', 'mean', q('q1', 'q2'), { q2: 4 }, 4],
    ['is nothing of nothing', 'sum', q('q1', 'q2'), {}, undefined],
    ['is nothing of nothing, by any way', 'min', q('q7'), { q7: '5' }, undefined],
    ['counts nothing as 0', 'count', q('q1', 'q2'), {}, 0],
    ['counts what was answered', 'count', q('q1', 'q2', 'q7'), { q1: 0, q7: 'words' }, 2],
    ['counts the rows of a matrix', 'count', q('q5'), { q5: { r1: 'a', r2: 'c' } }, 2],
    ['weighs', 'mean', [{ q: 'q1', times: 3 }, { q: 'q2' }], { q1: 10, q2: 2 }, 8],
    ['multiplies', 'sum', [{ q: 'q1', times: -0.1 }, { value: 5 }], { q1: 3 }, 4.7],
    ['has no weight to divide by', 'mean', [{ q: 'q1', times: 0 }], { q1: 3 }, undefined],
    ['reads points', 'sum', q('q3'), { q3: 'b' }, 4],
    ['reads points of 0', 'sum', q('q3'), { q3: 'a' }, 0],
    ['reads no points where there are none', 'sum', q('q3'), { q3: 'c' }, undefined],
    ['reads no points of other', 'sum', q('q3', 'q3.other'), { q3: 'other', 'q3.other': '7' }, undefined],
    ['counts choices without points', 'sum', q('q4'), { q4: ['x', 'z'] }, 2],
    ['adds points of choices', 'sum', q('q8'), { q8: ['a', 'b', 'c'] }, 4],
    ['adds the rows of a matrix', 'sum', q('q5'), { q5: { r1: 'b', r2: 'b' } }, 8],
    ['reads one row', 'sum', q('q5.r2'), { q5: { r1: 'b', r2: 'a' } }, 0],
    ['means over rows', 'mean', q('q5'), { q5: { r1: 'b', r2: 'a' } }, 2],
    ['reads yes and no', 'sum', q('q6', 'q9'), { q6: 'no', q9: true }, 1],
    ['reads a hidden field', 'sum', q('@basket', '@plan'), {}, 12.5],
    ['finds the lowest', 'min', q('q1', 'q2'), { q1: 9, q2: 2 }, 2],
    ['finds the highest', 'max', q('q1', 'q2'), { q1: 9, q2: 2 }, 9],
    [
      'takes the first that holds',
      'first',
      [
        { value: 1, when: { q: 'q1', is: 'lte', to: 6 } },
        { value: 2, when: { q: 'q1', is: 'lte', to: 8 } },
        { value: 3 },
      ],
      { q1: 8 },
      2,
    ],
  ])('%s', (_, by, terms, values, expected) => expect(one(by, terms, values)).toBe(expected));

  it('is rounded to two decimals, or to as many as are asked for', () => {
    const thirds: Values = { q1: 1, q2: 1, q3: 'b' };
    expect(one('mean', q('q1', 'q2', 'q3'), { ...thirds, q2: 2 })).toBe(2.33);
    expect(one('mean', q('q1', 'q2', 'q3'), { ...thirds, q2: 2 }, { round: 0 })).toBe(2);
    expect(one('sum', [{ value: 0.1 }, { value: 0.2 }], {}, { round: 6 })).toBe(0.3);
  });

  it('may rest on those before it, and on the score', () => {
    const form = of(
      { name: 'total', by: 'sum', of: q('q1', 'q2') },
      {
        name: 'level',
        by: 'first',
        of: [{ value: 1, when: { q: '@total', is: 'gte', to: 10 } }, { value: 0 }],
      },
      { name: 'both', by: 'sum', of: q('@total', '@score', '@later') },
      { name: 'later', by: 'sum', of: [{ value: 100 }] },
    );
    const values: Values = { q1: 8, q2: 5, q3: 'b' };
    expect(computedOf(form, values, {})).toEqual({ '@total': 13, '@level': 1, '@both': 17, '@later': 100 });
  });

  it('is not what a hidden field of its name says', () => {
    const form = of({ name: 'total', by: 'sum', of: q('q1') });
    expect(computing(form, { total: 'a lie' })({})).not.toHaveProperty('total');
    expect(computing(form, { total: 'a lie' })({ q1: 0 }).total).toBe(0);
  });

  it('leads and is piped', () => {
    const form = formOf(
      [
        { questions: [ask('q1', 'nps'), ask('q2', 'csat')] },
        { questions: [ask('why', 'text', { when: { q: '@total', is: 'lt', to: 8 } })] },
      ],
      { computed: [{ name: 'total', by: 'sum', of: q('q1', 'q2') }] },
    );
    const know = computing(form);
    expect(kept(form, { q1: 5, q2: 2, why: 'cold' }, know)).toHaveProperty('why');
    expect(kept(form, { q1: 9, q2: 2, why: 'cold' }, know)).not.toHaveProperty('why');
    expect(fill('You gave {{@total|nothing}}.', form, { q1: 0 }, know)).toBe('You gave 0.');
    expect(fill('You gave {{@total|nothing}}.', form, {}, know)).toBe('You gave nothing.');
  });
});

const number = fc.oneof(fc.integer({ min: -5, max: 12 }), fc.double());
const value = fc.oneof(
  number,
  fc.constantFrom('a', 'b', 'other', 'yes', 'no', '', '7', 'NaN', '__proto__'),
  fc.boolean(),
  fc.array(fc.constantFrom('a', 'b', 'x')),
  fc.dictionary(fc.constantFrom('r1', 'r2', 'gone'), fc.constantFrom('a', 'b', 'c', '')),
);
const anyValues = fc.dictionary(fc.constantFrom(...questions.map(({ id }) => id), 'q3.other'), value);
const name = fc.constantFrom('n', 'm', 'score', 'constructor', '__proto__');
const term = fc.record(
  {
    q: fc.constantFrom(...questions.map(({ id }) => id), 'q5.r1', '@n', '@m', '@score', '@gone', '', '@'),
    value: number,
    times: number,
    when: fc.record({
      q: fc.constantFrom('q1', '@n', 'q3'),
      is: fc.constantFrom('gte', 'answered'),
      to: number,
    }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Term>;
const anyComputed = fc.record(
  {
    name,
    by: fc.constantFrom(...FOLDS),
    of: fc.array(term, { maxLength: 6 }),
    round: fc.integer({ min: -2, max: 9 }),
  },
  { requiredKeys: ['name', 'by', 'of'] },
) as fc.Arbitrary<Computed>;

it('is a finite number or absent, whatever it is computed of, and the same each time', () => {
  fc.assert(
    fc.property(fc.array(anyComputed, { maxLength: 5 }), anyValues, (computed, values) => {
      const form = of(...computed);
      const found = computedOf(form, values as Values, {});
      for (const one of Object.values(found)) expect(Number.isFinite(one)).toBe(true);
      expect(Object.values(found).some((one) => Object.is(one, -0))).toBe(false);
      expect(computedOf(form, values as Values, {})).toEqual(found);
    }),
    { numRuns: 500 },
  );
});

it('lies between the least and the most of its numbers when it is a mean', () => {
  const answers = fc.record(
    { q1: fc.integer({ min: 0, max: 10 }), q2: fc.integer({ min: 1, max: 5 }) },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(answers, (values) => {
      const form = of(
        ...(['min', 'mean', 'max', 'count'] as const).map((by) => ({ name: by, by, of: q('q1', 'q2') })),
      );
      const {
        '@min': low,
        '@mean': mean,
        '@max': high,
        '@count': n,
      } = computedOf(form, values, {}) as Record<string, number>;
      expect(n).toBe(Object.keys(values).length);
      if (n === 0) expect([low, mean, high]).toEqual([undefined, undefined, undefined]);
      else expect(low! <= mean! && mean! <= high!).toBe(true);
    }),
  );
});
