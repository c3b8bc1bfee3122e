import { describe, expect, test } from 'vitest';
import { questionsBefore } from '@/components/surveys/draft/before';
import {
  conditionOf,
  firstCondition,
  groupOf,
  operatorsOf,
  ruleOf,
  subjectsOf,
} from '@/components/surveys/draft/operators';
import { faultsOf } from '@/lib/surveys/check';
import { QUESTION_TYPES } from '@/lib/surveys/form';
import { formOf, question } from '../../components/surveys/forms';

const choices = [
  { id: 'c1', text: { en: 'Blue' } },
  { id: 'c2', text: { en: 'Red' } },
];
const rows = [{ id: 'r1', text: { en: 'Price' } }];

test('every operator that is offered begins with a rule that stands', () => {
  for (const type of QUESTION_TYPES) {
    const about = question('a', type, {
      choices,
      rows,
      ...(type === 'number' ? { range: [1, 9] as [number, number] } : {}),
    });
    for (const subject of subjectsOf({}, [about])) {
      // A text or a day has nothing to begin with: it is the author's to write.
      if (subject.measure === 'text' || subject.measure === 'day') continue;
      for (const is of operatorsOf(subject.measure)) {
        const form = formOf([about], [question('b', 'text')]);
        const when = conditionOf(form, subject, is);
        const ruled = {
          ...form,
          pages: form.pages.map((page) => ({
            ...page,
            questions: page.questions.map((q) => (q.id === 'b' ? { ...q, when } : q)),
          })),
        };
        const wrong = faultsOf(ruled).filter(({ questionId }) => questionId === 'b');
        expect(wrong, `${type} ${is}`).toEqual([]);
      }
    }
  }
});

describe('groups', () => {
  const one = { q: 'a', is: 'gt', to: 6 } as const;
  const other = { q: 'b', is: 'answered' } as const;
  test('a group of one is its condition, an empty one no rule', () => {
    expect(ruleOf({ join: 'any', rules: [one] })).toEqual(one);
    expect(ruleOf({ join: 'all', rules: [] })).toBeUndefined();
    expect(ruleOf({ join: 'any', rules: [one, other] })).toEqual({ any: [one, other] });
  });
  test('a rule is the group that it was made of', () => {
    for (const join of ['all', 'any'] as const)
      expect(groupOf(ruleOf({ join, rules: [one, other] }))).toEqual({ join, rules: [one, other] });
    expect(groupOf(undefined)).toEqual({ join: 'all', rules: [] });
  });
});

test('a condition asks about the question before its own', () => {
  const form = formOf(['a', 'b', 'c']);
  const before = questionsBefore(form, { page: 0, at: 2 });
  expect(before.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(firstCondition(form, before).q).toBe('b');
});
