import './support';
import { readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { afterAll, describe, expect, test } from 'vitest';
import { handlers } from '@/lib/api/handlers';
import { perform } from '@/lib/api/perform';
import type { ChangedTable } from '@/lib/crm/changes';
import { type Database, openDatabase, SCHEMA_VERSION } from '@/lib/store/database';
import { tables, version } from '@/lib/store/migrations/0001-first';
import { type Bodies, rowOf } from '@/lib/store/work';
import { type Stored, shapeOf, writeOld } from './support';

const rows: Stored = JSON.parse(readFileSync('tests/fixtures/databases/version-1.json', 'utf8'));
const NOW = Date.UTC(2026, 2, 10, 9);

const opened: Database[] = [];

/** Opens a database and closes it at the end. */
async function open(name: string): Promise<Database> {
  const db = await openDatabase(name);
  opened.push(db);
  return db;
}

afterAll(async () => {
  for (const db of opened) db.close();
  for (const name of ['from-nothing', 'from-1']) await Dexie.delete(name);
});

describe('version 1', () => {
  test('is made from nothing, with at least the tables and indexes that are written down', async () => {
    const db = await open('from-nothing');
    const shape = shapeOf(db);
    for (const [name, text] of Object.entries(tables)) {
      expect([name, (shape[name] ?? '').split(', ')]).toEqual([
        name,
        expect.arrayContaining(text.split(', ')),
      ]);
    }
    expect((await db.meta.get('schemaVersion'))?.value).toBe(SCHEMA_VERSION);
  });

  test('opens as it was stored, and its rows have the keys that are computed today', async () => {
    await writeOld('from-1', version, tables, rows);
    const db = await open('from-1');
    expect(db.newer).toBe(false);
    for (const name of Object.keys(tables)) {
      // What is kept about the data itself goes on with the versions.
      if (name !== 'meta') expect([name, await db.table(name).toArray()]).toEqual([name, rows[name]]);
    }
    for (const name of [
      'contacts',
      'companies',
      'activities',
      'tags',
      'tasks',
      'settings',
    ] as ChangedTable[]) {
      expect(rows[name]?.length).toBeGreaterThan(0);
      for (const row of rows[name] ?? [])
        expect(rowOf(name, row.body as Bodies[typeof name] as never)).toEqual(row);
    }
  });

  test('is understood: view, history and undo', async () => {
    const db = await open('from-1');
    const call = async (op: string, input: unknown) => {
      const commandId = crypto.randomUUID();
      const answer = await perform(op, input, {
        db,
        handlers,
        caller: 'workspace',
        commandId,
        now: () => NOW,
        zone: 'UTC',
      });
      if (!answer.ok) throw new Error(answer.error.message);
      return answer.value as never;
    };
    const [hit]: { id: string }[] = await call('contacts.find', { text: 'fjordlys' });
    const view = await call('contacts.view', { id: hit?.id });
    expect(view).toMatchObject({
      name: 'Ingrid Solheim',
      company: { name: 'Fjordlys AS' },
      timelineTotal: 3,
    });
    expect(await call('changes.undo', {})).toMatchObject({ kept: [] });
    expect(await call('settings.get', {})).toMatchObject({
      settings: { neverLog: [] },
      device: { theme: 'dark' },
    });
  });
});
