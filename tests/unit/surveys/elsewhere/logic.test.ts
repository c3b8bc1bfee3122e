import { describe, expect, it, test } from 'vitest';
import { faultsOf } from '@/lib/surveys/check';
import { readSurvey } from '@/lib/surveys/elsewhere/read';
import { computedOf } from '@/lib/surveys/elsewhere/surveyjs-computed';

const read = (json: object) => readSurvey(JSON.stringify(json));
const rating = (name: string) => ({ type: 'rating', name, title: name });

it('computes what a SurveyJS calculates, and draws its random pages', () => {
  const { form, lost } = read({
    questionsOrder: 'random',
    pages: [
      { name: 'first', questionsOrder: 'initial', elements: [rating('a'), rating('b')] },
      { name: 'second', elements: [rating('c'), rating('d')] },
    ],
    calculatedValues: [
      { name: 'total', expression: '{a} + 2 * {b} - 1' },
      { name: 'mean', expression: 'avg({a}, {b}, {c})' },
      { name: 'low', expression: 'iif({total} < 5, 1, 0)' },
      { name: 'when', expression: "today() + '!'" },
    ],
  });
  expect(form.computed).toEqual([
    { name: 'total', by: 'sum', of: [{ q: 'q1' }, { q: 'q2', times: 2 }, { value: -1 }] },
    { name: 'mean', by: 'mean', of: [{ q: 'q1' }, { q: 'q2' }, { q: 'q3' }] },
    {
      name: 'low',
      by: 'first',
      of: [{ value: 1, when: { q: '@total', is: 'lt', to: 5 } }, { value: 0 }],
    },
  ]);
  expect(form.blocks).toEqual([{ id: 'b1', of: ['q3', 'q4'] }]);
  expect(lost).toEqual([{ what: "when: today() + '!'", why: 'code' }]);
  expect(faultsOf(form)).toEqual([]);
});

it('asks by what a SurveyJS calculates; what cannot be computed here decides nothing', () => {
  const { form, lost } = read({
    pages: [
      { elements: [rating('a'), rating('b')] },
      {
        elements: [
          { ...rating('c'), visibleIf: '{total} > 5 and {a} > 1' },
          { ...rating('d'), visibleIf: '{when} = 1' },
          { ...rating('e'), visibleIf: '{nowhere} = 1' },
        ],
      },
    ],
    calculatedValues: [
      { name: 'total', expression: '{a} + {b}' },
      { name: 'when', expression: 'today()' },
    ],
  });
  expect(form.pages.flatMap(({ questions }) => questions.map(({ when }) => when))).toEqual([
    undefined,
    undefined,
    {
      all: [
        { q: '@total', is: 'gt', to: 5 },
        { q: 'q1', is: 'gt', to: 1 },
      ],
    },
    undefined,
    undefined,
  ]);
  expect(lost.map(({ what }) => what)).toEqual(['e: {nowhere} = 1', 'when: today()', 'd: {when}']);
  expect(faultsOf(form)).toEqual([]);
});

describe('what leads on in a Formbricks survey', () => {
  const say = (text: string) => ({ default: text });
  const jump = (target: string) => ({ objective: 'jumpToQuestion', target });
  const when = (value: string, operator: string, to?: unknown, type = 'question') => ({
    leftOperand: { type, value },
    operator,
    ...(to === undefined ? {} : { rightOperand: { type: 'static', value: to } }),
  });
  const logic = (conditions: object[], actions: object[], connector = 'and') => ({
    conditions: { connector, conditions },
    actions,
  });
  const bought = [
    { id: 'x', label: say('Bowls') },
    { id: 'y', label: say('A jug') },
  ];
  const thanks = (id: string) => ({ id, type: 'endScreen', headline: say(id) });

  it('becomes jumps: of scores, choices, several conditions and hidden fields, to questions and endings', () => {
    const { form, lost } = read({
      name: 'Kiln',
      questions: [
        {
          id: 'a1',
          type: 'nps',
          headline: say('Recommend?'),
          logic: [
            logic([when('a1', 'isGreaterThanOrEqual', 9)], [jump('glad')]),
            logic(
              [when('a1', 'isLessThan', '7'), when('plan', 'equals', 'pro', 'hiddenField')],
              [jump('d4')],
            ),
          ],
        },
        {
          id: 'b2',
          type: 'multipleChoiceSingle',
          headline: say('What?'),
          choices: [...bought, { id: 'other', label: say('Else') }],
          logic: [
            logic([when('b2', 'equals', 'y'), when('b2', 'isSkipped')], [jump('lost')], 'or'),
            logic([when('b2', 'equals', 'other')], [jump('a1')]),
            logic([when('b2', 'startsWith', 'x')], [jump('d4')]),
          ],
          logicFallback: 'd4',
        },
        { id: 'c3', type: 'openText', headline: say('Why?') },
        { id: 'lost', type: 'fileUpload', headline: say('A picture?') },
        { id: 'd4', type: 'openText', headline: say('More?') },
      ],
      endings: [thanks('sorry'), thanks('glad')],
    });
    const [first, second] = form.pages;
    expect(first!.next).toEqual([
      { when: { q: 'q1', is: 'gte', to: 9 }, to: 'e2' },
      {
        when: {
          all: [
            { q: 'q1', is: 'lt', to: 7 },
            { q: '@plan', is: 'is', to: 'pro' },
          ],
        },
        to: 'p4',
      },
    ]);
    expect(second!.next).toEqual([
      {
        when: {
          any: [
            { q: 'q2', is: 'is', to: 'c2' },
            { q: 'q2', is: 'skipped' },
          ],
        },
        to: 'p4',
      },
      {
        when: {
          any: [
            { q: 'q2', is: 'answered' },
            { q: 'q2', is: 'skipped' },
          ],
        },
        to: 'p4',
      },
    ]);
    // One says what cannot be said here, one leads back.
    expect(lost).toEqual([
      { what: 'What?: logic', why: 'rule' },
      { what: 'fileUpload: A picture?', why: 'type' },
      { what: 'What?: logic', why: 'rule' },
    ]);
    expect(faultsOf(form)).toEqual([]);
  });

  it('becomes jumps of blocks, and of the templates before 3.0; what computes or requires is told', () => {
    const blocks = read({
      name: 'Kiln',
      blocks: [
        {
          id: 'one',
          name: 'First',
          elements: [
            { id: 'a', type: 'rating', headline: say('How?'), range: 5 },
            { id: 'b', type: 'openText', headline: say('Why?') },
          ],
          logic: [
            logic(
              [when('a', 'equals', 5, 'element')],
              [
                { objective: 'calculate', variableId: 'v' },
                { objective: 'jumpToBlock', target: 'three' },
              ],
            ),
          ],
        },
        { id: 'two', name: 'Second', elements: [{ id: 'c', type: 'openText', headline: say('What?') }] },
        { id: 'three', name: 'Third', elements: [{ id: 'd', type: 'openText', headline: say('More?') }] },
      ],
      endings: [thanks('bye')],
    });
    expect(blocks.form.pages[0]!.next).toEqual([{ when: { q: 'q1', is: 'is', to: 5 }, to: 'p3' }]);
    expect(blocks.lost).toEqual([{ what: 'First: logic', why: 'rule' }]);
    expect(faultsOf(blocks.form)).toEqual([]);
    const old = read({
      name: 'Kiln',
      questions: [
        {
          id: 'a',
          type: 'multipleChoiceSingle',
          headline: say('What?'),
          choices: bought,
          logic: [{ condition: 'equals', value: 'A jug', destination: 'end' }],
        },
        { id: 'b', type: 'openText', headline: say('Why?') },
      ],
      thankYouCard: { enabled: true, headline: say('Thanks') },
    });
    expect(old.form.pages[0]!.next).toEqual([{ when: { q: 'q1', is: 'is', to: 'c2' }, to: 'e1' }]);
    expect(old.lost).toEqual([]);
  });
});

it('leaves an order to its author where a question of it needs another one', () => {
  const { form, lost } = read({
    pages: [
      {
        name: 'first',
        questionsOrder: 'random',
        elements: [rating('a'), { ...rating('b'), visibleIf: '{a} < 3' }],
      },
    ],
  });
  expect(form.blocks).toBeUndefined();
  expect(lost).toEqual([{ what: 'questionsOrder: first', why: 'flow' }]);
});

test.each([
  '',
  '{gone} + 1',
  '{a} {b}',
  'sum({a}',
  'iif({a}, 1, 0)',
  '{a} ** 2',
  '{a}.constructor',
  '1; alert(1)',
])('%j is none that can be computed here', (expression) => {
  const named = (name: string) => (name === 'a' || name === 'b' ? name : null);
  expect(computedOf(expression, named, () => null)).toBeNull();
});

it('draws the random blocks of a Qualtrics survey', () => {
  const question = (id: string) => ({
    Element: 'SQ',
    PrimaryAttribute: id,
    Payload: { QuestionText: id, QuestionType: 'TE', Selector: 'SL' },
  });
  const block = (id: string, questions: string[], more: object = {}) => ({
    Type: 'Standard',
    ID: id,
    Description: id,
    BlockElements: questions.map((QuestionID) => ({ Type: 'Question', QuestionID })),
    ...more,
  });
  const { form, lost } = read({
    SurveyEntry: { SurveyName: 'Kiln', SurveyLanguage: 'EN' },
    SurveyElements: [
      ...['QID1', 'QID2', 'QID3', 'QID4', 'QID5'].map(question),
      {
        Element: 'BL',
        Payload: [
          block('BL_1', ['QID1']),
          block('BL_2', ['QID2']),
          block('BL_3', ['QID3']),
          block('BL_4', ['QID4', 'QID5'], { Options: { RandomizeQuestions: 'true' } }),
        ],
      },
      {
        Element: 'FL',
        Payload: {
          Flow: [
            { Type: 'Block', ID: 'BL_1' },
            {
              Type: 'BlockRandomizer',
              FlowID: 'FL_2',
              SubSet: 1,
              Flow: [
                { Type: 'Standard', ID: 'BL_2' },
                { Type: 'Standard', ID: 'BL_3' },
              ],
            },
          ],
        },
      },
    ],
  });
  expect(form.blocks).toEqual([
    { id: 'b1', of: ['q4', 'q5'] },
    { id: 'b2', of: ['p2', 'p3'], shows: 1 },
  ]);
  expect(lost).toEqual([]);
});
