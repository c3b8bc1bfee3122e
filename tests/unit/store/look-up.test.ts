import { expect, test } from 'vitest';
import { lookUp } from '@/lib/store/matches';
import { DAY, newStore, START } from './support';

/** A store with one person, and what a chip says of that person at a moment. */
async function storeWith(cadenceDays?: number) {
  const store = await newStore();
  const points = [{ kind: 'email' as const, value: 'anna@fjordlys.example' }];
  const { id } = await store.call('contacts.add', { draft: { name: 'Anna Berg', points, cadenceDays } });
  const word = async (now: number, zone = 'UTC') => {
    const { found, words } = await lookUp(store.db, ['anna@fjordlys.example', 'nobody@x.example'], now, zone);
    expect([...found.keys()]).toEqual(['anna@fjordlys.example']);
    return words.get(id) ?? null;
  };
  return { ...store, id, word };
}

test('nothing is said of somebody with nothing open, and nobody is found by no address', async () => {
  const { db, word } = await storeWith();
  expect(await word(START)).toBeNull();
  expect(await lookUp(db, [], START)).toEqual({ found: new Map(), words: new Map() });
});

test('the most pressing is said: late, promise, task today, waiting, cadence', async () => {
  const { call, id, word } = await storeWith(1);
  expect(await word(START + DAY / 2)).toBeNull();
  expect(await word(START + 2 * DAY)).toBe('due');
  await call('activities.log', { activity: { type: 'mail', contactIds: [id], direction: 'in', at: START } });
  expect(await word(START + DAY)).toBe('waiting');
  await call('tasks.add', { title: 'Call', contactIds: [id], due: { date: '2026-03-05' } });
  expect(await word(START)).toBe('waiting');
  expect(await word(START + 3 * DAY)).toBe('task');
  const promise = { by: 'me' as const, due: null };
  await call('activities.log', { activity: { type: 'promise', contactIds: [id], promise } });
  expect(await word(START + 3 * DAY)).toBe('promise');
  expect(await word(START + 4 * DAY)).toBe('late');
});

test('a day is late where it is over', async () => {
  const { call, id, word } = await storeWith();
  await call('tasks.add', { title: 'Call', contactIds: [id], due: { date: '2026-03-02' } });
  const evening = Date.UTC(2026, 2, 2, 20);
  expect([await word(evening, 'America/New_York'), await word(evening, 'Asia/Shanghai')]).toEqual([
    'task',
    'late',
  ]);
});

test('a promise is said of whoever it was made to, and of the one whom that contact went into, until it is kept', async () => {
  const { call, id, word } = await storeWith();
  const { id: other } = await call('contacts.add', { draft: { name: 'A. Berg', points: [] } });
  const promise = { by: 'me' as const, due: null };
  const made = await call('activities.log', {
    activity: { type: 'promise', contactIds: [other], promise },
  });
  expect(await word(START)).toBeNull();
  await call('contacts.merge', { groups: [{ into: id, from: [other] }] });
  expect(await word(START)).toBe('promise');
  await call('promises.correct', { id: made.id, as: { kind: 'kept', on: '2026-03-02' } });
  expect(await word(START)).toBeNull();
});
