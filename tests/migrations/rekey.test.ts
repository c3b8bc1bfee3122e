import './support';
import { readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { afterAll, expect, test } from 'vitest';
import type { Contact } from '@/lib/crm/contacts';
import { type Database, openDatabase } from '@/lib/store/database';
import { eraseContact } from '@/lib/store/erase';
import { KEYED } from '@/lib/store/keyed';
import * as first from '@/lib/store/migrations/0001-first';
import * as lists from '@/lib/store/migrations/0002-lists';
import * as surveys from '@/lib/store/migrations/0003-surveys';
import { rekey, rekeyPart } from '@/lib/store/rekey';
import { type Stored, writeOld } from './support';

const stored: Stored = JSON.parse(readFileSync('tests/fixtures/databases/version-3.json', 'utf8'));
const OLD = { ...first.tables, ...lists.tables, ...surveys.tables };
const NAMES = ['rekey-erase', 'rekey-parts'];

afterAll(async () => {
  for (const name of NAMES) await Dexie.delete(name);
});

type Old = { id: string; k: object; body: Contact };
const people = stored.contacts as unknown as Old[];
const [ingrid, hui, deleted] = people as [Old, Old, Old];

/** Rows as version 3 wrote them: their keys say nothing of whom they name otherwise than as somebody that they are tied to. */
function naming(): Stored {
  const [change] = stored.changes as unknown as { id: string; body: Record<string, unknown> }[];
  const id = '01a1fff0-0999-7000-8000-000000000001';
  const edit = { table: 'contacts', id: hui.id, path: ['ownerId'], before: ingrid.id, after: null };
  const body = { ...change!.body, id, commandId: 'older-command', subjects: [hui.id], edits: [edit] };
  const from = { source: '', at: 0, how: 'typed' };
  const facts = { [id]: { field: 'introducer', value: 'Ingrid Solheim', ref: ingrid.id, ...from } };
  return {
    ...stored,
    contacts: [
      ingrid,
      { ...hui, body: { ...hui.body, distinctFrom: { [ingrid.id]: 1 } } },
      { ...deleted, body: { ...deleted.body, facts } },
    ],
    changes: [
      ...(stored.changes ?? []),
      { id, k: { command: 'older-command', subjects: [hui.id], at: 1, mine: 'x|1' }, body },
    ],
  };
}

async function everything(db: Database): Promise<string> {
  return JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
}

test('who was named by rows of an old version is erased from them too', async () => {
  await writeOld(NAMES[0]!, surveys.version, OLD, naming());
  const db = await openDatabase(NAMES[0]!);
  const as = { zone: 'UTC', op: 'contacts.erase', caller: 'workspace', commandId: 'erase-an-old-one' };
  await eraseContact({ db, now: () => Date.UTC(2026, 4, 1), ...as }, { id: ingrid.id });
  const left = await everything(db);
  expect(left).not.toMatch(/Ingrid|Solheim/i);
  expect(left).not.toContain(ingrid.id);
  db.close();
});

test('a run that dies goes on where it was, and another finds nothing to do', async () => {
  await writeOld(NAMES[1]!, surveys.version, OLD, naming());
  const db = await openDatabase(NAMES[1]!);
  await db.meta.delete(KEYED.key);
  const state = await rekeyPart(db, { at: 0, last: '', done: 0 }, 2);
  expect(state).toMatchObject({ at: 0, done: 2 });
  const seen: number[] = [];
  expect(await rekey(db, (done) => seen.push(done))).toBe(true);
  expect(seen.at(0)).toBe(3);
  const refs = (await db.contacts.bulkGet([hui.id, deleted.id])).map((row) => row?.k.refs);
  expect(refs).toEqual([[`also:${ingrid.id}`], [ingrid.id]]);
  expect(await rekey(db)).toBe(false);
  db.close();
});
