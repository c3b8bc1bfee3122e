import { v4 as uuid } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { npsDifference } from '@/lib/insight/comparing/differences';
import { EVERY_90_DAYS } from '../../support/schedule';
import { DAY, newStore, type Store } from './support';
import { answerTo, authorForm, contactAt, give, published } from './survey-support';

let store: Store;
let survey: Awaited<ReturnType<typeof published>>;
let ids: string[];

const answer = (at: number, score: number, version = 1) =>
  give(
    store,
    survey,
    answerTo(survey, store, { version, who: { email: `p${at}@lab.test` }, values: { q1: score } }),
  );

beforeEach(async () => {
  store = await newStore();
  survey = await published(store);
  ids = [];
  for (let at = 0; at < 24; at += 1) ids.push(await contactAt(store, `p${at}@lab.test`, `Person ${at}`));
});

const schedule = { ...EVERY_90_DAYS, perDay: 100 };

describe('waves', () => {
  test('stand side by side, each with its interval, and only what is sure is called so', async () => {
    const waves = () => store.call('analysis.waves', { surveyId: survey.id });
    expect(await waves()).toEqual({ missing: { what: 'waves', needs: 1, has: 0 } });
    await store.call('schedules.put', { surveyId: survey.id, id: uuid(), schedule });
    await store.call('invites.add', { surveyId: survey.id, contactIds: ids, channel: 'link' });
    const first: number[] = [];
    const second: number[] = [];
    for (let at = 0; at < 20; at += 1) {
      first.push(at % 3 === 0 ? 9 : 3);
      await answer(at, first[at]!);
    }
    // Who answers again in the same wave counts with the newest.
    first[0] = 0;
    await answer(0, 0);
    // Asked in the first wave and answered in the time of the second: of the first.
    store.clock.now += 91 * DAY;
    first.push(3);
    await answer(20, 3);
    const draft = authorForm({}, [{ id: 'q3', type: 'text', title: { en: 'Anything else?' } }]);
    draft.pages[0]!.questions.splice(1, 1);
    await store.call('surveys.edit', { id: survey.id, draft });
    await store.call('surveys.publish', { id: survey.id });
    await store.call('invites.add', { surveyId: survey.id, contactIds: ids.slice(0, 16), channel: 'link' });
    for (let at = 0; at < 16; at += 1) {
      second.push(at % 4 === 0 ? 7 : 10);
      await answer(at, second[at]!, 2);
    }
    const view = await waves();
    if (view.missing) throw new Error(view.missing.what);
    expect(view).toMatchObject({ measure: 'nps', outside: 0, both: 16 });
    const [one, two] = view.rows;
    expect(one).toMatchObject({
      number: 1,
      from: '2026-03-01',
      until: '2026-05-29',
      isNow: false,
      asked: 24,
      answered: 21,
      n: 21,
      repeated: 1,
      others: null,
    });
    const difference = npsDifference(second, first)!;
    expect(two).toMatchObject({ number: 2, isNow: true, asked: 16, answered: 16, n: 16 });
    expect(two!.others).toEqual(difference);
    expect(two!.others!.low).toBeGreaterThan(0);
    expect(two!.changes).toEqual({
      dropped: [{ en: 'What is the main reason for your score?' }],
      added: [{ en: 'Anything else?' }],
      reworded: [],
      rescaled: [],
    });
  });

  test('of too few are not compared', async () => {
    await store.call('schedules.put', { surveyId: survey.id, id: uuid(), schedule });
    for (let at = 0; at < 5; at += 1) await answer(at, 9);
    store.clock.now += 95 * DAY;
    for (let at = 0; at < 20; at += 1) await answer(at, 2);
    const view = await store.call('analysis.waves', { surveyId: survey.id });
    if (view.missing) throw new Error(view.missing.what);
    expect(view.rows.map(({ n, others }) => [n, others])).toEqual([
      [5, null],
      [20, null],
    ]);
  });
});

test('results, analysis and the file narrow down to a segment, with whom others were merged into', async () => {
  for (let at = 0; at < 6; at += 1) await answer(at, at);
  await store.call('tags.assign', { contactIds: ids.slice(0, 3), path: 'North' });
  const [tag] = await store.call('tags.tree', {});
  const segmentId = uuid();
  const query = { all: [{ ask: 'tag' as const, tagId: tag!.id, has: true }] };
  await store.call('segments.put', { id: segmentId, name: 'The north', query });
  const scope = { surveyId: survey.id, segmentId };
  const count = async () => (await store.call('results.view', scope)).counts.all;
  expect(await count()).toBe(3);
  await store.call('contacts.merge', { groups: [{ into: ids[0]!, from: [ids[5]!] }] });
  expect(await count()).toBe(4);
  const { file } = await store.call('results.csv', scope);
  expect(file.trim().split('\n')).toHaveLength(5);
  expect(await store.call('analysis.loop', scope)).toMatchObject({ answers: 4, low: 4 });
  await store.call('segments.delete', { ids: [segmentId] });
  expect(await count()).toBe(0);
});

test('what became of low scores is counted: cases, replies, told, looked at again', async () => {
  const loop = () => store.call('analysis.loop', { surveyId: survey.id });
  expect(await loop()).toMatchObject({
    low: 0,
    withCase: null,
    replied: null,
    told: null,
    medianHours: null,
  });
  for (let at = 0; at < 4; at += 1) await answer(at, 2);
  await answer(5, 9);
  await give(store, survey, answerTo(survey, store, { values: { q1: 1 } }));
  expect(await loop()).toMatchObject({
    answers: 6,
    low: 5,
    strangers: 1,
    open: 4,
    withCase: { value: 0, n: 5 },
    // Nobody has had a day to reply.
    within24: null,
  });
  const { items } = await store.call('responses.list', { surveyId: survey.id });
  const of = (at: number) => items.find(({ contactId }) => contactId === ids[at])!;
  const opened = await store.call('cases.open', {
    kind: 'complaint',
    title: 'Late again',
    contactIds: [ids[0]!],
    responseId: of(0).id,
  });
  store.clock.now += 2 * 3_600_000;
  await store.call('cases.replied', { id: opened.id });
  store.clock.now += 46 * 3_600_000;
  await store.call('activities.log', {
    activity: { type: 'mail', at: store.clock.now, contactIds: [ids[1]!], direction: 'out' },
  });
  const replied = await loop();
  expect(replied).toMatchObject({
    withCase: { value: 0.2, n: 5 },
    replied: { value: 0.5, n: 4 },
    within24: { value: 0.25, n: 4 },
    told: { value: 0, n: 1 },
    rechecked: null,
    open: 2,
  });
  expect(replied.medianHours).toBeCloseTo(25, 1);
  await store.call('cases.edit', { id: opened.id, expectation: 'On time', cause: 'The carrier' });
  await store.call('cases.move', { id: opened.id, state: 'resolved' });
  await store.call('cases.told', { id: opened.id });
  expect(await loop()).toMatchObject({ told: { value: 1, n: 1 }, rechecked: null });
  store.clock.now += 31 * DAY;
  expect(await loop()).toMatchObject({ rechecked: { value: 0, n: 1 } });
  await store.call('cases.recheck', { id: opened.id, holds: true });
  expect(await loop()).toMatchObject({ rechecked: { value: 1, n: 1 } });
});

test('low scores from a file are in no share of what became of them', async () => {
  await answer(0, 2);
  const file = new Blob([
    'Email,Submitted at,How likely are you to recommend us to a colleague?\n',
    'p1@lab.test,2021-05-04 10:00,1\np2@lab.test,2021-05-05 10:00,9\n',
  ]);
  const { columns } = await store.call('answers.head', { file, surveyId: survey.id });
  const given = { file, surveyId: survey.id, columns, at: store.clock.now };
  await store.call('answers.bring', { ...given, id: uuid(), name: 'old.csv' });
  expect((await store.call('results.view', { surveyId: survey.id, aside: false })).counts.all).toBe(3);
  store.clock.now += 2 * DAY;
  for (const id of ids.slice(0, 3))
    await store.call('activities.log', {
      activity: { type: 'mail', at: store.clock.now, contactIds: [id], direction: 'out' },
    });
  expect(await store.call('analysis.loop', { surveyId: survey.id })).toMatchObject({
    answers: 1,
    low: 1,
    replied: { value: 1, n: 1 },
    within24: { value: 0, n: 1 },
  });
});
