import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestHub } from '../support/hub';
import { type ClusterNode, clusterObstacle, startCluster, type TestCluster } from '../support/patroni';
import { sealed } from '../unit/hub/client';
import { expectHandsIn, expectReadsNothing, visitorOf } from '../unit/hub/ingestion';
import {
  ALL,
  ANSWERS,
  follow,
  type Harm,
  killAtRandom,
  postAll,
  pullAll,
  reach,
  startBoth,
} from '../unit/hub/visitors';

/** In ms. A machine that is busy with other things takes its time to choose a leader. */
const LIMIT = 120_000;

const textOf = (n: number) => sealed({ n, length: 700 });

/** One answer to one hub. @returns its status, how many ms that took, and after how many s it may come again */
async function post(
  hub: TestHub,
  n: number,
): Promise<{ status: number; took: number; again: number | null }> {
  const start = Date.now();
  const answer = await fetch(`${hub.url}/v1/${hub.space}/answers`, { method: 'POST', body: textOf(n) });
  const again = answer.headers.get('Retry-After');
  return { status: answer.status, took: Date.now() - start, again: again === null ? null : Number(again) };
}

/** Who has to have an answer before this node acknowledges it: `*` for anybody, '' for nobody. */
async function demanded(node: ClusterNode): Promise<string | undefined> {
  const [row] = await node.query<{ synchronous_standby_names: string }>('SHOW synchronous_standby_names');
  return row?.synchronous_standby_names;
}

async function until(
  what: string,
  holds: () => Promise<boolean>,
  found: () => Promise<unknown> = async () => '',
): Promise<void> {
  for (const end = Date.now() + LIMIT / 4; !(await holds()); await sleep(100))
    if (Date.now() > end)
      throw new Error(`${what} after ${LIMIT / 4_000} s. ${JSON.stringify(await found())}`);
}

describe.skipIf(clusterObstacle() !== null && !process.env.CI)('two hubs on a cluster under Patroni', () => {
  let cluster: TestCluster;
  let hubs: TestHub[] = [];

  beforeAll(async () => {
    // What a killed program has written is the system's: waiting for the disk would only take time.
    cluster = await startCluster(3, { fsync: 'off' });
  }, LIMIT);
  beforeEach(() => cluster.whole(), LIMIT);
  afterEach(async () => {
    await Promise.all(hubs.splice(0).map((hub) => hub.close()));
    // Which of them a test has killed is nothing to the next.
    for (const node of cluster.nodes) node.start();
  }, LIMIT);
  afterAll(() => cluster?.close(), LIMIT);

  /** The nodes with this one first: a hub that takes the first that takes writes would take it. */
  const urlsFrom = (first: ClusterNode, database: string) =>
    [first, ...cluster.nodes.filter((node) => node !== first)].map((node) => node.url(database));

  /** A test that is tried again begins with another. */
  async function newDatabase(leader: ClusterNode, name: string): Promise<string> {
    const database = `${name}_${randomUUID().slice(0, 8)}`;
    await leader.query(`CREATE DATABASE ${database}`);
    return database;
  }

  async function expectAll(told: string, posting: ReturnType<typeof postAll>): Promise<void> {
    const [{ statuses, silence }, followed] = await Promise.all([posting, follow(hubs)]);
    const often = [...statuses].map(([status, times]) => `${status || 'no answer'} ${times} times`);
    console.log(`${told}: ${silence} ms in which no answer was stored; ${often.join(', ')}`);
    expect(statuses.get(204)).toBe(ANSWERS);
    expect(statuses.get(500)).toBeUndefined();
    expect(followed.sort()).toEqual(ALL);
    for (const hub of hubs) expect((await pullAll(hub)).sort()).toEqual(ALL);
  }

  test(
    'the machine of the leader dies: the standby that Patroni chooses has all that was acknowledged, and who may do what',
    async () => {
      const leader = await cluster.leader();
      const database = await newDatabase(leader, 'died');
      hubs = await startBoth(urlsFrom(leader, database));
      await visitorOf(leader.url(database));
      const random = killAtRandom(hubs);
      const kill: Harm = async (stored) => {
        await reach(stored, ANSWERS / 2);
        await leader.kill();
      };
      await expectAll('The leader was killed', postAll(hubs, [random.harm, kill]));
      expect(random.kills()).toBeGreaterThan(3);
      const next = await cluster.leader();
      expect(next.name).not.toBe(leader.name);
      // The one that was killed comes back behind the new one.
      leader.start();
      await cluster.whole();
      for (const node of cluster.nodes)
        await expectReadsNothing(node.url(database), node.url(database, 'visitor'));
      await expectHandsIn(next.url(database, 'visitor'), hubs[0]?.space as string, ANSWERS);
    },
    LIMIT,
  );

  test(
    'Patroni of the leader dies, and its PostgreSQL goes on to take writes: the hubs leave it, nothing is lost',
    async () => {
      const leader = await cluster.leader();
      const database = await newDatabase(leader, 'forgotten');
      hubs = await startBoth(urlsFrom(leader, database));
      const forget: Harm = async (stored) => {
        await reach(stored, 20);
        leader.killPatroni();
        while ((await cluster.leader()) === leader) await sleep(100);
        expect(stored()).toBeLessThan(ANSWERS);
      };
      await expectAll('The leader was forgotten', postAll(hubs, [forget], 300));
      expect(await leader.query('SELECT pg_is_in_recovery() AS standby')).toEqual([{ standby: false }]);
    },
    LIMIT,
  );

  test(
    'every standby dies where one is demanded (synchronous_mode_strict): nothing is acknowledged until one is back, and nothing is lost',
    async () => {
      const leader = await cluster.leader();
      const database = await newDatabase(leader, 'strict');
      hubs = await startBoth(urlsFrom(leader, database));
      const [hub] = hubs as [TestHub];
      expect((await post(hub, 0)).status).toBe(204);
      await cluster.configure({ synchronous_mode_strict: true });
      try {
        const standbys = cluster.nodes.filter((node) => node !== leader);
        await Promise.all(standbys.map((node) => node.kill()));
        // Patroni notices that nobody follows, and keeps demanding somebody; without `strict` it stops to.
        await until(
          'Patroni demands no standby',
          async () => (await demanded(leader)) === '*',
          async () => [leader.name, await demanded(leader), await cluster.members()],
        );

        const refused = await post(hub, 1);
        expect(refused).toMatchObject({ status: 503, again: expect.any(Number) });
        expect(refused.took).toBeGreaterThan(3_000);
        expect(refused.took).toBeLessThan(8_000);
        expect(await pullAll(hub)).toEqual([textOf(0)]);

        standbys[0]?.start();
        const back = Date.now();
        await until('The answer is not stored', async () => (await post(hub, 1)).status === 204);
        console.log(
          `No standby: refused after ${refused.took} ms, to be sent again in ${refused.again} s; stored ${Date.now() - back} ms after one was started`,
        );
        for (const one of hubs) expect((await pullAll(one)).sort()).toEqual([textOf(0), textOf(1)].sort());
      } finally {
        await cluster.configure({ synchronous_mode_strict: null });
      }
    },
    LIMIT,
  );
});
