import fc from 'fast-check';
import { v4 as uuid } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { toGroup } from '@/components/responses/analysis/compare-section';
import { type CountedScope, type ToAnswers, toAnswers, toQuestion } from '@/components/responses/counted';
import { readInbox } from '@/components/responses/inbox-address';
import type { ComparedBy } from '@/lib/api/analysis-views';
import type { Input } from '@/lib/api/client';
import { answersIn, lineOf } from '@/lib/store/packed-answers';
import { countedWorld } from './counted-world';
import { loadReportWords } from './report-ground';
import { DAY, type Store } from './support';

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
let scheduleId: string;

beforeEach(async () => {
  await loadReportWords('en');
  ({ store, surveyId, scheduleId, tagId, segmentId } = await countedWorld());
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
  if (topics.missing === null) {
    for (const { term, n } of topics.topics)
      shown.push({ what: `topic ${term}`, n, href: to({ topic: term }) });
    shown.push({ what: 'comments', n: topics.comments, href: to({ basis: 'comments' }) });
    shown.push({ what: 'unread', n: topics.unread, href: to({ basis: 'comments', left: true }) });
  }
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
      /^comments/,
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
    expect(await n({ page: 'shop.example/thanks' })).toBe(60 + 1 + 24 + 34);
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
