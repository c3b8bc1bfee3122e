import { v4 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { newStore } from './support';
import { contactAt, published } from './survey-support';

test('what rests on a segment is named, each kind of it, and nothing that rests on another', async () => {
  const store = await newStore();
  const { call } = store;
  const segment = async (name: string, query: object = { all: [] }) => {
    const id = uuid();
    await call('segments.put', { id, name, query: query as never });
    return id;
  };
  const [asked, other] = [await segment('Regulars'), await segment('Others')];
  const uses = async (id = asked) =>
    (await call('segments.uses', { id })).map(({ by, name }) => `${by} ${name}`);
  expect(await uses()).toEqual([]);

  await segment('Deleted', { ask: 'segment', segmentId: asked, has: true });
  const gone = (await call('segments.names', {})).find(({ name }) => name === 'Deleted')!;
  await call('segments.delete', { ids: [gone.id] });
  await segment('Near them', { not: { ask: 'segment', segmentId: asked, has: true } });
  await call('tags.assign', { path: 'Loyal', contactIds: [await contactAt(store, 'a@lab.test')] });
  const [tag] = await call('tags.tree', {});
  await call('segments.setRule', { id: tag!.id, rule: { segmentId: asked } });
  await call('tiers.set', { tiers: [{ id: uuid(), name: 'Gold', segmentId: asked }] });
  const query = { ask: 'segment' as const, segmentId: asked, has: true };
  await call('plays.set', { id: 'renewal', setting: { condition: query } });
  const survey = await published(store);
  const quiet = await published(store, undefined, 'Quiet');
  await call('schedules.put', {
    surveyId: survey.id,
    id: uuid(),
    schedule: {
      on: true,
      audience: { by: 'segment', id: other },
      agreedOnly: true,
      rhythm: { kind: 'every', days: 90 },
      from: '2026-03-01',
      until: null,
      perDay: 5,
      channel: 'mail',
      holdout: 0,
      quotas: [{ group: { by: 'segment', id: asked }, most: 10 }],
    },
  });
  for (const value of [10, 20])
    await call('surveys.setGoal', {
      id: survey.id,
      goalId: uuid(),
      goal: { of: 'nps', questionId: 'q1', value, by: '2026-12-31', segmentId: asked },
    });
  await call('surveys.setGoal', {
    id: quiet.id,
    goalId: uuid(),
    goal: { of: 'nps', questionId: 'q1', value: 5, by: '2026-12-31', segmentId: asked },
  });
  await call('surveys.delete', { ids: [quiet.id] });
  expect(await uses()).toEqual([
    'segment Near them',
    'tag Loyal',
    'tier Gold',
    // By its id: the product names it in the language of the page.
    'play ',
    'schedule Spring survey',
    'goal Spring survey',
  ]);
  expect(await uses(other)).toEqual(['schedule Spring survey']);
});
