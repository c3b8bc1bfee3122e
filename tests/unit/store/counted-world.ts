import { v4 as uuid } from 'uuid';
import { EVERY_90_DAYS } from '../../support/schedule';
import { sixtyAnswers } from './sixty-answers';
import { DAY, type Store } from './support';
import { answerTo, give } from './survey-support';

export interface CountedWorld {
  store: Store;
  surveyId: string;
  scheduleId: string;
  /** North, and everybody who is not of it. */
  tagId: string;
  segmentId: string;
}

/**
 * Sixty answers of sixty people, then what makes numbers differ from one another: second answers, unfinished ones, some of strangers and
 * some set aside, a question that changes its scale, two waves, a merged contact, and low scores on their way to a customer who was told.
 */
export async function countedWorld(): Promise<CountedWorld> {
  const { store, surveyId, contactIds } = await sixtyAnswers();
  const scheduleId = uuid();
  const day = (days: number) => new Date(store.clock.now + days * DAY).toISOString().slice(0, 10);
  const [from, until] = [day(-1), day(50)];
  await store.call('schedules.put', {
    surveyId,
    id: scheduleId,
    schedule: { ...EVERY_90_DAYS, from, until, rhythm: { kind: 'every', days: 30 } },
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
        ...(at % 5 === 1 ? { lang: 'zh-Hans' } : {}),
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
  // Some answered in a language that is being added: its texts are not written yet.
  await store.call('surveys.edit', { id: surveyId, draft: { ...draft, langs: ['en', 'zh-Hans'] } });
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
  const tagId = (await store.call('tags.tree', {})).find(({ path }) => path.join('/') === 'North')!.id;
  const segmentId = uuid();
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
  store.clock.now += 10 * DAY;
  // The schedule is over: in none of its waves.
  const late = { values: { q1: 5 }, who: { email: 'person50@lab.test' } };
  await give(store, survey, answerTo(survey, store, late));
  store.clock.now += 2 * DAY;
  return { store, surveyId, scheduleId, tagId, segmentId };
}
