import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestHub } from '../support/hub';
import { type ClusterNode, clusterObstacle, startCluster, type TestCluster } from '../support/patroni';
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
      await leader.query('CREATE DATABASE died');
      hubs = await startBoth(urlsFrom(leader, 'died'));
      await visitorOf(leader.url('died'));
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
        await expectReadsNothing(node.url('died'), node.url('died', 'visitor'));
      await expectHandsIn(next.url('died', 'visitor'), hubs[0]?.space as string, ANSWERS);
    },
    LIMIT,
  );

  test(
    'Patroni of the leader dies, and its PostgreSQL goes on to take writes: the hubs leave it, nothing is lost',
    async () => {
      const leader = await cluster.leader();
      await leader.query('CREATE DATABASE forgotten');
      hubs = await startBoth(urlsFrom(leader, 'forgotten'));
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
});
