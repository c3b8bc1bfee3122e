import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { keepFolder } from './kept-folder.ts';
import { patroniSettings } from './patroni-settings.ts';
import { findPostgres, newFolder, own, postgresObstacle, queryAt, someone } from './postgres.ts';
import { endProgramsIn } from './programs-in.ts';

const PATRONI = '/usr/bin/patroni';
const ETCD = '/usr/bin/etcd';
const START_TIME = 60_000;

/** Why no cluster can run on this machine, or null when one can. */
export function clusterObstacle(): string | null {
  if (process.platform !== 'linux') return 'Clusters are tried on Linux alone.';
  if (!existsSync(PATRONI)) return 'Patroni was not found: install the package patroni.';
  if (!existsSync(ETCD)) return 'etcd was not found: install the package etcd-server.';
  return postgresObstacle();
}

/** What Patroni says of a node. */
export interface Member {
  name: string;
  role: 'leader' | 'sync_standby' | 'replica' | string;
  state: string;
}

export interface ClusterNode {
  name: string;
  /** Address of a database of this node, as its superuser or as somebody else. */
  url(database?: string, user?: string): string;
  query<Row>(sql: string, url?: string): Promise<Row[]>;
  /** Like a power cut for its machine: Patroni and PostgreSQL, SIGKILL. */
  kill(): Promise<void>;
  /** SIGKILL for Patroni alone: PostgreSQL goes on, and nobody tells it that it leads no more. */
  killPatroni(): void;
  /** Patroni, which starts PostgreSQL; nothing where it runs. */
  start(): void;
}

/** PostgreSQL under Patroni and etcd, with a standby that has to have each answer before it is acknowledged. */
export interface TestCluster {
  nodes: ClusterNode[];
  /** What the hub is told: every node, none of which it knows to lead. */
  urls(database?: string): string[];
  /** What the first node that answers says of all. */
  members(): Promise<Member[]>;
  /** The node that leads; waits until one does. */
  leader(): Promise<ClusterNode>;
  /** Until there is a leader and every other node has what it has written so far, one of them synchronously. */
  whole(): Promise<void>;
  /**
   * What `patronictl edit-config` sets for the whole cluster, such as `{ synchronous_mode_strict: true }`; null takes a setting away.
   * Each node follows at its next turn, a second later.
   */
  configure(settings: Record<string, unknown>): Promise<void>;
  close(): Promise<void>;
}

async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined>,
  said: () => string,
): Promise<T> {
  for (const end = Date.now() + START_TIME; ; await sleep(100)) {
    const found = await look().catch(() => null);
    if (found) return found;
    if (Date.now() > end) throw new Error(`${what} after ${START_TIME / 1000} s.\n${said()}`);
  }
}

/**
 * Makes a cluster with one etcd and waits until it is whole. All of it works in one folder: see `keepFolder`.
 * @param parameters of PostgreSQL, such as `{ fsync: 'off' }`
 * @throws where `clusterObstacle` names something
 */
export async function startCluster(
  count: number,
  parameters: Record<string, string> = {},
): Promise<TestCluster> {
  const bin = findPostgres();
  const obstacle = clusterObstacle();
  if (obstacle !== null || bin === null) throw new Error(obstacle ?? '');
  const folder = newFolder('sidelight-cluster-');
  const close = keepFolder(folder);
  const log = join(folder, 'log');
  const said = () => (existsSync(log) ? readFileSync(log, 'utf8').slice(-6_000) : '');

  /** A program that works in `place` below the folder, and says what it has to say to the log. */
  function run(
    place: string,
    command: string,
    args: string[],
    env: Record<string, string> = {},
  ): ChildProcess {
    const child = spawn('/bin/sh', ['-c', 'exec "$0" "$@" >>"$LOG" 2>&1', command, ...args], {
      ...someone(),
      cwd: place,
      stdio: 'ignore',
      env: { PATH: process.env.PATH, LANG: 'C', HOME: folder, LOG: log, ...env },
    });
    child.unref();
    return child;
  }
  const below = (name: string): string => {
    const place = join(folder, name);
    mkdirSync(place, { mode: 0o700 });
    own(place);
    return place;
  };

  const [etcdPort, peerPort] = [await freePort(), await freePort()];
  const [etcd, peer] = [`http://127.0.0.1:${etcdPort}`, `http://127.0.0.1:${peerPort}`];
  run(
    below('etcd'),
    ETCD,
    [
      ...['--data-dir', 'data', '--name', 'one', '--initial-cluster', `one=${peer}`],
      ...['--listen-client-urls', etcd, '--advertise-client-urls', etcd],
      ...['--listen-peer-urls', peer, '--initial-advertise-peer-urls', peer],
    ],
    // What Debian builds for other processors runs there when it is told that this is known.
    process.arch === 'x64' ? {} : { ETCD_UNSUPPORTED_ARCH: process.arch },
  );
  await until('etcd does not answer', () => fetch(`${etcd}/health`).then(({ ok }) => ok), said);

  const makeNode = async (name: string): Promise<ClusterNode & { rest: string }> => {
    const [port, restPort] = [await freePort(), await freePort()];
    const place = below(name);
    const rest = `127.0.0.1:${restPort}`;
    const settings = join(place, 'patroni.json');
    writeFileSync(settings, patroniSettings({ name, place, bin, port, rest, etcd, parameters }));
    own(settings);
    let patroni: ChildProcess | undefined;
    const url = (database = 'postgres', user = 'postgres') =>
      `postgres://${user}@127.0.0.1:${port}/${database}`;
    return {
      name,
      rest: `http://${rest}`,
      url,
      query: (sql, at = url()) => queryAt(at, sql),
      kill: () => endProgramsIn(place),
      killPatroni: () => void patroni?.kill('SIGKILL'),
      start() {
        const runs = patroni && patroni.exitCode === null && patroni.signalCode === null;
        if (!runs) patroni = run(place, PATRONI, [settings]);
      },
    };
  };
  const nodes: Awaited<ReturnType<typeof makeNode>>[] = [];
  for (let n = 0; n < count; n++) nodes.push(await makeNode(String.fromCharCode(97 + n)));

  const cluster: TestCluster = {
    nodes,
    urls: (database) => nodes.map((node) => node.url(database)),
    async members() {
      const asked = nodes.map(async ({ rest }) => {
        const answer = await fetch(`${rest}/cluster`, { signal: AbortSignal.timeout(3_000) });
        return ((await answer.json()) as { members: Member[] }).members;
      });
      return Promise.any(asked);
    },
    leader: () =>
      until(
        'Nobody leads',
        async () => {
          const name = (await cluster.members()).find(({ role }) => role === 'leader')?.name;
          const found = nodes.find((node) => node.name === name);
          const [row] = (await found?.query<{ on: boolean }>('SELECT NOT pg_is_in_recovery() AS on')) ?? [];
          return row?.on ? found : null;
        },
        said,
      ),
    async whole() {
      await until(
        'The cluster is not whole',
        async () => {
          const members = await cluster.members();
          const are = (role: string) => members.filter((one) => one.role === role).length;
          if (members.length !== count || are('leader') !== 1 || are('sync_standby') !== 1) return false;
          // Patroni calls one running that waits for its slot and has nothing yet.
          const leader = await cluster.leader();
          const [row] = await leader.query<{ following: number }>(
            `SELECT count(*)::int AS following FROM pg_stat_replication
             WHERE state = 'streaming' AND replay_lsn >= pg_current_wal_lsn()`,
          );
          return row?.following === count - 1;
        },
        said,
      );
    },
    async configure(settings) {
      const asked = nodes.map(async ({ rest }) => {
        const answer = await fetch(`${rest}/config`, {
          method: 'PATCH',
          body: JSON.stringify(settings),
          signal: AbortSignal.timeout(3_000),
        });
        if (!answer.ok) throw new Error(`Patroni refuses: ${answer.status} ${await answer.text()}`);
      });
      await Promise.any(asked);
    },
    close,
  };
  try {
    nodes[0]?.start();
    await cluster.leader();
    for (const node of nodes.slice(1)) node.start();
    await cluster.whole();
    return cluster;
  } catch (error) {
    await close();
    throw error;
  }
}
