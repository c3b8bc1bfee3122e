import { v7 as uuid } from 'uuid';
import { describe, expect, test, vi } from 'vitest';
import { matchPoints } from '@/lib/store/matches';
import { expectListsTrue } from './lists-check';
import { newStore, START, type Store } from './support';
import { authorForm, published } from './survey-support';

const mail = (value: string) => ({ kind: 'email' as const, value });

async function two(store: Store): Promise<[string, string]> {
  const { ids } = await store.call('contacts.addMany', {
    drafts: [
      {
        name: 'Ingrid Solberg',
        points: [mail('ingrid@fjordlys.example')],
        facts: [{ field: 'title', value: 'Buyer' }],
      },
      {
        name: 'I. Solberg',
        points: [mail('i.solberg@home.example')],
        facts: [
          { field: 'title', value: 'Head of purchasing' },
          { field: 'company', value: 'Fjordlys' },
        ],
        tags: ['Seen'],
      },
    ],
  });
  return [ids[0]!, ids[1]!];
}

const merge = (
  store: Store,
  into: string,
  from: string,
  choices?: { name?: string; facts: string[]; dates: string[] },
) => store.call('contacts.merge', { groups: [{ into, from: [from], choices }] });

describe('what is about somebody who was merged', () => {
  test('counts for the one who stays: profile, time line, tasks, cases, lists, tags, companies, history, finding', async () => {
    const store = await newStore();
    const { call, db } = store;
    const [a, b] = await two(store);
    await call('activities.log', {
      activity: { type: 'call', contactIds: [b], subject: 'Price', at: START },
    });
    await call('tasks.add', { title: 'Send it', contactIds: [b], due: { date: '2026-03-02' } });
    await call('cases.open', { title: 'Late', contactIds: [b], kind: 'complaint', text: '' });
    await merge(store, a, b);
    for (const id of [a, b]) {
      const view = await call('contacts.view', { id });
      expect(view).toMatchObject({
        id: a,
        name: 'Ingrid Solberg',
        company: { name: 'Fjordlys' },
        timelineTotal: 2,
      });
      expect(view.points.map((point) => point.value)).toEqual([
        'ingrid@fjordlys.example',
        'i.solberg@home.example',
      ]);
      expect([view.tasks.length, view.cases.length, view.mergedFrom[0]?.id]).toEqual([1, 1, b]);
    }
    const [row] = await call('contacts.rows', { ids: [a] });
    expect(row).toMatchObject({ company: 'Fjordlys', tags: ['Seen'], lastAt: START });
    expect(row?.next?.kind).toBe('case');
    expect((await call('today.view', {})).waitingForYou.map((one) => one.contact.id)).toEqual([a]);
    expect(await call('companies.list', {})).toMatchObject([{ people: 1, lastAt: START }]);
    const [company] = await call('companies.list', {});
    expect((await call('companies.view', { id: company!.id })).timeline).toHaveLength(2);
    expect(await call('tags.tree', {})).toMatchObject([{ own: 1, total: 1 }]);
    const { items } = await call('changes.list', { subject: a, limit: 50 });
    expect(items.map((one) => one.op)).toContain('cases.open');
    expect([...(await matchPoints(db, ['i.solberg@home.example'])).values()]).toMatchObject([
      [{ contactId: a }],
    ]);
    expect(await call('contacts.ids', { filter: {}, sort: { by: 'name', descending: false } })).toEqual([a]);
    await expectListsTrue(db);
  });

  test('is logged once, whoever of them it was logged for', async () => {
    const store = await newStore();
    const [a, b] = await two(store);
    const activity = { type: 'mail' as const, direction: 'in' as const, subject: 'Price', at: START };
    const { id } = await store.call('activities.log', { activity: { ...activity, contactIds: [b] } });
    await merge(store, a, b);
    expect(await store.call('activities.log', { activity: { ...activity, contactIds: [a] } })).toEqual({
      id,
      already: true,
    });
  });

  test('is logged once under the name of one who went into another, too', async () => {
    const store = await newStore();
    const [a, b] = await two(store);
    const activity = { type: 'mail' as const, direction: 'in' as const, subject: 'Price', at: START };
    const { id } = await store.call('activities.log', { activity: { ...activity, contactIds: [a] } });
    await merge(store, a, b);
    expect(await store.call('activities.log', { activity: { ...activity, contactIds: [b] } })).toEqual({
      id,
      already: true,
    });
  });

  test('was asked lately, however long the chain, and whoever of them is named', async () => {
    const store = await newStore();
    const [a, b] = await two(store);
    const { id: c } = await store.call('contacts.add', { draft: { name: 'Ingrid' } });
    const { id: surveyId } = await published(store, authorForm());
    await store.call('invites.add', { surveyId, contactIds: [c], channel: 'link' });
    await merge(store, b, c);
    await merge(store, a, b);
    for (const id of [a, b, c]) {
      expect(await store.call('invites.check', { surveyId, contactIds: [id] })).toMatchObject({
        ask: [],
        skipped: [{ contactId: a, why: 'asked' }],
      });
    }
  });

  test('goes with the person who is erased, wherever it stands', async () => {
    const store = await newStore();
    const [a, b] = await two(store);
    await store.call('notes.add', { contactIds: [b], text: 'Tea' });
    await merge(store, a, b);
    await store.call('duplicates.look', {});
    await store.call('contacts.erase', { id: b });
    for (const table of store.db.tables) {
      const text = JSON.stringify(await table.toArray());
      expect([table.name, text.includes('olberg')]).toEqual([table.name, false]);
    }
  });
});

test('each has what it had, and what was added since stays where it was added', async () => {
  const store = await newStore();
  const { call } = store;
  const [a, b] = await two(store);
  const before = await call('contacts.view', { id: b });
  const title = before.facts.find((fact) => fact.field === 'title')!;
  const address = before.points[0]!;
  await merge(store, a, b, { name: b, facts: [title.id], dates: [] });
  let view = await call('contacts.view', { id: a });
  expect(view).toMatchObject({ name: 'I. Solberg', title: 'Head of purchasing' });
  expect(view.facts.filter((fact) => fact.aside).map((fact) => fact.value)).toEqual(['Buyer']);

  // A command for the one that went changes the one that stays.
  await call('contacts.setFact', { id: b, fact: { field: 'city', value: 'Bergen' } });
  await call('contacts.setPoint', { id: a, pointId: address.id, point: mail('ingrid.s@home.example') });
  await call('notes.add', { contactIds: [a], text: 'Tea' });
  await call('contacts.unmerge', { id: b });

  view = await call('contacts.view', { id: a });
  expect(view).toMatchObject({ name: 'Ingrid Solberg', title: 'Buyer', company: null, mergedFrom: [] });
  expect(view.facts.map((fact) => [fact.value, fact.aside])).toEqual([
    ['Buyer', false],
    ['Bergen', false],
  ]);
  expect(view.notes).toHaveLength(1);
  const back = await call('contacts.view', { id: b });
  expect(back).toMatchObject({ name: 'I. Solberg', title: 'Head of purchasing' });
  expect(back.points.map((point) => point.value)).toEqual(['ingrid.s@home.example']);
  await expectListsTrue(store.db);
});

test('500 groups whose page dies in the middle: gone on with under the same id, nothing lost and nothing twice', async () => {
  const store = await newStore();
  const { db, ask, call } = store;
  const groups: { into: string; from: string[] }[] = [];
  for (let part = 0; part < 20; part += 1) {
    const drafts = Array.from({ length: 50 }, (_, n) => ({
      name: `Person ${part * 25 + (n >> 1)}`,
      points: [mail(`p${part * 25 + (n >> 1)}@crowd.example`), mail(`${part}.${n}@own.example`)],
    }));
    const { ids } = await call('contacts.addMany', { drafts });
    for (let n = 0; n < 50; n += 2) groups.push({ into: ids[n]!, from: [ids[n + 1]!] });
  }
  const commandId = uuid();
  const { transaction } = db;
  let steps = 0;
  const dying = vi.spyOn(db, 'transaction').mockImplementation((async (...args: unknown[]) => {
    steps += 1;
    if (steps > 3) throw new Error('died');
    return Reflect.apply(transaction, db, args);
  }) as unknown as typeof db.transaction);
  expect(await ask('contacts.merge', { groups }, { commandId })).toMatchObject({ ok: false });
  dying.mockRestore();
  const half = await db.contacts.where('k.identity').above('').count();
  expect([half > 0, half < 500]).toEqual([true, true]);
  expect(await ask('contacts.merge', { groups }, { commandId })).toEqual({ ok: true, value: { count: 500 } });
  expect(await ask('contacts.merge', { groups }, { commandId })).toEqual({ ok: true, value: { count: 500 } });
  expect(await db.contacts.where('k.name').above('').count()).toBe(500);
  const [one] = groups;
  expect((await call('contacts.view', { id: one!.into })).points).toHaveLength(3);
  await expectListsTrue(db);
  await call('changes.undo', {});
  expect(await db.contacts.where('k.name').above('').count()).toBe(1000);
  expect(await db.contacts.where('k.identity').above('').count()).toBe(0);
  await expectListsTrue(db);
}, 120_000);

describe('relations', () => {
  test('are seen from both ends, follow who was merged, and what is supposed is offered until it is refused', async () => {
    const store = await newStore();
    const { call } = store;
    const [a, b] = await two(store);
    const { id: wei } = await call('contacts.add', {
      draft: {
        name: 'Wei Lin',
        points: [mail('wei@fjordlys.example')],
        facts: [{ field: 'introducer', value: 'I. Solberg' }],
      },
    });
    await call('relations.add', { contactId: wei, kind: 'family', word: 'mother', otherId: b });
    const of = async (id: string) => (await call('relations.list', { contactId: id })).relations;
    expect(await of(wei)).toMatchObject([{ kind: 'family', word: 'mother', other: { id: b } }]);
    expect(await of(b)).toMatchObject([
      { word: 'child', reversed: true, other: { id: wei, name: 'Wei Lin' } },
    ]);
    const { supposed } = await call('relations.list', { contactId: wei });
    expect(supposed).toMatchObject([{ kind: 'introducer', other: { id: b } }]);
    await call('steps.snooze', { contactId: wei, key: supposed[0]!.key, until: null });
    expect((await call('relations.list', { contactId: wei })).supposed).toEqual([]);
    await merge(store, a, b);
    expect(await of(a)).toMatchObject([{ word: 'child', other: { id: wei } }]);
    expect(await of(wei)).toMatchObject([{ word: 'mother', other: { name: 'Ingrid Solberg' } }]);
    expect(await store.ask('relations.add', { contactId: a, kind: 'friend', otherId: b })).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
  });

  test('what was answered at one end is not asked at the other', async () => {
    const { call } = await newStore();
    const points = [{ kind: 'postal' as const, value: 'Storgata 1, Oslo' }];
    const { ids } = await call('contacts.addMany', {
      drafts: ['Anna Dahl', 'Bo Dahl', 'Cleo Dahl'].map((name) => ({ name, points })),
    });
    const [anna, bo, cleo] = ids as [string, string, string];
    const supposed = async (id: string) =>
      (await call('relations.list', { contactId: id })).supposed.map(({ other }) => other.id);
    expect((await supposed(anna)).sort()).toEqual([bo, cleo].sort());
    await call('relations.add', { contactId: bo, kind: 'family', word: 'sibling', otherId: anna });
    await call('steps.snooze', { contactId: cleo, key: `relation|family|${anna}`, until: null });
    expect(await supposed(anna)).toEqual([]);
  });

  test('somebody at the mail domain of colleagues may work where they do; not at a domain that is anybody’s', async () => {
    const store = await newStore();
    const at = async (name: string, email: string, company?: string) =>
      (
        await store.call('contacts.add', {
          draft: {
            name,
            points: [mail(email)],
            facts: company ? [{ field: 'company', value: company }] : [],
          },
        })
      ).id;
    await at('Anna Dahl', 'anna@fjordlys.example', 'Fjordlys');
    await at('Bo Lund', 'bo@gmail.com', 'Nordmark');
    const [known, unknown] = [
      await at('Cleo Berg', 'cleo@fjordlys.example'),
      await at('Dag Moe', 'dag@gmail.com'),
    ];
    const supposed = async (id: string) => (await store.call('relations.list', { contactId: id })).supposed;
    expect(await supposed(known)).toMatchObject([
      { kind: 'company', other: { name: 'Fjordlys' }, evidence: '@fjordlys.example' },
    ]);
    expect(await supposed(unknown)).toEqual([]);
  });
});
