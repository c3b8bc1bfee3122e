import { expect, test } from 'vitest';
import { seedPractice } from '@/lib/store/practice';
import { newStore, START } from '../store/support';

test('the practice people have answered a survey, one of them has a case, and all of it can be saved', async () => {
  const store = await newStore();
  await seedPractice(store.db, START, 'UTC');
  const [survey] = await store.call('surveys.list', {});
  expect(survey).toMatchObject({ state: 'open', answers: 28, fresh: 3 });
  const results = await store.call('results.view', { surveyId: survey!.id });
  expect(results.questions[0]?.nps?.value).toBeGreaterThan(0);
  expect(results.trend.length).toBeGreaterThan(3);
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
