import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { computing } from '@/lib/surveys/compute';
import type { Form, Question, Rule, Values } from '@/lib/surveys/form';
import { asked, follows, kept, shareDone, walk } from '@/lib/surveys/path';
import { fault } from '@/lib/surveys/validate';
import { ask, choices, formOf } from './forms';

const low: Rule = { q: 'q1', is: 'lte', to: 6 };

describe('what is asked', () => {
  const form = formOf([
    { questions: [ask('q1', 'nps'), ask('q2', 'longtext', { when: low })] },
    { questions: [ask('q3', 'text')] },
  ]);
  it('asks by what was answered before, on the same page too', () => {
    const ids = (values: Values) => asked(form, form.pages[0]!, values).map(({ id }) => id);
    expect(ids({})).toEqual(['q1']);
    expect(ids({ q1: 0 })).toEqual(['q1', 'q2']);
    expect(ids({ q1: 9 })).toEqual(['q1']);
  });
  it('keeps no answer to what is not asked', () => {
    expect(kept(form, { q1: 9, q2: 'Late', q3: 'x', q9: 'nobody asked' })).toEqual({ q1: 9, q3: 'x' });
    expect(kept(form, { q1: 0, q2: 'Late' })).toEqual({ q1: 0, q2: 'Late' });
  });
  it('lets an answer that is off the path decide nothing', () => {
    const chain = formOf([
      {
        questions: [
          ask('q1', 'nps'),
          ask('q2', 'yesno', { when: low }),
          ask('q3', 'text', { when: { q: 'q2', is: 'is', to: 'yes' } }),
        ],
      },
    ]);
    expect(kept(chain, { q1: 3, q2: 'yes', q3: 'why' })).toEqual({ q1: 3, q2: 'yes', q3: 'why' });
    expect(kept(chain, { q1: 9, q2: 'yes', q3: 'why' })).toEqual({ q1: 9 });
  });
  it('asks nothing by an answer that comes later', () => {
    const early = formOf([
      { questions: [ask('q1', 'text', { when: { q: 'q2', is: 'answered' } }), ask('q2', 'text')] },
    ]);
    expect(kept(early, { q1: 'a', q2: 'b' })).toEqual({ q2: 'b' });
  });
  it('keeps what is written beside a choice', () => {
    const beside = formOf([{ questions: [ask('q1', 'single', { choices: choices('a'), other: 'Else' })] }]);
    expect(kept(beside, { q1: 'other', 'q1.other': 'By boat' })).toEqual({
      q1: 'other',
      'q1.other': 'By boat',
    });
  });
  it('counts the score of what is on the path only', () => {
    const scored = [
      { id: 'a', text: 'A', score: 2 },
      { id: 'b', text: 'B', score: 5 },
    ];
    const quiz = formOf([
      { questions: [ask('q1', 'single', { choices: scored }), ask('q2', 'multiple', { choices: scored })] },
      { questions: [ask('q3', 'text', { when: { q: '@score', is: 'gte', to: 7 } })] },
    ]);
    expect(follows(quiz, 'p1', { q1: 'a', q2: ['b'] }, computing(quiz))).toBe('p2');
    expect(follows(quiz, 'p1', { q1: 'a', q2: ['a'] }, computing(quiz))).toBe('end');
  });
});

describe('what follows', () => {
  const form = formOf([
    {
      questions: [ask('q1', 'nps')],
      next: [
        { when: { q: 'q1', is: 'gte', to: 9 }, to: 'p3' },
        { when: { q: 'q1', is: 'is', to: 0 }, to: 'other' },
      ],
    },
    { questions: [ask('q2', 'text')] },
    { questions: [ask('q3', 'text')] },
  ]);
  test.each<[string, Values, string]>([
    ['', {}, 'p1'],
    ['p1', { q1: 8 }, 'p2'],
    ['p1', { q1: 9 }, 'p3'],
    ['p1', { q1: 0 }, 'other'],
    ['p2', { q1: 8 }, 'p3'],
    ['p3', { q1: 8 }, 'end'],
    ['p1', {}, 'p2'],
  ])('after page "%s" with %j comes %s', (page, values, expected) => {
    expect(follows(form, page, values)).toBe(expected);
  });

  test.each(['nowhere', 'p1', '', '__proto__'])('a jump to "%s" is none: the next page follows', (to) => {
    const broken = formOf([
      { questions: [ask('q1', 'nps')] },
      { questions: [ask('q2', 'text')], next: [{ when: { q: 'q1', is: 'answered' }, to }] },
      { questions: [ask('q3', 'text')] },
    ]);
    expect(follows(broken, 'p2', { q1: 5 })).toBe('p3');
  });

  it('passes a page on which nothing is asked', () => {
    const gap = formOf([
      { questions: [ask('q1', 'nps')] },
      {
        questions: [ask('q2', 'text', { when: low })],
        next: [{ when: { q: 'q1', is: 'is', to: 10 }, to: 'other' }],
      },
      { questions: [ask('q3', 'text')] },
    ]);
    expect(follows(gap, 'p1', { q1: 9 })).toBe('p3');
    expect(follows(gap, 'p1', { q1: 10 })).toBe('other');
    expect(follows(gap, 'p1', { q1: 2 })).toBe('p2');
  });

  it('begins where something is asked', () => {
    const german = formOf([
      { questions: [ask('q1', 'text', { when: { q: '@lang', is: 'is', to: 'de' } })] },
      { questions: [ask('q2', 'text')] },
    ]);
    expect(follows(german, '', {}, () => ({ lang: 'en' }))).toBe('p2');
    expect(follows(german, '', {}, () => ({ lang: 'de' }))).toBe('p1');
  });

  it('moves on with each page, and is never whole before the end', () => {
    expect(['p1', 'p2', 'p3'].map((id) => shareDone(form, id))).toEqual([0.25, 0.5, 0.75]);
  });
});

describe('always', () => {
  const ids = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'];
  const rule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 3 },
      fc.record({
        q: fc.constantFrom(...ids, 'gone', '@plan', '@score'),
        is: fc.constantFrom('is', 'isNot', 'lt', 'gte', 'answered', 'skipped'),
        to: fc.integer({ min: 0, max: 10 }),
      }) as fc.Arbitrary<Rule>,
      fc.record({ all: fc.array(tie('rule'), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('rule'), { maxLength: 3 }) }),
    ),
  })).rule;
  const target = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'end', 'other', 'nowhere');
  const jumps = fc.array(fc.record({ when: rule, to: target }), { maxLength: 3 });
  const page = (own: string[]) =>
    fc.record({
      next: jumps,
      questions: fc.tuple(
        ...own.map((id) =>
          fc
            .record({ required: fc.boolean(), when: fc.option(rule, { nil: undefined }) })
            .map(({ required, when }): Question => ask(id, 'nps', { required, ...(when && { when }) })),
        ),
      ),
    });
  const forms: fc.Arbitrary<Form> = fc
    .tuple(page(['q1', 'q2']), page(['q3']), page(['q4', 'q5']), page(['q6']))
    .map((pages) => formOf(pages));
  const values: fc.Arbitrary<Values> = fc.dictionary(
    fc.constantFrom(...ids, 'gone', '__proto__'),
    fc.integer({ min: 0, max: 10 }),
  );

  it('comes to an ending, forward, whatever the form and the answers', () => {
    fc.assert(
      fc.property(forms, values, (form, values) => {
        const { steps, ending } = walk(form, values);
        const at = steps.map(({ page }) => form.pages.indexOf(page));
        expect(at).toEqual([...new Set(at)].sort());
        expect(['end', 'other']).toContain(ending);
        let here = '';
        for (let count = 0; here !== ending; count += 1) {
          expect(count).toBeLessThanOrEqual(form.pages.length);
          here = follows(form, here, values);
        }
      }),
    );
  });

  it('keeps the same of what it kept', () => {
    fc.assert(
      fc.property(forms, values, (form, values) => {
        const once = kept(form, values);
        expect(kept(form, once)).toEqual(once);
        for (const [id, value] of Object.entries(once)) expect(values[id]).toBe(value);
      }),
    );
  });

  it('lets nobody pass a required question that is asked', () => {
    fc.assert(
      fc.property(forms, values, (form, values) => {
        // As the widget does: a page is left when nothing on it is at fault.
        let here = follows(form, '', values);
        const passed: Question[] = [];
        for (let page = form.pages.find(({ id }) => id === here); page; ) {
          const questions = asked(form, page, values);
          expect(questions.length).toBeGreaterThan(0);
          if (questions.some((q) => fault(q, values[q.id]))) return;
          passed.push(...questions);
          here = follows(form, here, values);
          page = form.pages.find(({ id }) => id === here);
        }
        const sent = kept(form, values);
        for (const q of walk(form, values).steps.flatMap(({ questions }) => questions))
          if (q.required) expect(Object.hasOwn(sent, q.id)).toBe(true);
        expect(passed).toEqual(walk(form, values).steps.flatMap(({ questions }) => questions));
      }),
    );
  });
});
