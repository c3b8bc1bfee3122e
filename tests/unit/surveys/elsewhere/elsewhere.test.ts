import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultsOf } from '@/lib/surveys/check';
import { plainWords } from '@/lib/surveys/elsewhere/plain-words';
import { readSurvey, SurveyFileError } from '@/lib/surveys/elsewhere/read';
import { ruleOf } from '@/lib/surveys/elsewhere/surveyjs-rules';
import { AuthorFormSchema } from '@/lib/surveys/schema';
import { inspectSurvey, problemOf } from '../../../support/survey-inspection';
import { FORMBRICKS, QUALTRICS, SURVEYJS } from './files';

const read = (json: unknown) => readSurvey(JSON.stringify(json));
const questionsOf = (json: unknown) => read(json).form.pages.flatMap(({ questions }) => questions);

describe('a survey of SurveyJS', () => {
  test('comes with its languages, conditions and endings, and says what has no counterpart', () => {
    const { format, form, lost } = read(SURVEYJS);
    expect(format).toBe('surveyjs');
    expect(form).toMatchObject({
      title: { en: 'Kiln Street', 'zh-Hans': '窑街' },
      intro: { en: 'Two minutes.' },
      lang: 'en',
      langs: ['en', 'zh-Hans'],
      endings: [{ title: { en: 'Thank you\nWe read all of it.' } }],
    });
    expect(form.pages.map(({ questions }) => questions.length)).toEqual([4, 7]);
    const [nps, why, what, which, stars, again, table, mail, note, odd] = questionsOf(SURVEYJS);
    expect(nps).toMatchObject({ type: 'nps', required: true, ends: [{ en: 'No' }, { en: 'Yes' }] });
    expect(why).toMatchObject({
      type: 'longtext',
      when: {
        all: [
          { q: nps!.id, is: 'lt', to: 7 },
          { q: nps!.id, is: 'answered' },
        ],
      },
    });
    expect(what).toMatchObject({
      type: 'multiple',
      shuffle: true,
      other: { en: 'Something else' },
      when: { q: nps!.id, is: 'gte', to: 9 },
    });
    expect(which!.when).toEqual({
      all: [
        { q: nps!.id, is: 'gte', to: 9 },
        { q: what!.id, is: 'has', to: what!.choices![1]!.id },
      ],
    });
    expect(stars).toMatchObject({ type: 'csat', range: [1, 5], face: 'stars' });
    expect(again!.type).toBe('yesno');
    expect(table).toMatchObject({
      type: 'matrix',
      choices: [{}, { text: { en: 'Good' } }],
      rows: [{}, { text: { en: 'Delivery' } }],
    });
    expect(mail).toMatchObject({ type: 'email', when: { q: again!.id, is: 'is', to: 'yes' } });
    expect(note).toMatchObject({ type: 'statement', title: { en: 'Nearly there & done' } });
    expect(odd).not.toHaveProperty('when');
    expect(lost).toEqual([
      { what: 'file: A picture?', why: 'type' },
      { what: 'Odd?: iif({nps} > 2, 1, 0) = 1', why: 'rule' },
      { what: 'validators: Code?', why: 'option' },
      { what: 'triggers', why: 'code' },
    ]);
  });

  test.each([
    ["{a} = 'x'", { q: 'q', is: 'is', to: 'x' }],
    [
      '{a} > 3 or ({a} = 1 and {a} <> 2)',
      {
        any: [
          { q: 'q', is: 'gt', to: 3 },
          {
            all: [
              { q: 'q', is: 'is', to: 1 },
              { q: 'q', is: 'isNot', to: 2 },
            ],
          },
        ],
      },
    ],
    ["{a} anyof ['x', 'y']", { q: 'q', is: 'anyOf', to: ['x', 'y'] }],
    ['{a} empty', { q: 'q', is: 'skipped' }],
    ['{a} > {b}', null],
    ['age({a}) > 3', null],
    ['{a} = 1 and', null],
    ['({a} = 1', null],
    ['', null],
    ['((((((({a} = 1)))))))', null],
  ])('%s', (expression, rule) => {
    expect(
      ruleOf(expression, { id: (name) => (name === 'a' ? 'q' : null), value: (_, value) => value as string }),
    ).toEqual(rule);
  });
});

test('a template of Formbricks', () => {
  const { format, form, lost } = read(FORMBRICKS);
  expect(format).toBe('formbricks');
  expect(form).toMatchObject({
    title: { en: 'Kiln Street' },
    intro: { en: 'Hello' },
    langs: ['en', 'de'],
    endings: [{ title: { en: 'Thanks' }, text: { en: 'Bye' } }],
  });
  expect(questionsOf(FORMBRICKS)).toMatchObject([
    {
      type: 'nps',
      required: true,
      title: { de: 'Würden Sie uns empfehlen?' },
      ends: [{ en: 'No' }, { en: 'Yes' }],
    },
    {
      type: 'single',
      choices: [{}, { text: { en: 'A jug' } }],
      other: { en: 'Something else' },
      shuffle: true,
    },
    { type: 'csat', range: [1, 5], face: 'faces' },
    { type: 'longtext', title: { en: 'Anything else?' } },
  ]);
  expect(lost).toEqual([
    { what: 'Would you recommend us?: logic', why: 'rule' },
    { what: 'fileUpload: A picture?', why: 'type' },
    { what: 'hiddenFields', why: 'code' },
  ]);
});

test('a survey of Qualtrics: blocks in order, the bin left where it is', () => {
  const { format, form, lost } = read(QUALTRICS);
  expect(format).toBe('qsf');
  expect(form.pages.map(({ questions }) => questions.map(({ type }) => type))).toEqual([
    ['nps'],
    ['single', 'matrix'],
  ]);
  const [, bought, table] = questionsOf(QUALTRICS);
  expect(bought).toMatchObject({
    title: { en: 'What did you buy?\nOne of these please', 'zh-Hans': '你买了什么？' },
    required: true,
    choices: [{ text: { en: 'A jug', 'zh-Hans': '壶' } }, { text: { en: 'Bowls', 'zh-Hans': '碗' } }],
    other: { en: 'Something else' },
  });
  expect(table).toMatchObject({ choices: [{ score: 1 }, { score: 2 }] });
  expect(lost).toEqual([
    { what: 'What did you buy?\nOne of these please: DisplayLogic', why: 'rule' },
    { what: 'HeatMap: Click there', why: 'type' },
    { what: 'Branch: Only buyers', why: 'flow' },
  ]);
});

test.each([SURVEYJS, FORMBRICKS, QUALTRICS])(
  'what was read can be kept and is nearly ready to be published',
  (json) => {
    const { form } = read(json);
    const kept = AuthorFormSchema.parse({ ...form, id: 'abcdefghij' });
    // A translation that the file lacks is the only thing left to be done.
    const faults = faultsOf(kept).filter((fault) => !('lang' in fault) || fault.lang === form.lang);
    expect(faults).toEqual([]);
  },
);

test.each([
  ['{', 'json'],
  ['[]', 'unknown'],
  ['{"pages":[{"elements":[]}]}', 'empty'],
  ['{"name":"x"}', 'unknown'],
  ['{"pages":[{"elements":[{"type":"file","name":"a"}]}]}', 'empty'],
])('%s is refused: %s', (text, problem) => {
  expect(() => readSurvey(text)).toThrow(SurveyFileError);
  expect(() => readSurvey(text)).toThrow(problem);
});

test('what the command tells of a file', () => {
  expect(inspectSurvey(JSON.stringify(FORMBRICKS))).toMatchObject({
    format: 'formbricks',
    questions: 4,
    survey: { title: { en: 'Kiln Street' } },
    withoutCounterpart: [
      { what: 'Would you recommend us?: logic' },
      { what: 'fileUpload: A picture?', why: 'There is no such type of question.' },
      { what: 'hiddenFields' },
    ],
  });
  expect(problemOf(new SurveyFileError('json'))).toMatch(/^The file is no JSON/);
  expect(problemOf(new Error('other'))).toBeNull();
});

test('what no program writes is refused in words, at once', () => {
  const deep = `${'{"pages":[{"elements":['}${'{"type":"panel","elements":['.repeat(30_000)}${']}'.repeat(30_000)}${']}]}'}`;
  expect(() => readSurvey(deep)).toThrow(SurveyFileError);
  const began = performance.now();
  expect(plainWords('<script '.repeat(60_000))).toBe('');
  expect(performance.now() - began).toBeLessThan(2000);
  const many = {
    pages: [
      {
        elements: [
          {
            type: 'rating',
            name: 'a',
            title: 'How?',
            rateValues: Array.from({ length: 300_000 }, (_, at) => at),
          },
          ...Array.from({ length: 1000 }, () => ({ type: 'file', name: 'f' })),
        ],
      },
    ],
  };
  const { form, lost } = read(many);
  expect(form.pages[0]!.questions).toMatchObject([{ type: 'slider' }]);
  expect(lost).toHaveLength(201);
});

test('a plain rating is no NPS, unless its words say so', () => {
  const rating = (title: string) =>
    questionsOf({
      pages: [{ elements: [{ type: 'rating', name: 'a', title, rateMin: 0, rateMax: 10 }] }],
    })[0]!.type;
  expect(rating('How well does search work?')).toBe('slider');
  expect(rating('Would you recommend us?')).toBe('nps');
});

test('words of markup are words', () => {
  expect(plainWords('<p>One</p><script>alert(1)</script><p>&lt;b&gt; &#20320;&#x597d;</p>')).toBe(
    'One\n<b> 你好',
  );
  expect(plainWords('2 < 3 and 4 > 1')).toBe('2 < 3 and 4 > 1');
});

test('whatever stands in a file, a form that can be kept comes of it or a clear refusal', () => {
  const leaf = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('text', 'rating', 'matrix', 'nps', 'SQ', 'BL'),
  );
  const any = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(
        fc.constantFrom(
          'type',
          'name',
          'title',
          'elements',
          'choices',
          'rows',
          'columns',
          'headline',
          'id',
          'label',
          '__proto__',
          'constructor',
          'visibleIf',
          'Payload',
          'Element',
        ),
        tie('value'),
        { maxKeys: 6 },
      ),
    ),
  })).value;
  fc.assert(
    fc.property(any, fc.constantFrom('pages', 'questions', 'SurveyElements'), (value, key) => {
      const file =
        key === 'pages'
          ? { pages: [{ elements: [value] }] }
          : key === 'questions'
            ? { questions: [value] }
            : { SurveyEntry: {}, SurveyElements: [value] };
      try {
        AuthorFormSchema.parse({ ...readSurvey(JSON.stringify(file)).form, id: 'abcdefghij' });
      } catch (error) {
        expect(error).toBeInstanceOf(SurveyFileError);
      }
    }),
    { numRuns: 2000 },
  );
});
