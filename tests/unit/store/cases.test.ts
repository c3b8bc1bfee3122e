import { describe, expect, test } from 'vitest';
import { DAY, newStore } from './support';
import { answerTo, authorForm, contactAt, give, published } from './survey-support';

const NUMBER = /^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/;

test('a complaint is walked to its end, and looked at again after thirty days', async () => {
  const store = await newStore();
  const { call, clock } = store;
  const anna = await contactAt(store, 'anna@fjordlys.example', 'Anna Berg');
  const survey = await published(store, authorForm({ kind: 'complaint' }), 'Complaints');
  await give(
    store,
    survey,
    answerTo(survey, store, {
      values: { q2: 'The lamp arrived broken.' },
      who: { email: 'anna@fjordlys.example' },
    }),
  );
  const [opened] = await call('cases.list', { which: 'open' });
  const { id } = opened!;
  expect(opened).toMatchObject({ number: expect.stringMatching(NUMBER), contacts: [{ id: anna }] });
  const steps = async () => {
    const { waitingForYou, due } = await call('today.view', {});
    return [...waitingForYou, ...due].map(({ step }) => [step.title.key, step.caseId]);
  };
  expect(await steps()).toEqual([['advice.case_reply_title', id]]);
  expect((await call('contacts.view', { id: anna })).cases).toMatchObject([
    { id, title: 'The lamp arrived broken.' },
  ]);

  const view = await call('cases.view', { id });
  expect(view.missing).toEqual(['expectation', 'cause']);
  expect(view.apology).toContain('Dear Anna Berg');
  expect(view.apology).toContain(view.number);
  expect(view.apology).toContain('What would put it right for you?');
  await call('cases.edit', { id, kind: 'question' });
  expect((await call('cases.view', { id })).apology).toContain('Is there more that I should know?');
  clock.now += 2 * DAY;
  expect((await call('cases.list', { which: 'late' })).map((one) => one.id)).toEqual([id]);
  await call('cases.replied', { id });
  expect(await call('cases.list', { which: 'late' })).toEqual([]);
  expect(await steps()).toEqual([]);

  const early = await store.ask('cases.move', { id, state: 'resolved' });
  expect(early).toMatchObject({ ok: false, error: { code: 'invalid', message: /expectation, cause/ } });
  await call('cases.edit', { id, expectation: 'A new lamp', cause: 'Thin box', owner: 'Mei' });
  expect(await store.ask('cases.told', { id })).toMatchObject({ ok: false, error: { code: 'invalid' } });
  await call('cases.move', { id, state: 'resolved' });
  await call('cases.told', { id });
  const told = await call('cases.view', { id });
  expect(told).toMatchObject({ state: 'resolved', owner: 'Mei', recheckOn: '2026-04-03', recheckedAt: null });
  expect(await call('cases.list', { which: 'open' })).toEqual([]);
  const { timeline } = await call('contacts.view', { id: anna });
  expect(timeline.map((one) => [one.type, one.channel])).toEqual([
    ['case', 'told'],
    ['survey', 'survey'],
  ]);

  clock.now += 30 * DAY;
  expect(await steps()).toEqual([['advice.case_recheck_title', id]]);
  await call('cases.recheck', { id, holds: false });
  expect(await call('cases.view', { id })).toMatchObject({
    state: 'inProgress',
    toldAt: null,
    recheckOn: null,
  });
  await call('changes.undo', {});
  await call('cases.recheck', { id, holds: true });
  expect(await steps()).toEqual([]);
});

describe('a case', () => {
  test('is opened by hand of a mail, and stands on the time line', async () => {
    const store = await newStore();
    const anna = await contactAt(store, 'anna@fjordlys.example', 'Anna Berg');
    const given = { kind: 'question' as const, title: '发票什么时候寄？', contactIds: [anna] };
    const from = { source: 'roundcube', link: 'https://mail.example/7' };
    const { id, number } = await store.call('cases.open', { ...given, from }, { caller: 'panel' });
    const view = await store.call('cases.view', { id });
    expect(view).toMatchObject({ number, link: 'https://mail.example/7', kind: 'question' });
    expect(view.apology).toContain('您好');
    const [item] = (await store.call('contacts.view', { id: anna })).timeline;
    expect(item).toMatchObject({ type: 'case', channel: 'opened', subject: given.title, text: number });
    await store.call('changes.undo', {});
    expect(await store.call('cases.list', { which: 'all' })).toEqual([]);
    expect((await store.call('contacts.view', { id: anna })).timeline).toEqual([]);
  });

  test('of an answer is one, however often it is opened', async () => {
    const store = await newStore();
    const survey = await published(store);
    const answer = answerTo(survey, store);
    await give(store, survey, answer);
    const given = { kind: 'service' as const, title: 'Call back', responseId: answer.id };
    const first = await store.call('cases.open', given);
    expect(await store.call('cases.open', given)).toEqual(first);
    expect((await store.call('responses.view', { id: answer.id })).caseId).toBe(first.id);
  });

  test.each([
    ['这个灯坏了', null, '很抱歉让您'],
    ['這個燈壞了，請問怎麼辦？', null, '很抱歉造成您'],
    ['The lamp', 'zh-TW', '很抱歉造成您'],
    ['The lamp', null, 'I am sorry'],
  ])('%s (%s) is answered in the language it was written in', async (text, lang, begins) => {
    const store = await newStore();
    const survey = await published(store, authorForm({ kind: 'complaint' }));
    if (lang) {
      await give(store, survey, answerTo(survey, store, { values: { q2: text }, lang }));
    } else {
      await store.call('cases.open', { kind: 'complaint', title: text });
    }
    const [one] = await store.call('cases.list', {});
    expect((await store.call('cases.view', { id: one!.id })).apology).toContain(begins);
  });
});

test('the profile shows the last score that was given', async () => {
  const store = await newStore();
  const anna = await contactAt(store, 'anna@fjordlys.example');
  const survey = await published(store);
  const who = { email: 'anna@fjordlys.example' };
  for (const q1 of [3, 0]) {
    store.clock.now += 60_000;
    await give(store, survey, answerTo(survey, store, { values: { q1 }, who }));
  }
  store.clock.now += 60_000;
  await give(store, survey, answerTo(survey, store, { values: { q2: 'No score' }, who }));
  expect((await store.call('contacts.view', { id: anna })).score).toMatchObject({ value: 0, range: [0, 10] });
});
