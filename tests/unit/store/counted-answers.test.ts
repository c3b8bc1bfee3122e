import fc from 'fast-check';
import { v4 as uuid } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { toGroup } from '@/components/responses/analysis/compare-section';
import { type CountedScope, type ToAnswers, toAnswers, toQuestion } from '@/components/responses/counted';
import { readInbox } from '@/components/responses/inbox-address';
import { reportOf } from '@/components/responses/report/sections';
import type { ComparedBy } from '@/lib/api/analysis-views';
import type { Input } from '@/lib/api/client';
import { answersIn, lineOf } from '@/lib/store/packed-answers';
import { EVERY_90_DAYS } from '../../support/schedule';
import { groundOf, loadReportWords } from './report-ground';
import { sixtyAnswers } from './sixty-answers';
import { DAY, type Store } from './support';
import { answerTo, give } from './survey-support';

/** A number that is shown, and where it leads. */
interface Shown {
  what: string;
  n: number;
  href: string;
}

let store: Store;
let surveyId: string;
let tagId: string;
let segmentId: string;
const scheduleId = uuid();

/**
 * Sixty answers of sixty people, then what makes numbers differ from one another: second answers, unfinished ones, some of strangers and
 * some set aside, a question that changes its scale, two waves, a merged contact, and low scores on their way to a customer who was told.
 */
beforeEach(async () => {
  await loadReportWords('en');
  const world = await sixtyAnswers();
  ({ store, surveyId } = world);
  const { contactIds } = world;
  const from = new Date(store.clock.now - DAY).toISOString().slice(0, 10);
  await store.call('schedules.put', {
    surveyId,
    id: scheduleId,
    schedule: { ...EVERY_90_DAYS, from, rhythm: { kind: 'every', days: 30 } },
  });
  await store.call('invites.add', { surveyId, contactIds: contactIds.slice(0, 30), channel: 'link' });
  const survey = await store.call('surveys.view', { id: surveyId });
  store.clock.now += 20 * DAY;
  for (let at = 0; at < 24; at += 1)
    await give(
      store,
      survey,
      answerTo(survey, store, {
        ...(at % 5 === 0 ? { done: false } : {}),
        values: { ...(at % 3 ? { q1: (at * 3) % 11 } : {}), d1: 1 + (at % 5), s1: at % 3 ? 'b' : 'a' },
        who: at % 4 === 0 ? {} : { email: `person${at}@lab.test` },
      }),
    );
  store.clock.now += 25 * DAY;
  const draft = structuredClone(survey.draft);
  const d3 = draft.pages[0]!.questions.find(({ id }) => id === 'd3')!;
  d3.range = [1, 10];
  await store.call('surveys.edit', { id: surveyId, draft });
  await store.call('surveys.publish', { id: surveyId });
  for (let at = 12; at < 46; at += 1)
    await give(
      store,
      survey,
      answerTo(survey, store, {
        version: 2,
        values: {
          q1: (at * 7) % 11,
          d1: 1 + (at % 5),
          d2: 5 - (at % 4),
          d3: 1 + (at % 10),
          q2: 'Parking space',
        },
        who: { email: `person${at}@lab.test` },
      }),
    );
  const { items } = await store.call('responses.list', { surveyId, limit: 500 });
  await store.call('responses.setAside', {
    ids: [items[1]!, items[30]!, items[70]!].map(({ id }) => id),
    why: 'Ours',
  });
  tagId = (await store.call('tags.tree', {})).find(({ path }) => path.join('/') === 'North')!.id;
  segmentId = uuid();
  await store.call('segments.put', {
    id: segmentId,
    name: 'Not the north',
    query: { ask: 'tag', tagId, has: false },
  });
  const low = items
    .slice(71)
    .filter(({ score, contactId }) => (score?.value ?? 9) <= 6 && contactId !== null);
  for (const { id, contactId } of low.slice(0, 3))
    await store.call('cases.open', {
      kind: 'complaint',
      title: 'Late',
      contactIds: [contactId!],
      responseId: id,
    });
  const opened = (await store.call('cases.list', { which: 'all' }))[0]!;
  await store.call('cases.edit', { id: opened.id, expectation: 'On time', cause: 'The carrier' });
  await store.call('cases.move', { id: opened.id, state: 'resolved' });
  await store.call('cases.told', { id: opened.id });
  await store.call('activities.log', {
    activity: { type: 'call', at: store.clock.now, contactIds: [low[5]!.contactId!], direction: 'out' },
  });
  await store.call('contacts.merge', { groups: [{ into: contactIds[14]!, from: [contactIds[13]!] }] });
  store.clock.now += 2 * DAY;
}, 120_000);

/** How many answers stand in the inbox where a link leads. */
async function found(href: string): Promise<number> {
  const { which, filter } = readInbox(new URLSearchParams(href.split('?')[1]), 'open');
  const answer = await store.call('results.answers', { ...filter, which, limit: 500 });
  expect(answer.items).toHaveLength(Math.min(500, answer.found));
  return answer.found;
}

async function ofResults(scope: Input<'results.view'>, to: ToAnswers): Promise<Shown[]> {
  const { questions, tags, trend, counts } = await store.call('results.view', scope);
  const all = (what: string, n: number, href: string) => ({ what, n, href });
  return [
    all('whole', counts.done, to({ counted: undefined, whole: true })),
    all('unfinished', counts.all - counts.done, to({ counted: undefined, whole: false })),
    all('aside', counts.aside, to({ counted: undefined }, 'aside')),
    all('known', counts.known, to({ counted: undefined, known: true })),
    ...questions.flatMap((one) => [
      all(`question ${one.question.id}`, one.n, to(toQuestion(one))),
      ...one.counts.map(({ value, n }) =>
        all(`${one.question.id} ${one.versions} ${value}`, n, to({ ...toQuestion(one), value })),
      ),
      ...(['promoters', 'passives', 'detractors'] as const).map((part) =>
        all(part, one.nps?.[part] ?? 0, to({ ...toQuestion(one), part })),
      ),
      ...(one.share
        ? [
            all(
              'satisfied',
              Math.round(one.share.value * one.share.n),
              to({ ...toQuestion(one), part: 'satisfied' }),
            ),
          ]
        : []),
    ]),
    ...tags.map((tag) => all(tag.name, tag.n, to({ basis: 'score', group: `tag:${tag.tagId}` }))),
    ...Object.values(trend).flatMap((points) =>
      points.map((point) => all(point.from, point.n, to({ basis: 'score', from: point.from, to: point.to }))),
    ),
  ];
}

async function ofAnalysis(scope: Input<'results.view'>, to: ToAnswers): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const by of ['tag', 'segment', { question: 's1' }] as ComparedBy[]) {
    const view = await store.call('analysis.compare', { ...scope, by });
    if (view.missing === null)
      for (const { key, figure } of view.rows)
        shown.push({ what: `group ${key}`, n: figure.n, href: to(toGroup(by, key)) });
  }
  const index = await store.call('analysis.index', scope);
  if (index.missing === null) {
    for (const { dimension, n } of index.rows)
      shown.push({ what: dimension, n, href: to({ basis: 'index', dimension }) });
    if (index.total) shown.push({ what: 'index', n: index.total.n, href: to({ basis: 'index' }) });
  }
  const topics = await store.call('analysis.topics', scope);
  if (topics.missing === null)
    for (const { term, n } of topics.topics)
      shown.push({ what: `topic ${term}`, n, href: to({ topic: term }) });
  const waves = await store.call('analysis.waves', scope);
  if (waves.missing === null)
    for (const { number, n, answered } of waves.rows) {
      const wave = `${scheduleId}:${number}`;
      shown.push({ what: `wave ${number}`, n, href: to({ wave, basis: 'person' }) });
      shown.push({ what: `asked in ${number}`, n: answered, href: to({ wave, basis: 'asked' }) });
    }
  const loop = await store.call('analysis.loop', scope);
  shown.push(
    { what: 'given', n: loop.answers, href: to({ care: 'given' }) },
    { what: 'low', n: loop.low, href: to({ care: 'low' }) },
    { what: 'strangers', n: loop.strangers, href: to({ care: 'strangers' }) },
    { what: 'waiting', n: loop.open, href: to({ care: 'waiting' }) },
  );
  const steps = [
    [loop.replied, 'replied', 'known'],
    [loop.within24, 'soon', 'dayOld'],
    [loop.withCase, 'case', 'low'],
    [loop.told, 'told', 'case'],
    [loop.rechecked, 'rechecked', 'due'],
  ] as const;
  for (const [share, hits, of] of steps) {
    shown.push({ what: `of ${of}`, n: share?.n ?? 0, href: to({ care: of }) });
    shown.push({
      what: hits,
      n: Math.round((share?.value ?? 0) * (share?.n ?? 0)),
      href: to({ care: hits }),
    });
  }
  return shown;
}

async function disagreeing(shown: readonly Shown[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { what, n, href } of shown) {
    const has = await found(href);
    if (has !== n) wrong.push(`${what}: ${n} on the page, ${has} behind it (${href})`);
  }
  return wrong;
}

describe('behind every number stand as many answers as it says', () => {
  test('of all answers: results, groups, index, topics, waves, care', async () => {
    const scope = { surveyId };
    const to = toAnswers(scope);
    const shown = [...(await ofResults(scope, to)), ...(await ofAnalysis(scope, to))];
    expect(await disagreeing(shown)).toEqual([]);
    // Nothing of it was empty: each kind of number was there.
    for (const what of [
      /^promoters/,
      /^d3 1,1 /,
      /^d3 2,2 /,
      /^x1 .*\|/,
      /^group/,
      /^topic/,
      /^wave 2/,
      /^asked in 1/,
      /^told/,
      /^aside/,
      /^unfinished/,
    ])
      expect(
        shown.filter((one) => what.test(one.what) && one.n > 0),
        String(what),
      ).not.toEqual([]);
  }, 180_000);

  test('of what moves the score', async () => {
    const drivers = await store.call('analysis.drivers', { surveyId });
    if (drivers.missing) throw new Error(drivers.missing.what);
    expect(drivers.repeated).toBeGreaterThan(0);
    expect(await found(toAnswers({ surveyId })({ basis: 'drivers' }))).toBe(drivers.n);
  }, 180_000);

  test('words are looked for in comments, in what was said to one question, and in the address of the page', async () => {
    const n = async (filter: object) =>
      (await store.call('results.answers', { surveyId, limit: 500, ...filter })).found;
    expect(await n({ text: 'parking' })).toBe(34);
    expect(await n({ question: 'q2', says: 'SPACE parking' })).toBe(34);
    expect(await n({ question: 'q2', says: 'nowhere' })).toBe(0);
    expect(await n({ page: 'shop.example/thanks' })).toBe(60 + 24 + 34);
    expect(await n({ page: 'elsewhere', text: 'parking' })).toBe(0);
  }, 180_000);

  test('of some of the answers, whichever the page was asked of', async () => {
    const day = (days: number) => new Date(store.clock.now - days * DAY).toISOString().slice(0, 10);
    const scopes = fc.record(
      {
        aside: fc.boolean(),
        tagId: fc.constant(tagId),
        segmentId: fc.constant(segmentId),
        from: fc.integer({ min: 20, max: 50 }).map(day),
        to: fc.integer({ min: 0, max: 30 }).map(day),
        lang: fc.constantFrom('en', 'zh-Hans'),
      },
      { requiredKeys: ['aside'] },
    );
    await fc.assert(
      fc.asyncProperty(scopes, async (some) => {
        const scope = { surveyId, ...some };
        const to = toAnswers(scope as CountedScope);
        expect(
          await disagreeing([...(await ofResults(scope, to)), ...(await ofAnalysis(scope, to))]),
        ).toEqual([]);
      }),
      { numRuns: 3 },
    );
  }, 300_000);

  test('every cell and sentence of the report that leads to answers leads to as many as it says', async () => {
    const parts = reportOf(await groundOf(store, surveyId));
    let cells = 0;
    for (const block of parts.flatMap(({ blocks }) => blocks)) {
      if (block.kind === 'table')
        for (const { href, value, text } of block.table.rows.flat()) {
          if (!href?.startsWith('#/responses?')) continue;
          cells += 1;
          expect(await found(href), `${block.label}: ${text}`).toBe(value);
        }
      if (block.kind === 'line')
        for (const { text, href } of block.rows ?? [])
          expect(text.startsWith(`${await found(href)} `), text).toBe(true);
      if (block.kind === 'line' && block.href?.startsWith('#/responses?')) {
        const n = await found(block.href);
        if (/\d/.test(block.text) && n > 0 && !/%/.test(block.text.split(' of the ')[0]!))
          expect(block.text.replaceAll(',', '').match(/\d+/g), block.text).toContain(String(n));
      }
    }
    expect(cells).toBeGreaterThan(8);
  }, 180_000);
});

test('a packed answer keeps the way by which it came', () => {
  for (const via of ['hub', 'bridge', 'text', 'hand', 'file'] as const) {
    const answer = {
      id: uuid(),
      at: 9,
      startedAt: 4,
      version: 1,
      lang: 'en',
      done: true,
      aside: false,
      handled: true,
      contactId: null,
      values: {},
      via,
    };
    expect(answersIn(lineOf(answer))).toEqual([answer]);
  }
});
