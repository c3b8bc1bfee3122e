import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import type { Query } from '@/lib/crm/segments';
import { lastMove, tierMoves } from '@/lib/crm/tier-now';
import type { Tier } from '@/lib/crm/tiers';
import { settingsOf } from '@/lib/store/settings';
import { newStore, type Store } from './support';

const inCity = (value: string): Query => ({ ask: 'fact', field: 'city', has: 'is', value });

async function person({ call }: Store, name: string, city: string): Promise<string> {
  return (await call('contacts.add', { draft: { name, facts: [{ field: 'city', value: city }] } })).id;
}

async function segment({ call }: Store, query: Query, name = 'One'): Promise<string> {
  const id = uuid();
  await call('segments.put', { id, name, query });
  return id;
}

const aTier = (name: string, segmentId: string, more: Partial<Tier> = {}): Tier => ({
  id: uuid(),
  name,
  segmentId,
  ...more,
});

const bodyOf = async ({ db }: Store, id: string) => (await db.contacts.get(id))!.body;
const levelOf = async (store: Store, id: string) => lastMove((await bodyOf(store, id)).tiers)?.name;

/** Two levels: Oslo before Norway, with a rhythm for the first. */
async function world() {
  const store = await newStore();
  const [ada, bo, cy] = [
    await person(store, 'Ada', 'Oslo'),
    await person(store, 'Bo', 'Bergen'),
    await person(store, 'Cy', 'Rome'),
  ];
  const oslo = await segment(store, inCity('Oslo'), 'Oslo');
  const norway = await segment(store, { any: [inCity('Oslo'), inCity('Bergen')] }, 'Norway');
  const gold = aTier('Gold', oslo, { cadenceDays: 30, minutes: 60 });
  const silver = aTier('Silver', norway);
  return { store, ada, bo, cy, oslo, norway, gold, silver };
}

test('it is shown who would move before anything is saved, and saving moves just them', async () => {
  const { store, ada, bo, cy, gold, silver } = await world();
  const preview = await store.call('tiers.preview', { tiers: [gold, silver] });
  expect(preview).toMatchObject({
    ready: true,
    faults: {},
    counts: { [gold.id]: 1, [silver.id]: 1 },
    moves: 2,
    people: [
      { id: ada, from: '', to: 'Gold' },
      { id: bo, from: '', to: 'Silver' },
    ],
  });
  expect(await levelOf(store, ada)).toBeUndefined();
  expect(await store.call('tiers.set', { tiers: [gold, silver] })).toEqual({ moved: 2 });
  expect([await levelOf(store, ada), await levelOf(store, bo), await levelOf(store, cy)]).toEqual([
    'Gold',
    'Silver',
    undefined,
  ]);
  expect(await store.call('tiers.preview', { tiers: [gold, silver] })).toMatchObject({ moves: 0 });
  expect(await store.call('tiers.preview', { tiers: [silver, gold] })).toMatchObject({
    moves: 1,
    people: [{ id: ada, from: 'Gold', to: 'Silver' }],
  });
});

test('undo takes back the levels and every move; the daily run then moves nobody', async () => {
  const { store, ada, gold, silver } = await world();
  await store.call('tiers.set', { tiers: [gold, silver] });
  await store.call('changes.undo', {});
  expect((await settingsOf(store.db)).tiers).toBeUndefined();
  expect(await levelOf(store, ada)).toBeUndefined();
  expect((await bodyOf(store, ada)).cadence).toBeNull();
  await store.call('figures.refresh', {});
  expect(await levelOf(store, ada)).toBeUndefined();
});

test('the daily run moves whoever changed, keeps the way there, and is nobody’s last command', async () => {
  const { store, ada, gold, silver } = await world();
  await store.call('tiers.set', { tiers: [gold, silver] });
  const [fact] = Object.keys((await bodyOf(store, ada)).facts);
  await store.call('contacts.setFact', { id: ada, factId: fact!, fact: { field: 'city', value: 'Rome' } });
  store.clock.now += 86_400_000;
  await store.call('figures.refresh', {});
  const moves = tierMoves((await bodyOf(store, ada)).tiers);
  expect(moves.map(({ name }) => name)).toEqual(['', 'Gold']);
  expect((await bodyOf(store, ada)).cadence).toBeNull();
  const view = await store.call('contacts.view', { id: ada });
  expect(view?.tier).toMatchObject({ name: '', before: [{ name: 'Gold' }] });
  await store.call('changes.undo', {});
  // What was undone is the fact that was set by hand; the level follows tomorrow.
  expect(Object.values((await bodyOf(store, ada)).facts)[0]).toMatchObject({ value: 'Oslo' });
  store.clock.now += 86_400_000;
  await store.call('figures.refresh', {});
  expect(await levelOf(store, ada)).toBe('Gold');
});

test('a rhythm comes and goes with its level; one that the user set or took away stays as it is', async () => {
  const { store, ada, bo, gold, silver } = await world();
  await store.call('contacts.edit', { id: bo, cadence: { days: 7 } });
  await store.call('tiers.set', { tiers: [gold, { ...silver, cadenceDays: 90 }] });
  expect((await bodyOf(store, ada)).cadence).toMatchObject({ days: 30, from: 'tier' });
  expect((await bodyOf(store, bo)).cadence).toMatchObject({ days: 7 });
  expect((await bodyOf(store, bo)).cadence).not.toHaveProperty('from');
  const gentle = { ...gold, cadenceDays: 60 };
  await store.call('tiers.set', { tiers: [gentle, silver] });
  expect((await bodyOf(store, ada)).cadence).toMatchObject({ days: 60, from: 'tier' });
  await store.call('contacts.edit', { id: ada, cadence: null });
  await store.call('tiers.set', { tiers: [gentle, { ...silver, name: 'Plate' }] });
  expect((await bodyOf(store, ada)).cadence).toBeNull();
  expect(await levelOf(store, bo)).toBe('Plate');
  await store.call('tiers.set', { tiers: [{ ...silver, name: 'Plate' }] });
  expect(await levelOf(store, ada)).toBe('Plate');
  expect((await bodyOf(store, bo)).cadence).toMatchObject({ days: 7 });
});

test('while one level cannot be told nobody moves, and it is said which and why', async () => {
  const { store, ada, oslo, gold, silver } = await world();
  await store.call('tiers.set', { tiers: [gold, silver] });
  await store.call('segments.delete', { ids: [oslo] });
  expect(await store.call('tiers.preview', { tiers: [gold, silver] })).toMatchObject({
    faults: { [gold.id]: 'gone' },
    moves: 0,
  });
  expect(await store.ask('tiers.set', { tiers: [gold, silver] })).toMatchObject({
    error: { code: 'invalid' },
  });
  store.clock.now += 86_400_000;
  await store.call('figures.refresh', {});
  expect(await levelOf(store, ada)).toBe('Gold');
});

test('the level is a question of segments, and a segment that asks it stands for no level', async () => {
  const { store, ada, oslo, gold, silver } = await world();
  await store.call('tiers.set', { tiers: [gold, silver] });
  const ask = (tierId: string | null, has: boolean): Query => ({ ask: 'tier', tierId, has });
  const find = async (query: Query) => {
    const { people, unclear } = await store.call('segments.find', { what: { query } });
    return { names: people.map(({ name }) => name), unclear };
  };
  expect(await find(ask(gold.id, true))).toEqual({ names: ['Ada'], unclear: false });
  expect(await find(ask(gold.id, false))).toEqual({ names: ['Bo', 'Cy'], unclear: false });
  expect(await find(ask(null, true))).toEqual({ names: ['Ada', 'Bo'], unclear: false });
  expect(await find(ask(uuid(), false))).toEqual({ names: [], unclear: true });
  const why = await store.call('segments.explain', { what: { query: ask(gold.id, true) }, contactId: ada });
  expect(why.holds).toBe(true);
  const atAny = await segment(store, ask(null, true), 'At any');
  const around = await segment(store, { ask: 'segment', segmentId: atAny, has: false }, 'Around');
  const ring = aTier('Ring', around);
  expect((await store.call('tiers.preview', { tiers: [ring] })).faults).toEqual({ [ring.id]: 'ring' });
  const query = ask(silver.id, false);
  expect(await store.ask('segments.put', { id: oslo, name: 'Oslo', query })).toMatchObject({
    error: { code: 'invalid' },
  });
});

test('merged into somebody who never was at a level, the level comes along, and goes back when it is taken apart', async () => {
  const { store, bo, cy, ada, gold, silver } = await world();
  await store.call('tiers.set', { tiers: [gold, silver] });
  await store.call('contacts.merge', { groups: [{ into: cy, from: [bo] }] });
  expect(await levelOf(store, cy)).toBe('Silver');
  await store.call('contacts.unmerge', { id: bo });
  expect([await levelOf(store, cy), await levelOf(store, bo)]).toEqual([undefined, 'Silver']);
  await store.call('contacts.merge', { groups: [{ into: ada, from: [bo] }] });
  expect(await levelOf(store, ada)).toBe('Gold');
  expect(tierMoves((await bodyOf(store, ada)).tiers)).toHaveLength(1);
});

test('a move that is undone leaves the level and its rhythm as they were before', async () => {
  const { store, bo, norway, gold, silver } = await world();
  await store.call('tiers.set', { tiers: [gold, { ...silver, cadenceDays: 90 }] });
  const before = await bodyOf(store, bo);
  await store.call('tiers.set', { tiers: [gold] });
  expect((await bodyOf(store, bo)).cadence).toBeNull();
  await store.call('changes.undo', {});
  expect((await bodyOf(store, bo)).tiers).toEqual(before.tiers);
  expect((await bodyOf(store, bo)).cadence).toEqual(before.cadence);
  expect((await settingsOf(store.db)).tiers?.map(({ segmentId }) => segmentId)).toContain(norway);
});

test('a level that gives a rhythm cannot be of who has none: they would come and go each day', async () => {
  const { store } = await world();
  const none = await segment(store, { ask: 'cadence', is: false }, 'Without a rhythm');
  const quiet = aTier('Quiet', none);
  expect((await store.call('tiers.preview', { tiers: [quiet] })).faults).toEqual({});
  const kept = { ...quiet, cadenceDays: 30 };
  expect((await store.call('tiers.preview', { tiers: [kept] })).faults).toEqual({ [quiet.id]: 'ring' });
});

test('a merge brings no rhythm of a level that is not theirs, and a clock that went back ends in one move', async () => {
  const { store, ada, bo, gold, silver } = await world();
  await store.call('tiers.set', { tiers: [gold, silver] });
  await store.call('contacts.merge', { groups: [{ into: bo, from: [ada] }] });
  expect((await bodyOf(store, bo)).cadence).toBeNull();

  const { store: other, bo: one, oslo: city, norway } = await world();
  await other.call('tiers.set', { tiers: [aTier('Gold', norway)] });
  other.clock.now -= 8 * 86_400_000;
  await other.call('tiers.set', { tiers: [aTier('Silver', norway), aTier('Best', city)] });
  const moves = tierMoves((await bodyOf(other, one)).tiers).length;
  expect(await levelOf(other, one)).toBe('Silver');
  await other.call('figures.refresh', { again: true });
  expect(tierMoves((await bodyOf(other, one)).tiers)).toHaveLength(moves);
});
