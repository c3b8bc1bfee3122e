import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { newStore } from './support';

test('a command sent twice is done once and answers the same', async () => {
  const { db, call } = await newStore();
  const commandId = uuid();
  const draft = {
    name: 'Ingrid Solheim',
    points: [{ kind: 'email' as const, value: 'ingrid@fjordlys.example' }],
  };
  const first = await call('contacts.add', { draft }, { commandId });
  const second = await call('contacts.add', { draft }, { commandId });
  expect(second).toEqual(first);
  expect(await db.contacts.count()).toBe(1);
  expect(await db.changes.count()).toBe(1);
});

test('a command sent twice at the same time is done once', async () => {
  const { db, call } = await newStore();
  const commandId = uuid();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => call('contacts.add', { draft: { name: 'Jonas Weil' } }, { commandId })),
  );
  expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
  expect(await db.contacts.count()).toBe(1);
});

test('a tag that was removed meanwhile does not come back with a late second sending', async () => {
  const { call } = await newStore();
  const { id } = await call('contacts.add', { draft: { name: 'Mara Iqbal' } });
  const commandId = uuid();
  const tagged = { contactIds: [id], path: 'Region / Norway' };
  const { id: tagId } = await call('tags.assign', tagged, { commandId });
  await call('tags.unassign', { contactIds: [id], tagId });
  expect(await call('tags.assign', tagged, { commandId })).toEqual({ id: tagId, count: 1 });
  expect((await call('contacts.view', { id })).tags).toEqual([]);
});

test('the id of one command does not answer another', async () => {
  const { ask, call } = await newStore();
  const commandId = uuid();
  await call('contacts.add', { draft: { name: 'Jonas Weil' } }, { commandId });
  const answer = await ask('tags.add', { path: 'Region' }, { commandId });
  expect(answer).toMatchObject({ ok: false, error: { code: 'conflict' } });
});
