import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { postgresStore } from '@/widget/hub/postgres';
import type { ServerStore } from '@/widget/hub/store';
import { findPostgres, startPostgres, type TestPostgres } from '../../support/postgres';
import { connect, sealed } from './client';
import { expectReadsNothing, visitorOf } from './ingestion';
import { hasPostgres } from './stores';

const LOGIN = 'sidelight_hub';

describe.skipIf(!hasPostgres)('a dump of the hub’s database', () => {
  const servers: TestPostgres[] = [];
  const stores: ServerStore[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-dump-'));
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function start(...statements: string[]): Promise<TestPostgres> {
    const server = await startPostgres('fsync=off');
    servers.push(server);
    for (const one of statements) await server.query(one);
    await server.query(`CREATE DATABASE ${LOGIN} OWNER ${LOGIN}`);
    return server;
  }
  const hubOn = async (server: TestPostgres) => {
    const store = await postgresStore([server.url(LOGIN, LOGIN)]);
    stores.push(store);
    return connect(store);
  };
  const run = (program: string, ...words: string[]) =>
    execFileSync(join(findPostgres() as string, program), words, { stdio: 'pipe' });

  test('is restored on another server as docs/hub.md says: answers, who may do what, and numbers behind what was fetched', async () => {
    const file = join(folder, 'hub.dump');
    const first = await start(`CREATE ROLE ${LOGIN} LOGIN CREATEROLE`);
    const hub = await hubOn(first);
    await hub.publish();
    await hub.post(sealed({ n: 1 }));
    await hub.post(sealed({ n: 2 }));
    run('pg_dump', '--format=custom', '--schema=sidelight_hub', `--file=${file}`, first.url(LOGIN, LOGIN));
    // Fetched after the copy was made: the restored hub does not have it.
    await hub.post(sealed({ n: 3 }));
    const { last } = await hub.pull();

    const second = await start(
      `CREATE ROLE ${LOGIN} LOGIN`,
      'CREATE ROLE sidelight_hub_ingest; CREATE ROLE sidelight_hub_pull',
      `GRANT sidelight_hub_ingest, sidelight_hub_pull TO ${LOGIN}`,
    );
    run('pg_restore', '--exit-on-error', `--dbname=${second.url(LOGIN, LOGIN)}`, file);
    const restored = await hubOn(second);
    expect((await restored.pull()).answers.map((one) => one.sealed)).toEqual([
      sealed({ n: 1 }),
      sealed({ n: 2 }),
    ]);
    expect((await restored.post(sealed({ n: 2 }))).status).toBe(204);
    expect((await restored.post(sealed({ n: 4 }))).status).toBe(204);
    expect((await restored.pull(`after=${last}`)).answers.map((one) => one.sealed)).toEqual([
      sealed({ n: 4 }),
    ]);
    const url = second.url(LOGIN);
    await expectReadsNothing(url, await visitorOf(url));
  }, 30_000);
});
