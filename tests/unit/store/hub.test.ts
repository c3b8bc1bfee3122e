import { expect, test } from 'vitest';
import { connectionOf } from '@/lib/store/connections';
import type { Form } from '@/lib/surveys/form';
import { seal } from '@/widget/seal/seal';
import { hubInProcess } from './hub-support';
import { newStore } from './support';
import { answerTo, authorForm, contactAt, give, published } from './survey-support';

test('answers come by the hub, are taken once, and the cursor moves with them', async () => {
  const [hub, store] = [await hubInProcess(), await newStore()];
  const anna = await contactAt(store, 'anna@fjordlys.example');
  const survey = await published(store);
  expect(await store.call('hub.connect', { address: hub.connection })).toMatchObject({
    url: 'https://hub.example',
    space: hub.space,
    error: null,
    waiting: 0,
    refused: 0,
  });
  const answers = Array.from({ length: 120 }, (_, at) =>
    answerTo(survey, store, { values: { q1: at % 11 }, who: { email: 'anna@fjordlys.example' } }),
  );
  for (const answer of answers) {
    expect((await hub.post(await seal(survey.key, answer))).status).toBe(204);
  }
  expect(await store.call('hub.pull', {})).toEqual({ taken: 120 });
  expect(await store.call('hub.pull', {})).toEqual({ taken: 0 });
  const { items } = await store.call('responses.list', { limit: 500 });
  expect(new Set(items.map((one) => one.id))).toEqual(new Set(answers.map((one) => one.id)));
  expect(items.every((one) => one.via === 'hub' && one.contactId === anna)).toBe(true);
  const held = await hub.store.after(hub.space, 0, 500, 1e8);
  expect((await connectionOf(store.db))?.cursor).toBe(held.at(-1)?.n);
  // Connected anew it is asked for everything again, and nothing is there twice.
  await store.call('hub.connect', { address: hub.connection });
  expect((await store.call('responses.list', { limit: 500 })).items.length).toBe(120);
  expect(await store.db.activities.count()).toBe(120);
}, 30_000);

test('what was taken by itself is not what Ctrl+Z means', async () => {
  const [hub, store] = [await hubInProcess(), await newStore()];
  await contactAt(store, 'anna@fjordlys.example', 'Anna');
  const survey = await published(store);
  await store.call('hub.connect', { address: hub.connection });
  await store.call('tags.add', { path: 'Mine' });
  await hub.post(await seal(survey.key, answerTo(survey, store)));
  await store.call('hub.pull', {});
  await store.call('changes.undo', {});
  expect(await store.call('tags.tree', {})).toEqual([]);
  expect((await store.call('responses.list', {})).items.length).toBe(1);
});

test('a published form is at the hub, in each of its languages; closing and deleting it are told', async () => {
  const [hub, store] = [await hubInProcess(), await newStore()];
  const title = { en: 'How are we doing?', 'zh-Hant': '您滿意嗎？' };
  const form = authorForm({ title });
  const survey = await published(store, form);
  expect(await store.call('hub.connect', { address: hub.connection })).toMatchObject({ waiting: 0 });
  const shown = async () => {
    const response = await hub.form(survey.code);
    return response.ok ? ((await response.json()) as Form).version : response.status;
  };
  expect(await shown()).toBe(1);
  expect((await store.call('surveys.view', { id: survey.id })).atHub).toBe('latest');

  await store.call('surveys.edit', { id: survey.id, draft: authorForm({ title: { en: 'How was it?' } }) });
  expect(await store.call('surveys.publish', { id: survey.id })).toEqual({ version: 2 });
  expect(await store.call('hub.get', {})).toMatchObject({ waiting: 1 });
  expect((await store.call('surveys.view', { id: survey.id })).atHub).toBe('older');
  expect(await store.call('hub.upload', { surveyId: survey.id })).toMatchObject({ waiting: 0 });
  expect(await shown()).toBe(2);

  await store.call('surveys.setState', { id: survey.id, state: 'closed' });
  await store.call('hub.pull', {});
  expect(await shown()).toBe(410);
  await store.call('surveys.delete', { ids: [survey.id] });
  await store.call('hub.pull', {});
  expect(await hub.form(survey.code).then((one) => one.json())).toMatchObject({ error: { code: 'gone' } });
});

test.each([
  ['no address', 'hello', 'address'],
  [
    'an address in the clear',
    'http://hub.example/#shop00000001.a-token-of-more-than-twenty-characters',
    'address',
  ],
  ['another token', 'https://hub.example/#shop00000001.another-token-of-twenty-and-more', 'token'],
  ['nobody there', 'https://other.example/#shop00000001.a-token-of-more-than-twenty-characters', 'offline'],
])('%s is not connected, and says why', async (_, address, problem) => {
  await hubInProcess();
  const store = await newStore();
  const answer = await store.ask('hub.connect', { address });
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', message: problem } });
  expect(await store.call('hub.get', {})).toBe(null);
});

test('a hub that is away is said to be, loses nothing, and is asked again', async () => {
  const [hub, store] = [await hubInProcess(), await newStore()];
  const survey = await published(store);
  await store.call('hub.connect', { address: hub.connection });
  await hub.post(await seal(survey.key, answerTo(survey, store)));
  hub.line.cut = true;
  expect(await store.call('hub.pull', {})).toEqual({ taken: 0 });
  expect(await store.call('hub.get', {})).toMatchObject({ error: 'offline' });
  hub.line.cut = false;
  expect(await store.call('hub.pull', {})).toEqual({ taken: 1 });
  expect(await store.call('hub.get', {})).toMatchObject({ error: null, pulledAt: store.clock.now - 1000 });
});

test('a form that the hub does not take holds up no answer', async () => {
  const [hub, store] = [await hubInProcess(), await newStore()];
  const survey = await published(store);
  await store.call('hub.connect', { address: hub.connection });
  await hub.post(await seal(survey.key, answerTo(survey, store)));
  await published(store, authorForm(), 'Another');
  hub.line.fail = 'PUT';
  expect(await store.call('hub.pull', {})).toEqual({ taken: 1 });
  expect(await store.call('hub.get', {})).toMatchObject({ error: 'server', waiting: 1 });
  hub.line.fail = '';
  await store.call('hub.pull', {});
  expect(await store.call('hub.get', {})).toMatchObject({ error: null, waiting: 0 });
});

test('what does not open, or is of a form that is gone, is counted and holds up nothing', async () => {
  const [hub, store] = [await hubInProcess(), await newStore()];
  const [survey, gone] = [await published(store), await published(store, authorForm(), 'Gone')];
  await store.call('hub.connect', { address: hub.connection });
  const good = answerTo(survey, store);
  const sealed = await seal(survey.key, answerTo(survey, store));
  await hub.post(`${sealed.slice(0, -4)}AAAA`);
  await hub.post(await seal(survey.key, answerTo(survey, store, { version: 7 })));
  await hub.post(await seal(survey.key, answerTo(gone, store)));
  await hub.post(await seal(survey.key, good));
  await store.call('surveys.delete', { ids: [gone.id] });
  expect(await store.call('hub.pull', {})).toEqual({ taken: 1 });
  expect(await store.call('hub.get', {})).toMatchObject({ refused: 3 });
  expect((await store.call('responses.list', {})).items.map((one) => one.id)).toEqual([good.id]);
});

test('the hub is told to forget an erased person, and a copy on its way does not bring them back', async () => {
  const [hub, store] = [await hubInProcess(), await newStore()];
  const anna = await contactAt(store, 'anna@quinx.example', 'Zorblatt Quinx');
  const survey = await published(store, authorForm({ kind: 'complaint' }), 'Complaints');
  await store.call('hub.connect', { address: hub.connection });
  const { links } = await store.call('invites.add', {
    surveyId: survey.id,
    contactIds: [anna],
    channel: 'link',
  });
  const answer = answerTo(survey, store, {
    values: { q2: 'Zorblatt is angry' },
    who: { token: links[0]!.token, email: 'anna@quinx.example' },
  });
  const sealed = await seal(survey.key, answer);
  await hub.post(sealed);
  await store.call('hub.pull', {});
  // One that nobody was known to have given, and that names them all the same.
  const stray = answerTo(survey, store, { who: { email: 'anna@quinx.example', name: 'Zorblatt' } });
  await give(store, survey, stray);
  await store.call('contacts.erase', { id: anna });
  const left = JSON.stringify(await Promise.all(store.db.tables.map((table) => table.toArray())));
  expect(left).not.toMatch(/zorblatt|quinx/i);
  expect(left).not.toContain(anna);
  expect(left).not.toContain(links[0]!.token);
  await store.call('hub.pull', {});
  expect(hub.asked).toContain(`DELETE /v1/${hub.space}/answers?rid=${answer.id}-0`);
  expect(await hub.store.after(hub.space, 0, 10, 1e6)).toEqual([]);
  const again = await store.call('responses.take', { sealed, via: 'text' });
  expect(again.state).toBe('already');
  expect((await store.call('responses.list', {})).items).toEqual([]);
});
