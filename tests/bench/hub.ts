import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handle } from '../../widget/hub/handle.ts';
import { Limits } from '../../widget/hub/limits.ts';
import { Metrics } from '../../widget/hub/metrics.ts';
import { sha256 } from '../../widget/hub/replies.ts';
import { sqliteStore } from '../../widget/hub/sqlite.ts';
import { figure, startHub, type TestHub } from '../support/hub.ts';
import { clusterObstacle, startCluster } from '../support/patroni.ts';
import { findPostgres, startPostgres } from '../support/postgres.ts';
import { provide } from '../support/system-packages.ts';
import { type Figure, spread } from './figures.ts';

const POSTS = 10_000;
const WARM = 2_000;
const AT_ONCE = 64;
const ALONE = 1_000;
const FORM = 'abcdefghij';
const KEY = 'AAAAAAAAAAA';
const FAR = { address: 1e8, form: 1e8, all: 1e8 };

const PUBLISHED = {
  version: 1,
  keyId: KEY,
  state: 'open',
  show: { place: 'popover', on: { after: 0 } },
  langs: { en: { v: 1, id: FORM, version: 1, title: 'How was it?', lang: 'en', langs: ['en'] } },
} as const;

/** As long as one NPS answer with a comment is when it is sealed. */
const sealed = (n: number): string =>
  `1.${KEY}.${FORM}.00000000-0000-7000-8000-${String(n).padStart(12, '0')}-0.${'x'.repeat(790)}`;

/** Runs `count` tasks, `atOnce` of them at a time. @returns ms of each, and of all */
async function run(count: number, atOnce: number, task: (n: number) => Promise<void>) {
  const times: number[] = [];
  let next = 0;
  const begin = performance.now();
  const worker = async () => {
    while (next < count) {
      const n = next++;
      const start = performance.now();
      await task(n);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { times, total: performance.now() - begin };
}

const rate = (name: string, count: number, ms: number, method: string): Figure => ({
  name,
  value: (1000 * count) / ms,
  unit: 'answers/s',
  method: `${method}; ${count.toLocaleString('en')} in ${(ms / 1000).toFixed(1)} s`,
});

const NO_LIMITS = ['--per-address', '100000000', '--per-form', '100000000', '--per-all', '100000000'];

/** Where the hubs keep what comes, and how it is called in a figure. */
interface Storage {
  name: string;
  method: string;
  args: string[];
  nodes: number;
}

async function startNodes({ args, nodes }: Storage): Promise<[TestHub, ...TestHub[]]> {
  const all = [...NO_LIMITS, ...args];
  const first = await startHub({ args: all });
  const others: TestHub[] = [];
  for (let n = 1; n < nodes; n++) others.push(await startHub({ args: all, beside: first }));
  return [first, ...others];
}

/** The hub's program over HTTP, each post to the next node; the one that posts runs on the same machine. */
async function overHttp(storage: Storage): Promise<Figure[]> {
  const hubs = await startNodes(storage);
  const [hub] = hubs;
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const headers = { Authorization: `Bearer ${hub.token}` };
  const apis = hubs.map((one) => `${one.direct()}/v1/${hub.space}`);
  const [api] = apis;
  const used = async (name: string) => {
    let all = 0;
    for (const one of hubs) all += await figure(one, name);
    return all;
  };
  const post = (n: number) =>
    new Promise<void>((resolve, reject) => {
      const text = sealed(n);
      const length = { 'Content-Length': text.length };
      const asking = request(
        `${apis[n % apis.length]}/answers`,
        { method: 'POST', agent, headers: length },
        (answer) => {
          if (answer.statusCode !== 204) reject(new Error(`The hub answers ${answer.statusCode}.`));
          answer.resume().on('end', resolve);
        },
      );
      asking.on('error', reject).end(text);
    });
  try {
    const put = await fetch(`${api}/forms/${FORM}`, {
      method: 'PUT',
      headers,
      body: JSON.stringify(PUBLISHED),
    });
    if (put.status !== 204) throw new Error(`The hub answers ${put.status} to the form.`);
    await run(WARM, AT_ONCE, post);
    const before = await used('process_cpu_seconds_total');
    const many = await run(POSTS, AT_ONCE, (n) => post(WARM + n));
    const computed = (await used('process_cpu_seconds_total')) - before;
    const memory = (await used('process_resident_memory_bytes')) / hubs.length;
    const alone = await run(ALONE, 1, (n) => post(WARM + POSTS + n));
    let pulled = 0;
    const begin = performance.now();
    for (let after = 0; ; ) {
      const answer = await fetch(`${api}/answers?after=${after}&limit=500`, { headers });
      const { answers, last } = (await answer.json()) as { answers: unknown[]; last: number };
      if (answers.length === 0) break;
      pulled += answers.length;
      after = last;
    }
    const pull = performance.now() - begin;
    const method = `POST of ${sealed(0).length} bytes over HTTP, ${storage.method}`;
    return [
      rate(`Hub on ${storage.name}, answers stored`, POSTS, many.total, `${method}, ${AT_ONCE} at once`),
      {
        name: '- processor time of one',
        value: (1000 * computed) / POSTS,
        unit: 'ms',
        method: 'of the hubs; the one figure that a busy machine leaves alone',
      },
      {
        name: '- memory of one node',
        value: memory / 1e6,
        unit: 'MB',
        method: 'held by the process behind them',
      },
      ...spread('- one of them', many.times, method).filter(({ name }) => !name.endsWith('p95')),
      ...spread('- one alone', alone.times, `${method}, one after the other`).filter(
        ({ name }) => !name.endsWith('p95'),
      ),
      rate(`Hub on ${storage.name}, answers pulled`, pulled, pull, 'pages of 500 over HTTP'),
    ];
  } finally {
    agent.destroy();
    for (const one of hubs) await one.close();
  }
}

/** The handler alone, in this process: what HTTP costs is the difference. */
async function inProcess(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-hub-bench-'));
  const store = sqliteStore(join(folder, 'hub.db'));
  try {
    await store.putSpace('space0000001', await sha256('a token'));
    await store.putForm('space0000001', FORM, {
      ...PUBLISHED,
      langs: { en: { ...PUBLISHED.langs.en, langs: ['en'] } },
    });
    const env = { limits: new Limits(FAR), metrics: new Metrics(Date.now()), now: Date.now };
    const post = async (n: number) => {
      const asked = new Request('http://hub/v1/space0000001/answers', { method: 'POST', body: sealed(n) });
      const { status } = await handle(asked, store, env);
      if (status !== 204) throw new Error(`The handler answers ${status}.`);
    };
    await run(WARM, AT_ONCE, post);
    const many = await run(POSTS, AT_ONCE, (n) => post(WARM + n));
    const alone = await run(ALONE, 1, (n) => post(WARM + POSTS + n));
    return [
      rate('Handler, answers stored', POSTS, many.total, `in process, SQLite, ${AT_ONCE} at once`),
      ...spread('- one alone', alone.times, 'in process, SQLite').filter(({ name }) => !name.endsWith('p95')),
    ];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A server of its own, or one with a synchronous standby that has each answer before it is acknowledged. */
interface Servers {
  name: string;
  method: string;
  /** Makes a database. @returns by which addresses the hub reaches it */
  make(database: string): Promise<string[]>;
  close(): Promise<void>;
}

async function alone(): Promise<Servers> {
  const server = await startPostgres();
  return {
    name: 'PostgreSQL',
    method: 'PostgreSQL on the same machine, fsync=on',
    async make(database) {
      await server.query(`CREATE DATABASE ${database}`);
      return [server.url(database)];
    },
    close: server.close,
  };
}

async function underPatroni(): Promise<Servers> {
  const cluster = await startCluster(2);
  return {
    name: 'PostgreSQL with a standby',
    method: 'PostgreSQL and its synchronous standby under Patroni on the same machine, fsync=on',
    async make(database) {
      await (await cluster.leader()).query(`CREATE DATABASE ${database}`);
      return cluster.urls(database);
    },
    async close() {
      // Without its standby the figures would be those of a server alone.
      await cluster.whole();
      await cluster.close();
    },
  };
}

/** One and two nodes on these servers. */
async function onServers(start: () => Promise<Servers>): Promise<Figure[]> {
  const servers = await start();
  try {
    const figures: Figure[] = [];
    for (const nodes of [1, 2]) {
      const args = ['--store', (await servers.make(`bench${nodes}`)).join(',')];
      const name = `${servers.name}, ${nodes === 1 ? 'one node' : 'two nodes'}`;
      figures.push(...(await overHttp({ name, method: servers.method, nodes, args })));
    }
    return figures;
  } finally {
    await servers.close();
  }
}

/** Behind each rate what it is of the first of its kind: that alone tells on a machine that does other things too. */
function withRatios(figures: Figure[]): Figure[] {
  return figures.flatMap((figure) => {
    const kind = figure.unit === 'answers/s' && figure.name.split(', ').at(-1);
    const base = figures.find(({ name, unit }) => unit === 'answers/s' && name.endsWith(`, ${kind}`));
    if (!base || base === figure) return [figure];
    const method = `of ${base.name}`;
    return [figure, { name: '- against SQLite', value: figure.value / base.value, unit: 'times', method }];
  });
}

export async function hub(): Promise<Figure[]> {
  for (const { reason } of provide(['postgres', 'cluster'])) console.log(`Not measured: ${reason}`);
  const sqlite = { name: 'SQLite', method: 'SQLite in WAL, synchronous=FULL', nodes: 1, args: [] };
  const onSqlite = await overHttp(sqlite);
  const handler = await inProcess();
  const onPostgres = findPostgres() ? await onServers(alone) : [];
  const onCluster = clusterObstacle() === null ? await onServers(underPatroni) : [];
  return [...withRatios([...onSqlite, ...onPostgres, ...onCluster]), ...handler];
}
