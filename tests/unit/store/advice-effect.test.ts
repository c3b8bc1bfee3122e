import { expect, test } from 'vitest';
import { CONTROL_FROM, isControl } from '@/lib/advice/engine/barred';
import type { Outcome } from '@/lib/crm/outcomes';
import { learnedOf } from '@/lib/store/learned';
import { rowOf } from '@/lib/store/work';
import { DAY, newStore, START, type Store } from './support';

const nobody = (n: number) => `0190b1a0-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** Suggestions about so many contacts, long ago: from then on some are held out. */
async function manyAdvised({ db }: Store): Promise<void> {
  const rows = Array.from(
    { length: CONTROL_FROM },
    (_, n): Outcome => ({
      id: nobody(n),
      schema: 1,
      clock: '',
      deletedAt: null,
      contactId: nobody(5000 + n),
      playId: 'silent',
      day: '2025-01-01',
      shownAt: START - 400 * DAY + n,
      prior: 0,
      chance: 0.5,
      propensity: 1,
      features: {},
      became: 'ignored',
      decidedAt: START - 380 * DAY,
    }),
  );
  await db.outcomes.bulkPut(rows.map((body) => rowOf('outcomes', body)));
}

/** Makes this the computer of a user by whose draw the one is held out, and the others are not. */
async function drawn({ db }: Store, held: string, others: string[] = []): Promise<void> {
  for (let n = 0; ; n += 1) {
    const who = { user: `computer ${n}`, advised: CONTROL_FROM };
    if (!isControl(held, who) || others.some((id) => isControl(id, who))) continue;
    await db.meta.put({ key: 'device', value: who.user });
    return;
  }
}

async function silentOne(store: Store, name: string): Promise<string> {
  const points = [{ kind: 'email' as const, value: `${name.toLowerCase()}@north.example` }];
  const { id } = await store.call('contacts.add', { draft: { name, points } });
  for (let turn = 0; turn < 8; turn += 1) {
    const at = START - (60 + 10 * turn) * DAY;
    await store.call('activities.log', {
      activity: { type: 'call', contactIds: [id], at, subject: 'Lamps' },
    });
  }
  return id;
}

const mail = (store: Store, id: string, days: number, direction: 'in' | 'out') =>
  store.call('activities.log', {
    activity: { type: 'mail', direction, contactIds: [id], at: START + days * DAY, subject: 'Lamps' },
  });

test('who is held out is kept beside who was advised, teaches nothing, and is owed what is owed', async () => {
  const store = await newStore();
  const [held, other] = [await silentOne(store, 'Ingrid'), await silentOne(store, 'Tomas')];
  await manyAdvised(store);
  const before = await learnedOf(store.db);
  await drawn(store, held, [other]);
  await store.call('tasks.add', { contactIds: [held], title: 'Send the list', due: { date: '2026-03-02' } });

  expect(await store.call('advice.contact', { contactId: held })).toMatchObject({
    advice: null,
    held: true,
    rejected: expect.arrayContaining([expect.objectContaining({ why: 'control' })]),
  });
  expect((await store.call('contacts.view', { id: held }))?.steps[0]).toMatchObject({ kind: 'task' });
  const plan = await store.call('advice.today', {});
  expect(plan.held.items).toEqual([held]);
  expect(plan.items.map(({ contact }) => contact.id)).toEqual([other]);

  expect(await store.call('advice.shown', { contactIds: [held, other] })).toEqual({ count: 2 });
  expect(await store.call('advice.shown', { contactIds: [held, other] })).toEqual({ count: 0 });
  const own = async () =>
    (await store.db.outcomes.where('k.contact').equals(held).toArray()).map((row) => row.body);
  expect(await own()).toMatchObject([{ became: 'held', decidedAt: null }]);
  store.clock.now += 15 * DAY;
  await store.call('figures.refresh', {});
  expect(await own()).toMatchObject([{ became: 'held' }]);
  const after = await learnedOf(store.db);
  // What was left alone about the other one teaches; who was held out does not.
  expect(after.n).toBe(before.n + 1);
  const shown = (await store.call('plays.list', {})).map(({ outcomes }) => outcomes.shown);
  expect(shown.every((count) => count === 0)).toBe(true);
});

test('what came within four weeks is compared: of them, not of the user; nothing that was owed counts', async () => {
  const store = await newStore();
  const early = await store.call('advice.effect', {});
  expect(early).toMatchObject({ since: null, advised: 0, needs: CONTROL_FROM, plays: [] });
  const [held, wrote, told] = [
    await silentOne(store, 'Ingrid'),
    await silentOne(store, 'Tomas'),
    await silentOne(store, 'Ada'),
  ];
  await manyAdvised(store);
  await drawn(store, held, [wrote, told]);
  await store.call('advice.shown', { contactIds: [held, wrote, told] });
  expect(await store.call('advice.effect', {})).toMatchObject({
    since: '2025-01-26',
    early: 3,
    total: { advised: { n: 0 }, held: { n: 0 }, difference: null },
  });
  await mail(store, wrote, 3, 'in');
  await mail(store, told, 3, 'out');
  // Too late, and before.
  await mail(store, told, 40, 'in');
  await store.call('tasks.add', { contactIds: [told], title: 'Call', due: { date: '2026-03-03' } });
  await store.call('activities.log', {
    activity: {
      type: 'purchase',
      contactIds: [held],
      at: START + 5 * DAY,
      subject: 'Lamp',
      amount: { minor: 100, currency: 'EUR' },
    },
  });
  store.clock.now = START + 50 * DAY;
  expect(await store.call('advice.effect', {})).toMatchObject({
    early: 0,
    total: { advised: { n: 2, came: 1 }, held: { n: 1, came: 1 } },
    plays: [{ advised: { n: 2, came: 1 }, held: { n: 1, came: 1 }, difference: null }],
  });
  expect(await store.call('advice.effect', { of: 'purchase' })).toMatchObject({
    total: { advised: { n: 2, came: 0 }, held: { n: 1, came: 1 } },
  });
  await store.call('contacts.delete', { ids: [held] });
  expect((await store.call('advice.effect', {})).total.held.n).toBe(0);
});
