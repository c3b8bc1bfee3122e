import { expect, test } from 'vitest';
import { seedPractice } from '@/lib/store/practice';
import { DAY, newStore, START } from '../store/support';

const NAMES = [
  ['en', 'Working with us', 'In touch lately'],
  ['zh-Hans', '合作关系', '近期有联系'],
  ['zh-Hant', '合作關係', '近期有聯絡'],
] as const;

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

test.each(NAMES)(
  'goals of the practice surveys, in %s: one of everybody, one of a segment that names it',
  async (language, name, segment) => {
    const store = await newStore();
    await seedPractice(store.db, START, 'UTC', language);
    const surveys = await store.call('surveys.list', {});
    const idOf = (wanted: string) => surveys.find((one) => one.name === wanted)!.id;
    const goalsOf = async (surveyId: string) => (await store.call('results.view', { surveyId })).goals;
    const [short] = await goalsOf(idOf('NPS'));
    expect(short).toMatchObject({ segment: null, value: 50, verdict: 'open', was: { n: 14 } });
    // What it was then is what those had said who had answered by then.
    const answered = await store.db.responses
      .where('k.survey')
      .between(`${idOf('NPS')}|`, `${idOf('NPS')}|~`)
      .toArray();
    const then = answered
      .filter(({ body }) => body.at <= START - 90 * DAY)
      .map(({ body }) => Number(body.values.q1));
    const counts = [then.filter((score) => score > 8).length, then.filter((score) => score < 7).length];
    expect(short!.was!.value).toBeCloseTo((100 * (counts[0]! - counts[1]!)) / then.length);
    const whole = await goalsOf(idOf(name));
    expect(whole.map((one) => [one.of, one.segment?.name, one.verdict])).toEqual([
      ['index', undefined, 'reached'],
      ['nps', segment, 'missed'],
    ]);
    const [reached, missed] = whole as [(typeof whole)[0], (typeof whole)[0]];
    expect(reached.figure!.low).toBeGreaterThanOrEqual(reached.value);
    expect(missed.figure!.high).toBeLessThan(missed.value);
    expect(missed.figure!.n).toBeGreaterThanOrEqual(10);
    const everybody = (await store.call('results.view', { surveyId: idOf(name) })).questions[0]!;
    expect(missed.figure!.n).toBeLessThan(everybody.nps!.n);
    expect(await store.call('segments.uses', { id: missed.segment!.id })).toEqual([
      { by: 'goal', id: idOf(name), name },
    ]);
    const id = missed.segment!.id;
    const days = (await store.call('segments.snapshots', { id })).map(({ day }) => day);
    expect(days).toEqual(['2026-01-01', '2025-11-02']);
    const { joinedCount, leftCount } = await store.call('segments.compare', { id, from: days[1]!, to: null });
    expect(Math.min(joinedCount, leftCount)).toBeGreaterThan(0);
  },
  30_000,
);
