import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { postgresStore } from '@/widget/hub/postgres';
import { type ServerStore, StoreAway } from '@/widget/hub/store';
import type { TestHub } from '../../support/hub';
import { startPostgres, type TestPostgres } from '../../support/postgres';
import { FORM, SPACE, sealed, submission } from './client';
import { hasPostgres } from './stores';
import { ALL, ANSWERS, type Harm, killAtRandom, postAll, pullAll, reach, startBoth } from './visitors';

describe.skipIf(!hasPostgres)('answers through two hubs on PostgreSQL', () => {
  let hubs: TestHub[] = [];
  let servers: TestPostgres[] = [];
  afterEach(async () => {
    await Promise.all(hubs.map((hub) => hub.close()));
    await Promise.all(servers.map((server) => server.close()));
    hubs = [];
    servers = [];
  });

  test('hubs and the server killed at random, acknowledgements lost: each is stored once', async () => {
    // What a killed program has written is the system's: waiting for the disk would only take time.
    const server = await startPostgres('fsync=off');
    servers = [server];
    hubs = await startBoth([server.url()]);
    for (const hub of hubs) hub.dropAcks(0.05);
    const random = killAtRandom(hubs);
    const killServer: Harm = async (stored) => {
      for (const count of [60, 140, 220]) {
        await reach(stored, count + Math.floor(40 * Math.random()));
        await server.kill();
        await sleep(300 * Math.random());
        await server.start();
      }
    };
    await postAll(hubs, [random.harm, killServer]);
    expect(random.kills()).toBeGreaterThan(3);
    expect((await pullAll(hubs[1] as TestHub)).sort()).toEqual(ALL);
  }, 60_000);

  test('the server dies for good and its synchronous standby takes over: both hubs find it, nothing is lost', async () => {
    const leader = await startPostgres('fsync=off');
    servers = [leader];
    const standby = await leader.standby();
    servers.push(standby);
    // The standby is named first: it is passed over as long as it takes no writes.
    hubs = await startBoth([standby.url(), leader.url()]);
    const failOver: Harm = async (stored) => {
      await reach(stored, ANSWERS / 2);
      await leader.kill();
      await sleep(300);
      await standby.query('SELECT pg_promote()');
    };
    const { statuses } = await postAll(hubs, [failOver]);
    expect(statuses.get(500)).toBeUndefined();
    await expect(leader.query('SELECT 1')).rejects.toThrow();
    for (const hub of hubs) expect((await pullAll(hub)).sort()).toEqual(ALL);
  }, 60_000);

  test('what was cut off while it waited for the standby is not acknowledged at the second attempt either, until the standby has it', async () => {
    const leader = await startPostgres('fsync=off');
    servers = [leader];
    const standby = await leader.standby();
    servers.push(standby);
    const store = await postgresStore([leader.url()]);
    try {
      await store.putSpace(SPACE, 'hash');
      await standby.kill();
      let how = 'open';
      const text = sealed();
      const arrival = { form: FORM, rid: `${submission(1)}-0`, sealed: text, at: 1 };
      // As a browser does, for as long as the hub says that it cannot.
      const again = async (): Promise<string> => {
        try {
          return await store.add(SPACE, arrival, Number.POSITIVE_INFINITY);
        } catch (error) {
          if (!(error instanceof StoreAway)) throw error;
          return again();
        }
      };
      const posting = again().then((one) => {
        how = one;
      });
      const waiting = async (): Promise<number | undefined> => {
        const sql = "SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
        return (await leader.query<{ pid: number }>(sql))[0]?.pid;
      };
      await expect.poll(waiting, { timeout: 5_000 }).toBeDefined();
      const first = await waiting();
      await leader.query(`SELECT pg_terminate_backend(${first})`);
      // The leader has it, and shows it; the second attempt finds it there, and waits all the same.
      await expect
        .poll(async () => ![undefined, first].includes(await waiting()), { timeout: 5_000 })
        .toBe(true);
      expect(await leader.query('SELECT sealed FROM sidelight_hub.answers')).toEqual([{ sealed: text }]);
      expect(how).toBe('open');
      await standby.start();
      await posting;
      expect(how).toBe('already');
      expect(await standby.query('SELECT sealed FROM sidelight_hub.answers')).toEqual([{ sealed: text }]);
    } finally {
      await store.close();
    }
  }, 30_000);

  test('while no standby is there posts are refused soon, with when to come again, those that came meanwhile with them; and stored when it is back', async () => {
    const leader = await startPostgres('fsync=off');
    servers = [leader];
    const standby = await leader.standby();
    servers.push(standby);
    hubs = await startBoth([leader.url()]);
    const [hub] = hubs as [TestHub];
    const post = (n: number) =>
      fetch(`${hub.direct()}/v1/${hub.space}/answers`, { method: 'POST', body: sealed({ n }) });
    expect((await post(1)).status).toBe(204);
    await standby.kill();
    const begin = performance.now();
    const first = post(2);
    await sleep(1_000);
    const replies = await Promise.all([first, post(3), post(4)]);
    const waited = performance.now() - begin;
    expect(replies.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(replies.map((reply) => reply.headers.get('Retry-After'))).toEqual(['5', '5', '5']);
    // One after the other they would have waited twice as long, and each by the patience of a reader 10 s.
    expect(waited).toBeLessThan(8_000);
    await standby.start();
    for (const n of [2, 3, 4])
      await expect.poll(async () => (await post(n)).status, { timeout: 20_000 }).toBe(204);
    const rows = await standby.query<{ rid: string }>('SELECT rid FROM sidelight_hub.answers ORDER BY rid');
    expect(rows.map(({ rid }) => rid)).toEqual([1, 2, 3, 4].map((n) => `${submission(n)}-0`));
  }, 60_000);

  test('a leader that was replaced and not told goes on to take writes: hubs leave it, and one that starts passes it over', async () => {
    const leader = await startPostgres('fsync=off');
    servers = [leader];
    const standby = await leader.standby();
    servers.push(standby);
    const urls = [leader.url(), standby.url()];
    const stores = [await postgresStore(urls)];
    const add = (store: ServerStore | undefined, n: number) =>
      store?.add(
        SPACE,
        { form: FORM, rid: `${submission(n)}-0`, sealed: sealed({ n }), at: 1 },
        Number.POSITIVE_INFINITY,
      );
    try {
      await stores[0]?.putSpace(SPACE, 'hash');
      expect(await add(stores[0], 1)).toBe('stored');
      await standby.query('SELECT pg_promote()');
      // No standby follows the old one any more: what it is given waits there.
      const waiting = add(stores[0], 2);
      stores.push(await postgresStore(urls));
      expect(await add(stores[1], 3)).toBe('stored');
      expect(await waiting).toBe('stored');
      const rids = await standby.query<{ rid: string }>('SELECT rid FROM sidelight_hub.answers ORDER BY rid');
      expect(rids.map(({ rid }) => rid)).toEqual([1, 2, 3].map((n) => `${submission(n)}-0`));
      expect(await leader.query('SELECT pg_is_in_recovery() AS standby')).toEqual([{ standby: false }]);
    } finally {
      await Promise.all(stores.map((store) => store.close()));
    }
  }, 30_000);
});
