import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshId } from '@/components/surveys/draft/ids';
import { pageStepped, withNewPage, withoutPage } from '@/components/surveys/draft/pages';
import {
  placeOf,
  questionOf,
  stepped,
  withCopy,
  withNewQuestion,
  withoutQuestion,
  withQuestion,
  withQuestionAt,
} from '@/components/surveys/draft/questions';
import { retyped } from '@/components/surveys/draft/starters';
import { faultsOf } from '@/lib/surveys/check';
import { QUESTION_TYPES } from '@/lib/surveys/form';
import { formOf, idsOf, question } from '../../components/surveys/forms';

describe('moving', () => {
  const form = formOf(['a', 'b'], ['c'], []);

  test('a step goes over the edge of a page, and stops at the ends', () => {
    expect(idsOf(stepped(form, 'b', -1)!)).toEqual([['b', 'a'], ['c'], []]);
    expect(idsOf(stepped(form, 'b', 1)!)).toEqual([['a'], ['b', 'c'], []]);
    expect(idsOf(stepped(form, 'c', -1)!)).toEqual([['a', 'b', 'c'], [], []]);
    expect(idsOf(stepped(form, 'c', 1)!)).toEqual([['a', 'b'], [], ['c']]);
    expect(stepped(form, 'a', -1)).toBeNull();
    expect(stepped(formOf(['a']), 'a', 1)).toBeNull();
  });

  test('a page changes places with its neighbour', () => {
    expect(idsOf(pageStepped(form, 'p2', -1)!)).toEqual([['c'], ['a', 'b'], []]);
    expect(pageStepped(form, 'p3', 1)).toBeNull();
  });

  test('whatever is moved where, every question stays, once', () => {
    const pages = fc.array(fc.nat(4), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(pages, fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.nat(8))), (counts, moves) => {
        let next = 0;
        let moved = formOf(...counts.map((count) => Array.from({ length: count }, () => `q${next++}`)));
        for (const [which, page, at] of moves)
          moved = withQuestionAt(moved, `q${next === 0 ? 0 : which % next}`, { page, at });
        expect(idsOf(moved).flat().sort()).toEqual(Array.from({ length: next }, (_, n) => `q${n}`).sort());
        expect(moved.pages).toHaveLength(counts.length);
      }),
    );
  });

  test('a step back takes a step back', () => {
    for (const id of ['a', 'b', 'c']) {
      const forth = stepped(form, id, 1);
      expect(forth && idsOf(stepped(forth, id, -1)!)).toEqual(idsOf(form));
    }
  });
});

describe('adding and taking away', () => {
  test('a new question stands behind the chosen one, on the chosen page, or last', () => {
    const form = formOf(['a', 'b'], ['c']);
    expect(placeOf(...placed(withNewQuestion(form, 'nps', { after: 'a' })))).toEqual({ page: 0, at: 1 });
    expect(placeOf(...placed(withNewQuestion(form, 'nps', { page: 'p1' })))).toEqual({ page: 0, at: 2 });
    expect(placeOf(...placed(withNewQuestion(form, 'nps', {})))).toEqual({ page: 1, at: 1 });
  });

  test('an id never comes again, also after its question is gone', () => {
    const first = withNewQuestion(formOf(['a']), 'text', {});
    const second = withNewQuestion(withoutQuestion(first.form, first.id), 'text', {});
    expect(second.id).not.toBe(first.id);
    const form = formOf(['a']);
    expect(new Set(Array.from({ length: 500 }, () => freshId(form, 'q'))).size).toBeGreaterThan(495);
  });

  test('a copy says the same under another id, and shares nothing', () => {
    const form = formOf([question('a', 'single', { choices: [{ id: 'c1', text: { en: 'Blue' } }] })]);
    const copied = withCopy(form, 'a');
    const copy = questionOf(copied.form, copied.id);
    expect({ ...copy, id: 'a' }).toEqual(questionOf(form, 'a'));
    expect(copy?.choices?.[0]).not.toBe(questionOf(form, 'a')?.choices?.[0]);
  });

  test('the last page stays', () => {
    expect(withoutPage(formOf(['a']), 'p1').pages).toHaveLength(1);
    const two = withNewPage(formOf(['a']), 'p1');
    expect(withoutPage(two.form, two.id).pages.map(({ id }) => id)).toEqual(['p1']);
  });

  test('what becomes undefined is left out', () => {
    const form = withQuestion(formOf([question('a', 'nps', { required: true })]), 'a', {
      required: undefined,
    });
    expect(questionOf(form, 'a')).not.toHaveProperty('required');
  });
});

const placed = ({ form, id }: ReturnType<typeof withNewQuestion>) => [form, id] as const;

describe('types', () => {
  test.each(QUESTION_TYPES)('a new %s wants words and nothing else', (type) => {
    const added = withNewQuestion(formOf(['a']), type, { after: 'a' });
    const codes = new Set(faultsOf(added.form).map(({ code }) => code));
    codes.delete('emptyTitle');
    codes.delete('emptyChoice');
    expect([...codes]).toEqual([]);
  });

  test('another type keeps what it has a use for', () => {
    const form = formOf(['a']);
    const choices = [
      { id: 'c1', text: { en: 'Blue' } },
      { id: 'c2', text: { en: 'Red' } },
    ];
    const single = question('q', 'single', { choices, other: { en: 'Else' }, required: true, shuffle: true });
    expect(retyped(form, single, 'multiple')).toEqual({ ...single, type: 'multiple' });
    expect(retyped(form, single, 'ranking')).not.toHaveProperty('other');
    expect(retyped(form, single, 'text')).toEqual(question('q', 'text', { required: true }));
    expect(retyped(form, single, 'csat').ends?.[0].en).toBe('Very dissatisfied');
  });
});
