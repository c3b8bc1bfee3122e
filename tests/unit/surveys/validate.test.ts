import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { QUESTION_TYPES, type Question, type Value } from '@/lib/surveys/form';
import { clean, type FaultCode, fault } from '@/lib/surveys/validate';
import { ask, choices, formOf } from './forms';

const abc = { choices: choices('a', 'b', 'c') };
const must = { required: true };

type Row = [Question, Value | undefined, FaultCode | null, Value?];
const TABLE: Row[] = [
  [ask('q', 'nps', must), 0, null],
  [ask('q', 'nps', must), undefined, 'required'],
  [ask('q', 'nps'), undefined, null],
  [ask('q', 'nps', { range: [1, 5] }), 10, null],
  [ask('q', 'nps'), 11, 'high'],
  [ask('q', 'nps'), -1, 'low'],
  [ask('q', 'nps'), 7.5, 'step'],
  [ask('q', 'nps'), '8', 'number'],
  [ask('q', 'nps'), Number.NaN, 'number'],
  [ask('q', 'csat'), 0, 'low'],
  [ask('q', 'csat'), 5, null],
  [ask('q', 'csat', { range: [0, 10] }), 0, null],
  [ask('q', 'ces'), 8, 'high'],
  [ask('q', 'slider', { step: 0.1, range: [0, 1] }), 0.3, null],
  [ask('q', 'slider', { step: 5 }), 12, 'step'],
  [ask('q', 'number'), 3.14, null],
  [ask('q', 'number', { range: [1, 10], step: 3 }), 7, null],
  [ask('q', 'number', { range: [1, 10], step: 3 }), 6, 'step'],
  [ask('q', 'number'), 'seven', 'number'],
  [ask('q', 'email', must), 'lena.wirth@', 'emailEnd'],
  [ask('q', 'email'), 'lena.wirth', 'email'],
  [ask('q', 'email'), 'lena@wirth', 'email'],
  [ask('q', 'email'), 'lena@wirth..example', 'email'],
  [ask('q', 'email'), 'lena@a@wirth.example', 'email'],
  [ask('q', 'email'), ' lena.wirth+shop@mail.wirth.example ', null],
  [ask('q', 'email'), '李娜@例子.example', null],
  [ask('q', 'phone'), '+49 (0) 30 / 123-456', null],
  [ask('q', 'phone'), '02 1234 5678 ext. 12', null],
  [ask('q', 'phone'), '12', 'phone'],
  [ask('q', 'phone'), 'call me', 'phone'],
  [ask('q', 'date'), '2026-02-28', null],
  [ask('q', 'date'), '2026-02-30', 'date'],
  [ask('q', 'date'), '28.02.2026', 'date'],
  [ask('q', 'date', { range: ['2026-01-01', '2026-12-31'] }), '2025-12-31', 'early'],
  [ask('q', 'date', { range: ['2026-01-01', '2026-12-31'] }), '2027-01-01', 'late'],
  [ask('q', 'date', { range: ['2026-01-01', ''] }), '2027-01-01', null],
  [ask('q', 'text', { most: 3 }), '四个字啊', 'long'],
  [ask('q', 'text', { most: 4 }), '👍👍👍👍', null],
  [ask('q', 'text', must), '   ', 'required'],
  [ask('q', 'longtext'), ['a'], 'choice'],
  [ask('q', 'single', abc), 'a', null],
  [ask('q', 'single', abc), 'd', 'choice'],
  [ask('q', 'single', abc), 'other', 'choice'],
  [ask('q', 'single', { ...abc, other: 'Else', ...must }), 'other', 'other'],
  [ask('q', 'single', { ...abc, other: 'Else', ...must }), 'other', null, 'By boat'],
  [ask('q', 'single', { ...abc, other: 'Else' }), 'other', null],
  [ask('q', 'single', { ...abc, other: 'Else' }), 'other', 'long', 'x'.repeat(501)],
  [ask('q', 'yesno'), 'no', null],
  [ask('q', 'yesno'), 'maybe', 'choice'],
  [ask('q', 'multiple', must), [], 'required'],
  [ask('q', 'multiple', abc), ['a', 'c'], null],
  [ask('q', 'multiple', abc), ['a', 'a'], 'choice'],
  [ask('q', 'multiple', abc), 'a', 'choice'],
  [ask('q', 'multiple', { ...abc, pick: [2, 2] }), ['a'], 'few'],
  [ask('q', 'multiple', { ...abc, pick: [1, 2] }), ['a', 'b', 'c'], 'many'],
  [ask('q', 'ranking', abc), ['c', 'a', 'b'], null],
  [ask('q', 'ranking', abc), ['c', 'a'], 'few'],
  [ask('q', 'ranking', { ...abc, pick: [1, 2] }), ['c'], null],
  [ask('q', 'matrix', { ...abc, rows: choices('r', 's'), ...must }), { r: 'a' }, 'rows'],
  [ask('q', 'matrix', { ...abc, rows: choices('r', 's') }), { r: 'a' }, null],
  [ask('q', 'matrix', { ...abc, rows: choices('r', 's') }), { r: 'z' }, 'choice'],
  [ask('q', 'matrix', { ...abc, rows: choices('r') }), { t: 'a' }, 'choice'],
  [ask('q', 'consent', must), false, 'required'],
  [ask('q', 'consent', must), true, null],
  [ask('q', 'consent'), 'true', 'choice'],
  [ask('q', 'statement', must), undefined, null],
];

test.each(TABLE)('%o: %j is %s', (q, value, expected, other) =>
  expect(fault(q, value, other)).toBe(expected),
);

it('has each type of question in the table', () => {
  const types = new Set(TABLE.map(([{ type }]) => type));
  // A dropdown is chosen from as a single choice is.
  expect(QUESTION_TYPES.filter((type) => !types.has(type))).toEqual(['dropdown']);
});

describe('what was received', () => {
  const form = formOf([
    {
      questions: [
        ask('q1', 'nps', must),
        ask('q2', 'single', { ...abc, other: 'Else' }),
        ask('q3', 'text', { most: 5 }),
        ask('q4', 'matrix', { ...abc, rows: choices('r', 's'), ...must }),
        ask('q5', 'email'),
      ],
    },
  ]);

  it('keeps what belongs to the form, a 0 too', () => {
    const sent = { q1: 0, q2: 'other', 'q2.other': 'By boat', q4: { r: 'a' }, q5: 'a@b.example' };
    expect(clean(form, sent)).toEqual(sent);
  });
  it('drops the rest, and cuts what is too long', () => {
    expect(
      clean(form, {
        q1: 12,
        q2: 'a',
        'q2.other': 'left over',
        q3: '  👍👍👍👍👍',
        q5: 'a@',
        q9: 1,
        constructor: 'x',
      }),
    ).toEqual({ q2: 'a', q3: '  👍👍👍' });
  });
  it('stands whatever it is given, gives only what has no fault, and the same again', () => {
    const sent = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(
        fc.constantFrom('q1', 'q2', 'q2.other', 'q3', 'q4', 'q5', '__proto__', 'toString'),
        fc.jsonValue(),
      ),
    );
    fc.assert(
      fc.property(sent, (sent) => {
        const found = clean(form, sent);
        for (const q of form.pages[0]!.questions)
          if (Object.hasOwn(found, q.id)) expect(fault({ ...q, required: false }, found[q.id])).toBeNull();
        expect(Object.keys(found).every((key) => /^q[1-5](\.other)?$/.test(key))).toBe(true);
        expect(clean(form, found)).toEqual(found);
      }),
    );
  });
  it('never throws on any question and value', () => {
    const any = fc.record({ type: fc.constantFrom(...QUESTION_TYPES), value: fc.jsonValue() });
    fc.assert(
      fc.property(any, ({ type, value }) => {
        const code = fault(ask('q', type, { ...abc, rows: choices('r') }), value as never, value as never);
        expect(code === null || typeof code === 'string').toBe(true);
      }),
    );
  });
});
