import { expect, test, vi } from 'vitest';
import { refreshInsight } from '@/lib/store/insight-job';
import { measureRows } from '@/lib/store/measure-pages';
import { measuresOf, readCommon, readMeasures } from '@/lib/store/read-measures';
import { DAY, importPeople, newStore, START, type Store } from './support';

const refresh = ({ db, clock }: Store, again = false) =>
  refreshInsight({ db, now: () => clock.now, zone: 'UTC' }, { again });

/** Stages as they are kept, by contact. */
async function kept({ db }: Store) {
  const rows = (await db.measures.toArray()).flatMap(measureRows);
  return rows.map(({ id, params }) => [id, params.stage, params.stageSince]);
}

async function regulars(people: number): Promise<Store & { ids: string[] }> {
  const store = await newStore();
  await importPeople(
    store,
    Array.from({ length: people }, (_, n) => ({ name: `Person ${n}`, email: `p${n}@many.example` })),
  );
  const ids = (await store.db.contacts.toCollection().primaryKeys()) as string[];
  for (const [n, id] of ids.slice(0, 12).entries()) {
    for (let turn = 0; turn < 7; turn += 1) {
      const at = START - (n + 1) * DAY - turn * 30 * DAY;
      await store.call('activities.log', { activity: { type: 'meeting', contactIds: [id], at } });
    }
  }
  return { ...store, ids };
}

test('once a day all are counted; a stage near its edge waits for another day, and since when it holds is told', async () => {
  const store = await regulars(20);
  const { db, clock, ids } = store;
  expect(await refresh(store)).toEqual({ changed: true });
  expect(await refresh(store)).toEqual({ changed: false });
  const common = await readCommon(db, 0);
  expect(common).toMatchObject({ contacts: 20, talkers: 12, buyers: 0, buying: null, talking: null });
  expect(common.both).toEqual({ gap: 30, regularity: 4, gaps: 12 });
  const before = await kept(store);
  expect(before.filter(([, stage]) => stage === 3)).toHaveLength(12);
  const stage = (await measuresOf(db, [ids[0]!], clock.now, 'UTC')).stage(0)!;
  // Six meetings 30 days apart: the sixth made it mature.
  expect(stage).toMatchObject({ stage: 'maturity', since: Math.floor(START / DAY) - 1 - 30 });
  clock.now += 100 * DAY;
  expect(await refresh(store)).toEqual({ changed: true });
  const later = await kept(store);
  expect(later.filter(([, one]) => one === 4)).toHaveLength(12);
  expect(new Set(later.filter(([, one]) => one === 4).map(([, , since]) => since))).toEqual(
    new Set([Math.floor(clock.now / DAY)]),
  );
}, 60_000);

test('a run that dies in the middle loses and doubles nothing', async () => {
  const whole = await regulars(1400);
  await refresh(whole);
  const expected = (await kept(whole)).map(([, ...rest]) => rest);
  const store = await regulars(1400);
  const put = store.db.measures.bulkPut.bind(store.db.measures);
  const dies = vi.spyOn(store.db.measures, 'bulkPut').mockImplementationOnce(() => {
    throw new Error('gone');
  });
  await expect(refresh(store)).rejects.toThrow('gone');
  dies.mockImplementation(put as never);
  expect((await kept(store)).every(([, stage]) => stage === 0)).toBe(true);
  expect(await refresh(store)).toEqual({ changed: true });
  expect((await kept(store)).map(([, ...rest]) => rest)).toEqual(expected);
  expect(await refresh(store)).toEqual({ changed: false });
}, 120_000);

test('the stage that the user sets holds until it is taken back, and is undone', async () => {
  const store = await regulars(3);
  const { db, call, clock, ids } = store;
  await refresh(store);
  const id = ids[0]!;
  await call('contacts.setStage', { id, stage: { stage: 'exit', reason: 'Moved away' } });
  const stage = async () => (await measuresOf(db, [id], clock.now, 'UTC')).stage(0);
  expect(await stage()).toMatchObject({ stage: 'exit', set: true });
  expect((await call('figures.view', { contactId: id })).stage).toMatchObject({
    stage: 'exit',
    set: { reason: 'Moved away', counted: 'maturity' },
  });
  expect((await call('contacts.view', { id })).stage).toBe('left');
  expect((await readMeasures(db, clock.now, 'UTC')).choice('stage', 0)).toBe('exit');
  await call('changes.undo', {});
  expect(await stage()).toMatchObject({ stage: 'maturity', set: false });
  await call('contacts.setStage', { id, stage: { stage: 'growth', reason: '' } });
  await call('contacts.setStage', { id, stage: null });
  expect(await stage()).toMatchObject({ stage: 'maturity', set: false });
}, 60_000);

test('somebody personal has neither a stage nor figures of trade; the rhythm and the strength of the tie are told', async () => {
  const store = await regulars(3);
  const { call, ids } = store;
  await refresh(store);
  const id = ids[0]!;
  const amount = { minor: 1000, currency: 'EUR' };
  await call('activities.log', { activity: { type: 'purchase', contactIds: [id], at: START, amount } });
  const view = () => call('figures.view', { contactId: id });
  const names = async () => (await view()).figures.map(({ name }) => name);
  expect((await view()).stage).not.toBeNull();
  expect(await names()).toEqual(['overdue', 'strength', 'returns', 'worth', 'rfm', 'loyalty', 'replyHours']);
  await call('contacts.edit', { id, kind: 'personal' });
  expect(await view()).toMatchObject({ stage: null, trade: false });
  expect(await names()).toEqual(['overdue', 'strength', 'replyHours']);
  expect((await call('contacts.view', { id })).stage).toBeNull();
  expect((await call('contacts.rows', { ids }))[0]!.stage).toBeNull();
  expect((await call('contacts.rows', { ids }))[1]!.stage).toBe('mature');
});

test('a new rate and another base currency hold at once', async () => {
  const { db, call, clock } = await newStore();
  const { id } = await call('contacts.add', { draft: { name: 'Ada' } });
  const amount = { minor: 1000, currency: 'JPY' };
  await call('activities.log', { activity: { type: 'purchase', contactIds: [id], at: START, amount } });
  const spent = async () => {
    const measures = await measuresOf(db, [id], clock.now, 'UTC');
    return [measures.number('spent', 0), measures.events.withoutRate];
  };
  expect(await spent()).toEqual([0, 1]);
  await call('settings.set', { settings: { rates: { JPY: 0.006 } } } as never);
  expect(await spent()).toEqual([600, 0]);
});

test('what is usual is counted anew once a rate or a weight was set, and when much came; and no more than once', async () => {
  const store = await regulars(20);
  const { db, call } = store;
  await refresh(store);
  const again = async () => [await refresh(store), await refresh(store)].map(({ changed }) => changed);
  expect(await again()).toEqual([false, false]);
  await call('settings.set', { settings: { figures: { margin: 0.4 } } });
  expect(await again()).toEqual([true, false]);
  expect((await readCommon(db, 0)).choices.margin).toBe(0.4);
  await call('changes.undo', {});
  expect(await again()).toEqual([true, false]);
  expect((await readCommon(db, 0)).choices.margin).toBe(1);
  await call('settings.set', { settings: { rates: { JPY: 0.006 } } });
  expect(await again()).toEqual([true, false]);
  await call('contacts.add', { draft: { name: 'One more' } });
  expect(await again()).toEqual([false, false]);
  await importPeople(
    store,
    Array.from({ length: 5 }, (_, n) => ({ name: `New ${n}`, email: `n${n}@many.example` })),
  );
  expect(await again()).toEqual([true, false]);
  expect((await readCommon(db, 0)).contacts).toBe(26);
}, 60_000);

test('the course of a figure is told of quarters in which there was somebody to tell it of', async () => {
  const store = await newStore();
  const { call } = store;
  const { id } = await call('contacts.add', { draft: { name: 'Ada' } });
  const meet = (days: number) =>
    call('activities.log', { activity: { type: 'meeting', contactIds: [id], at: START - days * DAY } });
  const trend = async () => {
    const { figures } = await call('figures.view', { contactId: id });
    return figures.find(({ name }) => name === 'strength')?.trend;
  };
  await meet(2);
  expect(await trend()).toBeNull();
  for (let days = 400; days > 200; days -= 10) await meet(days);
  const told = await trend();
  expect(told?.key).toBe('figures.trend_falling');
  const course = String(told?.params.course).split(' → ').map(Number);
  expect(course).toHaveLength(5);
  expect(course[1]).toBeGreaterThan(course[3]!);
});
