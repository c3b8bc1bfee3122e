import { beforeEach, expect, test, vi } from 'vitest';
import { CONTROL_FROM } from '@/lib/advice/engine/barred';
import type { Outcome } from '@/lib/crm/outcomes';
import { learnedOf } from '@/lib/store/learned';
import { rowOf } from '@/lib/store/work';
import { DAY, newStore, START, type Store } from './support';

/** Whom the draw holds out in these tests: an id is chance, and here it is to be known. */
const drawn = vi.hoisted(() => new Set<string>());
vi.mock('@/lib/advice/engine/draw', async (original) => {
  const real = await original<typeof import('@/lib/advice/engine/draw')>();
  const hash = (text: string) => {
    const [matter, id] = text.split('|');
    return matter === 'control' ? (drawn.has(id!) ? 0 : 2 ** 32 - 1) : real.hash(text);
  };
  return { ...real, hash };
});
beforeEach(() => drawn.clear());

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
  drawn.add(held);
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

test('a place that was left empty cools off as what was answered does: the day does not fill with gaps', async () => {
  const store = await newStore();
  const [held, other] = [await silentOne(store, 'Ingrid'), await silentOne(store, 'Tomas')];
  await manyAdvised(store);
  drawn.add(held);
  const kept = async () =>
    (await store.db.outcomes.where('k.contact').equals(held).toArray()).map((row) => row.body.playId);
  const today = async () => {
    const plan = await store.call('advice.today', {});
    await store.call('advice.shown', { contactIds: [held, other] });
    return [...plan.held.items, ...plan.held.rest];
  };
  // All day long it stands there.
  expect(await today()).toEqual([held]);
  expect(await today()).toEqual([held]);
  const [first] = await kept();
  const days = [];
  for (let day = 1; day <= 4; day += 1) {
    store.clock.now += DAY;
    days.push((await today()).length);
  }
  const plays = await kept();
  // Another play may leave it empty on another day, none twice.
  expect(new Set(plays).size).toBe(plays.length);
  expect(days.at(-1)).toBe(0);
  expect((await store.call('advice.contact', { contactId: held })).rejected).toEqual(
    expect.arrayContaining([expect.objectContaining({ why: 'control' })]),
  );
  const cooling = (await store.call('plays.list', {})).find(({ id }) => id === first)?.coolingDays;
  store.clock.now += cooling! * DAY;
  expect(await today()).toEqual([held]);
});

test('who is held out is so on every computer to which the data goes', async () => {
  const store = await newStore();
  const held = await silentOne(store, 'Ingrid');
  await manyAdvised(store);
  drawn.add(held);
  for (const value of ['the old computer', 'the new computer']) {
    await store.db.meta.put({ key: 'device', value });
    expect(await store.call('advice.contact', { contactId: held })).toMatchObject({ held: true });
  }
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
  drawn.add(held);
  await store.call('advice.shown', { contactIds: [held, wrote, told] });
  expect(await store.call('advice.effect', {})).toMatchObject({
    since: '2025-01-26',
    early: 3,
    total: { advised: { n: 0 }, held: { n: 0 }, difference: null },
  });
  await mail(store, wrote, 3, 'in');
  await mail(store, told, 3, 'out');
  // As advised: of a call, a meeting or a visit without a direction nobody knows who began it.
  for (const type of ['call', 'meeting', 'visit'] as const) {
    const at = START + 4 * DAY;
    await store.call('activities.log', { activity: { type, contactIds: [told], at, subject: 'Lamps' } });
  }
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
  await store.call('activities.log', {
    activity: {
      type: 'call',
      direction: 'in',
      contactIds: [told],
      at: START + 5 * DAY,
      subject: 'Asks for a lamp',
    },
  });
  expect(await store.call('advice.effect', {})).toMatchObject({ total: { advised: { n: 2, came: 2 } } });
  expect(await store.call('advice.effect', { of: 'purchase' })).toMatchObject({
    total: { advised: { n: 2, came: 0 }, held: { n: 1, came: 1 } },
  });
  await store.call('contacts.delete', { ids: [held] });
  expect((await store.call('advice.effect', {})).total.held.n).toBe(0);
});
