import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ResponsesPage } from '@/entrypoints/workspace/pages/responses/responses-page';
import { followAddress } from '@/entrypoints/workspace/router';
import type { AnswerAsks } from '@/lib/api/survey-views';
import { loadLanguage } from '@/lib/i18n';
import type { Question, Texts } from '@/lib/surveys/form';
import { fakeClient } from '../workspace/fake-client';
import { renderOver, workspaceTests } from '../workspace/setup';
import { answerRow } from './answers';

workspaceTests();
beforeEach(() => loadLanguage('en', ['surveys', 'cases', 'responses', 'results', 'schedules', 'segments']));

const SURVEY = '00000000-0000-4000-8000-0000000000a1';
const OTHER = '00000000-0000-4000-8000-0000000000a2';

const QUESTIONS: Question<Texts>[] = [
  { id: 'nps', type: 'nps', title: { en: 'Would you recommend us?' } },
  { id: 'sum', type: 'number', title: { en: 'How many jars?' } },
  {
    id: 'best',
    type: 'ranking',
    title: { en: 'What counts most?' },
    choices: [
      { id: 'a', text: { en: 'Price' } },
      { id: 'b', text: { en: 'Colour' } },
    ],
  },
  { id: 'ease', type: 'ces', range: [1, 7], title: { en: 'How easy was it?' } },
  { id: 'happy', type: 'csat', range: [1, 5], title: { en: 'Are you content?' } },
] as Question<Texts>[];

/** Asked on a scale of five until version 2, and in version 1 by another question, too. */
const EARLIER: Question<Texts>[] = [
  { id: 'ease', type: 'ces', range: [1, 5], title: { en: 'How easy was it?' } },
  { id: 'gone', type: 'yesno', title: { en: 'Was it on time?' } },
] as Question<Texts>[];
const [FIRST, SECOND] = ['00000000-0000-4000-8000-0000000000b1', '00000000-0000-4000-8000-0000000000b2'];
const wave = (number: number, from: string, until: string | null) => ({ number, from, until });

type Handlers = Parameters<typeof fakeClient>[0];

/** A client of these surveys, whose answers are 12 of 2,000 however they are asked for. */
function clientOf(surveys: string[], more: Handlers = {}) {
  return fakeClient({
    'results.answers': ({ limit }) => ({
      items: [answerRow({ name: `Up to ${limit}` })],
      found: 12,
      all: 2000,
    }),
    'responses.view': () => {
      throw new Error('not asked for');
    },
    'responses.counts': () => ({ any: true, unread: 1, unassigned: 0 }),
    'surveys.list': () => surveys.map((id) => ({ id, name: `Survey ${id.at(-1)}` })) as never,
    'results.asks': ({ surveyId }): AnswerAsks => {
      if (!surveys.includes(surveyId)) throw new Error('missing');
      return {
        questions: [
          ...QUESTIONS.map((question) => ({
            question,
            versions: question.id === 'ease' ? ([3, 4] as [number, number]) : null,
          })),
          { question: EARLIER[0]!, versions: [1, 2] },
          { question: EARLIER[1]!, versions: null },
        ],
        schedules: [
          {
            id: FIRST,
            audience: { by: 'agreed' },
            names: {},
            waves: [wave(2, '2026-04-01', '2026-06-29'), wave(1, '2026-01-01', '2026-03-31')],
          },
          {
            id: SECOND,
            audience: { by: 'tag', id: OTHER },
            names: { [OTHER]: 'Regulars' },
            waves: [wave(1, '2026-02-01', null)],
          },
        ],
        langs: ['en', 'zh-Hans'],
      };
    },
    'hub.get': () => null,
    'tags.tree': () => [],
    'segments.names': () => [],
    'schedules.list': () => [],
    ...more,
  });
}

let stop = () => {};
afterEach(() => stop());

/** The inbox at an address, with its filters. */
async function inboxAt(address: string, client: ReturnType<typeof clientOf>) {
  location.hash = address;
  stop = followAddress();
  renderOver(client, <ResponsesPage id={null} />);
  await screen.findByText(/of 2,000 answers/);
}

const filterButton = () => screen.getByRole('button', { name: 'Filter', expanded: false });

/** Chooses an entry of the menu of filters. */
async function add(name: string) {
  fireEvent.click(filterButton());
  fireEvent.click(await screen.findByRole('menuitem', { name }));
}

const asked = (client: ReturnType<typeof clientOf>) => client.inputs('results.answers').at(-1);

test('with one survey alone its questions can be asked about, and its answers saved', async () => {
  const client = clientOf([SURVEY], {
    'results.answersFile': () => {
      throw new Error('seen');
    },
  });
  await inboxAt('#/responses?which=all', client);
  fireEvent.click(await screen.findByRole('button', { name: 'Download CSV' }));
  await waitFor(() =>
    expect(client.inputs('results.answersFile')).toEqual([{ which: 'all', surveyId: SURVEY }]),
  );
  await add('Language');
  await screen.findByRole('option', { name: 'English' });
  fireEvent.change(screen.getByRole('combobox', { name: 'Language' }), { target: { value: 'en' } });
  fireEvent.submit(screen.getByRole('combobox', { name: 'Language' }).closest('form')!);
  await waitFor(() => expect(asked(client)).toMatchObject({ surveyId: SURVEY, lang: 'en' }));
});

test('with several surveys, questions are asked about where one is chosen', async () => {
  await inboxAt('#/responses?which=all', clientOf([SURVEY, OTHER]));
  fireEvent.click(filterButton());
  expect(screen.queryByRole('menuitem', { name: 'Language' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Download CSV' })).toBeNull();
});

test('arrows go from choice to choice: a choice holds when it is sent, not at the first', async () => {
  const client = clientOf([SURVEY]);
  await inboxAt(`#/responses?which=all&survey=${SURVEY}`, client);
  await add('Came by');
  const field = screen.getByRole('combobox', { name: 'Came by' });
  fireEvent.change(field, { target: { value: 'hub' } });
  fireEvent.change(field, { target: { value: 'bridge' } });
  expect(client.inputs('results.answers').some((input) => input.via)).toBe(false);
  fireEvent.click(
    within(screen.getByRole('group', { name: 'Filter' })).getByRole('button', { name: 'Filter' }),
  );
  await waitFor(() => expect(asked(client)).toMatchObject({ via: 'bridge' }));
});

test('the focus stays among the filters: after one goes, is asked for, left or changed for another', async () => {
  await inboxAt(`#/responses?which=all&survey=${SURVEY}&known=1&whole=1`, clientOf([SURVEY, OTHER]));
  const isBack = () => waitFor(() => expect(document.activeElement).toBe(filterButton()));
  const remove = screen.getByRole('button', { name: 'Remove filter: Of a contact' });
  remove.focus();
  fireEvent.click(remove);
  await isBack();
  await add('Page');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Part of the page’s address' }));
  await add('Language');
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Language' }));
  fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
  await isBack();
  await add('Page');
  fireEvent.input(document.activeElement!, { target: { value: 'shop' } });
  fireEvent.submit(document.activeElement!.closest('form')!);
  await isBack();
  const clear = screen.getByRole('button', { name: 'Clear filters' });
  clear.focus();
  fireEvent.click(clear);
  await isBack();
});

test('a day that does not exist is left out of the address', async () => {
  const client = clientOf([SURVEY]);
  await inboxAt('#/responses?which=all&from=2026-99-99&to=2026-03-31', client);
  expect(asked(client)).toEqual({ which: 'all', to: '2026-03-31', limit: 50 });
  expect(screen.getByRole('button', { name: /^Remove filter: Until 31 Mar/ })).toBeTruthy();
});

test('where no more answers are listed, the end of the list says so', async () => {
  const client = clientOf([SURVEY], {
    'results.answers': () => ({ items: [answerRow({})], found: 813, all: 2000 }),
  });
  await inboxAt('#/responses?which=all', client);
  for (const limit of [200, 350, 500]) {
    expect(screen.queryByText(/The newest/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'More answers' }));
    await waitFor(() => expect(asked(client)).toMatchObject({ limit }));
  }
  await screen.findByText('The newest 1 stand here. Narrow them by a filter, or save them as CSV.');
  expect(screen.queryByRole('button', { name: 'More answers' })).toBeNull();
});

/** Asks for what was answered to a question, and gives the words of its choices. */
async function saidTo(question: string): Promise<(string | null)[]> {
  await add('Answer to a question');
  await screen.findByRole('option', { name: question });
  const select = screen.getByRole('combobox', { name: 'Answer to a question' }) as HTMLSelectElement;
  const { value } = [...select.options].find(({ text }) => text === question)!;
  fireEvent.change(select, { target: { value } });
  const said = screen.queryByRole('combobox', { name: 'What was answered' });
  return [...(said?.querySelectorAll('option') ?? [])].map(({ textContent }) => textContent);
}

test('what was answered is asked for as it is counted: the first of a ranking, the upper part of a scale', async () => {
  const client = clientOf([SURVEY]);
  await inboxAt(`#/responses?which=all&survey=${SURVEY}&question=best&value=b`, client);
  await screen.findByRole('button', { name: 'Remove filter: What counts most?: Colour first' });
  expect(await saidTo('What counts most?')).toContain('Price first');
  const ease = await saidTo('How easy was it? (versions 3 to 4)');
  expect(ease).toContain('Upper quarter of the scale');
  expect(ease).not.toContain('Satisfied');
  expect(await saidTo('Are you content?')).toContain('Satisfied');
});

test('numbers between which an answer lies: one that is none, and a lower end above the upper, are said', async () => {
  const client = clientOf([SURVEY]);
  await inboxAt(`#/responses?which=all&survey=${SURVEY}`, client);
  await saidTo('How many jars?');
  const [least, most] = ['At least', 'At most'].map((name) => screen.getByRole('textbox', { name }));
  const send = () => fireEvent.submit(least!.closest('form')!);
  fireEvent.input(least!, { target: { value: 'many' } });
  await screen.findByText('This is no number. Write digits.');
  send();
  fireEvent.input(least!, { target: { value: '8' } });
  fireEvent.input(most!, { target: { value: '3' } });
  await screen.findByText('The highest lies below the lowest.');
  send();
  expect(client.inputs('results.answers').some((input) => input.question)).toBe(false);
  fireEvent.input(most!, { target: { value: '8,5' } });
  await waitFor(() => expect(screen.queryByText('The highest lies below the lowest.')).toBeNull());
  send();
  await waitFor(() => expect(asked(client)).toMatchObject({ question: 'sum', least: 8, most: 8.5 }));
});

test('a question of an earlier version is chosen and named like any other, with the scale that is meant', async () => {
  const client = clientOf([SURVEY]);
  await inboxAt(`#/responses?which=all&survey=${SURVEY}&question=gone&value=no`, client);
  await screen.findByRole('button', { name: 'Remove filter: Was it on time?: No' });
  expect(await saidTo('How easy was it? (versions 1 to 2)')).not.toContain('6');
  fireEvent.change(screen.getByRole('combobox', { name: 'What was answered' }), {
    target: { value: 'value 5' },
  });
  fireEvent.submit(screen.getByRole('combobox', { name: 'What was answered' }).closest('form')!);
  await waitFor(() => expect(asked(client)).toMatchObject({ question: 'ease', version: 2, value: '5' }));
  await screen.findByRole('button', { name: 'Remove filter: How easy was it? (versions 1 to 2): 5' });
});

test('what no version asked is said to be deleted, never by its id', async () => {
  const client = clientOf([SURVEY]);
  await inboxAt(`#/responses?which=all&survey=${SURVEY}&question=q9&wave=${OTHER}:1`, client);
  await screen.findByRole('button', { name: 'Remove filter: Answer to a question: deleted' });
  await screen.findByRole('button', { name: 'Remove filter: Wave: deleted' });
  expect(await saidTo('What counts most?')).toContain('Price first');
  expect(document.body.textContent).not.toMatch(/q9|0000000000a2/);
});

test('the waves of every schedule can be chosen, each with its days and whom it asks', async () => {
  const client = clientOf([SURVEY]);
  await inboxAt(`#/responses?which=all&survey=${SURVEY}`, client);
  await add('Wave');
  const select = await screen.findByRole('combobox', { name: 'Wave' });
  await screen.findByRole('option', { name: /^Wave 2: .* · Everybody who agreed/ });
  const [last] = within(select).getAllByRole('option').toReversed();
  expect(last?.textContent).toMatch(/^Wave 1: From .* · Tag: Regulars$/);
  fireEvent.change(select, { target: { value: (last as HTMLOptionElement).value } });
  fireEvent.submit(select.closest('form')!);
  await waitFor(() => expect(asked(client)).toMatchObject({ wave: `${SECOND}:1` }));
  await screen.findByRole('button', { name: /^Remove filter: Wave 1: From .* · Tag: Regulars$/ });
});

test('what was deleted is said to be, and Clear takes a survey along that no choice shows', async () => {
  const gone = '00000000-0000-4000-8000-0000000000a9';
  const client = clientOf([SURVEY]);
  await inboxAt(`#/responses?which=all&survey=${gone}&segment=${gone}&tag=${gone}`, client);
  expect(await screen.findByRole('button', { name: 'Remove filter: Segment: deleted' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Remove filter: Tag: deleted' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Download CSV' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
  await waitFor(() => expect(asked(client)).toEqual({ which: 'all', limit: 50 }));
});
