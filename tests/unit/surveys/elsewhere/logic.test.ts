import { expect, it, test } from 'vitest';
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
