import { describe, expect, it } from 'vitest';
import type { AuthorForm, Page, Question, Rule, Texts } from '@/lib/surveys/form';
import { graphOf } from '@/lib/surveys/paths/graph';
import { layOut } from '@/lib/surveys/paths/layout';
import { TEMPLATES } from '@/lib/surveys/templates';

const t = (words: string): Texts => ({ en: words });
const q = (id: string, more: Partial<Question<Texts>> = {}): Question<Texts> => ({
  id,
  type: 'nps',
  title: t(id),
  ...more,
});
const page = (id: string, questions: Question<Texts>[], next?: Page['next']): Page<Texts> => ({
  id,
  questions,
  ...(next && { next }),
});
const form = (pages: Page<Texts>[], more: Partial<AuthorForm> = {}): AuthorForm => ({
  v: 1,
  id: '',
  version: 0,
  kind: 'survey',
  title: t('A form'),
  lang: 'en',
  langs: ['en'],
  pages,
  endings: [
    { id: 'e1', title: t('Thank you') },
    { id: 'e2', title: t('Sorry') },
  ],
  show: { place: 'popover', on: { after: 0 } },
  ...more,
});
const low: Rule = { q: 'q1', is: 'lte', to: 6 };
const high: Rule = { q: 'q1', is: 'gte', to: 9 };
const marksOf = (of: AuthorForm) =>
  Object.fromEntries(graphOf(of).nodes.flatMap(({ id, marks }) => (marks.length > 0 ? [[id, marks]] : [])));

describe('what is marked', () => {
  it('is nothing where everything is reached', () => {
    const whole = form([
      page('p1', [q('q1')], [{ when: low, to: 'e2' }]),
      page('p2', [q('q2', { when: high })]),
    ]);
    expect(marksOf(whole)).toEqual({});
    expect(graphOf(whole).whole).toBe(true);
  });

  it('is a question after which two conditions exclude each other, along the way too', () => {
    const both = form([
      page('p1', [q('q1'), q('q2', { when: { all: [low, high] } })], [{ when: low, to: 'e2' }]),
      page('p2', [q('q3', { when: low }), q('q4')]),
    ]);
    expect(marksOf(both)).toEqual({ q2: ['never'], q3: ['never'] });
  });

  it('is a page that is always jumped over, and an ending that nothing leads to', () => {
    const over = form([
      page('p1', [q('q1')], [{ when: { any: [{ all: [] }] }, to: 'p3' }]),
      page('p2', [q('q2')]),
      page('p3', [q('q3')]),
    ]);
    expect(marksOf(over)).toEqual({ q2: ['never'], e2: ['never'] });
  });

  it('is a jump back, and one to nowhere', () => {
    const wrong = form(
      [
        page('p1', [q('q1')]),
        page(
          'p2',
          [q('q2')],
          [
            { when: low, to: 'p1' },
            { when: high, to: 'gone' },
          ],
        ),
      ],
      { endings: [{ id: 'e1', title: t('Thank you') }] },
    );
    expect(marksOf(wrong)).toEqual({ q2: ['dead', 'loop'] });
  });

  it('knows what required questions, choices, matrices, scores and computed values can be', () => {
    const choices = ['a', 'b'].map((id, at) => ({ id, text: t(id), score: at * 5 }));
    const rows = [{ id: 'r1', text: t('r1') }];
    const many = form(
      [
        page('p1', [
          q('q1', { required: true }),
          q('s', { type: 'single', choices }),
          q('m', { type: 'matrix', choices, rows }),
          q('x1', { when: { q: 'q1', is: 'skipped' } }),
          q('y1', { when: { q: 'm.r1', is: 'is', to: 'b' } }),
          q('y2', { when: { q: '@score', is: 'gte', to: 10 } }),
          q('x2', { when: { q: '@score', is: 'gt', to: 10 } }),
          q('y3', { when: { q: '@total', is: 'gte', to: 15 } }),
          q('x3', { when: { q: '@total', is: 'gt', to: 15 } }),
        ]),
      ],
      {
        endings: [{ id: 'e1', title: t('Thank you') }],
        computed: [{ name: 'total', by: 'sum', of: [{ q: 'q1' }, { q: 's' }] }],
      },
    );
    expect(marksOf(many)).toEqual({ x1: ['never'], x2: ['never'], x3: ['never'] });
  });

  it('is nothing where there are too many ways to walk them all', () => {
    const questions = Array.from({ length: 12 }, (_, at) => q(`q${at + 1}`));
    const all: Rule = { all: questions.map(({ id }) => ({ q: id, is: 'is', to: 7 }) as const) };
    const big = form([page('p1', [...questions, q('rare', { when: all })])], {
      endings: [{ id: 'e1', title: t('x') }],
    });
    const graph = graphOf(big);
    expect([graph.whole, graph.walked, marksOf(big)]).toEqual([false, 4000, {}]);
  });

  it.each(TEMPLATES)('is nothing in the template $id', ({ form }) => expect(marksOf(form)).toEqual({}));
});

describe('the picture', () => {
  const long = form(
    Array.from({ length: 40 }, (_, at) =>
      page(
        `p${at + 1}`,
        [q(`q${at + 1}`, at % 3 ? {} : { when: low })],
        at % 4
          ? []
          : [
              { when: low, to: `p${Math.min(at + 6, 40)}` },
              { when: high, to: at % 8 ? 'e1' : 'e2' },
            ],
      ),
    ),
  );
  const { placed, lines, width } = layOut(graphOf(long));

  it('keeps nodes apart, and in their order', () => {
    for (const [at, { y }] of placed.entries()) {
      const before = placed[at - 1];
      if (before) expect(y).toBeGreaterThanOrEqual(before.y + before.height + 20);
    }
  });

  it('draws each jump once, and is no wider than a window at 40 questions', () => {
    expect(lines.filter(({ kind }) => kind === 'jump')).toHaveLength(20);
    expect(width).toBeLessThan(1000);
  });

  it('lets no two jumps share a lane at the same height', () => {
    const runs = lines
      .filter(({ kind }) => kind === 'jump')
      .map(({ d }) => {
        const [, lane, from, to] = /Q[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)V([\d.]+)/.exec(d)!.map(Number);
        return { lane: lane!, top: Math.min(from!, to!), bottom: Math.max(from!, to!) };
      });
    for (const a of runs)
      for (const b of runs)
        if (a !== b && a.lane === b.lane) expect(a.bottom <= b.top || b.bottom <= a.top).toBe(true);
  });
});
