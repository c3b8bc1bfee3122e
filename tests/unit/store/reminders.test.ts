import { expect, test } from 'vitest';
import { DEFAULT_REMINDING } from '@/lib/crm/reminding';
import { remembered, remindersNow } from '@/lib/store/reminders';
import { DAY, newStore, START } from './support';

const TODAY = '2026-03-02';
const ON = { ...DEFAULT_REMINDING, on: true };

async function reminding() {
  const store = await newStore();
  await store.call('device.set', { device: { reminders: ON } });
  const now = (at = store.clock.now) => remindersNow(store.db, at, 'UTC');
  const add = async (draft: object) => (await store.call('contacts.add', { draft: draft as never })).id;
  return { ...store, now, add };
}

test('nothing is looked for until the user wants it', async () => {
  const { db, call, clock } = await newStore();
  await call('tasks.add', { title: 'Call', contactIds: [], due: { date: TODAY } });
  expect(await remindersNow(db, clock.now, 'UTC')).toBeNull();
});

test('tasks, promises of both sides, rhythms and dates are found on their day, and each is shown once', async () => {
  const { db, call, clock, now, add } = await reminding();
  const anna = await add({
    name: 'Anna Berg',
    dates: [{ kind: 'birthday', date: { calendar: 'gregorian', year: 1984, month: 3, day: 2 } }],
  });
  clock.now = START - 30 * DAY;
  const wei = await add({ name: '王伟' });
  await call('contacts.setCadence', { ids: [wei], days: 30 });
  clock.now = START;
  await call('tasks.add', { title: 'Send the offer', contactIds: [anna], due: { date: TODAY } });
  await call('tasks.add', { title: 'Of nobody', contactIds: [], due: { date: TODAY, time: '15:00' } });
  await call('tasks.add', { title: 'Next week', contactIds: [anna], due: { date: '2026-03-09' } });
  const promise = (by: 'me' | 'them', subject: string) =>
    call('activities.log', {
      activity: { type: 'promise', contactIds: [anna], subject, promise: { by, due: { date: TODAY } } },
    });
  await promise('me', 'the price list');
  await promise('them', 'the drawings');
  clock.now = START + 60_000;
  const first = (await now())!;
  const found = first.notices.flat();
  expect(found.map(({ kind, what, who }) => [kind, what, who?.name ?? null]).sort()).toEqual(
    [
      ['cadence', '', '王伟'],
      ['date', '', 'Anna Berg'],
      ['promise', 'the price list', 'Anna Berg'],
      ['task', 'Send the offer', 'Anna Berg'],
      ['theirs', 'the drawings', 'Anna Berg'],
    ].sort(),
  );
  expect(found.find((one) => one.kind === 'date')?.date).toEqual({ kind: 'birthday', age: 42 });
  expect(new Date(first.next).toISOString()).toBe('2026-03-02T15:00:00.000Z');
  await remembered(db, first.notices, clock.now, 'UTC');
  expect((await now())!.notices).toEqual([]);
  const later = await now(Date.UTC(2026, 2, 2, 15));
  expect(later!.notices.flat().map((one) => one.what)).toEqual(['Of nobody']);
  // What is kept names nobody.
  const kept = String((await db.meta.get('reminded'))?.value);
  expect(kept).not.toContain(anna);
});

test('done, put off, deleted and not to be contacted: no reminder; a day that was moved is a new one', async () => {
  const { call, clock, now, add, db } = await reminding();
  const anna = await add({ name: 'Anna Berg' });
  const ben = await add({
    name: 'Ben Ito',
    dates: [{ kind: 'birthday', date: { calendar: 'gregorian', month: 3, day: 2 } }],
  });
  const [done, off, moved] = await Promise.all(
    ['done', 'off', 'moved'].map((title) =>
      call('tasks.add', { title, contactIds: [anna], due: { date: TODAY } }),
    ),
  );
  await call('tasks.edit', { id: done!.id, doneAt: START });
  await call('steps.snooze', { contactId: anna, key: `task:${off!.id}`, until: START + 3 * DAY });
  await call('contacts.edit', { id: ben, doNotContact: { reason: 'asked' } } as never);
  clock.now = START + 60_000;
  const first = (await now())!;
  expect(first.notices.flat().map((one) => one.what)).toEqual(['moved']);
  await remembered(db, first.notices, clock.now, 'UTC');
  await call('tasks.edit', { id: moved!.id, due: { date: '2026-03-03' } });
  const next = await now(START + DAY + 60_000);
  expect(next!.notices.flat().map((one) => one.what)).toEqual(['moved']);
  await call('contacts.delete', { ids: [anna] });
  expect((await now(START + DAY + 60_000))!.notices).toEqual([]);
});
