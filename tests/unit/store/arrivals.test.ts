import { describe, expect, test } from 'vitest';
import { receiptNumber } from '@/lib/surveys/answer';
import { DAY, newStore } from './support';
import { answerTo, authorForm, contactAt, give, published } from './survey-support';

describe('an answer', () => {
  test('of somebody known is a response and an activity of the same id', async () => {
    const store = await newStore();
    const contactId = await contactAt(store, 'anna@fjordlys.example', 'Anna Berg');
    const survey = await published(store);
    const answer = answerTo(survey, store, { who: { email: 'Anna@Fjordlys.example' } });
    expect(await give(store, survey, answer)).toEqual({ state: 'new', id: answer.id, form: survey.code });

    const view = await store.call('responses.view', { id: answer.id });
    expect(view).toMatchObject({
      survey: 'Spring survey',
      contactId,
      name: 'Anna Berg',
      proof: 'claimed',
      via: 'text',
      score: { type: 'nps', value: 9, range: [0, 10] },
      comment: 'Quick and kind',
      page: 'https://shop.example/thanks',
      done: true,
      values: { q1: 9, q2: 'Quick and kind' },
    });
    expect(view.questions.map((one) => one.id)).toEqual(['q1', 'q2']);
    const { timeline } = await store.call('contacts.view', { id: contactId });
    expect(timeline).toMatchObject([
      {
        id: answer.id,
        type: 'survey',
        subject: 'Spring survey',
        text: '9 / 10\nQuick and kind',
        direction: 'in',
      },
    ]);
  });

  test('of nobody known waits, and goes on a time line when it is assigned', async () => {
    const store = await newStore();
    const survey = await published(store);
    const answer = answerTo(survey, store, {
      values: { q1: 2 },
      who: { email: 'new@lab.test', name: 'Nia' },
    });
    await give(store, survey, answer);
    expect(await store.call('responses.counts', {})).toEqual({ any: true, unread: 1, unassigned: 1 });
    expect((await store.call('tasks.list', {})).length).toBe(0);

    const { contactId } = await store.call('responses.toContact', { id: answer.id });
    const view = await store.call('contacts.view', { id: contactId });
    expect([view.name, view.points[0]?.value, view.timeline[0]?.id]).toEqual([
      'Nia',
      'new@lab.test',
      answer.id,
    ]);
    expect(await store.call('responses.counts', {})).toEqual({ any: true, unread: 1, unassigned: 0 });
    expect(await store.ask('responses.toContact', { id: answer.id })).toMatchObject({
      error: { code: 'conflict' },
    });
    // Now somebody can be called about it.
    expect(await store.call('tasks.list', {})).toMatchObject([
      { title: 'Spring survey: 2 / 10', due: { date: '2026-03-02' }, contacts: [{ id: contactId }] },
    ]);
  });

  test('with a 0 is an answer, and makes one task however often it comes', async () => {
    const store = await newStore();
    await contactAt(store, 'anna@fjordlys.example');
    const survey = await published(store);
    const first = answerTo(survey, store, { values: { q1: 0 }, who: { email: 'anna@fjordlys.example' } });
    const { state } = await give(store, survey, first);
    const again = await give(store, survey, first);
    const later = await give(store, survey, { ...first, seq: 1, values: { q1: 0, q2: 'Too slow' } });
    const stale = await give(store, survey, { ...first, seq: 0, values: { q1: 10 } });
    expect([state, again.state, later.state, stale.state]).toEqual(['new', 'already', 'updated', 'already']);
    const { values } = await store.call('responses.view', { id: first.id });
    expect(values).toEqual({ q1: 0, q2: 'Too slow' });
    expect(await store.call('tasks.list', {})).toMatchObject([{ title: 'Spring survey: 0 / 10' }]);
    expect(await store.db.activities.count()).toBe(1);
  });

  test('in part makes a task when nothing more came for a day', async () => {
    const store = await newStore();
    await contactAt(store, 'anna@fjordlys.example');
    const survey = await published(store);
    const who = { email: 'anna@fjordlys.example' };
    const left = answerTo(survey, store, { done: false, values: { q1: 3 }, who });
    const finished = answerTo(survey, store, { done: false, values: { q1: 4 }, who });
    await give(store, survey, left);
    await give(store, survey, finished);
    await give(store, survey, { ...finished, seq: 1, done: true });
    await store.call('hub.pull', {});
    const titles = async () => (await store.call('tasks.list', {})).map((task) => task.title);
    expect(await titles()).toEqual(['Spring survey: 4 / 10']);
    store.clock.now += DAY;
    await store.call('hub.pull', {});
    await store.call('hub.pull', {});
    expect((await titles()).sort()).toEqual(['Spring survey: 3 / 10', 'Spring survey: 4 / 10']);
    // What is completed after all changes the answer, and asks for nothing twice.
    await give(store, survey, { ...left, seq: 1, done: true });
    expect((await titles()).length).toBe(2);
  });

  test('that complains opens a case with the number of its receipt, known or not', async () => {
    const store = await newStore();
    const survey = await published(store, authorForm({ kind: 'complaint' }), 'Complaints');
    const answer = answerTo(survey, store, { values: { q2: 'The lamp arrived broken.\nAgain.' } });
    await give(store, survey, answer);
    await give(store, survey, { ...answer, seq: 1 });
    const cases = await store.call('cases.list', {});
    expect(cases).toMatchObject([
      {
        number: receiptNumber(answer.id),
        kind: 'complaint',
        title: 'The lamp arrived broken.',
        state: 'new',
      },
    ]);
    const contactId = await contactAt(store, 'anna@fjordlys.example', 'Anna Berg');
    await store.call('responses.assign', { id: answer.id, contactId });
    const [one] = await store.call('cases.list', { contactId });
    expect(one).toMatchObject({ id: cases[0]?.id, contacts: [{ id: contactId, name: 'Anna Berg' }] });
  });

  test('does not come back once it was deleted', async () => {
    const store = await newStore();
    await contactAt(store, 'anna@fjordlys.example');
    const survey = await published(store);
    const answer = answerTo(survey, store, { who: { email: 'anna@fjordlys.example' } });
    await give(store, survey, answer);
    await store.call('responses.delete', { ids: [answer.id] });
    expect((await give(store, survey, { ...answer, seq: 4 })).state).toBe('already');
    const { items } = await store.call('responses.list', {});
    expect(items).toEqual([]);
    expect((await store.db.activities.get(answer.id))?.body.deletedAt).not.toBeNull();
  });
});

describe('whose an answer is', () => {
  test('a personal link says it, whatever else is claimed', async () => {
    const store = await newStore();
    const anna = await contactAt(store, 'anna@fjordlys.example');
    await contactAt(store, 'bo@fjordlys.example');
    const survey = await published(store);
    const { links } = await store.call('invites.add', {
      surveyId: survey.id,
      contactIds: [anna],
      channel: 'mail',
    });
    const who = { token: links[0]!.token, email: 'bo@fjordlys.example' };
    const answer = answerTo(survey, store, { who });
    await give(store, survey, answer);
    expect(await store.call('responses.view', { id: answer.id })).toMatchObject({
      contactId: anna,
      proof: 'token',
    });
    const [asked] = await store.call('invites.asked', { contactIds: [anna] });
    expect(asked).toMatchObject({ survey: 'Spring survey', answeredAt: answer.at });
    // The token is the key to a link: it is not kept with the answer.
    expect(JSON.stringify(await store.db.responses.toArray())).not.toContain(links[0]!.token);
  });

  test('a signed address is proved, one that is only named is claimed, a wrong signature proves nothing', async () => {
    const store = await newStore();
    const anna = await contactAt(store, 'anna@fjordlys.example');
    const survey = await published(store);
    const { secret } = await store.call('hub.identifySecret', {});
    const email = 'anna@fjordlys.example';
    const { createHmac } = await import('node:crypto');
    const hmac = createHmac('sha256', secret).update(`email:${email}`).digest('hex');
    // An id that somebody chose to look like an address signs no address.
    const asId = createHmac('sha256', secret).update(email).digest('hex');
    const wrong = `${hmac.slice(0, -1)}${hmac.endsWith('0') ? '1' : '0'}`;
    const proofs = [];
    for (const who of [
      { email, hmac },
      { email, hmac: wrong },
      { email, hmac: asId },
      { email },
      { email, hmac: '' },
    ]) {
      const answer = answerTo(survey, store, { who });
      await give(store, survey, answer);
      const { contactId, proof, misSigned } = await store.call('responses.view', { id: answer.id });
      const { timeline } = await store.call('contacts.view', { id: anna });
      const { claimed } = timeline.find((item) => item.id === answer.id) ?? {};
      proofs.push([contactId, proof, misSigned ?? false, claimed ?? false]);
    }
    expect(proofs).toEqual([
      [anna, 'signed', false, false],
      [anna, 'claimed', true, true],
      [anna, 'claimed', true, true],
      [anna, 'claimed', false, true],
      // A site that signs for none of its guests leaves it empty.
      [anna, 'claimed', false, true],
    ]);
    // Who says so themselves vouches for it.
    const [{ id }] = (await store.call('responses.list', {})).items as [{ id: string }, ...unknown[]];
    await store.call('responses.assign', { id, contactId: anna });
    const { timeline } = await store.call('contacts.view', { id: anna });
    expect(timeline.find((item) => item.id === id)).not.toHaveProperty('claimed');
  });

  test('a signed user is known once somebody said who they are; a claim teaches nothing', async () => {
    const store = await newStore();
    const anna = await contactAt(store, 'anna@fjordlys.example');
    const survey = await published(store);
    const { secret } = await store.call('hub.identifySecret', {});
    const { createHmac } = await import('node:crypto');
    const who = { id: 'user-7', hmac: createHmac('sha256', secret).update('user-7').digest('hex') };
    const [first, second, third] = [0, 1, 2].map(() => answerTo(survey, store, { who }));
    await give(store, survey, first!);
    expect(await store.call('responses.view', { id: first!.id })).toMatchObject({
      contactId: null,
      proof: 'signed',
    });
    await store.call('responses.assign', { id: first!.id, contactId: anna });
    await give(store, survey, second!);
    expect(await store.call('responses.view', { id: second!.id })).toMatchObject({
      contactId: anna,
      proof: 'signed',
    });
    await give(store, survey, { ...third!, who: { id: 'user-7' } });
    expect((await store.call('responses.view', { id: third!.id })).contactId).toBe(null);
  });

  test('an address that two have waits, with both of them to choose from', async () => {
    const store = await newStore();
    const ids = [
      await contactAt(store, 'desk@acme.example', 'Ada'),
      await contactAt(store, 'desk@acme.example', 'Bo'),
    ];
    const survey = await published(store);
    const answer = answerTo(survey, store, { who: { email: 'desk@acme.example' } });
    await give(store, survey, answer);
    const { contactId, candidates } = await store.call('responses.view', { id: answer.id });
    expect(contactId).toBe(null);
    expect(candidates.map((one) => one.id).sort()).toEqual(ids.sort());
    expect(candidates[0]?.why).toBe('desk@acme.example');
  });

  test('what somebody said whose it is no later post changes', async () => {
    const store = await newStore();
    const [anna, bo] = [await contactAt(store, 'anna@lab.test'), await contactAt(store, 'bo@lab.test')];
    const survey = await published(store);
    const answer = answerTo(survey, store, { who: { email: 'bo@lab.test' } });
    await give(store, survey, answer);
    await store.call('responses.assign', { id: answer.id, contactId: anna });
    await give(store, survey, { ...answer, seq: 1 });
    expect((await store.call('responses.view', { id: answer.id })).contactId).toBe(anna);
    expect((await store.call('contacts.view', { id: bo })).timeline).toEqual([]);
    expect((await store.call('contacts.view', { id: anna })).timeline.length).toBe(1);
  });
});

describe('what a site tells of a visitor', () => {
  test('goes on the time line of somebody known and answers no mail; of a stranger nothing is kept', async () => {
    const store = await newStore();
    const anna = await contactAt(store, 'anna@fjordlys.example');
    const survey = await published(store);
    await store.call('activities.log', {
      activity: { type: 'mail', contactIds: [anna], direction: 'in', subject: 'Price?' },
    });
    store.clock.now += 60_000;
    const event = {
      v: 1 as const,
      id: crypto.randomUUID(),
      seq: 0 as const,
      form: 'events' as const,
      at: store.clock.now,
      track: 'visit' as const,
      page: 'https://shop.example/pricing?secret=1',
      who: { email: 'anna@fjordlys.example' },
    };
    expect((await give(store, survey, event)).state).toBe('new');
    expect((await give(store, survey, event)).state).toBe('already');
    const stranger = { ...event, id: crypto.randomUUID(), who: { email: 'who@lab.test' } };
    expect(await give(store, survey, stranger)).toMatchObject({ id: null });
    const view = await store.call('contacts.view', { id: anna });
    expect(view.timeline.map((one) => [one.type, one.link])).toEqual([
      ['visit', 'https://shop.example/pricing'],
      ['mail', null],
    ]);
    // That nothing proves whose it is stands beside it; it is nobody's words that a next step could quote.
    expect(view.timeline[0]).toMatchObject({ claimed: true });
    expect(view.timeline[0]?.provenance).not.toHaveProperty('evidence');
    expect(view.steps.map((step) => step.kind)).toContain('unanswered');
    expect(await store.db.responses.count()).toBe(0);
  });
});

test('a question that was published keeps its kind in every later version', async () => {
  const store = await newStore();
  const { id } = await published(store);
  const draft = authorForm();
  const [page] = draft.pages;
  draft.pages[0] = { ...page!, questions: page!.questions.map((one) => ({ ...one, type: 'text' })) };
  await store.call('surveys.edit', { id, draft });
  const got = await store.ask('surveys.publish', { id });
  expect(got).toMatchObject({ ok: false, error: { code: 'invalid', message: 'q1: retyped; q2: retyped' } });
});
