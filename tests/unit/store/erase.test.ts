import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { rememberIdentity } from '@/lib/store/identities';
import { rowOf } from '@/lib/store/work';
import { everything } from './everything';
import { newStore, START, type Store } from './support';

async function withTraces(store: Store) {
  const { call, db, clock } = store;
  const draft = {
    name: 'Zorblatt Quinx',
    points: [{ kind: 'email' as const, value: 'zorblatt@quinx.example' }],
    facts: [{ field: 'title', value: 'Zorblatt master' }],
    note: 'Zorblatt likes tea',
  };
  const { id } = await call('contacts.add', { draft });
  const { id: other } = await call('contacts.add', { draft: { name: 'Anna Berg' } });
  await call('contacts.edit', {
    id,
    name: 'Zorblatt Q. Quinx',
    doNotContact: { reason: 'Zorblatt said so' },
  });
  const { id: note } = await call('notes.add', { contactIds: [id], text: 'Zorblatt, soon deleted' });
  await call('activities.delete', { ids: [note] });
  await call('tasks.add', { title: 'Call Zorblatt', contactIds: [id] });
  await call('activities.log', { activity: { type: 'meeting', contactIds: [id, other], subject: 'Fair' } });
  await call('drafts.put', { key: `note:${id}`, text: 'Zorblatt half a' });
  await rememberIdentity(db, 'roundcube:7', 'name:zorblatt', id, clock.now);
  // "Nobody I know", said before they were a contact.
  await rememberIdentity(db, 'roundcube:8', 'zorblatt@quinx.example', null, clock.now);
  await rememberIdentity(db, 'roundcube:9', 'name:zorblatt q. quinx', null, clock.now);
  await call('changes.undo', {});
  await call('changes.redo', {});
  return { id, other };
}

test('an erased person is in no table any more, and the others are', async () => {
  const store = await newStore();
  const { id, other } = await withTraces(store);
  expect(await everything(store)).toMatch(/zorblatt/i);
  const { rows } = await store.call('contacts.erase', { id });
  expect(rows).toBe(4);
  const left = await everything(store);
  expect(left).not.toMatch(/zorblatt|quinx/i);
  expect(left).not.toContain(id);
  const view = await store.call('contacts.view', { id: other });
  expect(view.timeline.map((one) => [one.subject, one.withOthers])).toEqual([['Fair', []]]);
});

test('erasing is the one thing that undo does not bring back', async () => {
  const store = await newStore();
  const { id } = await withTraces(store);
  await store.call('contacts.erase', { id });
  for (let result = await store.call('changes.undo', {}); result; )
    result = await store.call('changes.undo', {});
  expect(await everything(store)).not.toMatch(/zorblatt|quinx/i);
});

test('an erased person is erased once', async () => {
  const store = await newStore();
  const { id } = await withTraces(store);
  const commandId = 'erase-once-0001';
  const first = await store.call('contacts.erase', { id }, { commandId });
  expect(await store.call('contacts.erase', { id }, { commandId })).toEqual(first);
  expect(await store.ask('contacts.erase', { id })).toMatchObject({ ok: false, error: { code: 'missing' } });
});

test('whom the erased person introduced stays, and no longer says by whom', async () => {
  const store = await newStore();
  const { id } = await store.call('contacts.add', { draft: { name: 'Zorblatt Quinx' } });
  const facts = [
    { field: 'introducer', value: 'Zorblatt Quinx', ref: id },
    { field: 'title', value: 'Baker' },
  ];
  const { id: other } = await store.call('contacts.add', { draft: { name: 'Anna Berg', facts } });
  await store.call('contacts.erase', { id });
  const left = await everything(store);
  expect(left).not.toMatch(/zorblatt|quinx/i);
  expect(left).not.toContain(id);
  const view = await store.call('contacts.view', { id: other });
  expect(view.facts.map(({ field, value }) => [field, value])).toEqual([['title', 'Baker']]);
});

test('deals of theirs go, those of others too lose them, and neither advice nor a segment remembers them', async () => {
  const store = await newStore();
  const { db } = store;
  const { id } = await store.call('contacts.add', { draft: { name: 'Zorblatt Quinx' } });
  const { id: other } = await store.call('contacts.add', { draft: { name: 'Anna Berg' } });
  const base = { schema: 1, clock: '0', deletedAt: null };
  const deal = {
    ...base,
    title: 'Zorblatt wants a press',
    companyId: null,
    amount: null,
    stageId: 'lead',
    stageAt: START,
    expectedOn: null,
    nextStep: null,
    state: 'open' as const,
    closedAt: null,
    reason: '',
    note: '',
    owner: '',
    createdAt: START,
    provenance: { source: 'typed', at: START, how: 'typed' as const },
  };
  const [own, shared, dead] = [uuid(), uuid(), uuid()];
  await db.deals.bulkPut([
    rowOf('deals', { ...deal, id: own, contactIds: [id] }),
    rowOf('deals', { ...deal, id: shared, title: 'A press for two', contactIds: [id, other] }),
    rowOf('deals', { ...deal, id: dead, deletedAt: START, contactIds: [id] }),
  ]);
  const outcome = {
    ...base,
    playId: 'cadence',
    day: '2026-04-01',
    shownAt: START,
    prior: 0,
    chance: 0.5,
    propensity: 1,
    features: {},
    became: 'shown' as const,
    decidedAt: null,
  };
  await db.outcomes.put(rowOf('outcomes', { ...outcome, id: uuid(), contactId: id }));
  await db.outcomes.put(rowOf('outcomes', { ...outcome, id: uuid(), deletedAt: START, contactId: id }));
  await db.outcomes.put(rowOf('outcomes', { ...outcome, id: uuid(), contactId: other }));
  const segmentId = uuid();
  const snapshot = { id: uuid(), schema: 1, segmentId, day: '2026-04-01', at: START, members: [id, other] };
  await db.snapshots.put({ id: snapshot.id, k: { segment: segmentId }, body: snapshot });
  await store.call('contacts.erase', { id });
  const left = await everything(store);
  expect(left).not.toMatch(/zorblatt/i);
  expect(left).not.toContain(id);
  expect((await db.deals.toArray()).map(({ body }) => [body.title, body.contactIds])).toEqual([
    ['A press for two', [other]],
  ]);
  expect(await db.outcomes.count()).toBe(1);
  expect((await db.snapshots.get(snapshot.id))?.body.members).toEqual([other]);
});
