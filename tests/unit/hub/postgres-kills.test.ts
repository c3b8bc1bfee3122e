import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { startHub, type TestHub } from '../../support/hub';
import { startPostgres, type TestPostgres } from '../../support/postgres';
import { FORM, published, sealed } from './client';
import { hasPostgres } from './stores';

const ANSWERS = 300;

describe.skipIf(!hasPostgres)('answers through two hubs on PostgreSQL', () => {
  let hubs: TestHub[] = [];
  let servers: TestPostgres[] = [];
  afterEach(async () => {
    await Promise.all(hubs.map((hub) => hub.close()));
    await Promise.all(servers.map((server) => server.close()));
    hubs = [];
    servers = [];
  });

  const authorization = () => ({ Authorization: `Bearer ${hubs[0]?.token}` });
  const api = (hub: TestHub, path: string) => `${hub.url}/v1/${hub.space}/${path}`;

  async function startBoth(urls: string[]): Promise<void> {
    const args = ['--store', urls.join(',')];
    const first = await startHub({ args });
    hubs = [first];
    hubs.push(await startHub({ args, beside: first }));
    const body = JSON.stringify(published());
    const put = await fetch(api(first, `forms/${FORM}`), { method: 'PUT', headers: authorization(), body });
    expect(put.status).toBe(204);
  }

  /** Posts as the widget does: to any hub, again until one says that it is stored. Calls `harm` on the way. */
  async function postAll(harm: ((stored: () => number) => Promise<void>)[]): Promise<Map<number, number>> {
    const statuses = new Map<number, number>();
    let stored = 0;
    let next = 0;
    const visitor = async (nth: number) => {
      while (next < ANSWERS) {
        const text = sealed({ n: next++, length: 700 });
        for (let turn = nth; ; turn++) {
          const hub = hubs[turn % hubs.length] as TestHub;
          const answer = await fetch(api(hub, 'answers'), { method: 'POST', body: text }).catch(() => null);
          statuses.set(answer?.status ?? 0, (statuses.get(answer?.status ?? 0) ?? 0) + 1);
          if (answer?.status === 204) break;
          await sleep(30);
        }
        stored += 1;
        // As slow as people: what is killed is killed among posts.
        await sleep(15);
      }
    };
    await Promise.all([
      ...Array.from({ length: 8 }, (_, nth) => visitor(nth)),
      ...harm.map((one) => one(() => stored)),
    ]);
    return statuses;
  }

  async function pullAll(hub: TestHub): Promise<string[]> {
    const found: string[] = [];
    for (let after = 0; ; ) {
      const answer = await fetch(api(hub, `answers?after=${after}&limit=70`), { headers: authorization() });
      const { answers, last } = (await answer.json()) as { answers: { sealed: string }[]; last: number };
      if (answers.length === 0) return found;
      found.push(...answers.map((one) => one.sealed));
      after = last;
    }
  }

  const all = Array.from({ length: ANSWERS }, (_, n) => sealed({ n, length: 700 })).sort();
  const reach = async (stored: () => number, count: number) => {
    while (stored() < count) await sleep(5);
  };

  test('hubs and the server killed at random, acknowledgements lost: each is stored once', async () => {
    // What a killed program has written is the system's: waiting for the disk would only take time.
    const server = await startPostgres('fsync=off');
    servers = [server];
    await startBoth([server.url()]);
    for (const hub of hubs) hub.dropAcks(0.05);
    let kills = 0;
    const killHubs = async (stored: () => number) => {
      for (let count = 20; count < ANSWERS - 40; count += 20 + Math.floor(40 * Math.random())) {
        await reach(stored, count);
        const hub = hubs[Math.floor(hubs.length * Math.random())] as TestHub;
        await hub.kill();
        await hub.restart();
        kills += 1;
      }
    };
    const killServer = async (stored: () => number) => {
      for (const count of [60, 140, 220]) {
        await reach(stored, count + Math.floor(40 * Math.random()));
        await server.kill();
        await sleep(300 * Math.random());
        await server.start();
      }
    };
    await postAll([killHubs, killServer]);
    expect(kills).toBeGreaterThan(3);
    expect((await pullAll(hubs[1] as TestHub)).sort()).toEqual(all);
  }, 60_000);

  test('the server dies for good and its synchronous standby takes over: both hubs find it, nothing is lost', async () => {
    const leader = await startPostgres('fsync=off');
    servers = [leader];
    const standby = await leader.standby();
    servers.push(standby);
    // The standby is named first: it is passed over as long as it takes no writes.
    await startBoth([standby.url(), leader.url()]);
    const failOver = async (stored: () => number) => {
      await reach(stored, ANSWERS / 2);
      await leader.kill();
      await sleep(300);
      await standby.query('SELECT pg_promote()');
    };
    const statuses = await postAll([failOver]);
    expect(statuses.get(500)).toBeUndefined();
    await expect(leader.query('SELECT 1')).rejects.toThrow();
    for (const hub of hubs) expect((await pullAll(hub)).sort()).toEqual(all);
  }, 60_000);
});
