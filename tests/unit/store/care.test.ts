import { expect, test } from 'vitest';
import { eventOf, lastValue } from '@/lib/insight/events';
import { backupText } from './deal-support';
import { newStore } from './support';

test('a mark of mood and a gift stand in the time line, and are no exchange', async () => {
  const store = await newStore();
  const { call, ask, db } = store;
  const { id } = await call('contacts.add', { draft: { name: 'Anna Berg' } });
  const log = (activity: object) =>
    call('activities.log', { activity: { contactIds: [id], ...activity } as never });
  await log({ type: 'mood', value: -1, subject: 'Sounded tired' });
  await log({
    type: 'gift',
    subject: 'A book on lamps',
    direction: 'out',
    amount: { minor: 2500, currency: 'EUR' },
  });
  const view = await call('contacts.view', { id });
  expect(view.timeline).toMatchObject([
    { type: 'gift', subject: 'A book on lamps', amount: { minor: 2500 } },
    { type: 'mood', value: -1 },
  ]);
  expect(view.pulse.sent.every((week) => week === 0)).toBe(true);
  const events = (await db.activities.toArray()).map((row) => eventOf(row.body, [id]));
  expect(events.map((event) => event.value).sort()).toEqual([-1, 2500]);
  expect(await backupText(store)).toContain('"value":-1');
  expect(
    await ask('activities.log', { activity: { type: 'mood', contactIds: [id], value: 3 } }),
  ).toMatchObject({ error: { code: 'invalid' } });
  const packed = {
    ids: [id],
    offsets: Int32Array.of(0, 2),
    at: Int32Array.of(1, 2),
    days: Int32Array.of(0, 0),
    codes: Uint8Array.from(events.map((event) => event.code)),
    values: Float64Array.from(events.map((event) => event.value ?? Number.NaN)),
    withoutRate: 0,
  };
  expect(lastValue(packed, 0, 'mood')).toBe(-1);
  expect(lastValue(packed, 0, 'call')).toBeNull();
});

test('a need is noted, heard again, found, kept through a merge, and goes with its contact', async () => {
  const store = await newStore();
  const { call, ask, clock } = store;
  const [a, b] = await Promise.all(
    ['Anna Berg', 'Anna B.'].map(async (name) => (await call('contacts.add', { draft: { name } })).id),
  );
  const note = await call('notes.add', { contactIds: [b!], text: 'She wants light without glare.' });
  const need = { quote: 'light without glare', kind: 'explicit', strength: 3, status: 'open' } as const;
  const { id: needId } = await call('needs.set', { contactId: b!, need, activityId: note.id });
  const heard = (await call('contacts.view', { id: b! })).needs[0]?.confirmedAt ?? 0;
  clock.now += 86_400_000;
  await call('needs.set', { contactId: b!, needId, need });
  const [again] = (await call('contacts.view', { id: b! })).needs;
  expect(again).toMatchObject({ id: needId, activityId: note.id, strength: 3 });
  expect(again!.confirmedAt! - heard).toBeGreaterThan(86_000_000);
  await call('changes.undo', {});
  expect((await call('contacts.view', { id: b! })).needs[0]?.confirmedAt).toBe(heard);

  await call('contacts.merge', { groups: [{ into: a!, from: [b!] }] });
  expect((await call('contacts.view', { id: a! })).needs).toMatchObject([{ id: needId }]);
  await call('contacts.unmerge', { id: b! });
  expect((await call('contacts.view', { id: a! })).needs).toEqual([]);
  expect((await call('contacts.view', { id: b! })).needs).toMatchObject([{ id: needId }]);

  expect((await call('search.find', { text: 'glare' })).hits).toMatchObject([{ id: b }]);
  expect((await call('data.give', { id: b! })).needs).toMatchObject([{ quote: 'light without glare' }]);
  expect(await ask('needs.set', { contactId: b, need: { ...need, strength: 4 } })).toMatchObject({
    error: { code: 'invalid' },
  });
  await call('needs.remove', { contactId: b!, needId });
  expect((await call('contacts.view', { id: b! })).needs).toEqual([]);
  await call('changes.undo', {});
  await call('contacts.erase', { id: b! });
  expect(await backupText(store)).not.toContain('glare');
});
