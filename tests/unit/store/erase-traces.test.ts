import { createHmac } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import type { Query } from '@/lib/crm/segments';
import { lookForDuplicates } from '@/lib/store/duplicates';
import { learnOwn } from '@/lib/store/own-seen';
import { found } from './everything';
import { newStore, START, type Store } from './support';
import { answerTo, authorForm, give, published } from './survey-support';

/** Where an erased person stands in what is about others, or about nobody. */

const NAMES = /zorblatt|quinx/i;
const MAIL = 'zorblatt@quinx.example';

function zorblatt(store: Store) {
  const points = [{ kind: 'email' as const, value: MAIL }];
  return store.call('contacts.add', { draft: { name: 'Zorblatt Quinx', points } }).then(({ id }) => id);
}

async function added(
  store: Store,
  name: string,
  facts: { field: string; value: string; ref?: string }[] = [],
) {
  return (await store.call('contacts.add', { draft: { name, facts } })).id;
}

async function expectGone(store: Store, ids: string[]) {
  expect(await found(store, [NAMES, ...ids.map((id) => new RegExp(id))])).toEqual([]);
}

test('of a finished import the lines that name them say nothing any more', async () => {
  const store = await newStore();
  const id = await zorblatt(store);
  const lines = [`Quinx, Zorblatt;3 May`, `Chair ${MAIL}`, 'Anna Berg 12', ''];
  const report = {
    id: uuid(),
    schema: 1,
    name: 'people.csv',
    format: 'csv',
    at: START,
    state: 'done' as const,
    counts: { added: 0, changed: 0, same: 0, held: 4 },
    heldBack: lines.map((text, at) => ({ where: String(at), reason: 'imports.held_no_contact', text })),
    unmapped: [],
  };
  await store.db.imports.put({ id: report.id, k: { at: START }, body: report });
  await store.call('contacts.erase', { id });
  await expectGone(store, [id]);
  const { heldBack } = (await store.call('imports.report', { id: report.id }))!;
  expect(heldBack.map(({ text }) => text)).toEqual(['', '', 'Anna Berg 12', '']);
});

test('nobody is erased while an import waits, whose file may bring them back', async () => {
  const store = await newStore();
  const id = await zorblatt(store);
  const file = new Blob([`Name,Email\nZorblatt Quinx,${MAIL}\n`]);
  const importId = uuid();
  await store.call('imports.run', { id: importId, name: 'p.csv', file, options: {}, choices: [] });
  const row = (await store.db.imports.get(importId))!;
  await store.db.imports.put({ ...row, body: { ...row.body, state: 'running' } });
  const job = { cursor: 0, total: 1, result: null, items: [{ id: importId }], beatAt: START };
  await store.db.jobs.put({ ...job, id: `${importId}/items`, commandId: 'waits/items', op: 'imports.run' });
  expect(await store.ask('contacts.erase', { id })).toMatchObject({ ok: false, error: { code: 'conflict' } });
  await store.call('imports.takeBack', { id: importId });
  await store.call('contacts.erase', { id });
  await expectGone(store, [id]);
});

test('who shares an event with them keeps it, under a key that does not name them', async () => {
  const store = await newStore();
  const id = await zorblatt(store);
  const other = await added(store, 'Anna Berg');
  const activity = {
    type: 'meeting' as const,
    contactIds: [id, other],
    subject: 'Fair',
    externalKeys: [`calendar:${MAIL}/1`, 'calendar:1'],
  };
  await store.call('activities.log', { activity });
  await store.call('contacts.erase', { id });
  await expectGone(store, [id]);
  expect((await store.db.activities.toArray()).map(({ body }) => body.externalKeys)).toEqual([
    ['calendar:1'],
  ]);
});

test('a row of a file is known again by a key that holds nothing of it', async () => {
  const store = await newStore();
  const file = new Blob([
    `Customer,Email,Product,Amount,Date\nZorblatt Quinx,${MAIL},Chair,12.00 EUR,2026-01-02\n`,
  ]);
  await store.call('imports.run', { id: uuid(), name: 'buys.csv', file, options: {}, choices: [] });
  const keys = (await store.db.activities.toArray()).flatMap(({ body }) => body.externalKeys);
  expect(keys.length).toBe(1);
  expect(keys[0]).not.toMatch(NAMES);
});

test('whose owner they are, who they are not, and what a merge wrote down forget them', async () => {
  const store = await newStore();
  const id = await zorblatt(store);
  const twin = await added(store, 'Zorbi Quinx', [{ field: 'title', value: 'Baker' }]);
  const [owned, unlike, third, fourth] = [
    await added(store, 'Anna Berg'),
    await added(store, 'Bo Dahl'),
    await added(store, 'Cem Ak', [{ field: 'introducer', value: 'Zorblatt Quinx', ref: id }]),
    await added(store, 'C. Ak', [{ field: 'introducer', value: 'Somebody' }]),
  ];
  const change = { what: 'owner' as const, ownerId: id };
  await store.call('bulk.edit', { whom: { ids: [owned] }, change });
  await store.call('duplicates.distinct', { ids: [id, unlike] });
  // The fact of the one that stays is set aside, and taken away later: it stands in what the merge wrote down alone.
  const aside = Object.keys((await store.db.contacts.get(fourth))!.body.facts);
  await store.call('contacts.merge', {
    groups: [{ into: third, from: [fourth], choices: { facts: aside } }],
  });
  const facts = Object.entries((await store.db.contacts.get(third))!.body.facts);
  const named = facts.flatMap(([key, { ref }]) => (ref === id ? [key] : []));
  expect(named.length).toBe(1);
  await store.call('contacts.removeFact', { id: third, factId: named[0]! });
  await store.call('contacts.merge', { groups: [{ into: unlike, from: [owned] }] });
  await store.call('contacts.merge', { groups: [{ into: id, from: [twin] }] });
  await store.call('health.look', {});
  await store.call('contacts.erase', { id });
  await expectGone(store, [id, twin]);
  const left = await store.call('contacts.view', { id: third });
  expect(left.facts.map(({ value }) => value)).toContain('Somebody');
  expect((await store.call('health.look', {})).contacts).toBe(2);
});

test('a case with others loses what they wrote, and an answer that bears their number at the site goes', async () => {
  const store = await newStore();
  const id = await zorblatt(store);
  const other = await added(store, 'Anna Berg');
  const survey = await published(store, authorForm({ kind: 'complaint' }), 'Complaints');
  const { secret } = await store.call('hub.identifySecret', {});
  const who = {
    id: 'user-zorblatt',
    hmac: createHmac('sha256', secret).update('user-zorblatt').digest('hex'),
  };
  const waiting = answerTo(survey, store, { who, values: { q1: 3 } });
  const complaint = answerTo(survey, store, { who, values: { q2: 'Zorblatt is angry' } });
  for (const answer of [waiting, complaint]) await give(store, survey, answer);
  await store.call('responses.assign', { id: complaint.id, contactId: id });
  const { caseId } = await store.call('responses.view', { id: complaint.id });
  const opened = (await store.db.cases.get(caseId!))!.body;
  await store.call('cases.edit', {
    id: opened.id,
    contactIds: [id, other],
    expectation: 'Zorblatt wants it back',
  });
  const { number } = await store.call('cases.open', {
    kind: 'complaint',
    title: 'Zorblatt is angry',
    contactIds: [id, other],
  });
  const [byHand] = await store.db.cases.where('k.number').equals(number).toArray();
  await store.db.cases.update(byHand!.id, { 'body.responseId': complaint.id, 'k.response': complaint.id });
  await store.call('contacts.erase', { id });
  await expectGone(store, [id]);
  expect(await store.db.cases.count()).toBe(2);
  const view = await store.call('contacts.view', { id: other });
  expect(view.timeline.map(({ subject }) => subject)).toEqual([number]);
  const bodies = (await store.db.responses.toArray()).map(({ body }) => body);
  expect(bodies.map(({ version }) => version)).toEqual([0, 0]);
});

test('saved views and what a site showed as the user’s forget them; what is never to be logged stays', async () => {
  const store = await newStore();
  const id = await zorblatt(store);
  const sort = { by: 'name' as const, descending: false };
  const view = { noun: 'contacts' as const, sort, columns: null };
  await store.call('views.put', { id: uuid(), view: { ...view, name: 'Him', filter: { text: MAIL } } });
  await store.call('views.put', { id: uuid(), view: { ...view, name: 'Z', filter: { text: 'zorblatt' } } });
  const facts = [{ field: 'introducer', has: 'contains' as const, value: 'Zorblatt Quinx' }];
  await store.call('views.put', { id: uuid(), view: { ...view, name: 'By him', filter: { facts } } });
  const kept = uuid();
  await store.call('views.put', { id: kept, view: { ...view, name: 'Ann', filter: { text: 'ann' } } });
  await store.call('settings.include', { list: 'neverLog', values: [MAIL], on: true });
  await learnOwn(store.db, 'roundcube', [MAIL, 'me@lab.test'], { name: 'a', lent: false });
  await store.call('contacts.erase', { id });
  const settings = (await store.db.settings.get('settings'))!;
  expect(settings.body.neverLog).toEqual([MAIL]);
  expect(Object.keys(settings.body.views ?? {})).toEqual([kept]);
  expect(await store.db.device.get('device')).toMatchObject({
    ownSeen: { roundcube: { 'me@lab.test': true } },
    ownAccounts: { roundcube: { a: { keys: ['me@lab.test'], lent: false } } },
  });
  await store.db.settings.put({ ...settings, body: { ...settings.body, neverLog: [] } });
  await expectGone(store, [id]);
});

test('a look for duplicates that was under way writes nothing of them', async () => {
  const store = await newStore();
  const id = await zorblatt(store);
  const draft = { name: 'Z. Quinx', points: [{ kind: 'email' as const, value: MAIL }] };
  const other = await store.call('contacts.add', { draft });
  let erased: Promise<unknown> | undefined;
  await lookForDuplicates(store.db, () => {
    erased ??= store.call('contacts.erase', { id });
  });
  await erased;
  expect(await store.db.duplicates.count()).toBe(0);
  await store.call('contacts.erase', { id: other.id });
  await expectGone(store, [id, other.id]);
});

test('whoever has a shorter name than the words of a line is not taken for another', async () => {
  const store = await newStore();
  const { id } = await store.call('contacts.add', { draft: { name: '李明' } });
  await store.call('drafts.put', { key: 'note:x', text: 'Anna' });
  const sort = { by: 'name' as const, descending: false };
  const view = { noun: 'contacts' as const, sort, columns: null };
  await store.call('views.put', { id: uuid(), view: { ...view, name: '李明经理', filter: {} } });
  const kept = uuid();
  await store.call('views.put', { id: kept, view: { ...view, name: '李', filter: {} } });
  await store.call('contacts.erase', { id });
  const settings = (await store.db.settings.get('settings'))!;
  expect(Object.keys(settings.body.views ?? {})).toEqual([kept]);
});

test('segments that name them go, with whom these held, their rules, tiers and history; others stay', async () => {
  const store = await newStore();
  const id = await zorblatt(store);
  const other = await added(store, 'Anna Berg', [{ field: 'introducer', value: 'Zorblatt Quinx', ref: id }]);
  const [byName, byAddress, byPart, kept] = [uuid(), uuid(), uuid(), uuid()];
  const filled = { ask: 'point', kind: 'email', has: 'filled' } as const;
  const put = (one: string, name: string, query: Query, note = '') =>
    store.call('segments.put', { id: one, name, note, query });
  await put(byName, 'Friends of Zorblatt Quinx', { ask: 'kind', is: 'work' });
  await put(byAddress, 'Mail', { all: [{ not: { ...filled, has: 'contains', value: MAIL } }] });
  await put(byPart, 'By', {
    any: [{ ask: 'fact', field: 'introducer', has: 'contains', value: 'zorblatt' }],
  });
  await put(kept, 'Was Zorblatt Quinx', filled);
  await put(kept, 'Reachable', filled);
  const { id: tagId } = await store.call('tags.add', { path: 'Guests' });
  await store.call('segments.setRule', { id: tagId, rule: { segmentId: byName } });
  await store.call('segments.applyRule', { id: tagId });
  expect((await store.db.contacts.get(other))!.body.tags[tagId]?.source).toMatch(NAMES);
  await store.call('settings.include', { list: 'neverLog', values: ['ads.example'], on: true });
  const settings = (await store.db.settings.get('settings'))!;
  const tiers = [byName, kept].map((segmentId, at) => ({ id: uuid(), name: `T${at}`, segmentId }));
  await store.db.settings.put({ ...settings, body: { ...settings.body, tiers } });
  await store.call('contacts.erase', { id });
  await expectGone(store, [id]);
  expect((await store.db.segments.toArray()).map((row) => row.id)).toEqual([kept]);
  expect((await store.db.settings.get('settings'))!.body.tiers).toMatchObject([
    { name: 'T1', segmentId: kept },
  ]);
  const { tags } = (await store.db.contacts.get(other))!.body;
  expect(tags[tagId]).toMatchObject({ how: 'rule', source: '' });
  expect((await store.db.tags.get(tagId))!.body.rule).toBeUndefined();
});

test('plays, stages and settings of any other kind forget them, also one that this version does not know', async () => {
  const store = await newStore();
  const id = await zorblatt(store);
  const condition = { ask: 'kind', is: 'work' } as const;
  const own = { title: 'Write to Zorblatt Quinx', reason: '', kind: 'write' as const, channel: null };
  await store.call('plays.set', { id: 'own-1', setting: { own, condition } });
  await store.call('plays.set', { id: 'greeting', setting: { text: `As ${MAIL} says`, minutes: 7 } });
  const stage = { chance: 0.5 };
  const pipeline = [
    { ...stage, id: 'lead', name: 'Lead' },
    { ...stage, id: 'z', name: 'With Zorblatt Quinx' },
  ];
  await store.call('pipeline.set', { stages: pipeline });
  const row = (await store.db.settings.get('settings'))!;
  const later = { a: { name: 'Quinx, Zorblatt' }, b: { name: 'Anna' } };
  const taught = {
    'post.example': { name: 'Mail of Zorblatt Quinx', hosts: ['post.example'] },
    'mail.example': { name: 'Mail', hosts: ['mail.example', MAIL] },
  };
  await store.db.settings.put({ ...row, body: { ...row.body, later, list: [MAIL, 'x'], taught } });
  await store.call('contacts.erase', { id });
  await expectGone(store, [id]);
  const { body } = (await store.db.settings.get('settings'))!;
  expect(body.plays).toEqual({ greeting: { minutes: 7 } });
  expect(body.pipeline?.map(({ name }) => name)).toEqual(['Lead', '2']);
  expect([body.later, body.list]).toEqual([{ b: { name: 'Anna' } }, ['x']]);
  expect(body.taught).toEqual({ 'post.example': { name: 'post.example', hosts: ['post.example'] } });
});

test('a deal with a company or with others stays in the books, and does not name them', async () => {
  const store = await newStore();
  const points = [{ kind: 'email' as const, value: MAIL }];
  const facts = [{ field: 'company', value: 'Globex' }];
  const { id } = await store.call('contacts.add', { draft: { name: 'Zorblatt Quinx', points, facts } });
  const alone = await zorblatt(store);
  const other = await added(store, 'Anna Berg');
  const deal = { amount: null, note: 'Zorblatt Quinx decides', expectedOn: null };
  const of = async (title: string, contactIds: string[]) =>
    (await store.call('deals.add', { ...deal, title, contactIds })).id;
  const withCompany = await of('Chairs for Zorblatt Quinx', [id]);
  const shared = await of('Tables', [id, other]);
  await store.call('deals.edit', { id: shared, title: 'Tables of Zorblatt Quinx' });
  await of('Lamps', [alone]);
  await store.call('contacts.erase', { id: alone });
  await store.call('contacts.erase', { id });
  await expectGone(store, [id, alone]);
  const left = new Map((await store.db.deals.toArray()).map((row) => [row.id, row.body]));
  expect([...left.keys()].sort()).toEqual([withCompany, shared].sort());
  expect(left.get(withCompany)).toMatchObject({ title: 'Globex', contactIds: [], note: '' });
  expect(left.get(shared)).toMatchObject({ title: 'Globex', contactIds: [other] });
});

test('the history of a shared event forgets keys that name them', async () => {
  const store = await newStore();
  const id = await zorblatt(store);
  const other = await added(store, 'Anna Berg');
  const activity = {
    type: 'meeting' as const,
    contactIds: [id, other],
    subject: 'Fair',
    externalKeys: ['calendar:1'],
  };
  await store.call('activities.log', { activity });
  await store.call('activities.log', {
    activity: { ...activity, externalKeys: ['calendar:1', `calendar:${MAIL}`] },
  });
  expect(JSON.stringify(await store.db.changes.toArray())).toMatch(NAMES);
  await store.call('contacts.erase', { id });
  await expectGone(store, [id]);
});
