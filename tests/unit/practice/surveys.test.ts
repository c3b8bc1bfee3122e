import { expect, test } from 'vitest';
import { seedPractice } from '@/lib/store/practice';
import { newStore, START } from '../store/support';

test('the practice people have answered a survey, one of them has a case, and all of it can be saved', async () => {
  const store = await newStore();
  await seedPractice(store.db, START, 'UTC');
  const surveys = await store.call('surveys.list', {});
  const survey = surveys.find(({ name }) => name === 'NPS');
  expect(survey).toMatchObject({ state: 'open', answers: 28, fresh: 3 });
  const results = await store.call('results.view', { surveyId: survey!.id });
  expect(results.questions[0]?.nps?.value).toBeGreaterThan(0);
  expect(results.trend.month.length).toBeGreaterThan(1);
  expect(results.questions[1]?.texts.some(({ text }) => /回/.test(text))).toBe(true);
  const [one] = await store.call('cases.list', {});
  expect(one).toMatchObject({ state: 'inProgress', kind: 'complaint' });
  // It says what went wrong, not only how much.
  expect(one?.title).not.toBe(survey?.name);
  const { timeline } = await store.call('contacts.view', { id: one!.contacts[0]!.id, timeline: 1000 });
  expect(timeline.filter((item) => item.type === 'survey').length).toBe(1);
  // Nothing of it is in Today: what waits there are the stories of the mailbox.
  const { waitingForYou } = await store.call('today.view', {});
  expect(waitingForYou.filter(({ step }) => step.kind === 'case')).toEqual([]);
  const { file } = await store.call('backup.save', {});
  const fresh = await newStore();
  await fresh.call('backup.restore', { file });
  expect((await fresh.call('responses.counts', {})).unread).toBe(3);
}, 30_000);

test('the practice people say what moves their score, and some who were asked said nothing', async () => {
  const store = await newStore();
  await seedPractice(store.db, START, 'UTC');
  const surveys = await store.call('surveys.list', {});
  const { id: surveyId } = surveys.find(({ name }) => name === 'Working with us')!;
  const drivers = await store.call('analysis.drivers', { surveyId });
  if (drivers.missing) throw new Error(drivers.missing.what);
  expect(drivers.drivers[0]).toMatchObject({ dimension: 'delivery' });
  expect((await store.call('analysis.bias', { surveyId })).missing).toBeNull();
  const topics = await store.call('analysis.topics', { surveyId });
  if (topics.missing) throw new Error(topics.missing.what);
  expect(topics.topics.map(({ term }) => term)).toContain('delivery time');
}, 30_000);
