import { describe, expect, test } from 'vitest';
import type { Answer } from '@/lib/surveys/answer';
import { seal } from '@/widget/seal/seal';
import { DAY, newStore } from './support';
import { answerTo, authorForm, contactAt, give, published } from './survey-support';

/** Seals what no widget would: anybody who has seen a page has the key. */
async function sealAny(
  key: string,
  answer: Answer,
  change: Record<string, unknown> | string,
): Promise<string> {
  const text = typeof change === 'string' ? change : null;
  const lying = {
    ...answer,
    toJSON: () => (text === null ? { ...answer, ...(change as object) } : JSON.parse(text)),
  };
  return seal(key, lying as Answer);
}

describe('an answer of somebody who means harm', () => {
  test('keeps of its values what the form can have, and no prototype is touched', async () => {
    const store = await newStore();
    const survey = await published(store);
    const answer = answerTo(survey, store);
    const evil = `{"v":1,"id":"${answer.id}","seq":0,"form":"${answer.form}","version":1,"lang":"en","startedAt":1,"at":2,"done":true,
      "values":{"__proto__":{"polluted":1},"constructor":"x","q1":11,"q2":"${'long '.repeat(5000)}","q9":"unknown","q2.other":"x"},
      "hidden":{"__proto__":"x","plan":"pro","${'k'.repeat(100)}":"v"},"times":{"p1":-5,"p2":1e99,"p3":7.4},
      "who":{"email":7,"name":"${'n'.repeat(900)}","token":null},"page":"javascript:alert(1)","bot":"yes"}`;
    await store.call('responses.take', { sealed: await sealAny(survey.key, answer, evil), via: 'text' });
    const body = (await store.db.responses.get(answer.id))!.body;
    expect(Object.keys(body.values)).toEqual(['q2']);
    expect(String(body.values.q2).length).toBe(5000);
    expect([body.hidden, body.times, body.page]).toEqual([{ plan: 'pro' }, { p3: 7 }, null]);
    expect([body.who, body.flags.includes('bot')]).toEqual([{ name: 'n'.repeat(200) }, false]);
    expect(({} as Record<string, unknown>).polluted).toBe(undefined);
    // What is stored can be saved and restored: the file's own check takes it.
    const fresh = await newStore();
    await fresh.call('backup.restore', { file: (await store.call('backup.save', {})).file });
    expect((await fresh.call('responses.list', {})).items.length).toBe(1);
  });

  test.each([
    ['a text', '"hello"'],
    ['null', 'null'],
    ['no values', '{"v":1}'],
    ['another version of the format', '{"v":2}'],
  ])('%s is none', async (_, text) => {
    const store = await newStore();
    const survey = await published(store);
    const sealed = await sealAny(survey.key, answerTo(survey, store), text);
    const got = await store.ask('responses.take', { sealed, via: 'text' });
    expect(got).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(await store.db.responses.count()).toBe(0);
  });

  test('of a form or version that does not exist is refused', async () => {
    const store = await newStore();
    const survey = await published(store);
    for (const change of [{ version: 2 }, { form: 'zzzzzzzzzz' }]) {
      const answer = { ...answerTo(survey, store), ...change };
      const got = await store.ask('responses.take', { sealed: await seal(survey.key, answer), via: 'text' });
      expect(got).toMatchObject({ ok: false, error: { code: 'missing' } });
    }
    expect(
      await store.db.changes
        .where('k.at')
        .above(0)
        .filter(({ body }) => body.op === 'responses.take' && body.edits.length > 0)
        .count(),
    ).toBe(0);
  });

  test('cannot be of tomorrow, of before the survey, nor have taken a year', async () => {
    const store = await newStore();
    const survey = await published(store);
    const { now } = store.clock;
    const times = async (change: Partial<Answer>) => {
      const answer = answerTo(survey, store, change);
      await give(store, survey, answer);
      const { at, startedAt } = (await store.db.responses.get(answer.id))!.body;
      return [at, at - startedAt];
    };
    store.clock.now += DAY;
    const [tomorrow] = await times({ at: now + 30 * DAY, startedAt: now });
    expect(tomorrow).toBeLessThanOrEqual(store.clock.now);
    const [at1970, taken] = await times({ at: 5, startedAt: 9 });
    expect(at1970).toBeGreaterThan(now - DAY);
    expect(taken).toBe(0);
    expect((await times({ at: now, startedAt: now - 400 * DAY }))[1]).toBe(7 * DAY);
  });

  test('cannot take the place of an answer to another survey, nor of any other activity', async () => {
    const store = await newStore();
    const anna = await contactAt(store, 'anna@lab.test');
    const [survey, other] = [await published(store), await published(store, authorForm(), 'Another')];
    const answer = answerTo(survey, store);
    await give(store, survey, answer);
    const { id: note } = await store.call('notes.add', { contactIds: [anna], text: 'Tea' });
    for (const id of [answer.id, note]) {
      const stolen = answerTo(other, store, { id, seq: 9, who: { email: 'anna@lab.test' } });
      const got = await store.ask('responses.take', { sealed: await seal(other.key, stolen), via: 'text' });
      expect(got).toMatchObject({ ok: false });
    }
    expect((await store.call('responses.view', { id: answer.id })).survey).toBe('Spring survey');
    expect((await store.call('contacts.view', { id: anna })).notes[0]?.text).toBe('Tea');
  });
});

test('a page is told that its answer is kept, and cannot learn from it who is known', async () => {
  const store = await newStore();
  await contactAt(store, 'anna@lab.test');
  const survey = await published(store);
  const told = new Set<string>();
  for (const email of ['anna@lab.test', 'nobody@lab.test']) {
    const event = {
      v: 1 as const,
      id: crypto.randomUUID(),
      seq: 0 as const,
      form: 'events' as const,
      at: store.clock.now,
      track: 'purchase' as const,
      who: { email },
    };
    told.add(JSON.stringify(await give(store, survey, event, 'bridge')));
    told.add(JSON.stringify(await give(store, survey, event, 'bridge')));
  }
  expect([...told]).toEqual(['{"state":"already","id":null,"form":"events"}']);
  expect(await store.db.activities.count()).toBe(1);
});
