import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { postgresStore } from '@/widget/hub/postgres';
import type { ServerStore } from '@/widget/hub/store';
import { freePort } from '../../support/free-port';
import { startPostgres, type TestPostgres } from '../../support/postgres';
import { connect, FORM, SPACE, sealed, submission } from './client';
import { expectHandsIn, expectReadsNothing, visitorOf } from './ingestion';
import { hasPostgres } from './stores';

describe.skipIf(!hasPostgres)('PostgreSQL as the storage of the hub', () => {
  let server: TestPostgres;
  let url: string;
  const open: ServerStore[] = [];
  const node = async (urls = [url]) => {
    const store = await postgresStore(urls);
    open.push(store);
    return store;
  };
  let last = 0;

  beforeAll(async () => {
    server = await startPostgres('fsync=off');
  }, 30_000);
  afterEach(async () => {
    await Promise.all(open.splice(0).map((store) => store.close()));
  });
  afterAll(() => server?.close());
  const newDatabase = async () => {
    last += 1;
    await server.query(`CREATE DATABASE hub${last}`);
    url = server.url(`hub${last}`);
  };

  test('nodes that start at once on an empty database make one schema and one space', async () => {
    await newDatabase();
    const stores = await Promise.all(Array.from({ length: 6 }, () => node()));
    const made = await Promise.all(stores.map((store, at) => store.firstSpace(`space${at}`, 'hash')));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await server.query('SELECT space FROM sidelight_hub.spaces', url)).toHaveLength(1);
    expect(await stores[0]?.firstSpace('another', 'hash')).toBe(false);
  });

  test('a schema that a newer hub made is refused and left as it is', async () => {
    await newDatabase();
    await node();
    await server.query('UPDATE sidelight_hub.meta SET version = 99', url);
    await expect(node()).rejects.toThrow('newer hub');
    expect(await server.query('SELECT version FROM sidelight_hub.meta', url)).toEqual([{ version: 99 }]);
  });

  test('while one of several servers is gone the others are not believed that there is no such database', async () => {
    last += 1;
    const away = `postgres://postgres@127.0.0.1:${await freePort()}/hub${last}`;
    url = server.url(`hub${last}`);
    await expect(node()).rejects.toThrow(`"hub${last}" does not exist`);
    const said: string[] = [];
    const opening = postgresStore([away, url], (words) => said.push(words));
    await vi.waitFor(() => expect(said.join()).toContain(`"hub${last}" does not exist`), 5_000);
    await server.query(`CREATE DATABASE hub${last}`);
    open.push(await opening);
    await expect(open[0]?.firstSpace(SPACE, 'hash')).resolves.toBe(true);
  });

  test('who may only hand in answers can hand them in, and read or change nothing', async () => {
    await newDatabase();
    const hub = await connect(await node());
    await hub.publish();
    await hub.post(sealed({ n: 1 }));
    const visitor = await visitorOf(url);
    await expectReadsNothing(url, visitor);
    const text = await expectHandsIn(visitor, SPACE, 2);
    expect((await hub.pull()).answers.map((one) => one.sealed)).toEqual([sealed({ n: 1 }), text]);
  });

  test('the hub itself hands in under one role and reads under the other', async () => {
    await newDatabase();
    const hub = await connect(await node());
    await hub.publish();
    await server.query('REVOKE EXECUTE ON FUNCTION sidelight_hub.take FROM sidelight_hub_ingest', url);
    expect((await hub.post(sealed())).status).toBe(500);
    await server.query('GRANT EXECUTE ON FUNCTION sidelight_hub.take TO sidelight_hub_ingest', url);
    expect((await hub.post(sealed())).status).toBe(204);
    await server.query('REVOKE SELECT ON sidelight_hub.answers FROM sidelight_hub_pull', url);
    expect((await hub.post(sealed({ n: 2 }))).status).toBe(204);
    expect((await hub.owned('GET', 'answers?after=0')).status).toBe(500);
  });

  test('a reader who follows the numbers misses none of what several nodes store at once', async () => {
    await newDatabase();
    const stores = await Promise.all([node(), node(), node()]);
    await stores[0]?.putSpace(SPACE, 'hash');
    let isOver = false;
    const write = async (store: ServerStore, from: number) => {
      for (let n = from; n < from + 120; n += 4)
        await Promise.all(
          [0, 1, 2, 3].map((more) =>
            store.add(
              SPACE,
              { form: FORM, rid: `${submission(n + more)}-0`, sealed: `${n + more}`, at: 1 },
              Number.POSITIVE_INFINITY,
            ),
          ),
        );
    };
    const read: { n: number; sealed: string }[] = [];
    const reading = (async () => {
      const reader = await node();
      for (;;) {
        const last = isOver;
        const page = await reader.after(SPACE, read.at(-1)?.n ?? 0, 7, 1e6);
        read.push(...page);
        if (last && page.length === 0) return;
      }
    })();
    await Promise.all(stores.map((store, at) => write(store, 1000 * at)));
    isOver = true;
    await reading;
    expect(read).toHaveLength(360);
    expect(new Set(read.map((one) => one.sealed)).size).toBe(360);
  });

  test('a limit holds over several nodes; what one node publishes another knows within a second', async () => {
    await newDatabase();
    const [a, b] = await Promise.all([
      node().then((store) => connect(store)),
      node().then((store) => connect(store)),
    ]);
    await a.publish({ show: { place: 'popover', on: { after: 0 }, stop: 5 } });
    const posts = Array.from({ length: 20 }, (_, n) => (n % 2 ? a : b).post(sealed({ n })));
    const statuses = (await Promise.all(posts)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 204)).toHaveLength(5);
    expect(statuses.filter((status) => status === 410)).toHaveLength(15);
    await a.publish({ state: 'closed' });
    const until = Date.now() + 1_500;
    while ((await b.ask('GET', `/v1/${SPACE}/forms/${FORM}`)).status !== 410)
      if (Date.now() > until) throw new Error('The other node does not see it.');
  });

  test('of one post that is sent to two nodes at once, one is kept', async () => {
    await newDatabase();
    const [a, b] = await Promise.all([
      node().then((store) => connect(store)),
      node().then((store) => connect(store)),
    ]);
    await a.publish();
    await Promise.all(
      Array.from({ length: 30 }, (_, n) => [a.post(sealed({ n })), b.post(sealed({ n }))]).flat(),
    );
    expect((await a.pull()).answers).toHaveLength(30);
  });

  test('restored to an older state while hubs run, numbers go on behind what was fetched', async () => {
    await newDatabase();
    const hub = await connect(await node());
    await hub.publish();
    await hub.post(sealed({ n: 1 }));
    await hub.post(sealed({ n: 2 }));
    const { last } = await hub.pull();
    await server.query(
      `DELETE FROM sidelight_hub.answers WHERE rid = '${submission(2)}-0'; UPDATE sidelight_hub.spaces SET rseq = rseq - 2`,
      url,
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    await hub.post(sealed({ n: 3 }));
    expect((await hub.pull(`after=${last}`)).answers.map((one) => one.sealed)).toEqual([sealed({ n: 3 })]);
  });

  test('without its server the hub says 503 and when to come again; with it, it goes on', async () => {
    await newDatabase();
    const hub = await connect(await node());
    await hub.publish();
    await server.kill();
    const answer = await hub.post(sealed({ n: 1 }));
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5']);
    await server.start();
    expect((await hub.post(sealed({ n: 1 }))).status).toBe(204);
    expect((await hub.pull()).answers).toHaveLength(1);
  }, 40_000);
});
