import { expect, test } from 'vitest';
import type { Question, Texts } from '@/lib/surveys/form';
import { DAY, newStore } from './support';
import { answerTo, authorForm, give, published } from './survey-support';

const en = (text: string): Texts => ({ en: text });
const ENDS: [Texts, Texts] = [en('Not'), en('Very')];
const MORE: Question<Texts>[] = [
  { id: 'c1', type: 'csat', title: en('How satisfied?'), ends: ENDS, dimension: 'product' },
  { id: 'e1', type: 'ces', title: en('How easy?'), ends: ENDS },
];
const by = '2026-12-31';

async function asked() {
  const store = await newStore();
  const survey = await published(store, authorForm({}, MORE));
  const goal = async (scope = {}) =>
    (await store.call('results.view', { surveyId: survey.id, ...scope })).goal;
  const answer = (q1: number, c1 = 5, e1 = 6) =>
    give(store, survey, answerTo(survey, store, { values: { q1, c1, e1 } }));
  return { store, survey, goal, answer };
}

test('a goal is set, changed, taken away, and each is one change that can be undone', async () => {
  const { store, survey, goal } = await asked();
  const { goals } = await store.call('results.view', { surveyId: survey.id });
  expect(goals).toEqual([
    { of: 'nps', ends: [-100, 100] },
    { of: 'csat', ends: [0, 1] },
    { of: 'ces', ends: [1, 7] },
    { of: 'index', ends: [0, 100] },
  ]);
  expect(await goal()).toBeNull();
  const changes = () => store.db.changes.count();
  const before = await changes();
  await store.call('surveys.setGoal', { id: survey.id, goal: { of: 'nps', value: 40, by } });
  await store.call('surveys.setGoal', { id: survey.id, goal: { of: 'csat', value: 0.8, by } });
  await store.call('surveys.setGoal', { id: survey.id, goal: null });
  expect(await changes()).toBe(before + 3);
  expect(await goal()).toBeNull();
  await store.call('changes.undo', {});
  expect(await goal()).toMatchObject({ of: 'csat', value: 0.8, by, figure: null, verdict: 'none' });
  await store.call('changes.undo', {});
  expect(await goal()).toMatchObject({ of: 'nps', value: 40 });
  await store.call('changes.undo', {});
  expect(await goal()).toBeNull();
});

test('a goal that nothing could tell, or on what is not asked, is refused', async () => {
  const { store, survey } = await asked();
  const bare = await published(store, authorForm(), 'NPS alone');
  const set = (id: string, of: string, value: number, day = by) =>
    store.ask('surveys.setGoal', { id, goal: { of, value, by: day } });
  for (const [id, of, value, day] of [
    [survey.id, 'nps', 100],
    [survey.id, 'nps', -100],
    [survey.id, 'csat', 80],
    [survey.id, 'ces', 7],
    [survey.id, 'index', 0],
    [survey.id, 'nps', Number.NaN],
    [survey.id, 'nps', 40, '2026-02-30'],
    [bare.id, 'csat', 0.8],
    [bare.id, 'index', 50],
  ] as const)
    expect(await set(id, of, value, day), `${of} ${value}`).toMatchObject({ ok: false });
});

test('the answers that are shown say whether it is reached', async () => {
  const { store, survey, goal, answer } = await asked();
  const set = (of: 'nps' | 'csat' | 'ces' | 'index', value: number) =>
    store.call('surveys.setGoal', { id: survey.id, goal: { of, value, by } });
  await set('ces', 5);
  await answer(10);
  // Of one answer there is no mean.
  expect(await goal()).toMatchObject({ figure: null, verdict: 'none', needs: null });
  await set('nps', 20);
  expect(await goal()).toMatchObject({ figure: { value: 100, n: 1 }, verdict: 'open', needs: null });
  for (const q1 of [10, 9, 9, 9, 8, 7, 7, 0, 6]) await answer(q1, q1 > 7 ? 5 : 2, q1 > 7 ? 6 : 5);
  expect(await goal()).toMatchObject({ figure: { value: 30, n: 10 }, verdict: 'open' });
  expect((await goal())!.needs).toBeGreaterThan(100);
  await set('nps', -30);
  expect(await goal()).toMatchObject({ verdict: 'reached', needs: null });
  await set('nps', 70);
  expect(await goal()).toMatchObject({ verdict: 'missed', needs: null });
  await set('csat', 0.6);
  expect(await goal()).toMatchObject({ figure: { value: 0.6, n: 10 }, verdict: 'open', needs: 'never' });
  await set('ces', 5);
  expect(await goal()).toMatchObject({ verdict: 'reached' });
  await set('index', 50);
  const index = await store.call('analysis.index', { surveyId: survey.id });
  if (index.missing) throw new Error('No index.');
  const { value, low, high, n } = index.total!;
  expect((await goal())?.figure).toEqual({ value, low, high, n });
  // Nobody answered in the days that are shown.
  const day = new Date(store.clock.now + 9 * DAY).toISOString().slice(0, 10);
  expect(await goal({ from: day })).toMatchObject({ figure: null, verdict: 'none' });
});

test('a goal on a scale that is no more asks to be set anew', async () => {
  const { store, survey, goal, answer } = await asked();
  await store.call('surveys.setGoal', { id: survey.id, goal: { of: 'ces', value: 6, by } });
  for (let at = 0; at < 3; at += 1) await answer(9);
  const draft = authorForm({}, [MORE[0]!, { ...MORE[1]!, range: [1, 5] }]);
  await store.call('surveys.edit', { id: survey.id, draft });
  await store.call('surveys.publish', { id: survey.id });
  expect(await goal()).toMatchObject({ of: 'ces', value: 6, figure: null, verdict: 'unasked' });
});
