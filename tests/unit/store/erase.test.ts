import { expect, test } from 'vitest';
import { rememberIdentity } from '@/lib/store/identities';
import { newStore, type Store } from './support';

/** Whole content of every table as text, keys and all. */
async function everything({ db }: Store): Promise<string> {
  const tables = await Promise.all(db.tables.map((table) => table.toArray()));
  return JSON.stringify(tables);
}

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
