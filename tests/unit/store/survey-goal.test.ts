import fc from 'fast-check';
import { v4 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import type { GoalView } from '@/lib/api/survey-views';
import { verdictOf } from '@/lib/insight/satisfaction-goal';
import type { Question, Texts } from '@/lib/surveys/form';
import { DAY, newStore, type Store } from './support';
import { answerTo, authorForm, contactAt, give, published } from './survey-support';

const en = (text: string): Texts => ({ en: text });
const ENDS: [Texts, Texts] = [en('Not'), en('Very')];
const MORE: Question<Texts>[] = [
  { id: 'c1', type: 'csat', title: en('How satisfied?'), ends: ENDS, dimension: 'product' },
  { id: 'e1', type: 'ces', title: en('How easy?'), ends: ENDS },
];
const by = '2026-12-31';
const GOAL = uuid();
const OTHER = uuid();

async function asked(form = authorForm({}, MORE)) {
  const store = await newStore();
  const survey = await published(store, form);
  const goals = async (scope = {}) =>
    (await store.call('results.view', { surveyId: survey.id, ...scope })).goals;
  /** The only one; null: there is none. */
  const goal = async (scope = {}): Promise<GoalView | null> => {
    const [first = null, ...others] = await goals(scope);
    expect(others).toEqual([]);
    return first;
  };
  const answer = (q1: number, c1 = 5, e1 = 6, email?: string) => {
    const who = email ? { email } : {};
    return give(store, survey, answerTo(survey, store, { values: { q1, c1, e1 }, who }));
  };
  return { store, survey, goals, goal, answer };
}

/** A segment of who has a tag. */
async function taggedSegment(store: Store, path: string, contactIds: string[]) {
  await store.call('tags.assign', { path, contactIds });
  const tag = (await store.call('tags.tree', {})).find((one) => one.path.join('/') === path)!;
  const id = uuid();
  const query = { ask: 'tag' as const, tagId: tag.id, has: true };
  await store.call('segments.put', { id, name: path, query });
  return { id, tagId: tag.id };
}

test('a goal is set, changed, taken away, and each is one change that can be undone', async () => {
  const { store, survey, goal } = await asked();
  const { scales } = await store.call('results.view', { surveyId: survey.id });
  expect(scales).toEqual([
    { of: 'nps', questionId: 'q1', title: null, ends: [-100, 100] },
    { of: 'csat', questionId: 'c1', title: null, ends: [0, 1] },
    { of: 'ces', questionId: 'e1', title: null, ends: [1, 7] },
    { of: 'index', questionId: null, title: null, ends: [0, 100] },
  ]);
  expect(await goal()).toBeNull();
  const changes = () => store.db.changes.count();
  const before = await changes();
  await store.call('surveys.setGoal', { id: survey.id, goalId: GOAL, goal: { of: 'nps', value: 40, by } });
  await store.call('surveys.setGoal', { id: survey.id, goalId: GOAL, goal: { of: 'csat', value: 0.8, by } });
  await store.call('surveys.setGoal', { id: survey.id, goalId: GOAL, goal: null });
  expect(await changes()).toBe(before + 3);
  expect(await goal()).toBeNull();
  await store.call('changes.undo', {});
  expect(await goal()).toMatchObject({ of: 'csat', value: 0.8, by, figure: null, verdict: 'none' });
  await store.call('changes.undo', {});
  expect(await goal()).toMatchObject({ of: 'nps', value: 40 });
  await store.call('changes.undo', {});
  expect(await goal()).toBeNull();
});

test('the first of several goals is undone by itself, and brought back', async () => {
  const { store, survey, goals } = await asked();
  const stored = async () => (await store.db.surveys.get(survey.id))!.body;
  const before = await stored();
  const set = async (goalId: string, value: number) => {
    await store.call('surveys.setGoal', { id: survey.id, goalId, goal: { of: 'nps', value, by } });
    return (await store.call('changes.list', {})).items[0]!.id;
  };
  const values = async () => (await goals()).map(({ value }) => value);
  const first = await set(GOAL, 40);
  const second = await set(OTHER, 50);
  const undone = await store.call('changes.undo', { changeId: first });
  expect(undone).toMatchObject({ restored: 1, kept: [] });
  expect(await values()).toEqual([50]);
  await store.call('changes.redo', {});
  expect((await values()).sort()).toEqual([40, 50]);
  // What was changed since stays, and is said.
  const third = await set(GOAL, 45);
  expect(await store.call('changes.undo', { changeId: second })).toMatchObject({ restored: 1, kept: [] });
  const again = await store.call('changes.undo', { changeId: third });
  expect(again).toMatchObject({ restored: 1, kept: [] });
  expect(await values()).toEqual([40]);
  await store.call('surveys.setGoal', { id: survey.id, goalId: GOAL, goal: null });
  expect(await stored()).toEqual({ ...before, goals: {}, clock: (await stored()).clock });
});

test('the one goal of an older version comes back by undo while a later goal stands, and is there once', async () => {
  const { store, survey, goals } = await asked();
  const row = (await store.db.surveys.get(survey.id))!;
  const older = { of: 'nps' as const, value: 40, by };
  await store.db.surveys.put({ ...row, body: { ...row.body, goal: older } });
  const set = (goalId: string, value: number) =>
    store.call('surveys.setGoal', { id: survey.id, goalId, goal: { of: 'nps', value, by } });
  await set(OTHER, 50);
  const { id: changeId } = (await store.call('changes.list', {})).items[0]!;
  await set(GOAL, 60);
  expect(await store.call('changes.undo', { changeId })).toMatchObject({ kept: [] });
  const { goal, goals: others } = (await store.db.surveys.get(survey.id))!.body;
  expect({ goal, ids: Object.keys(others ?? {}) }).toEqual({ goal: older, ids: [GOAL] });
  expect((await goals()).map(({ value }) => value).sort()).toEqual([40, 60]);
});

test('a goal that nothing could tell, or on what is not asked, is refused', async () => {
  const { store, survey } = await asked();
  const bare = await published(store, authorForm(), 'NPS alone');
  const set = (id: string, of: string, value: number, day = by) =>
    store.ask('surveys.setGoal', { id, goalId: GOAL, goal: { of, value, by: day } });
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
    store.call('surveys.setGoal', { id: survey.id, goalId: GOAL, goal: { of, value, by } });
  await set('ces', 5);
  await answer(10);
  // Of one answer there is no mean.
  expect(await goal()).toMatchObject({ figure: null, verdict: 'none', needs: null });
  await set('nps', 20);
  expect(await goal()).toMatchObject({ figure: { value: 100, n: 1 }, verdict: 'few', needs: null });
  for (const q1 of [10, 9, 9, 9, 8, 7, 7, 0]) await answer(q1, q1 > 7 ? 5 : 2, q1 > 7 ? 6 : 5);
  // Of nine nothing is judged, whatever their interval says.
  await set('nps', -90);
  expect(await goal()).toMatchObject({ figure: { n: 9 }, verdict: 'few', needs: null });
  await set('nps', 20);
  await answer(6, 2, 5);
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
  await store.call('surveys.setGoal', { id: survey.id, goalId: GOAL, goal: { of: 'ces', value: 6, by } });
  for (let at = 0; at < 12; at += 1) await answer(9);
  const draft = authorForm({}, [MORE[0]!, { ...MORE[1]!, range: [1, 5] }]);
  await store.call('surveys.edit', { id: survey.id, draft });
  await store.call('surveys.publish', { id: survey.id });
  expect(await goal()).toMatchObject({ of: 'ces', value: 6, figure: null, verdict: 'unasked' });
});

test('a goal whose scale grew is not judged on the new one, and what the score was on the old one goes', async () => {
  const { store, survey, goal, answer } = await asked();
  for (let at = 0; at < 12; at += 1) await answer(9, 5, at % 2 === 0 ? 6 : 7);
  const set = () =>
    store.call('surveys.setGoal', { id: survey.id, goalId: GOAL, goal: { of: 'ces', value: 6, by } });
  await set();
  expect((await goal())!.was).toMatchObject({ value: 6.5 });
  const draft = authorForm({}, [MORE[0]!, { ...MORE[1]!, range: [1, 10] }]);
  await store.call('surveys.edit', { id: survey.id, draft });
  await store.call('surveys.publish', { id: survey.id });
  for (let at = 0; at < 12; at += 1)
    await give(store, survey, answerTo(survey, store, { version: 2, values: { e1: at % 2 === 0 ? 7 : 8 } }));
  expect(await goal()).toMatchObject({ of: 'ces', value: 6, figure: null, verdict: 'unasked' });
  await set();
  expect(await goal()).toMatchObject({ figure: { value: 7.5, n: 12 }, was: { value: 7.5, n: 12 } });
});

test('a goal of a segment is of the answers of its members; those of nobody known are said', async () => {
  const { store, survey, goals, answer } = await asked();
  const ids: string[] = [];
  for (let at = 0; at < 12; at += 1) ids.push(await contactAt(store, `p${at}@lab.test`));
  for (let at = 0; at < 12; at += 1) await answer(10, 5, 6, `p${at}@lab.test`);
  for (const q1 of [0, 0, 0]) await answer(q1);
  const stranger = await contactAt(store, 'other@lab.test');
  await answer(0, 1, 1, 'other@lab.test');
  const regulars = await taggedSegment(store, 'Regulars', ids);
  const segmentId = regulars.id;
  const set = (goalId: string, goal: object | null) =>
    store.call('surveys.setGoal', { id: survey.id, goalId, goal: goal as never });
  await set(GOAL, { of: 'nps', questionId: 'q1', value: 50, by, segmentId });
  await set(OTHER, { of: 'nps', questionId: 'q1', value: 60, by: '2026-06-30' });
  const [all, own] = await goals();
  // The nearest day stands first.
  expect(all).toMatchObject({
    id: OTHER,
    segment: null,
    figure: { value: 50, n: 16 },
    unplaced: 0,
    isShown: true,
  });
  expect(all?.verdict).toBe('open');
  expect(own).toMatchObject({
    id: GOAL,
    segment: { id: segmentId, name: 'Regulars' },
    figure: { value: 100, n: 12 },
    verdict: 'reached',
    unplaced: 3,
    isShown: false,
  });
  // What the page shows of it changes nobody's goal, only what can be drawn beside it.
  const { figure, verdict } = own!;
  const narrowed = await goals({ segmentId });
  expect(narrowed[1]).toMatchObject({ figure, verdict, isShown: true });
  expect(narrowed[0]).toMatchObject({ figure: all!.figure, isShown: false });
  expect((await goals({ segmentId, tagId: regulars.tagId }))[1]).toMatchObject({ figure, isShown: false });
  // Who comes into the segment brings their answers along.
  await store.call('tags.assign', { path: 'Regulars', contactIds: [stranger] });
  expect((await goals())[1]).toMatchObject({ figure: { n: 13 }, unplaced: 3 });
  // Who was merged counts as the one that they went into.
  await store.call('tags.unassign', { tagId: regulars.tagId, contactIds: [stranger] });
  await store.call('contacts.merge', { groups: [{ into: ids[0]!, from: [stranger] }] });
  expect((await goals())[1]).toMatchObject({ figure: { n: 13 }, unplaced: 3 });
  await store.call('changes.undo', {});
  // Without its segment it is not judged, and undo judges it again.
  await store.call('segments.delete', { ids: [segmentId] });
  expect((await goals())[1]).toMatchObject({
    segment: { id: segmentId, name: null },
    figure: null,
    verdict: 'gone',
    unplaced: 0,
  });
  const refused = await store.ask('surveys.setGoal', {
    id: survey.id,
    goalId: uuid(),
    goal: { of: 'nps', value: 10, by, segmentId },
  });
  expect(refused).toMatchObject({ ok: false, error: { code: 'invalid' } });
  await store.call('changes.undo', {});
  expect((await goals())[1]).toMatchObject({ verdict: 'reached' });
  await store.call('tags.delete', { id: regulars.tagId });
  expect((await goals())[1]).toMatchObject({
    segment: { name: 'Regulars' },
    figure: null,
    verdict: 'unclear',
  });
});

test('a goal keeps what the score was when it was set, until it is of another score or of others', async () => {
  const { store, survey, goal, answer } = await asked();
  const set = (given: object) =>
    store.call('surveys.setGoal', { id: survey.id, goalId: GOAL, goal: given as never });
  for (let at = 0; at < 9; at += 1) await answer(at < 6 ? 9 : 7);
  await set({ of: 'nps', questionId: 'q1', value: 70, by });
  // Of nine nothing is kept: it would tell nothing, and hold what single people said.
  expect((await goal())!.was).toBeNull();
  expect(JSON.stringify((await store.db.surveys.get(survey.id))!.body.goals)).not.toContain('was');
  await answer(9);
  await set({ of: 'csat', questionId: 'c1', value: 0.7, by });
  const { figure } = (await goal())!;
  const first = (await goal())!.was!;
  const { at, ...kept } = first;
  expect(kept).toEqual(figure);
  expect(store.clock.now - at).toBeLessThan(60_000);
  store.clock.now += DAY;
  await answer(0, 1, 1);
  await set({ of: 'csat', questionId: 'c1', value: 0.9, by: '2027-01-31' });
  expect(await goal()).toMatchObject({ value: 0.9, was: first, figure: { n: 11 } });
  await set({ of: 'ces', questionId: 'e1', value: 5, by });
  expect((await goal())!.was).toMatchObject({ n: 11 });
  expect((await goal())!.was!.at).toBeGreaterThan(at);
  const segment = await taggedSegment(store, 'Nobody yet', [await contactAt(store, 'a@lab.test')]);
  await set({ of: 'ces', questionId: 'e1', value: 5, by, segmentId: segment.id });
  expect((await goal())!.was).toBeNull();
});

test('of two questions of a kind each has its goals, and they say which', async () => {
  const second: Question<Texts> = { id: 'c2', type: 'csat', title: en('And the parcel?'), ends: ENDS };
  const { store, survey, goals, answer } = await asked(authorForm({}, [...MORE, second]));
  for (let at = 0; at < 10; at += 1) {
    await give(store, survey, answerTo(survey, store, { values: { c1: 5, c2: at < 5 ? 5 : 1 } }));
  }
  await answer(9);
  for (const [goalId, questionId] of [
    [GOAL, 'c1'],
    [OTHER, 'c2'],
  ] as const) {
    const goal = {
      of: 'csat' as const,
      questionId,
      value: 0.6,
      by: `2026-12-${questionId === 'c1' ? 1 : 2}0`,
    };
    await store.call('surveys.setGoal', { id: survey.id, goalId, goal });
  }
  expect(await goals()).toMatchObject([
    { questionId: 'c1', title: en('How satisfied?'), figure: { value: 1, n: 11 } },
    { questionId: 'c2', title: en('And the parcel?'), figure: { value: 0.5, n: 10 } },
  ]);
  const unknown = { of: 'csat' as const, questionId: 'e1', value: 0.6, by };
  expect(await store.ask('surveys.setGoal', { id: survey.id, goalId: uuid(), goal: unknown })).toMatchObject({
    ok: false,
  });
});

test('a survey has twelve goals at most', async () => {
  const { store, survey, goals } = await asked();
  const add = (goalId = uuid()) =>
    store.ask('surveys.setGoal', { id: survey.id, goalId, goal: { of: 'nps', value: 40, by } });
  for (let at = 0; at < 12; at += 1) expect(await add()).toMatchObject({ ok: true });
  expect(await add()).toMatchObject({ ok: false, error: { code: 'invalid' } });
  const list = await goals();
  expect(list).toHaveLength(12);
  expect(await add(list[0]!.id)).toMatchObject({ ok: true });
});

test('the one goal of an older version is read, changed, taken away and undone as one of several', async () => {
  const { store, survey, goals, goal, answer } = await asked();
  for (let at = 0; at < 10; at += 1) await answer(at < 6 ? 9 : 7);
  const row = (await store.db.surveys.get(survey.id))!;
  const older = { of: 'nps' as const, value: 40, by };
  await store.db.surveys.put({ ...row, body: { ...row.body, goal: older } });
  const read = { id: survey.id, of: 'nps', questionId: 'q1', value: 40, by, segment: null, was: null };
  expect(await goal()).toMatchObject({ ...read, figure: { value: 60, n: 10 } });
  await store.call('surveys.setGoal', { id: survey.id, goalId: OTHER, goal: { ...older, by: '2027-06-30' } });
  expect((await goals()).map(({ id }) => id)).toEqual([survey.id, OTHER]);
  const stored = async () => (await store.db.surveys.get(survey.id))!.body;
  expect(Object.keys((await stored()).goals!).sort()).toEqual([survey.id, OTHER].sort());
  expect(await stored()).not.toHaveProperty('goal');
  await store.call('changes.undo', {});
  expect(await stored()).toEqual({ ...row.body, goal: older, clock: (await stored()).clock });
  await store.call('surveys.setGoal', { id: survey.id, goalId: survey.id, goal: null });
  expect(await goals()).toEqual([]);
  await store.call('changes.undo', {});
  expect(await goal()).toMatchObject(read);
});

test('a goal that an older version sets beside several is later than they are, and holds', async () => {
  const { store, survey, goals } = await asked();
  const goal = { of: 'nps' as const, value: 30, by };
  await store.call('surveys.setGoal', { id: survey.id, goalId: survey.id, goal });
  const row = (await store.db.surveys.get(survey.id))!;
  await store.db.surveys.put({ ...row, body: { ...row.body, goal: { ...goal, value: 55 } } });
  expect(await goals()).toMatchObject([{ id: survey.id, value: 55 }]);
  await store.call('surveys.setGoal', { id: survey.id, goalId: OTHER, goal });
  expect((await store.db.surveys.get(survey.id))!.body.goals).toMatchObject({ [survey.id]: { value: 55 } });
});

test('a backup brings goals back with what they are of, the one goal of an older file too', async () => {
  const { store, survey, goals } = await asked();
  const segment = await taggedSegment(store, 'Regulars', [await contactAt(store, 'a@lab.test')]);
  const given = { of: 'nps' as const, questionId: 'q1', value: 40, by, segmentId: segment.id };
  await store.call('surveys.setGoal', { id: survey.id, goalId: GOAL, goal: given });
  const { file } = await store.call('backup.save', {});
  const text = await new Response(file as BodyInit).text();
  const fresh = await newStore();
  await fresh.call('backup.restore', { file: new Blob([text]) });
  const view = async (of: Store) => (await of.call('results.view', { surveyId: survey.id })).goals;
  expect(await view(fresh)).toEqual(await goals());
  expect((await goals())[0]).toMatchObject({ segment: { name: 'Regulars' }, value: 40 });

  const { segmentId: _, questionId: __, ...older } = given;
  const at = text.indexOf('"goals":{');
  const end = text.indexOf('}}', at) + 2;
  const before = `${text.slice(0, at)}"goal":${JSON.stringify(older)}${text.slice(end)}`;
  const past = await newStore();
  await past.call('backup.restore', { file: new Blob([before]) });
  expect(await view(past)).toMatchObject([{ id: survey.id, value: 40, segment: null, verdict: 'none' }]);
});

test('the answers of a goal are those of its members, counted one by one', async () => {
  const person = fc.record({ tagged: fc.boolean(), scores: fc.array(fc.nat(10), { maxLength: 3 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 1, maxLength: 8 }),
      fc.array(fc.nat(10), { maxLength: 4 }),
      fc.integer({ min: -99, max: 99 }),
      async (people, strangers, value) => {
        const { store, survey, goal, answer } = await asked();
        const ids: string[] = [];
        for (const at of people.keys()) ids.push(await contactAt(store, `p${at}@lab.test`));
        const regulars = await taggedSegment(store, 'Regulars', [
          ...ids.filter((_, at) => people[at]!.tagged),
          await contactAt(store, 'silent@lab.test'),
        ]);
        for (const [at, { scores }] of people.entries())
          for (const score of scores) await answer(score, 5, 6, `p${at}@lab.test`);
        for (const score of strangers) await answer(score);
        const set = { of: 'nps' as const, questionId: 'q1', value, by, segmentId: regulars.id };
        await store.call('surveys.setGoal', { id: survey.id, goalId: GOAL, goal: set });
        const found = (await goal())!;
        const own = people.filter(({ tagged }) => tagged).flatMap(({ scores }) => scores);
        expect(found.unplaced).toBe(strangers.length);
        expect(found.figure?.n ?? 0).toBe(own.length);
        if (own.length > 0) {
          const up = own.filter((score) => score >= 9).length;
          const down = own.filter((score) => score <= 6).length;
          expect(found.figure!.value).toBeCloseTo((100 * (up - down)) / own.length, 9);
        }
        const told = own.length >= 10 ? verdictOf(found.figure!, value) : own.length > 0 ? 'few' : 'none';
        expect(found.verdict).toBe(told);
        await store.db.delete();
      },
    ),
    { numRuns: 12 },
  );
}, 60_000);
