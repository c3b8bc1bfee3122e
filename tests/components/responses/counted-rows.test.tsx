import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readInbox } from '@/components/responses/inbox-address';
import { readTable } from '@/entrypoints/workspace/pages/contacts/table-query';
import { AnalysisPage } from '@/entrypoints/workspace/pages/results/analysis-page';
import { ReportPage } from '@/entrypoints/workspace/pages/results/report-page';
import { ResultsPage } from '@/entrypoints/workspace/pages/results/results-page';
import type { Client } from '@/lib/api/client';
import { contactIdsIn } from '@/lib/store/views/insights-cells';
import { type CountedWorld, countedWorld } from '../../unit/store/counted-world';
import { loadReportWords } from '../../unit/store/report-ground';
import { DAY } from '../../unit/store/support';
import { renderOver, workspaceTests } from '../workspace/setup';

// A canvas is drawn in the browser alone; here the words and the table speak.
vi.mock('@/components/responses/results/draw-trend', () => ({ drawTrend: () => () => {} }));

workspaceTests();

let world: CountedWorld;
let client: Client;
/** What the pages have asked, and how much of it is not answered yet. */
let asked: number;
let waiting: number;
beforeEach(async () => {
  await loadReportWords('en');
  world = await countedWorld();
  const { store, surveyId, segmentId } = world;
  const goals = [
    { of: 'nps', value: 20, segmentId },
    { of: 'index', value: 60, segmentId },
  ] as const;
  for (const goal of goals)
    await store.call('surveys.setGoal', {
      id: surveyId,
      goalId: crypto.randomUUID(),
      goal: { ...goal, by: '2026-12-31' },
    });
  asked = 0;
  waiting = 0;
  client = {
    call: async (op, input) => {
      asked += 1;
      waiting += 1;
      try {
        return await store.call(op, input);
      } finally {
        waiting -= 1;
      }
    },
    onWake: () => () => {},
  };
}, 120_000);

/** What a page says that it counts, by the name of the link, and how many rows stand where it leads. */
async function rowsBehind(link: HTMLAnchorElement): Promise<{ name: string; said: number; rows: number }> {
  const name = nameOf(link);
  const [, said] = /([\d,]+) (?:answer|contact)s?\b/.exec(name) ?? /^([\d,]+) /.exec(name) ?? [];
  const href = link.getAttribute('href')!;
  const params = new URLSearchParams(href.split('?')[1]);
  return {
    name,
    said: Number(said?.replaceAll(',', '')),
    rows: href.startsWith('#/responses') ? await answersAt(params) : await contactsAt(params),
  };
}

async function answersAt(params: URLSearchParams): Promise<number> {
  const { filter, which } = readInbox(params, 'open');
  return (await world.store.call('results.answers', { ...filter, which })).found;
}

async function contactsAt(params: URLSearchParams): Promise<number> {
  const { db, clock } = world.store;
  return (await contactIdsIn({ db, now: () => clock.now, zone: 'UTC' }, readTable(params))).length;
}

/** Follows every link of the page that leads to answers or contacts. */
async function followAll(): Promise<string[]> {
  const found = [];
  for (const link of linksShown()) found.push(await rowsBehind(link));
  expect(found.filter(({ said, rows }) => said !== rows)).toEqual([]);
  return found.map(({ name }) => name);
}

const linksShown = () => [
  ...document.querySelectorAll<HTMLAnchorElement>('a[href^="#/responses?"], a[href^="#/contacts?"]'),
];

const nameOf = (link: HTMLAnchorElement) => link.getAttribute('aria-label') ?? link.textContent ?? '';

/** Waits until the page has an answer to all that it asks, and shows it. */
async function drawn(): Promise<void> {
  for (let before = -1; before !== asked; ) {
    before = asked;
    await waitFor(() => expect(waiting).toBe(0), { timeout: 60_000 });
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  expect(document.querySelector('.skeleton')).toBeNull();
}

async function openAnalysis(): Promise<void> {
  renderOver(client, <AnalysisPage id={world.surveyId} />);
  await screen.findByRole('heading', { name: 'Who did not answer' }, { timeout: 60_000 });
  await drawn();
}

async function openResults(): Promise<void> {
  renderOver(client, <ResultsPage id={world.surveyId} />);
  for (const name of ['Over time', 'What became of low scores', 'Who was asked'])
    await screen.findByRole('region', { name }, { timeout: 60_000 });
  await drawn();
}

const asTables = () => {
  for (const button of screen.getAllByRole('button', { name: /^As table/ })) fireEvent.click(button);
};

const filters = () => within(screen.getByRole('group', { name: 'Which answers count' }));

function choose(field: string, option: string): void {
  const box = filters().getByRole('combobox', { name: field });
  fireEvent.input(box, { target: { value: option } });
  fireEvent.keyDown(box, { key: 'Enter' });
}

/** What a page can be narrowed by, pressed as its reader would. */
const NARROWED: [string, () => void][] = [
  ['what is set aside too', () => fireEvent.click(filters().getByRole('checkbox'))],
  ['a tag', () => choose('Tag', 'North')],
  ['a segment', () => choose('Segment', 'Not the north')],
  [
    'a period',
    () => {
      const day = new Date(world.store.clock.now - 40 * DAY).toISOString().slice(0, 10);
      fireEvent.input(filters().getByLabelText('From'), { target: { value: day } });
    },
  ],
  [
    'a language',
    () =>
      fireEvent.change(filters().getByRole('combobox', { name: 'Language' }), {
        target: { value: 'en' },
      }),
  ],
];

const hasEach = (names: string[], wanted: RegExp[]) =>
  expect(wanted.filter((one) => !names.some((name) => one.test(name)))).toEqual([]);

test('each number of the report that leads somewhere leads to as many rows as it says', async () => {
  renderOver(client, <ReportPage id={world.surveyId} />);
  await screen.findByRole('heading', { name: /^5\. / }, { timeout: 60_000 });
  hasEach(await followAll(), [
    /Promoters/,
    /Detractors/,
    /Unfinished/,
    /Set aside/,
    /Delivery/,
    /Earlier answers of the same people/,
    /contacts: Asked$/,
    /Of nobody known/,
    /NPS 20/,
    /Parking/i,
    /Low/,
    /North/,
  ]);
}, 300_000);

test('each number of the results leads to as many rows as it says', async () => {
  await openResults();
  hasEach(await followAll(), [
    /^NPS -?\d/,
    /Promoters/,
    /Packing/,
    /North/,
    /NPS 20/,
    /Of nobody known/,
    /Low/,
    /contacts: Asked$/,
  ]);
}, 300_000);

test('each number of the analysis leads to as many rows as it says, in the tables behind the drawings too', async () => {
  await openAnalysis();
  asTables();
  hasEach(await followAll(), [
    /Delivery/,
    /Earlier answers of the same people/,
    /North/,
    ASKED,
    /Gave a score in two waves/,
    /without a score/,
    /In no wave/,
    /Asked, no answer yet/,
    /Parking/i,
    /Comments/,
  ]);
}, 300_000);

const ASKED = /^Show \d+ contacts?: \d: .*Asked/;

/** Narrows the page that is open, and follows what it says then. */
async function narrowed(narrow: () => void): Promise<string[]> {
  const before = asked;
  narrow();
  await waitFor(() => expect(asked).toBeGreaterThan(before));
  await drawn();
  return followAll();
}

describe.each(NARROWED)('narrowed by %s', (by, narrow) => {
  test('each number leads to as many rows as it says', async () => {
    await openResults();
    hasEach(await narrowed(narrow), [/^NPS -?\d/, /Promoters/]);
    cleanup();
    await openAnalysis();
    asTables();
    const found = await narrowed(narrow);
    hasEach(found, [/Delivery/, /Comments/, /: 2: /]);
    // In which language somebody reads is known of those alone who answered; in the period nobody was asked.
    expect(found.some((name) => ASKED.test(name))).toBe(by !== 'a language' && by !== 'a period');
  }, 300_000);
});
