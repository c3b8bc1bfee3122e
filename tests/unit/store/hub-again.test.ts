import { expect, test } from 'vitest';
import { connectionOf } from '@/lib/store/connections';
import { seal } from '@/widget/seal/seal';
import { hubInProcess } from './hub-support';
import { newStore } from './support';
import { answerTo, authorForm, contactAt, published } from './survey-support';

test('what an erased person sends later, or another hub still has, is forgotten there too', async () => {
  const [hub, store] = [await hubInProcess(), await newStore()];
  const anna = await contactAt(store, 'anna@lab.test');
  const survey = await published(store);
  await store.call('hub.connect', { address: hub.connection });
  const answer = answerTo(survey, store, { done: false, who: { email: 'anna@lab.test' } });
  await hub.post(await seal(survey.key, answer));
  await store.call('hub.pull', {});
  const held = async () => (await hub.store.after(hub.space, 0, 500, 1e8)).length;

  // Not pulled yet when the person is erased.
  await hub.post(await seal(survey.key, { ...answer, seq: 1, done: true }));
  await store.call('contacts.erase', { id: anna });
  await store.call('hub.pull', {});
  await store.call('hub.pull', {});
  expect(await held()).toBe(0);

  // The widget had no answer to its post and sends it again.
  await hub.post(await seal(survey.key, { ...answer, seq: 1, done: true }));
  await store.call('hub.pull', {});
  await store.call('hub.pull', {});
  expect(await held()).toBe(0);

  // The list of what is to be forgotten goes with the connection.
  await hub.post(await seal(survey.key, answer));
  await store.call('hub.disconnect', {});
  await store.call('hub.connect', { address: hub.connection });
  await store.call('hub.pull', {});
  await store.call('hub.pull', {});
  expect(await held()).toBe(0);
  expect(await store.db.responses.count()).toBe(1);
  expect((await store.call('responses.list', {})).items).toEqual([]);
});

test('what was deleted here, and not erased, stays at the hub', async () => {
  const [hub, store] = [await hubInProcess(), await newStore()];
  const survey = await published(store);
  await store.call('hub.connect', { address: hub.connection });
  const answer = answerTo(survey, store);
  await hub.post(await seal(survey.key, answer));
  await store.call('hub.pull', {});
  await store.call('responses.delete', { ids: [answer.id] });
  await store.call('hub.connect', { address: hub.connection });
  await store.call('hub.pull', {});
  await store.call('hub.pull', {});
  expect((await hub.store.after(hub.space, 0, 500, 1e8)).length).toBe(1);
});

test('a hub that is connected anew while it is being asked is asked for everything again', async () => {
  const [hub, store] = [await hubInProcess(), await newStore()];
  const survey = await published(store);
  await store.call('hub.connect', { address: hub.connection });
  const answers = [answerTo(survey, store), answerTo(survey, store), answerTo(survey, store)];
  await hub.post(await seal(survey.key, answers[0]!));
  await store.call('hub.pull', {});
  // Sealed for a key that is not here for now: passed over.
  const keys = await store.db.secrets.toArray();
  await store.db.secrets.clear();
  await hub.post(await seal(survey.key, answers[1]!));
  await store.call('hub.pull', {});
  expect(await store.call('hub.get', {})).toMatchObject({ refused: 1 });

  const { key } = await store.call('surveys.view', { id: survey.id });
  await hub.post(await seal(key, answers[2]!));
  hub.line.during = async () => {
    await store.db.secrets.bulkPut(keys);
    await store.call('hub.connect', { address: hub.connection });
  };
  await store.call('hub.pull', {});
  await store.call('hub.pull', {});
  const { items } = await store.call('responses.list', {});
  expect(new Set(items.map((one) => one.id))).toEqual(new Set(answers.map((one) => one.id)));
  const held = await hub.store.after(hub.space, 0, 500, 1e8);
  expect((await connectionOf(store.db))?.cursor).toBe(held.at(-1)?.n);
});

test('a version that was published before an older backup was restored keeps its number', async () => {
  const [hub, store] = [await hubInProcess(), await newStore()];
  const survey = await published(store);
  await store.call('hub.connect', { address: hub.connection });
  await store.call('hub.upload', { surveyId: survey.id });
  const { file } = await store.call('backup.save', {});
  const publish = async (at: typeof store, title: string) => {
    await at.call('surveys.edit', { id: survey.id, draft: authorForm({ title: { en: title } }) });
    return (await at.call('surveys.publish', { id: survey.id })).version;
  };
  expect(await publish(store, 'The second')).toBe(2);
  await store.call('hub.upload', { surveyId: survey.id });
  await store.call('surveys.setState', { id: survey.id, state: 'closed' });
  await store.call('hub.upload', { surveyId: survey.id });

  const other = await newStore();
  await other.call('backup.restore', { file });
  // The draft is what the first version says; but the hub has a later one.
  expect((await other.call('surveys.publish', { id: survey.id })).version).toBe(3);
  await other.call('hub.upload', { surveyId: survey.id });
  expect((await other.call('surveys.publish', { id: survey.id })).version).toBe(3);
  expect(await publish(other, 'Another')).toBe(4);
  // Without a way to the hub it is published all the same.
  hub.line.cut = true;
  expect(await publish(other, 'The fifth')).toBe(5);
});
