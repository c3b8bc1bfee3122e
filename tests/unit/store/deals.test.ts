import { describe, expect, test } from 'vitest';
import { backupText } from './deal-support';
import { DAY, newStore, type Store } from './support';

const EUR = (minor: number) => ({ minor, currency: 'EUR' });

async function anna(store: Store, name = 'Anna Berg', company = 'Fjordlys'): Promise<string> {
  const { id } = await store.call('contacts.add', {
    draft: { name, facts: [{ field: 'company', value: company }] },
  });
  return id;
}

test('a deal goes over the board to its end, and what was won is logged where it was asked for', async () => {
  const store = await newStore();
  const { call, ask, clock } = store;
  const contact = await anna(store);
  const { id } = await call('deals.add', {
    title: 'Forty desk lamps',
    contactIds: [contact],
    amount: EUR(1_840_000),
    expectedOn: '2026-04-20',
    nextStep: { text: 'Send the offer', due: { date: '2026-03-06' } },
  });
  const board = await call('deals.board', {});
  expect(board.stages.map((stage) => [stage.id, stage.deals])).toEqual([
    ['lead', 1],
    ['qualified', 0],
    ['proposal', 0],
    ['negotiation', 0],
  ]);
  expect(board.deals[0]).toMatchObject({ company: { name: 'Fjordlys' }, stageDays: 0, late: false });
  expect(board.forecast).toEqual([{ month: '2026-04', deals: 1, all: 1_840_000, weighted: 184_000 }]);

  clock.now += 3 * DAY;
  await call('deals.move', { id, stageId: 'proposal' });
  clock.now += 60 * DAY;
  const late = await call('deals.board', {});
  expect(late.deals[0]).toMatchObject({ stageId: 'proposal', stageDays: 60, late: true });
  // What should have been closed counts for this month.
  expect(late.forecast).toEqual([{ month: '2026-05', deals: 1, all: 1_840_000, weighted: 920_000 }]);
  expect((await call('contacts.view', { id: contact })).deals).toMatchObject([
    { id, stage: { id: 'proposal' }, late: true },
  ]);

  expect(await ask('deals.move', { id, stageId: 'gone' })).toMatchObject({ error: { code: 'conflict' } });
  expect(await ask('deals.close', { id, state: 'won', reason: ' ' })).toMatchObject({
    error: { code: 'invalid' },
  });
  await call('deals.close', { id, state: 'won', reason: 'Best light', purchase: true });
  const { timeline, deals } = await call('contacts.view', { id: contact });
  expect(deals).toEqual([]);
  expect(timeline).toMatchObject([{ type: 'purchase', subject: 'Forty desk lamps', amount: EUR(1_840_000) }]);
  expect(await call('deals.list', { which: 'won' })).toMatchObject([{ id, reason: 'Best light' }]);

  await call('changes.undo', {});
  expect((await call('contacts.view', { id: contact })).timeline).toEqual([]);
  expect((await call('deals.view', { id })).state).toBe('open');
  await call('deals.close', { id, state: 'lost', reason: 'Too dear' });
  expect((await call('contacts.view', { id: contact })).timeline).toEqual([]);
  await call('deals.reopen', { id });
  expect(await call('deals.view', { id })).toMatchObject({ state: 'open', reason: '', stageId: 'proposal' });
  await call('deals.delete', { ids: [id] });
  expect(await call('deals.count', {})).toEqual({ all: 0, open: 0 });
  await call('changes.undo', {});
  expect(await call('deals.count', {})).toEqual({ all: 1, open: 1 });
});

test('a purchase of nobody, or without an amount, is refused and nothing is closed', async () => {
  const { call, ask } = await newStore();
  const { id } = await call('deals.add', { title: 'Nobody yet', amount: EUR(100) });
  expect(await ask('deals.close', { id, state: 'won', reason: 'x', purchase: true })).toMatchObject({
    error: { code: 'invalid' },
  });
  expect((await call('deals.view', { id })).state).toBe('open');
});

test('a purchase is of nobody who is deleted, and is logged once however often the deal is won', async () => {
  const { call, ask, db } = await newStore();
  const { id: contact } = await call('contacts.add', { draft: { name: 'Anna Berg' } });
  const { id } = await call('deals.add', { title: 'Lamps', amount: EUR(100), contactIds: [contact] });
  const won = { id, state: 'won' as const, reason: 'x', purchase: true };
  await call('contacts.delete', { ids: [contact] });
  expect(await ask('deals.close', won)).toMatchObject({ error: { code: 'invalid' } });
  expect(await db.activities.count()).toBe(0);
  await call('changes.undo', {});
  await call('deals.close', won);
  await call('deals.reopen', { id });
  await call('deals.close', won);
  expect((await call('deals.view', { id })).state).toBe('won');
  expect((await call('contacts.view', { id: contact })).timeline).toHaveLength(1);
});

test('a stage goes only when its deals know where to, and undo brings all of it back', async () => {
  const { call, ask } = await newStore();
  const { id } = await call('deals.add', { title: 'Lamps', stageId: 'qualified' });
  const { stages } = await call('deals.board', {});
  const left = stages
    .filter((stage) => stage.id !== 'qualified')
    .map(({ id: stageId, name, chance }) => ({ id: stageId, name, chance }));
  expect(await ask('pipeline.set', { stages: left })).toMatchObject({ error: { code: 'invalid' } });
  expect((await call('deals.board', {})).stages).toHaveLength(4);
  expect(await call('pipeline.set', { stages: left, moves: { qualified: 'proposal' } })).toEqual({
    moved: 1,
  });
  expect(await call('deals.view', { id })).toMatchObject({
    stageId: 'proposal',
    passed: [{ stageId: 'qualified' }],
  });
  await call('changes.undo', {});
  expect((await call('deals.board', {})).stages).toHaveLength(4);
  expect((await call('deals.view', { id })).stageId).toBe('qualified');
  expect(await ask('pipeline.set', { stages: [left[0], left[0]] })).toMatchObject({
    error: { code: 'invalid' },
  });
});

describe('chances and currencies', () => {
  test('shares are measured from twenty closed deals on, each with its interval', async () => {
    const { call } = await newStore();
    for (let at = 0; at < 20; at += 1) {
      const { id } = await call('deals.add', { title: `Deal ${at}` });
      // All reach the offer, the last five stay before the talks.
      await call('deals.move', { id, stageId: at < 15 ? 'negotiation' : 'proposal' });
      if (at === 19) expect((await call('deals.board', {})).stages[0]?.measured).toBeNull();
      await call('deals.close', { id, state: at < 10 ? 'won' : 'lost', reason: 'x' });
    }
    const { stages } = await call('deals.board', {});
    const shares = stages.map(({ measured }) => [measured?.n, measured?.value]);
    expect(shares).toEqual([
      [20, 0.5],
      [20, 0.5],
      [20, 0.5],
      [15, 10 / 15],
    ]);
    // Wilson 1927 for 10 of 20.
    expect(stages[0]?.measured?.low).toBeCloseTo(0.2993, 4);
    expect(stages[0]?.measured?.high).toBeCloseTo(0.7007, 4);
  });

  test('an amount without a rate is named and in no sum of the base currency', async () => {
    const { call } = await newStore();
    await call('settings.set', { settings: { baseCurrency: 'EUR', rates: { JPY: 0.006 } } });
    await call('deals.add', { title: 'Yen', amount: { minor: 1_000_000, currency: 'JPY' } });
    await call('deals.add', { title: 'Dollar', amount: { minor: 500_000, currency: 'USD' } });
    const board = await call('deals.board', {});
    // A yen has no cents: 1,000,000 yen are 6,000 euros.
    expect(board.forecast).toEqual([{ month: '', deals: 1, all: 600_000, weighted: 60_000 }]);
    expect(board.noRate).toEqual(['USD']);
    expect(board.stages[0]?.sums).toEqual([
      { currency: 'JPY', minor: 1_000_000 },
      { currency: 'USD', minor: 500_000 },
    ]);
  });
});

test('deals follow a merge, are found, are given, are in the backup, and stay without whom is erased', async () => {
  const store = await newStore();
  const { call } = store;
  const [a, b] = [await anna(store), await anna(store, 'Anna B.')];
  const own = await call('deals.add', { title: 'Greenhouse roof', contactIds: [b], note: 'Kestrel glass' });
  const shared = await call('deals.add', { title: 'Shared tent', contactIds: [a, await anna(store, 'Lin')] });
  await call('contacts.merge', { groups: [{ into: a, from: [b] }] });
  expect((await call('contacts.view', { id: a })).deals.map((deal) => deal.id).sort()).toEqual(
    [own.id, shared.id].sort(),
  );
  const { hits } = await call('search.find', { text: 'kestrel' });
  expect(hits).toMatchObject([{ kind: 'contact', id: a, found: { table: 'deals', id: own.id } }]);
  const given = (await call('data.give', { id: a })).deals.map(({ title, note }) => [title, note]);
  // What is about somebody else too is not given.
  expect(given.sort()).toEqual([
    [null, null],
    ['Greenhouse roof', 'Kestrel glass'],
  ]);
  expect(await backupText(store)).toContain('Kestrel glass');
  await call('contacts.unmerge', { id: b });
  expect((await call('contacts.view', { id: b })).deals).toHaveLength(1);

  await call('contacts.erase', { id: b });
  const left = await backupText(store);
  expect(left).not.toContain(b);
  // What was agreed with their company, or with somebody else too, stays in the books without them.
  const deals = await call('deals.list', { which: 'all' });
  expect(deals.map(({ title, contacts }) => [title, contacts.length]).sort()).toEqual([
    ['Greenhouse roof', 0],
    ['Shared tent', 2],
  ]);
});

test('a deal of nobody stands for itself in search', async () => {
  const { call } = await newStore();
  const { id } = await call('deals.add', { title: 'Kestrel fence' });
  expect((await call('search.find', { text: 'kestrel' })).hits).toMatchObject([{ kind: 'deal', id }]);
});

test('a deal that is won again for another amount is one purchase, of that amount', async () => {
  const { call } = await newStore();
  const { id: contact } = await call('contacts.add', { draft: { name: 'Anna Berg' } });
  const { id } = await call('deals.add', { title: 'Lamps', amount: EUR(100), contactIds: [contact] });
  const won = { id, state: 'won' as const, reason: 'x', purchase: true };
  await call('deals.close', won);
  await call('deals.reopen', { id });
  await call('deals.edit', { id, amount: EUR(250) });
  await call('deals.close', won);
  const { timeline } = await call('contacts.view', { id: contact });
  expect(timeline.map(({ amount }) => amount)).toEqual([EUR(250)]);
});

test('a deal that goes to another contact goes to where they work', async () => {
  const store = await newStore();
  const { call } = store;
  const [first, second] = [await anna(store, 'Anna Berg', 'Acme'), await anna(store, 'Ben Falk', 'Globex')];
  const { id } = await call('deals.add', { title: 'Lamps', contactIds: [first] });
  expect((await call('deals.view', { id })).company).toMatchObject({ name: 'Acme' });
  await call('deals.edit', { id, contactIds: [second] });
  expect((await call('deals.view', { id })).company).toMatchObject({ name: 'Globex' });
});
