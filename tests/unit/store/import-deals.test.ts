import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { newStore, type Store } from './support';

const FOLDER = join(import.meta.dirname, '../../fixtures/exchange');

async function run(store: Store, name: string, stages?: Record<string, string>) {
  const file = new Blob([new Uint8Array(readFileSync(join(FOLDER, name)))]);
  const id = uuid();
  const counts = await store.call('imports.run', {
    id,
    name,
    file,
    options: {},
    choices: [],
    otherwise: 'new',
    ...(stages ? { stages } : {}),
  });
  return { id, counts };
}

async function dealsOf({ db }: Store) {
  const rows = await db.deals.toArray();
  const names = new Map((await db.contacts.toArray()).map((row) => [row.id, row.body.name]));
  return rows
    .map(({ body }) => body)
    .filter((deal) => deal.deletedAt === null)
    .map((deal) => ({ ...deal, who: deal.contactIds.map((id) => names.get(id)) }))
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}

test('deals of HubSpot stand on the board, each once with all its contacts, and go with the import', async () => {
  const store = await newStore();
  const { db, call } = store;
  const file = new Blob([new Uint8Array(readFileSync(join(FOLDER, 'hubspot-deals.csv')))]);
  const preview = await call('imports.preview', { file, options: {} });
  expect(preview).toMatchObject({
    deals: 4,
    stages: [{ text: 'Qualified to buy', count: 1, stageId: 'qualified' }],
  });
  expect(await db.deals.count()).toBe(0);
  const { counts } = await run(store, 'hubspot-deals.csv');
  expect(counts).toEqual({ added: 3, changed: 0, same: 0, held: 1 });
  expect(await dealsOf(store)).toMatchObject([
    {
      title: 'Chairs for the studio',
      state: 'won',
      amount: { minor: 125050, currency: 'EUR' },
      closedAt: Date.UTC(2026, 0, 15, 17),
      who: ['Ana Duarte'],
      external: 'hubspot:deal:7001',
    },
    { title: "Nobody's deal", state: 'won', who: [] },
    { title: 'Old deal', state: 'lost', closedAt: Date.UTC(2025, 9, 1, 12) },
    {
      title: 'Spectrometer',
      state: 'open',
      stageId: 'qualified',
      expectedOn: '2026-06-30',
      who: ['Ana Duarte', 'Jonas Weil'],
      createdAt: Date.UTC(2026, 0, 20, 8, 30),
    },
  ]);
  const [ana] = (await db.contacts.toArray()).filter((row) => row.body.name === 'Ana Duarte');
  const view = await call('contacts.view', { id: ana!.id });
  expect(view.timeline.filter((one) => one.type === 'purchase')).toHaveLength(1);
  expect((await call('companies.list', {})).length).toBeGreaterThan(0);

  // The same file once more changes nothing.
  const again = await run(store, 'hubspot-deals.csv');
  expect(again.counts).toMatchObject({ added: 0, changed: 0, same: 3 });
  expect(await db.deals.count()).toBe(4);
  expect(await db.activities.count()).toBe(1);
});

test('undo of an import takes its deals, and the stages that it made', async () => {
  const store = await newStore();
  const { call } = store;
  const { id } = await run(store, 'deals-zh.csv');
  expect((await dealsOf(store)).map(({ title, state, reasonCode }) => [title, state, reasonCode])).toEqual([
    ['仓库照明', 'open', undefined],
    ['办公室改造', 'lost', 'price'],
    ['展厅灯具', 'open', undefined],
    ['样品', 'won', undefined],
  ]);
  const { pipeline } = (await call('settings.get', {})).settings;
  expect(pipeline?.map((stage) => stage.name || stage.id)).toEqual([
    'lead',
    'qualified',
    'proposal',
    'negotiation',
    '已立项',
  ]);
  const board = await call('deals.board', {});
  expect(JSON.stringify(board)).toContain('仓库照明');
  await call('changes.undo', { batchId: id });
  expect(await dealsOf(store)).toEqual([]);
  expect((await call('settings.get', {})).settings.pipeline).toBeUndefined();
});

test('a stage that the board lacks goes where the user says', async () => {
  const store = await newStore();
  await run(store, 'deals-zh.csv', { 已立项: 'negotiation', 方案报价: '' });
  const stages = new Map((await dealsOf(store)).map((deal) => [deal.title, deal.stageId]));
  expect(stages.get('仓库照明')).toBe('negotiation');
  const { pipeline } = (await store.call('settings.get', {})).settings;
  expect(pipeline?.at(-1)).toMatchObject({ name: '方案报价', id: stages.get('展厅灯具') });
});

test('a deal of Zoho that was won is a purchase once, also when it is opened and won again', async () => {
  const store = await newStore();
  const { call, db } = store;
  await run(store, 'zoho-deals.csv');
  const [deal] = await dealsOf(store);
  expect(deal).toMatchObject({ state: 'won', amount: { minor: 1840000, currency: 'NOK' } });
  await call('deals.reopen', { id: deal!.id });
  await call('deals.close', { id: deal!.id, state: 'won', reason: 'again', purchase: true });
  const bought = (await db.activities.toArray()).filter((row) => row.body.type === 'purchase');
  expect(bought).toHaveLength(1);
});

test('a deal of a company whose row names nobody is the company’s alone, once, and a person named later joins it', async () => {
  const store = await newStore();
  const { db, call } = store;
  const header =
    'Record ID,Deal Name,Deal Stage,Close Date,Amount,Currency,Associated Contact,Associated Contact IDs,Associated Company';
  const bring = (...rows: string[]) =>
    call('imports.run', {
      id: uuid(),
      name: 'deals.csv',
      file: new Blob([[header, ...rows].join('\n')]),
      options: {},
      choices: [],
      otherwise: 'new',
    });
  const rows = [
    '7003,Spare lamps,Closed won,2026-01-15 17:00,10,EUR,,,Prisma Mess GmbH',
    '7005,New hall,Qualified to buy,2026-06-15 17:00,900,EUR,,,Prisma Mess GmbH',
    '7006,Whose,Closed won,2026-01-15 17:00,10,EUR,,,',
  ];
  expect(await bring(...rows)).toEqual({ added: 1, changed: 0, same: 0, held: 1 });
  const [company] = await db.companies.toArray();
  expect(await dealsOf(store)).toMatchObject([
    { title: 'New hall', who: [], companyId: company!.id, state: 'open' },
    {
      title: 'Spare lamps',
      who: [],
      companyId: company!.id,
      state: 'won',
      amount: { minor: 1000, currency: 'EUR' },
    },
  ]);
  expect(await bring(...rows)).toMatchObject({ added: 0, changed: 0, same: 1 });
  expect(await db.deals.count()).toBe(2);
  await bring(
    '7005,New hall,Qualified to buy,2026-06-15 17:00,900,EUR,Jonas Weil (jonas@prisma.example),502,Prisma Mess GmbH',
  );
  expect(await dealsOf(store)).toMatchObject([{ title: 'New hall', who: ['Jonas Weil'] }, { who: [] }]);
});

test.each([
  [
    'a plain table',
    'Company,Deal name,Stage,Amount,Created\nPrisma Mess GmbH,New hall,Qualified,900 EUR,2026-01-05',
  ],
  ['Chinese', '公司,商机名称,阶段,金额,联系人\nPrisma Mess GmbH,New hall,初步接洽,900 EUR,'],
  [
    'Zoho',
    'Deal Name,Account Name,Contact Name,Stage,Amount,Closing Date\nNew hall,Prisma Mess GmbH,,Qualification,900 EUR,2026-06-15',
  ],
])('%s: a deal of a company alone comes with it, and one undo takes both', async (_, text) => {
  const { db, call } = await newStore();
  const id = uuid();
  const how = { options: {}, choices: [], otherwise: 'new' as const };
  const counts = await call('imports.run', { id, name: 'deals.csv', file: new Blob([text]), ...how });
  expect(counts).toEqual({ added: 1, changed: 0, same: 0, held: 0 });
  const [company] = await db.companies.toArray();
  expect((await db.deals.toArray()).map(({ body }) => body)).toMatchObject([
    { title: 'New hall', contactIds: [], companyId: company!.id, amount: { minor: 90000, currency: 'EUR' } },
  ]);
  await call('changes.undo', { batchId: id });
  for (const rows of [await db.deals.toArray(), await db.companies.toArray()])
    expect(rows.filter(({ body }) => body.deletedAt === null)).toEqual([]);
});

test('amounts without a currency are left out, until the user says in which they are', async () => {
  const { call } = await newStore();
  const file = new Blob(['Customer,Date,Amount\nAna Duarte,2026-01-15,"1,250.50"\nBo Lind,2026-02-01,12\n']);
  const { table } = await call('imports.head', { file, options: {} });
  expect(table?.mapping.of).toBe('purchases');
  const amounts = async (currency?: string) => {
    const mapping = { ...table!.mapping, ...(currency ? { currency } : {}) };
    const { heldBack } = await call('imports.preview', { file, options: { mapping } });
    return heldBack.filter(({ reason }) => reason === 'imports.held_amount').length;
  };
  expect(await amounts()).toBe(2);
  expect(await amounts('EUR')).toBe(0);
});
