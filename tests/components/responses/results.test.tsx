import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { leftWords } from '@/components/responses/results/goal-words';
import { ResultsSheet } from '@/components/responses/results/results';
import { ResultsPage } from '@/entrypoints/workspace/pages/results/results-page';
import type { GoalView, QuestionResult, ResultsView } from '@/lib/api/survey-views';
import { loadLanguage } from '@/lib/i18n';
import { authorForm } from '../../unit/store/survey-support';
import { surveyView } from '../surveys/survey-client';
import { fakeClient } from '../workspace/fake-client';
import { renderOver, workspaceTests } from '../workspace/setup';
import { answerRow } from './answers';

// A canvas is drawn in the browser alone; here the words and the table speak.
vi.mock('@/components/responses/results/draw-trend', () => ({ drawTrend: () => () => {} }));

workspaceTests();
beforeEach(() =>
  loadLanguage('en', [
    'common',
    'panel',
    'unfolded',
    'workspace',
    'surveys',
    'responses',
    'insights',
    'results',
    'logic',
  ]),
);

const NPS: QuestionResult = {
  question: { id: 'q1', type: 'nps', title: { en: 'Would you recommend us?' } },
  n: 40,
  counts: Array.from({ length: 11 }, (_, value) => ({ value: String(value), n: value === 10 ? 24 : 0 })),
  nps: { value: 45, low: 29.34, high: 58.04, n: 40, promoters: 24, passives: 10, detractors: 6 },
  share: null,
  mean: null,
  ranks: null,
  texts: [],
};

function resultsView(change: Partial<ResultsView> = {}): ResultsView {
  return {
    surveyId: '00000000-0000-4000-8000-000000000001',
    name: 'Spring survey',
    counts: { all: 42, done: 40, aside: 1, known: 20 },
    between: null,
    medianMs: 48_000,
    mostGoals: 12,
    questions: [NPS],
    trend: {
      week: [],
      month: [
        {
          from: '2026-09-01',
          to: '2026-09-30',
          value: 20,
          low: 0,
          high: 40,
          n: 18,
          level: { value: 22, low: 2, high: 42 },
          change: null,
        },
        {
          from: '2026-11-01',
          to: '2026-11-30',
          value: 60,
          low: 45,
          high: 75,
          n: 22,
          level: { value: 58, low: 44, high: 72 },
          change: { by: 40, low: 12, high: 68, chance: 0.006 },
        },
      ],
      quarter: [],
    },
    tags: [
      { tagId: 't1', name: 'Regulars', value: 50, low: 20, high: 70, n: 20 },
      { tagId: 't2', name: 'New', value: 100, low: 10, high: 100, n: 3 },
    ],
    measure: 'nps',
    scales: [
      { of: 'nps', questionId: 'q1', title: null, ends: [-100, 100] },
      { of: 'csat', questionId: 'q2', title: null, ends: [0, 1] },
    ],
    goals: [],
    ...change,
  };
}

const SEGMENT = { id: '00000000-0000-4000-8000-000000000003', name: 'Regulars' };

const client = (more: Parameters<typeof fakeClient>[0] = {}) =>
  fakeClient({
    'responses.list': () => ({ items: [], more: false }),
    'invites.asked': () => [],
    'tags.tree': () => [],
    'segments.names': () => [{ id: SEGMENT.id, name: SEGMENT.name! }],
    ...more,
  });

const rows = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));

test('the figure comes in a sentence with its interval and what it rests on', () => {
  renderOver(client(), <ResultsSheet onSegment={() => {}} of={resultsView()} />);
  expect(screen.getByText('NPS 45, between 29 and 58, of 40 answers.')).toBeTruthy();
  const counts = screen.getByRole('link', { name: '40 whole answers' }).parentElement!;
  expect(counts.textContent).toBe(
    '40 whole answers · 2 unfinished · 1 set aside · 20 of contacts · half took less than 48 s',
  );
  expect(within(counts).getByRole('link', { name: '1 set aside' }).getAttribute('href')).toMatch(
    /^#\/responses\?which=aside&survey=/,
  );
  expect(screen.queryByText(/Too few answers/)).toBeNull();
});

test('narrowed results say that the care taken and who was asked are of the whole survey', () => {
  const sheet = (scope?: object) => (
    <ResultsSheet
      onSegment={() => {}}
      of={resultsView()}
      scope={{ surveyId: resultsView().surveyId, ...scope }}
    />
  );
  const said = () => screen.queryByText(/is of the whole survey/);
  const { unmount } = renderOver(client(), sheet({ aside: false }));
  expect(said()).toBeNull();
  unmount();
  renderOver(client(), sheet({ aside: false, lang: 'en' }));
  expect(said()).toBeTruthy();
});

test('few answers are said to be few, and a tag with few has no figure', () => {
  const nps = { value: 30, low: -19, high: 65, n: 9, promoters: 5, passives: 2, detractors: 2 };
  renderOver(
    client(),
    <ResultsSheet onSegment={() => {}} of={resultsView({ questions: [{ ...NPS, n: 9, nps }] })} />,
  );
  expect(screen.getByText(/Too few answers/)).toBeTruthy();
  const table = screen.getByRole('table', { name: 'By tag' });
  expect(rows(table).slice(1)).toEqual([['Regulars', '20 and 70', '50', '20']]);
  const few = screen.getByText('1 tag with fewer than 10 answers');
  expect(few.closest('details')?.open).toBe(false);
  fireEvent.click(few);
  expect(rows(screen.getByRole('table', { name: few.textContent! })).slice(1)).toEqual([['New', '3']]);
});

test('charts are tables too: bars from the top of the scale down, months, a matrix, ranks', () => {
  const choices = [
    { id: 'c1', text: { en: 'Bad' } },
    { id: 'c2', text: { en: 'Good' } },
  ];
  const matrix: QuestionResult = {
    ...NPS,
    question: {
      id: 'q2',
      type: 'matrix',
      title: { en: 'How was it?' },
      rows: [{ id: 'r1', text: { en: 'Packing' } }],
      choices,
    },
    counts: [
      { value: 'r1|c1', n: 3 },
      { value: 'r1|c2', n: 9 },
    ],
    nps: null,
  };
  const ranking: QuestionResult = {
    ...matrix,
    question: { id: 'q3', type: 'ranking', title: { en: 'What matters?' }, choices },
    counts: [{ value: 'c2', n: 7 }],
    ranks: [
      { value: 'c2', mean: 1.25 },
      { value: 'c1', mean: 1.75 },
    ],
  };
  renderOver(
    client(),
    <ResultsSheet onSegment={() => {}} of={resultsView({ questions: [NPS, matrix, ranking] })} />,
  );
  const bars = rows(screen.getByRole('table', { name: 'Would you recommend us?' }));
  expect(bars[1]?.[0]).toBe('10');
  expect(bars[1]?.[2]).toBe('2460%');
  expect(bars.at(-1)?.[0]).toBe('0');
  expect(rows(screen.getByRole('table', { name: 'Over time' }))).toEqual([
    ['Month', 'Figure', 'Between', 'Count', 'Change'],
    ['Sep 2026', '20', '0 and 40', '18', ''],
    ['Nov 2026', '60', '45 and 75', '22', '+40'],
  ]);
  expect(
    screen.getByRole('img', { name: 'NPS over time, from Sep 2026 to Nov 2026: 20, then 60.' }),
  ).toBeTruthy();
  expect(rows(screen.getByRole('table', { name: 'How was it?' }))).toEqual([
    ['Row', 'Bad', 'Good'],
    ['Packing', '3', '9'],
  ]);
  expect(rows(screen.getByRole('table', { name: 'What matters?' }))[1]).toEqual(['Good', '1.3', '7']);
});

test('the words of a slider’s ends stand at the ends of its scale, whatever was given', () => {
  const warm: QuestionResult = {
    ...NPS,
    question: {
      id: 'q2',
      type: 'slider',
      title: { en: 'How warm?' },
      ends: [{ en: 'Cold' }, { en: 'Hot' }],
    },
    counts: [
      { value: '40', n: 1 },
      { value: '60', n: 3 },
    ],
    nps: null,
  };
  renderOver(client(), <ResultsSheet onSegment={() => {}} of={resultsView({ questions: [warm] })} />);
  const bars = rows(screen.getByRole('table', { name: 'How warm?' })).slice(1);
  expect(bars.map(([label, n]) => [label, n])).toEqual([
    ['100 Hot', '0'],
    ['60', '3'],
    ['40', '1'],
    ['0 Cold', '0'],
  ]);
});

test('comments are found by their words and lead to the answer', () => {
  const texts = Array.from({ length: 8 }, (_, at) => ({
    responseId: `r${at}`,
    contactId: null,
    name: at === 7 ? 'Lena Wirth' : null,
    at: Date.now(),
    text: `Comment ${at}`,
  }));
  const why: QuestionResult = {
    ...NPS,
    question: { id: 'q2', type: 'longtext', title: { en: 'Why?' } },
    counts: [],
    nps: null,
    texts,
  };
  renderOver(
    client(),
    <ResultsSheet onSegment={() => {}} of={resultsView({ questions: [why], measure: null })} />,
  );
  expect(screen.queryByText('Comment 7')).toBeNull();
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'wirth' } });
  expect(screen.getByText('Comment 7')).toBeTruthy();
  expect(screen.queryByText('Comment 0')).toBeNull();
  expect(screen.getByRole('link', { name: /^Lena Wirth/ }).getAttribute('href')).toBe('#/responses/r7');
});

test('the figure of a question leads to the answers that it counts', () => {
  const ease: QuestionResult = {
    ...NPS,
    question: { id: 'q2', type: 'ces', title: { en: 'How easy was it?' }, range: [1, 7] },
    nps: null,
    counts: [],
    mean: { value: 5.2, low: 4.8, high: 5.6, n: 40 },
  };
  renderOver(
    fakeClient({}),
    <ResultsSheet onSegment={() => {}} of={resultsView({ questions: [NPS, ease] })} />,
  );
  const figure = within(screen.getByRole('region', { name: 'How easy was it?' })).getByRole('link', {
    name: /5\.2/,
  });
  expect(figure.getAttribute('href')).toContain('question=q2');
});

test('what looks careless is shown with its reason, and nothing is left out by itself', async () => {
  const flagged = answerRow({ flags: ['straight'] });
  const aside = answerRow({ id: 'b', name: 'Oskar Lind', aside: { at: Date.now(), why: 'A test of ours' } });
  const looks = [{ at: Date.now(), kept: true, flags: ['bot' as const] }];
  const kept = answerRow({ id: 'c', name: 'Ida Holm', flags: ['bot'], looks });
  const over = client({
    'responses.list': ({ which }) => ({
      items: { aside: [aside], flagged: [flagged] }[which as string] ?? [kept],
      more: false,
    }),
    'responses.keep': () => ({ count: 1 }),
    'responses.setAside': () => ({ count: 1 }),
  });
  renderOver(over, <ResultsSheet onSegment={() => {}} of={resultsView()} />);
  const care = await screen.findByRole('region', { name: 'Care' });
  expect(within(care).getByText('The same column all the way down')).toBeTruthy();
  expect(within(care).getByText('A test of ours')).toBeTruthy();
  expect(within(care).getByText(/^Kept .*, in spite of: Perhaps a machine$/)).toBeTruthy();
  expect(over.inputs('responses.setAside')).toEqual([]);
  fireEvent.click(within(care).getByRole('button', { name: /^Keep the answer of Oskar Lind/ }));
  await waitFor(() => expect(over.inputs('responses.keep')).toEqual([{ ids: ['b'] }]));
  fireEvent.click(within(care).getByRole('button', { name: /^Keep the answer of Lena Wirth/ }));
  await waitFor(() => expect(over.inputs('responses.keep').at(-1)).toEqual({ ids: [flagged.id] }));
});

test('who was asked, when, who answered, and which other survey asked them', async () => {
  const at = new Date('2026-03-02T12:00').getTime();
  const surveyId = resultsView().surveyId;
  const invite = {
    contactId: 'c',
    name: 'Lena Wirth',
    survey: 'Spring survey',
    at,
    answeredAt: null,
    withAnswer: false,
    isGone: false,
  };
  const over = client({
    'invites.asked': () => [
      { ...invite, surveyId, answeredAt: at },
      { ...invite, surveyId, contactId: 'd', name: 'Oskar Lind' },
      { ...invite, surveyId, contactId: 'e', name: 'Ada Noted', answeredAt: at, withAnswer: true },
      { ...invite, surveyId: 'other', survey: 'Autumn' },
    ],
  });
  renderOver(over, <ResultsSheet onSegment={() => {}} of={resultsView()} />);
  const asked = await screen.findByRole('region', { name: 'Who was asked' });
  expect(asked.textContent).toContain('1 of 2 who were asked');
  expect(within(asked).getByRole('link', { name: 'Show 2 contacts: Asked' })).toBeTruthy();
  const [lena, oskar, ...others] = within(asked).getAllByRole('listitem');
  expect(others).toEqual([]);
  expect(lena?.textContent).toMatch(/^Lena Wirthasked 2 Mar.*answered 2 Mar.*also Autumn, 2 Mar/);
  expect(oskar?.textContent).toMatch(/no answer yet$/);
});

const GOAL: GoalView = {
  id: '00000000-0000-4000-8000-000000000002',
  of: 'nps',
  questionId: 'q1',
  title: null,
  value: 50,
  by: '2026-12-31',
  segment: null,
  was: null,
  unplaced: 0,
  isShown: true,
  figure: { value: 45, low: 29.34, high: 58.04, n: 40 },
  verdict: 'open',
  needs: 730,
};
const IS = 'Goal by 31 December 2026: NPS 50.';

test.each<[Partial<GoalView>, string]>([
  [
    {},
    `${IS} Whether it is reached cannot be told yet: 40 answers put the figure between 29.3 and 58. About 730 in all would tell, if the others are like these.`,
  ],
  [
    { needs: 'never' },
    `${IS} Whether it is reached cannot be told yet: 40 answers put the figure between 29.3 and 58. The figure lies so near to the goal that more answers will hardly tell.`,
  ],
  [
    { verdict: 'reached', value: 20, needs: null },
    'Goal by 31 December 2026: NPS 20. It is reached for sure: 40 answers put the figure between 29.3 and 58.',
  ],
  [
    {
      of: 'csat',
      value: 0.9,
      verdict: 'missed',
      needs: null,
      figure: { value: 0.5, low: 0.352, high: 0.648, n: 40 },
    },
    'Goal by 31 December 2026: 90% satisfied. It is not reached, that is sure: 40 answers put the figure between 35.2% and 64.8%.',
  ],
  [{ verdict: 'none', figure: null, needs: null }, `${IS} There is no figure yet.`],
  [
    { verdict: 'few', needs: null, figure: { value: 45, low: 9, high: 81, n: 9 } },
    `${IS} 9 answers are too few to judge it, ten are needed: they put the figure between 9 and 81.`,
  ],
  [
    { verdict: 'missed', needs: null, segment: SEGMENT, unplaced: 3, value: 60 },
    'Goal by 31 December 2026 for Regulars: NPS 60. It is not reached, that is sure: 40 answers put the figure between 29.3 and 58. 3 answers of people who are not known are in no segment, and do not count.',
  ],
  [
    { verdict: 'gone', figure: null, needs: null, segment: { ...SEGMENT, name: null } },
    'Goal by 31 December 2026 for a deleted segment: NPS 50. Its segment was deleted, so it is not judged: choose another, or everybody.',
  ],
  [
    { verdict: 'unclear', figure: null, needs: null, segment: SEGMENT },
    'Goal by 31 December 2026 for Regulars: NPS 50. Of somebody it cannot be told whether the segment holds them, so it is not judged. Open the segment to see why.',
  ],
  [
    {
      verdict: 'reached',
      needs: null,
      of: 'csat',
      title: { en: 'Was it on time?' },
      value: 0.2,
      figure: { value: 0.5, low: 0.352, high: 0.648, n: 40 },
      was: { at: Date.UTC(2026, 2, 3, 12), value: 0.25, low: 0.1, high: 0.4, n: 20 },
    },
    'Goal by 31 December 2026: 20% satisfied (“Was it on time?”). It is reached for sure: 40 answers put the figure between 35.2% and 64.8%. When it was set, on 3 March 2026, the figure was 25%, between 10% and 40%, of 20 answers.',
  ],
  [
    { verdict: 'unasked', figure: null, needs: null },
    `${IS} The survey asks this no more, or on another scale: set the goal anew.`,
  ],
])('a goal says what it is and whether it is reached for sure: %#', (change, words) => {
  renderOver(
    client(),
    <ResultsSheet onSegment={() => {}} of={resultsView({ goals: [{ ...GOAL, ...change }] })} />,
  );
  expect(screen.getByText(words)).toBeTruthy();
});

test('a goal tells its last days, and is set, changed and taken away', async () => {
  const over = client({ 'surveys.setGoal': () => ({}) });
  const { unmount } = renderOver(over, <ResultsSheet onSegment={() => {}} of={resultsView()} />);
  fireEvent.click(screen.getByRole('button', { name: 'Set a goal' }));
  const save = screen.getByRole('button', { name: 'Save' });
  const type = (label: string, value: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value } });
  type('At least', '100');
  type('By', '2026-12-31');
  expect((save as HTMLButtonElement).disabled).toBe(true);
  type('At least', '62,5');
  fireEvent.click(save);
  await waitFor(() => expect(over.inputs('surveys.setGoal')).toHaveLength(1));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.queryByText(/dashed line/)).toBeNull();

  unmount();
  renderOver(over, <ResultsSheet onSegment={() => {}} of={resultsView({ goals: [GOAL] })} />);
  expect(screen.getByText(/The dashed line is the goal\.$/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Change the goal' }));
  expect((screen.getByLabelText('At least') as HTMLInputElement).value).toBe('50');
  const score = screen.getByRole<HTMLOptionElement>('option', { name: 'Satisfied' }).value;
  fireEvent.change(screen.getByLabelText('Score'), { target: { value: score } });
  type('At least, in %', '57');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  fireEvent.click(screen.getByRole('button', { name: 'Take the goal away' }));
  await waitFor(() => expect(over.inputs('surveys.setGoal')).toHaveLength(3));
  const { surveyId: id } = resultsView();
  expect(over.inputs('surveys.setGoal')).toEqual([
    {
      id,
      goalId: expect.not.stringMatching(GOAL.id),
      goal: { of: 'nps', questionId: 'q1', value: 62.5, by: '2026-12-31' },
    },
    { id, goalId: GOAL.id, goal: { of: 'csat', questionId: 'q2', value: 0.57, by: '2026-12-31' } },
    { id, goalId: GOAL.id, goal: null },
  ]);
});

test('a goal of a segment is set by a choice; its answers are a press away, and only those draw its line', async () => {
  const over = client({ 'surveys.setGoal': () => ({}) });
  const shown: string[] = [];
  const second: GoalView = {
    ...GOAL,
    id: 'b',
    value: 60,
    by: '2027-03-31',
    segment: SEGMENT,
    isShown: false,
  };
  const { unmount } = renderOver(
    over,
    <ResultsSheet onSegment={(id) => shown.push(id)} of={resultsView({ goals: [GOAL, second] })} />,
  );
  const list = screen.getByRole('list', { name: 'Goals' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(2);
  expect(screen.getByText(/The dashed line is the goal\.$/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Show its answers: NPS 60, Regulars, 2027-03-31' }));
  expect(shown).toEqual([SEGMENT.id]);
  // Of everybody's answers there is nothing to narrow.
  expect(screen.queryByRole('button', { name: /^Show its answers: NPS 50/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Change the goal: NPS 60, Regulars, 2027-03-31' }));
  const whom = (await screen.findByRole('option', { name: 'Regulars' })).closest('select')!;
  await waitFor(() => expect(whom.value).toBe(SEGMENT.id));
  fireEvent.change(screen.getByLabelText('Of whom'), { target: { value: '' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(over.inputs('surveys.setGoal')).toHaveLength(1));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  fireEvent.click(screen.getByRole('button', { name: 'Set another goal' }));
  fireEvent.input(screen.getByLabelText('At least'), { target: { value: '70' } });
  fireEvent.input(screen.getByLabelText('By'), { target: { value: '2027-12-31' } });
  await screen.findByRole('option', { name: 'Regulars' });
  fireEvent.change(screen.getByLabelText('Of whom'), { target: { value: SEGMENT.id } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(over.inputs('surveys.setGoal')).toHaveLength(2));
  expect(over.inputs('surveys.setGoal').map(({ goal }) => goal)).toEqual([
    { of: 'nps', questionId: 'q1', value: 60, by: '2027-03-31' },
    { of: 'nps', questionId: 'q1', value: 70, by: '2027-12-31', segmentId: SEGMENT.id },
  ]);

  unmount();
  const both = [GOAL, { ...second, isShown: true }];
  renderOver(over, <ResultsSheet onSegment={() => {}} of={resultsView({ goals: both })} />);
  expect(
    screen.getByText(
      /The dashed lines are the goals: NPS 50 by 31 December 2026 and NPS 60 by 31 March 2027\.$/,
    ),
  ).toBeTruthy();
});

test('a goal whose segment was deleted is saved only when somebody said of whom it is to be', async () => {
  const over = client({ 'surveys.setGoal': () => ({}) });
  const goal: GoalView = { ...GOAL, segment: { ...SEGMENT, name: null }, verdict: 'gone', figure: null };
  renderOver(over, <ResultsSheet onSegment={() => {}} of={resultsView({ goals: [goal] })} />);
  fireEvent.click(screen.getByRole('button', { name: 'Change the goal' }));
  fireEvent.input(screen.getByLabelText('At least'), { target: { value: '60' } });
  const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Save' });
  expect(save.disabled).toBe(true);
  expect(screen.getByText('Its segment was deleted: choose of whom it is to be.')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Of whom'), { target: { value: '' } });
  fireEvent.click(save);
  await waitFor(() => expect(over.inputs('surveys.setGoal')).toHaveLength(1));
  expect(over.inputs('surveys.setGoal')[0]).toMatchObject({ goal: { value: 60 } });
});

test('a survey that has all the goals it may have takes no more', () => {
  const goals = Array.from({ length: 12 }, (_, at) => ({ ...GOAL, id: String(at) }));
  renderOver(client(), <ResultsSheet onSegment={() => {}} of={resultsView({ goals })} />);
  expect(screen.getByText('A survey has at most 12 goals.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Set/ })).toBeNull();
});

test('how long there is until the day of a goal', () => {
  const at = (day: string) => new Date(`${day}T15:00`).getTime();
  expect(leftWords(GOAL, at('2026-12-01'))).toBe('30 days left.');
  expect(leftWords(GOAL, at('2026-12-30'))).toBe('1 day left.');
  expect(leftWords(GOAL, at('2026-12-31'))).toBe('Today is its last day.');
  expect(leftWords(GOAL, at('2027-01-01'))).toMatch(/^Its day has passed/);
});

test('a filter asks again for those answers alone; the file holds the same', async () => {
  const download = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  URL.createObjectURL ??= () => 'blob:x';
  const survey = surveyView(authorForm(), { name: 'Spring survey', version: 1, state: 'open' });
  const over = client({
    'surveys.view': () => survey,
    'results.view': ({ from }) =>
      resultsView(from ? { counts: { all: 0, done: 0, aside: 0, known: 0 } } : {}),
    'results.csv': () => ({ file: 'id\n', name: 'Spring-survey.csv' }),
  });
  renderOver(over, <ResultsPage id={survey.id} />);
  expect(await screen.findByText('NPS 45, between 29 and 58, of 40 answers.')).toBeTruthy();
  fireEvent.input(screen.getByLabelText('From'), { target: { value: '2026-11-01' } });
  expect(await screen.findByText('Nobody has answered like this.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Download CSV' }));
  await waitFor(() => expect(download).toHaveBeenCalledOnce());
  expect(over.inputs('results.csv')).toEqual([{ surveyId: survey.id, aside: false, from: '2026-11-01' }]);
  download.mockRestore();
});
