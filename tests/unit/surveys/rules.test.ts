import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Condition, OPERATORS, type Operator, type Rule, type Value } from '@/lib/surveys/form';
import { DEEPEST_RULE, holds } from '@/lib/surveys/rules';

type To = Condition['to'];

/** Every operator, by kind of value: what is asked, what is compared with, what comes out. */
const TABLE: [Operator, Value | undefined, To, boolean][] = [
  ['is', undefined, 'a', false],
  ['is', 0, 0, true],
  ['is', 8, 9, false],
  ['is', 8, '8', true],
  ['is', 'a', 'a', true],
  ['is', ' Blue ', 'blue', true],
  ['is', '', '', false],
  ['is', true, true, true],
  ['is', ['a'], 'a', true],
  ['is', ['a', 'b'], 'a', false],
  ['is', ['b', 'a'], ['b', 'a'], true],
  ['is', ['a', 'b'], ['b', 'a'], false],
  ['is', { r1: 'good' }, 'good', true],
  ['isNot', undefined, 'a', true],
  ['isNot', 0, 0, false],
  ['isNot', 0, 1, true],
  ['isNot', 'a', 'b', true],
  ['isNot', ['a', 'b'], 'a', true],
  ['anyOf', undefined, ['a'], false],
  ['anyOf', 0, [0, 1], true],
  ['anyOf', 'a', ['a', 'b'], true],
  ['anyOf', 'c', ['a', 'b'], false],
  ['anyOf', ['c', 'a'], ['a', 'b'], true],
  ['anyOf', 'a', 'a', true],
  ['anyOf', 'a', [], false],
  ['anyOf', { r1: 'bad', r2: 'good' }, ['bad'], true],
  ['noneOf', undefined, ['a'], true],
  ['noneOf', 'a', ['a', 'b'], false],
  ['noneOf', 'c', ['a', 'b'], true],
  ['noneOf', ['c', 'a'], ['a'], false],
  ['has', undefined, 'a', false],
  ['has', ['a', 'b'], 'a', true],
  ['has', ['b'], 'a', false],
  ['has', 'a', 'a', true],
  ['has', { r1: 'bad', r2: 'good' }, 'good', true],
  ['hasAll', undefined, [], false],
  ['hasAll', ['a', 'b', 'c'], ['a', 'c'], true],
  ['hasAll', ['a'], ['a', 'c'], false],
  ['hasAll', ['a'], [], false],
  ['lt', undefined, 5, false],
  ['lt', 0, 1, true],
  ['lt', 1, 1, false],
  ['lt', '3', 5, true],
  ['lt', 'three', 5, false],
  ['lt', '2026-01-31', '2026-02-01', true],
  ['lt', ['a', 'b'], 3, true],
  ['lte', 6, 6, true],
  ['lte', 7, 6, false],
  ['lte', undefined, 6, false],
  ['gt', 0, -1, true],
  ['gt', 6, 6, false],
  ['gt', undefined, -1, false],
  ['gt', '2026-02-01', '2026-01-31', true],
  ['gte', 9, 9, true],
  ['gte', 8, 9, false],
  ['gte', ['a', 'b', 'c'], 3, true],
  ['gte', undefined, 0, false],
  ['between', 7, [7, 8], true],
  ['between', 8, [7, 8], true],
  ['between', 9, [7, 8], false],
  ['between', 0, [0, 6], true],
  ['between', undefined, [0, 6], false],
  ['between', 7, 7, false],
  ['between', '2026-02-14', ['2026-02-01', '2026-02-28'], true],
  ['contains', undefined, 'late', false],
  ['contains', 'It came LATE again', 'late', true],
  ['contains', '快递太慢', '慢', true],
  ['contains', 'On time', 'late', false],
  ['contains', 'anything', '', false],
  ['lacks', undefined, 'late', true],
  ['lacks', 'It came late', 'late', false],
  ['lacks', 'On time', 'late', true],
  ['answered', 0, undefined, true],
  ['answered', undefined, undefined, false],
  ['answered', '', undefined, false],
  ['answered', '  ', undefined, false],
  ['answered', [], undefined, false],
  ['answered', {}, undefined, false],
  ['answered', false, undefined, false],
  ['answered', true, undefined, true],
  ['answered', ['a'], undefined, true],
  ['skipped', 0, undefined, false],
  ['skipped', undefined, undefined, true],
  ['skipped', '', undefined, true],
];

describe('every operator', () => {
  test.each(TABLE)('%s: %j against %j is %s', (is, value, to, expected) => {
    const rule = { q: 'q1', is, ...(to !== undefined && { to }) };
    expect(holds(rule, value === undefined ? {} : { q1: value })).toBe(expected);
  });

  it('stands in the table, holding and not', () => {
    for (const is of OPERATORS)
      expect(new Set(TABLE.filter(([one]) => one === is).map(([, , , held]) => held)), is).toEqual(
        new Set([true, false]),
      );
  });
});

describe('what a condition can ask about', () => {
  it('asks a row of a matrix, the text beside a choice, and what is known besides', () => {
    const values = { q5: { speed: 'bad' }, q2: 'other', 'q2.other': 'By boat' };
    expect(holds({ q: 'q5.speed', is: 'is', to: 'bad' }, values)).toBe(true);
    expect(holds({ q: 'q5.price', is: 'skipped' }, values)).toBe(true);
    expect(holds({ q: 'q2.other', is: 'contains', to: 'boat' }, values)).toBe(true);
    expect(holds({ q: '@plan', is: 'is', to: 'pro' }, values, { plan: 'Pro' })).toBe(true);
    expect(holds({ q: '@score', is: 'gte', to: 4 }, values, { score: 4 })).toBe(true);
    expect(holds({ q: '@plan', is: 'answered' }, values)).toBe(false);
  });

  it('asks a place of a ranking: who is first, and whether somebody is among the first', () => {
    const values = { q6: ['b', 'c', 'a'] };
    expect(holds({ q: 'q6.0', is: 'is', to: 'b' }, values)).toBe(true);
    expect(holds({ q: 'q6.0', is: 'isNot', to: 'c' }, values)).toBe(true);
    expect(holds({ q: 'q6.1', is: 'anyOf', to: ['a', 'c'] }, values)).toBe(true);
    const amongFirstTwo = (to: string): Rule => ({
      any: [
        { q: 'q6.0', is: 'is', to },
        { q: 'q6.1', is: 'is', to },
      ],
    });
    expect(['a', 'b', 'c'].map((id) => holds(amongFirstTwo(id), values))).toEqual([false, true, true]);
    expect(holds({ q: 'q6.0', is: 'answered' }, {})).toBe(false);
  });

  it('never reads what every object has', () => {
    for (const q of ['constructor', '__proto__', 'toString', 'q1.constructor', '@constructor'])
      expect(holds({ q, is: 'answered' }, { q1: { r1: 'a' } }, {})).toBe(false);
  });
});

describe('groups', () => {
  const yes: Rule = { q: 'q1', is: 'is', to: 1 };
  const no: Rule = { q: 'q1', is: 'is', to: 2 };
  test.each<[Rule, boolean]>([
    [{ all: [yes, yes] }, true],
    [{ all: [yes, no] }, false],
    [{ any: [no, yes] }, true],
    [{ any: [no, no] }, false],
    [{ all: [] }, true],
    [{ any: [] }, false],
    [{ all: [yes, { any: [no, { all: [yes] }] }] }, true],
  ])('%j is %s', (rule, expected) => expect(holds(rule, { q1: 1 })).toBe(expected));

  it('holds no rule that is nested deeper than anybody writes', () => {
    const nested = (depth: number): Rule => (depth === 0 ? yes : { all: [nested(depth - 1)] });
    expect(holds(nested(DEEPEST_RULE), { q1: 1 })).toBe(true);
    expect(holds(nested(DEEPEST_RULE + 1), { q1: 1 })).toBe(false);
    expect(holds(nested(5000), { q1: 1 })).toBe(false);
  });
});

describe('always', () => {
  const json = fc.jsonValue();
  it('answers whatever it is given', () => {
    const rule = fc.oneof(
      json,
      fc.record({ q: json, is: fc.oneof(fc.constantFrom(...OPERATORS), json), to: json }),
    );
    fc.assert(
      fc.property(rule, json, json, (rule, values, variables) => {
        expect(typeof holds(rule as never, values as never, variables as never)).toBe('boolean');
      }),
    );
  });

  it('says the contrary for a pair of contrary operators', () => {
    const pairs: [Operator, Operator][] = [
      ['is', 'isNot'],
      ['anyOf', 'noneOf'],
      ['contains', 'lacks'],
      ['answered', 'skipped'],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...pairs), json, json, ([one, other], value, to) => {
        const ask = (is: Operator) => holds({ q: 'q1', is, to: to as never }, { q1: value as never });
        expect(ask(one)).toBe(!ask(other));
      }),
    );
  });
});
