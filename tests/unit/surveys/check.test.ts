import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type FormFault, faultsOf } from '@/lib/surveys/check';
import type { AuthorForm, Page, Question, Rule, Texts } from '@/lib/surveys/form';
import { follows } from '@/lib/surveys/path';
import { AuthorFormSchema } from '@/lib/surveys/schema';
import { TEMPLATES } from '@/lib/surveys/templates';

const t = (words: string): Texts => ({ en: words });
const q = (id: string, more: Partial<Question<Texts>> = {}): Question<Texts> => ({
  id,
  type: 'nps',
  title: t(`Question ${id}`),
  ...more,
});
const c = (...ids: string[]) => ids.map((id) => ({ id, text: t(id) }));
const page = (id: string, questions: Question<Texts>[], next?: Page['next']): Page<Texts> => ({
  id,
  questions,
  ...(next && { next }),
});

const WHOLE: AuthorForm = {
  v: 1,
  id: '',
  version: 0,
  kind: 'survey',
  title: t('A form'),
  lang: 'en',
  langs: ['en'],
  pages: [page('p1', [q('q1'), q('q2', { type: 'single', choices: c('a', 'b') })]), page('p2', [q('q3')])],
  endings: [{ id: 'e1', title: t('Thank you') }],
  show: { place: 'popover', on: { after: 0 } },
};
const pages = (...list: Page<Texts>[]): Partial<AuthorForm> => ({ pages: list });
/** One question beside the first, with something about it. */
const asks = (more: Partial<Question<Texts>>) =>
  pages(page('p1', [q('q1'), q('q2', { type: 'single', choices: c('a', 'b') }), q('q3', more)]));
const when = (rule: unknown) => asks({ when: rule as Rule });
const at3 = { pageId: 'p1', questionId: 'q3' };

const deep = (depth: number): Rule => (depth ? { all: [deep(depth - 1)] } : { q: 'q1', is: 'answered' });

const TABLE: [string, Partial<AuthorForm>, FormFault[]][] = [
  ['nothing', {}, []],
  ['no title', { title: {} }, [{ code: 'noTitle', lang: 'en' }]],
  ['no question', pages(page('p1', [q('q1', { type: 'statement' })])), [{ code: 'noQuestions' }]],
  [
    'a sum, a block of questions',
    {
      computed: [{ name: 'total', by: 'sum', of: [{ q: 'q1' }, { q: '@score' }, { value: 1 }] }],
      blocks: [{ id: 'b1', of: ['q1', 'q2'], shows: 1 }],
    },
    [],
  ],
  [
    'computed names that mean something else, twice',
    {
      computed: ['lang', 'a b', 'n', 'N'].map((name) => ({ name, by: 'sum' as const, of: [{ q: 'q1' }] })),
    },
    [0, 1, 2].map(() => ({ code: 'badName' as const, part: 'computed' as const })),
  ],
  [
    'something computed of nothing, of nothing that is there, of what is computed later',
    {
      computed: [
        { name: 'a', by: 'sum', of: [] },
        { name: 'b', by: 'sum', of: [{ q: 'gone' }] },
        { name: 'c', by: 'sum', of: [{ q: '@c' }] },
        { name: 'd', by: 'sum', of: [{ q: 'q1', when: { q: 'gone', is: 'answered' } }] },
      ],
    },
    (['emptyComputed', 'badTerm', 'badTerm', 'unknownQuestion'] as const).map((code) => ({
      code,
      part: 'computed' as const,
    })),
  ],
  ['a block of one', { blocks: [{ id: 'b1', of: ['q1'] }] }, [{ code: 'brokenBlock', part: 'blocks' }]],
  [
    'a block over pages and questions',
    { blocks: [{ id: 'b1', of: ['q1', 'p2'] }] },
    [{ code: 'brokenBlock', part: 'blocks' }],
  ],
  [
    'a block with a gap',
    {
      pages: [page('p1', [q('q1')]), page('p2', [q('q2')]), page('p3', [q('q3')])],
      blocks: [{ id: 'b1', of: ['p1', 'p3'] }],
    },
    [{ code: 'brokenBlock', part: 'blocks' }],
  ],
  [
    'a page in two blocks',
    {
      blocks: [
        { id: 'b1', of: ['p1', 'p2'] },
        { id: 'b2', of: ['p2', 'p1'] },
      ],
    },
    [{ code: 'brokenBlock', part: 'blocks' }],
  ],
  [
    'a block that shows more than it has',
    { blocks: [{ id: 'b1', of: ['p1', 'p2'], shows: 3 }] },
    [{ code: 'badShows', part: 'blocks' }],
  ],
  [
    'a jump out of a block',
    {
      pages: [
        page('p1', [q('q1')], [{ when: { q: 'q1', is: 'lt', to: 5 }, to: 'e1' }]),
        page('p2', [q('q2')]),
        page('p3', [q('q3')]),
      ],
      blocks: [{ id: 'b1', of: ['p1', 'p2'] }],
    },
    [{ code: 'blockJump', part: 'blocks' }],
  ],
  [
    'a jump into a block',
    {
      pages: [
        page('p1', [q('q1')], [{ when: { q: 'q1', is: 'lt', to: 5 }, to: 'p3' }]),
        page('p2', [q('q2')]),
        page('p3', [q('q3')]),
      ],
      blocks: [{ id: 'b1', of: ['p2', 'p3'] }],
    },
    [{ code: 'blockJump', part: 'blocks' }],
  ],
  [
    'a jump over a block',
    {
      pages: [
        page('p1', [q('q1')], [{ when: { q: 'q1', is: 'lt', to: 5 }, to: 'p4' }]),
        ...['2', '3', '4'].map((n) => page(`p${n}`, [q(`q${n}`)])),
      ],
      blocks: [{ id: 'b1', of: ['p2', 'p3'] }],
    },
    [],
  ],
  [
    'a rule in a block that needs another of it, by what is computed',
    {
      pages: [page('p1', [q('q1'), q('q2', { when: { q: '@total', is: 'gte', to: 5 } })])],
      computed: [
        { name: 'own', by: 'sum', of: [{ q: 'q1' }] },
        { name: 'total', by: 'sum', of: [{ q: '@own' }] },
      ],
      blocks: [{ id: 'b1', of: ['q1', 'q2'] }],
    },
    [{ code: 'blockQuestion', part: 'blocks' }],
  ],
  [
    'a text in a block that takes an answer of another of it',
    {
      pages: [page('p1', [q('q1')]), page('p2', [q('q2', { title: t('Why {{q1}}') })])],
      blocks: [{ id: 'b1', of: ['p1', 'p2'] }],
    },
    [{ code: 'blockQuestion', part: 'blocks' }],
  ],
  ['no ending', { endings: [] }, [{ code: 'noEnding' }]],
  ['a first language of none', { lang: 'de' }, [{ code: 'unknownLanguage', lang: 'de' }]],
  [
    'two questions of one id',
    pages(page('p1', [q('q1'), q('Q1')])),
    [{ code: 'duplicateId', questionId: 'Q1' }],
  ],
  [
    'a page and an ending of one id',
    { endings: [{ id: 'p1', title: t('x') }] },
    [{ code: 'duplicateId', pageId: 'p1' }],
  ],
  ['an id that rules would read', pages(page('p1', [q('q.1')])), [{ code: 'badId', questionId: 'q.1' }]],
  [
    'two choices of one id',
    asks({ type: 'single', choices: c('a', 'a') }),
    [{ code: 'duplicateId', questionId: 'q3' }],
  ],
  [
    'a choice called other beside other',
    asks({ type: 'single', choices: c('a', 'other'), other: t('Else') }),
    [{ code: 'duplicateId', questionId: 'q3' }],
  ],
  ['a question without words', asks({ title: t(' ') }), [{ code: 'emptyTitle', lang: 'en', ...at3 }]],
  [
    'a choice without words',
    asks({ type: 'single', choices: [...c('a'), { id: 'b', text: {} }] }),
    [{ code: 'emptyChoice', lang: 'en', ...at3 }],
  ],
  ['one choice', asks({ type: 'dropdown', choices: c('a') }), [{ code: 'fewChoices', ...at3 }]],
  ['a matrix without rows', asks({ type: 'matrix', choices: c('a', 'b') }), [{ code: 'noRows', ...at3 }]],
  ['a range upside down', asks({ type: 'csat', range: [5, 1] }), [{ code: 'badRange', ...at3 }]],
  ['a scale too wide to draw', asks({ type: 'csat', range: [1, 100] }), [{ code: 'badRange', ...at3 }]],
  [
    'days upside down',
    asks({ type: 'date', range: ['2026-02-02', '2026-01-01'] }),
    [{ code: 'badRange', ...at3 }],
  ],
  ['a step of nothing', asks({ type: 'slider', step: 0 }), [{ code: 'badStep', ...at3 }]],
  [
    'more picks than choices',
    asks({ type: 'multiple', choices: c('a', 'b'), pick: [4, 5] }),
    [{ code: 'badPick', ...at3 }],
  ],
  ['texts of no length', asks({ type: 'text', most: 0 }), [{ code: 'badLength', ...at3 }]],
  ['an empty page', pages(page('p1', [q('q1')]), page('p2', [])), [{ code: 'emptyPage', pageId: 'p2' }]],
  [
    'a jump to nowhere',
    pages(page('p1', [q('q1')], [{ when: { q: 'q1', is: 'answered' }, to: 'gone' }])),
    [{ code: 'unknownJump', pageId: 'p1' }],
  ],
  [
    'a jump backwards',
    pages(page('p1', [q('q1')]), page('p2', [q('q2')], [{ when: { q: 'q1', is: 'answered' }, to: 'p1' }])),
    [{ code: 'backwardsJump', pageId: 'p2' }],
  ],
  [
    'an ending that nobody sees',
    { endings: [...WHOLE.endings, { id: 'e2', title: t('x') }] },
    [{ code: 'deadEnd', pageId: 'e2' }],
  ],
  [
    'a page behind a jump that is always taken',
    pages(page('p1', [q('q1')], [{ when: { all: [] }, to: 'e1' }]), page('p2', [q('q2')])),
    [
      { code: 'emptyRule', pageId: 'p1' },
      { code: 'deadEnd', pageId: 'p2' },
    ],
  ],
  ['a rule about nothing', when({ q: 'gone', is: 'answered' }), [{ code: 'unknownQuestion', ...at3 }]],
  ['a rule about itself', when({ q: 'q3', is: 'answered' }), [{ code: 'laterQuestion', ...at3 }]],
  [
    'a rule about what comes later',
    pages(page('p1', [q('q1', { when: { q: 'q2', is: 'gt', to: 1 } })]), page('p2', [q('q2')])),
    [{ code: 'laterQuestion', pageId: 'p1', questionId: 'q1' }],
  ],
  [
    'a rule about a choice that is gone',
    when({ q: 'q2', is: 'is', to: 'z' }),
    [{ code: 'unknownChoice', ...at3 }],
  ],
  ['a list for a pair', when({ q: 'q1', is: 'between', to: [9] }), [{ code: 'badComparison', ...at3 }]],
  ['a pair upside down', when({ q: 'q1', is: 'between', to: [9, 1] }), [{ code: 'badComparison', ...at3 }]],
  ['nothing to compare with', when({ q: 'q1', is: 'lt' }), [{ code: 'badComparison', ...at3 }]],
  ['no number to compare with', when({ q: 'q1', is: 'lt', to: 'many' }), [{ code: 'badComparison', ...at3 }]],
  [
    'an operator of another kind',
    when({ q: 'q1', is: 'resembles', to: 1 }),
    [{ code: 'unknownOperator', ...at3 }],
  ],
  ['an empty group', when({ any: [] }), [{ code: 'emptyRule', ...at3 }]],
  ['too deep a group', when(deep(20)), [{ code: 'deepRule', ...at3 }]],
  ['a hidden field', when({ q: '@plan', is: 'is', to: 'pro' }), []],
  ['a pipe of nothing', asks({ title: t('Your {{gone}}') }), [{ code: 'unknownPipe', ...at3 }]],
  ['a pipe of what comes later', asks({ title: t('Your {{q3}}') }), [{ code: 'laterPipe', ...at3 }]],
  [
    'a pipe of an answer',
    asks({ title: t('Your {{q1}}, {{q2.other}}{{@name|}}') }),
    [{ code: 'unknownPipe', ...at3 }],
  ],
  [
    'an address that runs',
    { endings: [{ id: 'e1', title: t('x'), redirect: 'javascript:alert(1)' }] },
    [{ code: 'badAddress', pageId: 'e1' }],
  ],
  ['an address of no kind', { privacy: { text: t('x'), url: 'example.com' } }, [{ code: 'badAddress' }]],
  ['nobody asked', { show: { ...WHOLE.show, sample: 0 } }, [{ code: 'badShow' }]],
  ['a click on nothing', { show: { ...WHOLE.show, on: { click: '' } } }, [{ code: 'badShow' }]],
];

test.each(TABLE)('%s', (_, change, expected) => expect(faultsOf({ ...WHOLE, ...change })).toEqual(expected));

describe('languages', () => {
  it('says in which language a text is missing', () => {
    const form: AuthorForm = { ...WHOLE, langs: ['en', 'zh-Hans'] };
    const faults = faultsOf(form);
    expect(faults.every(({ lang }) => lang === 'zh-Hans')).toBe(true);
    expect(faults.map(({ code }) => code)).toEqual([
      'noTitle',
      'emptyTitle',
      'emptyTitle',
      'emptyChoice',
      'emptyChoice',
      'emptyTitle',
      'emptyTitle',
    ]);
  });
});

describe('the shape', () => {
  it('takes what is half written, and no other thing', () => {
    expect(AuthorFormSchema.safeParse({ ...WHOLE, title: {}, pages: [] }).success).toBe(true);
    for (const wrong of [
      null,
      {},
      { ...WHOLE, v: 2 },
      { ...WHOLE, langs: [] },
      { ...WHOLE, pages: [{ id: 'p1' }] },
    ])
      expect(AuthorFormSchema.safeParse(wrong).success).toBe(false);
    const typed = { ...WHOLE, pages: [{ id: 'p1', questions: [{ id: 'q1', type: 'essay', title: {} }] }] };
    expect(AuthorFormSchema.safeParse(typed).success).toBe(false);
  });
  it('keeps what it does not know, and refuses rules without end', () => {
    expect(AuthorFormSchema.parse({ ...WHOLE, later: 1 })).toEqual({ ...WHOLE, later: 1 });
    expect(AuthorFormSchema.safeParse({ ...WHOLE, ...when(deep(100)) }).success).toBe(false);
  });
});

it('finds no fault in a form only if every page leads somewhere', () => {
  const jump = fc.record({
    to: fc.constantFrom('p1', 'p2', 'p3', 'e1', 'e2', 'gone'),
    when: fc.record({
      q: fc.constantFrom('q1', 'q2', 'q3', 'gone'),
      is: fc.constantFrom('lt' as const, 'gte' as const),
      to: fc.integer({ min: 0, max: 10 }),
    }),
  });
  const next = fc.array(jump, { maxLength: 2 });
  const score = fc.integer({ min: 0, max: 10 });
  fc.assert(
    fc.property(fc.tuple(next, next, next), fc.tuple(score, score, score), (nexts, [q1, q2, q3]) => {
      const form: AuthorForm = {
        ...WHOLE,
        pages: nexts.map((next, at) => page(`p${at + 1}`, [q(`q${at + 1}`)], next)),
        endings: [...WHOLE.endings, { id: 'e2', title: t('x') }],
      };
      fc.pre(faultsOf(form).length === 0);
      let here = 'p1';
      for (let count = 0; here.startsWith('p'); count += 1) {
        expect(count).toBeLessThan(3);
        const jumps = form.pages.find(({ id }) => id === here)!.next!;
        const to = follows(form, here, { q1, q2, q3 });
        // Wherever it goes, the author said so: to the next page, the first ending, or by one of the jumps.
        const index = Number(here.slice(1));
        expect([`p${index + 1}`, index === 3 ? 'e1' : '', ...jumps.map((one) => one.to)]).toContain(to);
        here = to;
      }
    }),
  );
});

test.each(TEMPLATES)('$id has each of its texts in three languages', ({ form }) => {
  expect(form.langs).toEqual(['en', 'zh-Hans', 'zh-Hant']);
  const { en: _, ...title } = form.title;
  expect(faultsOf({ ...form, title })).toEqual([{ code: 'noTitle', lang: 'en' }]);
});

test('an id that was published never becomes another kind of question', () => {
  const form = (...questions: Question<Texts>[]) => ({ ...WHOLE, pages: [page('p1', questions)] });
  const earlier = [form(q('q1')), form(q('q2'))];
  const now = form(q('q1', { type: 'date' }));
  expect(faultsOf(now)).toEqual([]);
  expect(faultsOf(now, earlier)).toEqual([{ code: 'retyped', questionId: 'q1' }]);
  expect(faultsOf(form(q('q1'), q('q2')), earlier)).toEqual([]);
});
