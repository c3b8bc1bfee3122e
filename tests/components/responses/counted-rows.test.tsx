import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { readInbox } from '@/components/responses/inbox-address';
import { readTable } from '@/entrypoints/workspace/pages/contacts/table-query';
import { AnalysisPage } from '@/entrypoints/workspace/pages/results/analysis-page';
import { ReportPage } from '@/entrypoints/workspace/pages/results/report-page';
import { ResultsPage } from '@/entrypoints/workspace/pages/results/results-page';
import type { Client } from '@/lib/api/client';
import { contactIdsIn } from '@/lib/store/views/insights-cells';
import { type CountedWorld, countedWorld } from '../../unit/store/counted-world';
import { loadReportWords } from '../../unit/store/report-ground';
import { renderOver, workspaceTests } from '../workspace/setup';

// A canvas is drawn in the browser alone; here the words and the table speak.
vi.mock('@/components/responses/results/draw-trend', () => ({ drawTrend: () => () => {} }));

workspaceTests();

let world: CountedWorld;
let client: Client;
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
  client = { call: (op, input) => store.call(op, input), onWake: () => () => {} };
}, 120_000);

/** What a page says that it counts, by the name of the link, and how many rows stand where it leads. */
async function rowsBehind(link: HTMLAnchorElement): Promise<{ name: string; said: number; rows: number }> {
  const name = link.getAttribute('aria-label') ?? link.textContent ?? '';
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
  const links = [
    ...document.querySelectorAll<HTMLAnchorElement>('a[href^="#/responses?"], a[href^="#/contacts?"]'),
  ];
  const found = [];
  for (const link of links) found.push(await rowsBehind(link));
  expect(found.filter(({ said, rows }) => said !== rows)).toEqual([]);
  return found.map(({ name }) => name);
}

/** Waits until the page has asked all that it shows. */
async function drawn(): Promise<void> {
  await waitFor(() => expect(document.querySelector('.skeleton')).toBeNull(), { timeout: 60_000 });
}

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
    /Asked by a survey/,
    /Of nobody known/,
    /NPS 20/,
    /Parking/i,
    /Low/,
    /North/,
  ]);
}, 300_000);

test('each number of the results leads to as many rows as it says', async () => {
  renderOver(client, <ResultsPage id={world.surveyId} />);
  await screen.findByRole('region', { name: 'Over time' }, { timeout: 60_000 });
  await screen.findByRole('table', { name: 'What became of low scores' }, { timeout: 60_000 });
  hasEach(await followAll(), [
    /^NPS -?\d/,
    /Promoters/,
    /Packing/,
    /North/,
    /NPS 20/,
    /Of nobody known/,
    /Low/,
  ]);
}, 300_000);

test('each number of the analysis leads to as many rows as it says, in the tables behind the drawings too', async () => {
  renderOver(client, <AnalysisPage id={world.surveyId} />);
  await screen.findByRole('heading', { name: 'Who did not answer' }, { timeout: 60_000 });
  await drawn();
  for (const button of screen.getAllByRole('button', { name: /^As table/ })) fireEvent.click(button);
  hasEach(await followAll(), [
    /Delivery/,
    /Earlier answers of the same people/,
    /North/,
    /^\d+ contacts?, 1: .*Asked/,
    /Gave a score in two waves/,
    /without a score/,
    /In no wave/,
    /Asked by a survey, no answer yet/,
    /Parking/i,
    /Comments/,
  ]);
}, 300_000);
