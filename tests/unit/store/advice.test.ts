import { describe, expect, test } from 'vitest';
import { steps } from '@/lib/advice/steps';
import { adviceFor, advisorOf } from '@/lib/store/advice';
import { candidatesOf } from '@/lib/store/advice-candidates';
import { fromNothing, learnedOf } from '@/lib/store/learned';
import { keepShown } from '@/lib/store/outcomes';
import { bundle } from '@/lib/store/reads';
import { findMembers } from '@/lib/store/segment-find';
import { situationOf, todayOf } from '@/lib/store/views/situation';
import { DAY, newStore, START, type Store } from './support';

/** Somebody who was spoken to every ten days, and of whom nothing was heard for two months. */
async function silentOne(store: Store, name: string, silence = 60): Promise<string> {
  const { id } = await store.call('contacts.add', {
    draft: { name, points: [{ kind: 'email', value: `${name.toLowerCase()}@north.example` }] },
  });
  for (let turn = 0; turn < 8; turn += 1) {
    const at = START - (silence + 10 * turn) * DAY;
    const activity = { type: 'call' as const, contactIds: [id], at, subject: 'Lamps' };
    await store.call('activities.log', { activity });
  }
  return id;
}

const outcomes = async ({ db }: Store) =>
  (await db.outcomes.toArray()).map((row) => row.body).sort((a, b) => (a.id < b.id ? -1 : 1));

describe('advice on a contact', () => {
  test('rests on their own figures, shows the mail behind them, and says why', async () => {
    const store = await newStore();
    const id = await silentOne(store, 'Ingrid');
    const { advice } = await store.call('advice.contact', { contactId: id });
    expect(advice).not.toBeNull();
    expect(advice!.reason.params.silence).toBeGreaterThan(55);
    expect(advice!.evidence[0]).toMatchObject({ quote: 'Lamps' });
    const { why } = advice!;
    expect(why.chance).toBeGreaterThan(0);
    expect(why.chance).toBeLessThan(1);
    expect(why.for.length + why.against.length).toBeGreaterThan(0);
    expect(why.learned).toBeNull();
  });

  test('to ask about a need shows the one that was not heard of for longest, in its own words', async () => {
    const store = await newStore();
    const { id } = await store.call('contacts.add', {
      draft: { name: 'Ingrid', points: [{ kind: 'email', value: 'ingrid@north.example' }] },
    });
    const need = { kind: 'explicit' as const, strength: 2, status: 'open' as const };
    const set = (quote: string) => store.call('needs.set', { contactId: id, need: { ...need, quote } });
    await set('Longer tables');
    store.clock.now += 30 * DAY;
    await set('Quieter lamps');
    store.clock.now += 45 * DAY;
    await store.call('activities.log', { activity: { type: 'call', contactIds: [id], at: store.clock.now } });
    const { advice } = await store.call('advice.contact', { contactId: id });
    expect(advice).toMatchObject({ playId: 'need_check', evidence: [{ quote: 'Longer tables' }] });
    expect(advice!.evidence).toHaveLength(1);
  });

  test('is kept once a day when it was shown, without a word in the history', async () => {
    const store = await newStore();
    const id = await silentOne(store, 'Ingrid');
    const before = await store.db.changes.count();
    expect(await store.call('advice.shown', { contactIds: [id] })).toEqual({ count: 1 });
    expect(await store.call('advice.shown', { contactIds: [id] })).toEqual({ count: 0 });
    store.clock.now += DAY;
    expect(await store.call('advice.shown', { contactIds: [id] })).toEqual({ count: 0 });
    expect(await store.db.changes.count()).toBe(before);
    const [row] = await outcomes(store);
    expect(row).toMatchObject({ contactId: id, became: 'shown', decidedAt: null });
    expect(row?.propensity).toBeGreaterThan(0);
    expect(Object.keys(row?.features ?? {})).toContain('overdue');
  });

  test('that was answered is learned from, and what was learned goes with the answer', async () => {
    const store = await newStore();
    const [a, b] = [await silentOne(store, 'Ingrid'), await silentOne(store, 'Tomas')];
    const first = (await store.call('advice.contact', { contactId: b })).advice!;
    const shown = (await store.call('advice.contact', { contactId: a })).advice!;
    await store.call('advice.shown', { contactIds: [a] });
    const nothing = await learnedOf(store.db);
    expect(nothing.n).toBe(0);
    const commandId = crypto.randomUUID();
    await store.call(
      'advice.answer',
      { contactId: a, playId: shown.playId, became: 'dismissed' },
      { commandId },
    );
    const learned = await learnedOf(store.db);
    expect(learned.n).toBe(1);
    expect(learned).toStrictEqual(fromNothing(await outcomes(store)));
    const after = (await store.call('advice.contact', { contactId: b })).advice!;
    if (after.playId === first.playId) expect(after.why.chance).toBeLessThan(first.why.chance);
    expect((await store.call('advice.contact', { contactId: a })).rejected).toContainEqual(
      expect.objectContaining({ why: 'cooling' }),
    );
    await store.call('changes.undo', { commandId });
    expect(await learnedOf(store.db)).toStrictEqual(nothing);
    expect((await store.call('advice.contact', { contactId: b })).advice).toStrictEqual(first);
  });

  test('is learned the same to the bit, answered one by one, taken back, or made from the log', async () => {
    const store = await newStore();
    const ids = [];
    for (const name of ['Ada', 'Bea', 'Cem', 'Dan']) ids.push(await silentOne(store, name));
    const became = ['done', 'dismissed', 'later', 'never'] as const;
    for (const [at, id] of ids.entries()) {
      const { advice } = await store.call('advice.contact', { contactId: id });
      await store.call('advice.answer', { contactId: id, playId: advice!.playId, became: became[at]! });
    }
    const online = await learnedOf(store.db);
    expect(online.n).toBe(4);
    await store.db.meta.delete('advice.learned');
    expect(await learnedOf(store.db)).toStrictEqual(online);
    expect(fromNothing(await outcomes(store))).toStrictEqual(online);
  });

  test('that nobody answered for a fortnight was ignored', async () => {
    const store = await newStore();
    const id = await silentOne(store, 'Ingrid');
    await store.call('advice.shown', { contactIds: [id] });
    store.clock.now += 13 * DAY;
    await store.call('figures.refresh', {});
    expect((await outcomes(store))[0]?.became).toBe('shown');
    store.clock.now += 2 * DAY;
    await store.call('advice.today', {});
    expect((await outcomes(store))[0]?.became).toBe('shown');
    await store.call('figures.refresh', {});
    expect((await outcomes(store))[0]).toMatchObject({ became: 'ignored' });
    expect((await learnedOf(store.db)).n).toBe(1);
  });

  test('goes with the person who is erased, and with it what it taught', async () => {
    const store = await newStore();
    const [a, b] = [await silentOne(store, 'Ingrid'), await silentOne(store, 'Tomas')];
    for (const id of [a, b]) {
      const { advice } = await store.call('advice.contact', { contactId: id });
      await store.call('advice.answer', { contactId: id, playId: advice!.playId, became: 'done' });
    }
    await store.call('contacts.erase', { id: a });
    const rest = await outcomes(store);
    expect(rest.map((one) => one.contactId)).toEqual([b]);
    expect(await learnedOf(store.db)).toStrictEqual(fromNothing(rest));
  });

  test('is learned without a word written where a newer version keeps the data', async () => {
    const store = await newStore();
    const id = await silentOne(store, 'Ingrid');
    const { advice } = await store.call('advice.contact', { contactId: id });
    await store.call('advice.answer', { contactId: id, playId: advice!.playId, became: 'done' });
    const own = await learnedOf(store.db);
    const newer = { key: 'advice.learned', value: JSON.stringify({ as: '99', through: null, learned: {} }) };
    await store.db.meta.put(newer);
    store.db.newer = true;
    expect(await learnedOf(store.db)).toStrictEqual(own);
    expect(await store.db.meta.get('advice.learned')).toEqual(newer);
  });

  test('is not kept for who was erased, deleted or merged while it was made', async () => {
    const store = await newStore();
    const when = { now: store.clock.now, zone: 'UTC' };
    const ids = [];
    for (const name of ['Ada', 'Bea', 'Cem', 'Dan']) ids.push(await silentOne(store, name));
    const [erased, deleted, merged, stays] = ids as [string, string, string, string];
    const advisor = await advisorOf(store.db, when);
    const made = await Promise.all(ids.map((id) => adviceFor(store.db, id, advisor)));
    const shown = made.filter((one) => one?.advised.best).map((one) => one!);
    expect(shown.map(({ contactId }) => contactId)).toEqual(ids);
    await store.call('contacts.erase', { id: erased });
    await store.call('contacts.delete', { ids: [deleted] });
    await store.call('contacts.merge', { groups: [{ into: stays, from: [merged] }] });
    expect(await keepShown(store.db, shown, when)).toBe(1);
    expect((await outcomes(store)).map(({ contactId }) => contactId)).toEqual([stays]);
  });

  test('is answered for both after a merge: a yes is not followed by a no of what was shown before it', async () => {
    const store = await newStore();
    const [gone, both, into] = [
      await silentOne(store, 'Ingrid'),
      await silentOne(store, 'Inge'),
      await silentOne(store, 'Tomas'),
    ];
    const { playId } = (await store.call('advice.contact', { contactId: gone })).advice!;
    await store.call('advice.shown', { contactIds: [gone, both] });
    await store.call('contacts.merge', { groups: [{ into, from: [gone, both] }] });
    const { advice } = await store.call('advice.contact', { contactId: into });
    expect(advice!.playId).toBe(playId);
    expect(await store.call('advice.shown', { contactIds: [into] })).toEqual({ count: 0 });
    const commandId = crypto.randomUUID();
    await store.call('advice.answer', { contactId: into, playId, became: 'done' }, { commandId });
    store.clock.now += 20 * DAY;
    await store.call('figures.refresh', {});
    const standing = (await outcomes(store)).filter(({ deletedAt }) => deletedAt === null);
    expect(standing.map(({ became }) => became)).toEqual(['done']);
    expect((await learnedOf(store.db)).counts).toEqual({ [playId]: { done: 1, of: 1 } });
    await store.call('changes.undo', { commandId });
    expect((await outcomes(store)).map(({ became, deletedAt }) => [became, deletedAt])).toEqual([
      ['shown', null],
      ['shown', null],
    ]);
  });

  test('is none for who must not be contacted, or came with a file', async () => {
    const store = await newStore();
    const id = await silentOne(store, 'Ingrid');
    await store.call('contacts.edit', { id, doNotContact: { reason: 'asked' } } as never);
    const { advice, rejected } = await store.call('advice.contact', { contactId: id });
    expect(advice).toBeNull();
    expect(new Set(rejected.map(({ why }) => why))).toEqual(new Set(['doNotContact']));
  });
});

/** A condition that holds for everybody, and how many that is. */
async function everyoneFound(store: Store) {
  const query = { ask: 'kind' as const, is: 'work' as const };
  const when = { now: store.clock.now, zone: 'UTC' };
  return { query, ids: (await findMembers(store.db, query, when)).count };
}

describe('the day', () => {
  test('has duties first and suggestions for what is left of its minutes', async () => {
    const store = await newStore();
    const ids = [];
    for (const name of ['Ada', 'Bea', 'Cem', 'Dan', 'Eli', 'Fay']) ids.push(await silentOne(store, name));
    await store.call('advice.setMinutes', { minutes: 60 });
    const plan = await store.call('advice.today', {});
    expect(plan.items.length + plan.rest.length).toBe(6);
    const used = plan.items.reduce((sum, { advice }) => sum + advice.minutes, 0);
    expect(plan.duties + used).toBeLessThanOrEqual(60);
    await store.call('tasks.add', {
      title: 'Send the list',
      contactIds: [ids[0]!],
      due: { date: '2026-03-01' },
    });
    await store.call('advice.setMinutes', { minutes: 15 });
    const short = await store.call('advice.today', {});
    expect(short.duties).toBe(15);
    expect(short.items).toEqual([]);
    expect(short.rest).toHaveLength(6);
  });

  test('goes on behind those who were spoken to lately', async () => {
    const store = await newStore();
    const ids = [];
    for (let at = 0; at < 45; at += 1) ids.push(await silentOne(store, `N${at}`));
    const shown = await store.call('advice.today', {});
    expect(shown.items.length + shown.rest.length).toBe(40);
    const done = [...shown.items, ...shown.rest].map(({ contact, advice }) => ({ ...advice, ...contact }));
    const left = ids.filter((id) => !done.some((one) => one.id === id));
    for (const { id, playId } of done) {
      await store.call('advice.answer', { contactId: id, playId, became: 'done' });
    }
    const { items, rest } = await store.call('advice.today', {});
    expect([...items, ...rest].map(({ contact }) => contact.id).sort()).toEqual(left.sort());
  }, 60_000);

  test('is of those whom the user took up, however many came with a file', async () => {
    const store = await newStore();
    // A file of buyers, all of whom a play would find: half of them stand before those whom the user took up, half behind.
    const buyers = (from: number) =>
      Array.from({ length: 250 }, (_, at) => `Buyer ${from + at},b${from + at}@file.example`);
    const bring = (lines: string[]) =>
      store.call('imports.run', {
        id: crypto.randomUUID(),
        name: 'people.csv',
        file: new Blob([`Name,Email\n${lines.join('\n')}\n`]),
        options: {},
        choices: [],
      });
    await bring(buyers(0));
    const own = [await silentOne(store, 'Ingrid'), await silentOne(store, 'Tomas')];
    await bring(buyers(250));
    const { query, ids } = await everyoneFound(store);
    expect(ids).toBeGreaterThan(500);
    await store.call('plays.set', { id: 'silent', setting: { condition: query, lever: 2 } });
    const { items, rest } = await store.call('advice.today', {});
    expect([...items, ...rest].map(({ contact }) => contact.id).sort()).toEqual(own.sort());
    const [other] = (await store.call('contacts.find', { text: 'Buyer 17' })).slice(0, 1);
    await store.call('tags.assign', { contactIds: [other!.id], path: 'Seen' });
    const after = await store.call('advice.today', {});
    expect([...after.items, ...after.rest].map(({ contact }) => contact.id)).toContain(other!.id);
  }, 60_000);

  test('looks behind the first at those to whom nothing is owed', async () => {
    const store = await newStore();
    const drafts = (from: number) =>
      Array.from({ length: 50 }, (_, at) => ({
        name: `N${at}`,
        points: [{ kind: 'email' as const, value: `n${from + at}@north.example` }],
      }));
    const added = [
      await store.call('contacts.addMany', { drafts: drafts(0) }),
      await store.call('contacts.addMany', { drafts: drafts(50) }),
    ];
    const ids = added.flatMap((one) => one.ids).toSorted();
    const due = { date: '2026-03-01' };
    for (const owed of [ids.slice(0, 45), ids.slice(45, 90)])
      await store.call('tasks.add', { title: 'Send the list', contactIds: owed, due });
    const { query } = await everyoneFound(store);
    await store.call('plays.set', { id: 'silent', setting: { condition: query } });
    const when = { now: store.clock.now, zone: 'UTC' };
    const order = await candidatesOf(store.db, await advisorOf(store.db, when));
    expect([...order].sort()).toEqual(ids);
    expect(order.slice(80, 90).toSorted()).toEqual(ids.slice(90));
  });

  test('weighs tomorrow what was accepted and dismissed today, and says what it learned', async () => {
    const store = await newStore();
    // So many that some of each play are left: whom tomorrow's draw gives another play, nobody knows.
    for (let at = 0; at < 24; at += 1) {
      const id = await silentOne(store, `Person${at}`, at < 12 ? 60 : 25);
      // Half of them wait for word on a case, and get another play.
      if (at % 2 === 0) {
        const opened = await store.call('cases.open', { kind: 'question', title: 'Lamp', contactIds: [id] });
        await store.call('cases.replied', { id: opened.id });
      }
    }
    await store.call('plays.set', { id: 'silent', setting: { lever: 0.5 } });
    const tomorrow = async () => {
      const { now } = store.clock;
      store.clock.now = START + DAY;
      const { items, rest } = await store.call('advice.today', {});
      store.clock.now = now;
      return [...items, ...rest];
    };
    const before = await tomorrow();
    const kinds = [...new Set(before.map(({ advice }) => advice.playId))];
    expect(kinds.length).toBeGreaterThan(1);
    const [first] = before;
    const dismissed = first!.advice.playId;
    const accepted = kinds.find((one) => one !== dismissed)!;
    const of = (playId: string) => before.filter(({ advice }) => advice.playId === playId);
    const no = of(dismissed).slice(0, 2);
    for (const { contact } of no) {
      await store.call('advice.answer', { contactId: contact.id, playId: dismissed, became: 'dismissed' });
    }
    const done = of(accepted)[0]!.contact.id;
    await store.call('advice.answer', { contactId: done, playId: accepted, became: 'done' });
    const after = await tomorrow();
    const still = (list: typeof before) =>
      list.filter(({ contact }) => after.some((one) => one.contact.id === contact.id));
    const chance = (list: typeof before, playId: string) =>
      list.find(({ advice, contact }) => advice.playId === playId && contact.id !== done)?.advice.why;
    const change = (playId: string) => chance(after, playId)!.chance / chance(still(before), playId)!.chance;
    expect(change(dismissed)).toBeLessThan(1);
    expect(change(accepted)).toBeGreaterThan(change(dismissed));
    expect(chance(after, accepted)!.learned).toMatchObject({ done: 1, of: 1 });
  });

  test('shows every duty that the user set, whatever was answered to suggestions', async () => {
    const store = await newStore();
    const id = await silentOne(store, 'Ingrid');
    await store.call('tasks.add', { title: 'Send the list', contactIds: [id], due: { date: '2026-03-02' } });
    const promise = { by: 'me', due: { date: '2026-03-01' } } as const;
    await store.call('activities.log', {
      activity: { type: 'promise', contactIds: [id], subject: 'Price list', promise },
    });
    const dutiesOf = async () => {
      const read = await bundle(store.db, id, { timeline: 50, doneSince: 0 });
      const at = { now: store.clock.now, zone: 'UTC' };
      return steps(situationOf(read!, { purpose: 'sales', sitesSince: null }), todayOf(at)).map(
        ({ kind }) => kind,
      );
    };
    const before = await dutiesOf();
    expect(before).toEqual(expect.arrayContaining(['task', 'promise']));
    for (const playId of ['silent', 'kit', 'diagnose', 'task', 'promise']) {
      await store.call('advice.answer', { contactId: id, playId, became: 'never', why: 'other' });
    }
    expect(await dutiesOf()).toEqual(before);
    const shown = await store.call('today.view', {});
    expect(shown.due.map(({ step }) => step.kind).sort()).toEqual(['promise', 'task']);
  });
});

describe('plays', () => {
  test('are switched off, changed, tried and added to; undo gives the product’s back', async () => {
    const store = await newStore();
    const id = await silentOne(store, 'Ingrid');
    const { advice } = await store.call('advice.contact', { contactId: id });
    const commandId = crypto.randomUUID();
    await store.call('plays.set', { id: advice!.playId, setting: { off: true } }, { commandId });
    expect((await store.call('advice.contact', { contactId: id })).advice?.playId).not.toBe(advice!.playId);
    await store.call('changes.undo', { commandId });
    expect((await store.call('advice.contact', { contactId: id })).advice?.playId).toBe(advice!.playId);
    await store.call('plays.set', {
      id: 'own',
      setting: {
        condition: { ask: 'measure', name: 'silence', range: { min: 30 } },
        own: { title: 'Send a card', reason: '', kind: 'write', channel: null },
        lever: 2,
      },
    });
    const own = (await store.call('plays.list', {})).find((play) => play.id === 'own');
    expect(own).toMatchObject({ isOwn: true, title: { params: { text: 'Send a card' } } });
    const trial = await store.call('plays.try', { id: 'own', condition: own!.condition });
    expect(trial).toMatchObject({ count: 1, sample: [{ id, bar: null }] });
    expect(await store.ask('plays.set', { id: 'other', setting: { minutes: 3 } })).toMatchObject({
      ok: false,
    });
  });
});

test('the engine looks back on the user’s own past', async () => {
  const store = await newStore();
  for (const name of ['Ada', 'Bea', 'Cem']) await silentOne(store, name, 100);
  const view = await store.call('advice.backtest', {});
  expect(view.contacts).toBe(3);
  expect(view.said).toBeGreaterThan(0);
  for (const { said, hits, low, high } of view.plays) {
    expect(hits).toBeLessThanOrEqual(said);
    expect(low).toBeLessThanOrEqual(hits / said);
    expect(high).toBeGreaterThanOrEqual(hits / said);
  }
  expect(view.answered).toBeNull();
});

test('looking back, the engine knows no mark of mood and no stage that came later', async () => {
  const store = await newStore();
  const ids = [];
  for (const name of ['Ada', 'Bea', 'Cem']) ids.push(await silentOne(store, name, 100));
  await store.call('plays.set', {
    id: 'own',
    setting: {
      condition: {
        any: [
          { ask: 'measure', name: 'mood', range: { max: 0 } },
          { ask: 'choice', name: 'stage', in: ['maturity'] },
        ],
      },
      own: { title: 'Send a card', reason: '', kind: 'write', channel: null },
    },
  });
  const said = async () =>
    (await store.call('advice.backtest', {})).plays.find(({ title }) => title.params?.text === 'Send a card')
      ?.said ?? 0;
  const before = await said();
  for (const id of ids) {
    await store.call('contacts.setStage', { id, stage: { stage: 'maturity', reason: '' } });
    await store.call('activities.log', {
      activity: { type: 'mood', contactIds: [id], value: -1, subject: 'Tired' },
    });
  }
  expect(await said()).toBe(before);
});
