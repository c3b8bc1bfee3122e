import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { fileStore } from '@/widget/hub/examples/file-store';
import { memoryStore } from '@/widget/hub/examples/memory-store';
import { keyValueStore } from '@/widget/hub/key-value';
import { postgresStore } from '@/widget/hub/postgres';
import { sqliteStore } from '@/widget/hub/sqlite';
import type { HubStore } from '@/widget/hub/store';
import { findPostgres, startPostgres, type TestPostgres } from '../../support/postgres';

const TABLES = ['spaces', 'forms', 'submissions', 'tallies', 'answers'];

/** Where there is no PostgreSQL its tests are left out, by name; a machine that checks for all has to have it. */
export const hasPostgres = findPostgres() !== null || Boolean(process.env.CI);

type Made = [name: string, make: (folder: string) => Promise<HubStore>];

/** Every storage that the hub has, new and empty. For a file of tests: what serves them is ended after it. */
export function everyStore(): Made[] {
  let postgres: TestPostgres | undefined;
  afterAll(() => postgres?.close());
  /** One server, emptied for each test. */
  async function emptyDatabase(): Promise<string> {
    if (postgres) await postgres.query(`TRUNCATE ${TABLES.map((name) => `sidelight_hub.${name}`)}`);
    else postgres = await startPostgres('fsync=off');
    return postgres.url();
  }
  const inPostgres: Made = ['PostgreSQL', async () => postgresStore([await emptyDatabase()])];
  return [
    ['SQLite', async (folder) => sqliteStore(join(folder, 'hub.db'))],
    ['key-value in memory', async () => keyValueStore(memoryStore())],
    ['key-value in files', async (folder) => keyValueStore(await fileStore(join(folder, 'entries')))],
    ...(hasPostgres ? [inPostgres] : []),
  ];
}

export function temporaryFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-hub-test-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
