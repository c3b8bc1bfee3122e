import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { newStore } from './support';

const FILE = join(import.meta.dirname, '../../fixtures/exchange/purchases-warranty.csv');

test('warranties of a file of purchases are dates of who bought, once, and go with the import', async () => {
  const { call, db } = await newStore();
  const bring = async () => {
    const id = uuid();
    const file = new Blob([new Uint8Array(readFileSync(FILE))]);
    const how = { options: {}, choices: [], otherwise: 'new' as const };
    return { id, counts: await call('imports.run', { id, name: 'purchases.csv', file, ...how }) };
  };
  const dates = async () =>
    (await db.contacts.toArray()).flatMap(({ body }) =>
      body.deletedAt === null
        ? Object.values(body.dates).map(({ kind, label, date }) => [body.name, kind, label, date])
        : [],
    );
  const { id, counts } = await bring();
  expect(counts).toMatchObject({ added: 3, held: 1 });
  const on = (year: number, month: number, day: number) => ({ calendar: 'gregorian', year, month, day });
  const told = [
    ['Ana Duarte', 'warranty', 'Pump', on(2027, 2, 28)],
    ['Ana Duarte', 'warranty', 'Filter', on(2028, 1, 31)],
    ['Jonas Weil', 'warranty', 'Lamp', on(2028, 2, 10)],
  ];
  const found = await dates();
  expect(found).toHaveLength(told.length);
  expect(found).toEqual(expect.arrayContaining(told));
  expect((await bring()).counts).toMatchObject({ added: 0, changed: 0, same: 3 });
  await call('changes.undo', { batchId: id });
  expect(await dates()).toEqual([]);
  expect((await db.contacts.toArray()).filter(({ body }) => body.deletedAt === null)).toEqual([]);
});

const CSV = `Customer,Email,Order date,Product,Amount,Warranty
Ana Duarte,ana@casaprata.example,2026-01-31,Pump,€ 100,24 months
`;

test('two products whose warranties end on one day keep one each, in a file that comes later and in a merge', async () => {
  const { call } = await newStore();
  const bring = (text: string) =>
    call('imports.run', {
      id: uuid(),
      name: 'purchases.csv',
      file: new Blob([text]),
      options: {},
      choices: [],
      otherwise: 'new',
    });
  await bring(CSV);
  await bring(CSV.replace('Pump', 'Mixer'));
  const ana = (await call('search.find', { text: 'Ana' })).hits[0]!.id;
  const labels = async () =>
    (await call('contacts.view', { id: ana })).dates.map(({ label }) => label).sort();
  expect(await labels()).toEqual(['Mixer', 'Pump']);
  const date = { calendar: 'gregorian' as const, year: 2028, month: 1, day: 31 };
  const dates = ['Pump', 'Valve'].map((label) => ({ kind: 'warranty' as const, label, date }));
  const twin = await call('contacts.add', { draft: { name: 'Ana D', dates } });
  await call('contacts.merge', { groups: [{ into: ana, from: [twin.id] }] });
  expect(await labels()).toEqual(['Mixer', 'Pump', 'Valve']);
});
