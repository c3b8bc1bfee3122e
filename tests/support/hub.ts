import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectNode } from './programs.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NODE = projectNode(ROOT);
/** In ms. A hub itself waits 30 s for its database. */
const START_TIME = 40_000;

/** A real hub in a process of its own, with a database of its own, behind a line that the test can cut. */
export interface TestHub {
  /** By which browsers and the extension reach it; the same after a restart. */
  url: string;
  space: string;
  token: string;
  /** `<url>/#<space>.<token>`, as the hub printed it. */
  connection: string;
  /** Where the hub keeps its files. */
  data: string;
  /** The hub without the line before it; another one after each start. */
  direct(): string;
  /** What it printed since it was started last. */
  said(): string;
  /** Like a power cut: SIGKILL. Until `restart` nobody answers. */
  kill(): Promise<void>;
  /** Like `systemctl stop`: SIGTERM. @returns the exit code */
  stop(): Promise<number | null>;
  restart(): Promise<void>;
  /** From now on this share (0 to 1) of what the hub has stored is never acknowledged: the connection is cut instead. */
  dropAcks(share: number): void;
  dropped(): number;
  /** From now on this share (0 to 1) of the posts is cut off before the hub has them. */
  losePosts(share: number): void;
  lost(): number;
  /** So many answers it has stored, acknowledged or not. */
  stored(): number;
  /** What its process holds when the collector has gone through it. Only of a hub that was started as `measured`. */
  memory(): Promise<NodeJS.MemoryUsage>;
  /** Ends everything and deletes the data. */
  close(): Promise<void>;
}

/** Starts the hub's program and waits until it listens. */
async function launch(data: string, url: string, args: string[], measured: boolean) {
  const watched = measured ? ['--expose-gc', '--import', './tests/support/memory-teller.mjs'] : [];
  const words = ['widget/hub/cli.ts', '--port', '0', '--data', data, '--url', url, ...args];
  const child = spawn(NODE, [...watched, ...words], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe', ...(measured ? (['ipc'] as const) : [])],
  });
  // A test that dies leaves no hub behind.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  let said = '';
  child.stderr?.on('data', (piece) => {
    said += piece;
  });
  const port = await new Promise<number>((resolve, reject) => {
    const fail = () => reject(new Error(`The hub does not start:\n${said}`));
    const timer = setTimeout(fail, START_TIME);
    child.once('exit', fail);
    child.stdout?.on('data', (piece) => {
      said += piece;
      const [, found] = /listens on \S+:(\d+)\s/.exec(said) ?? [];
      if (!found) return;
      clearTimeout(timer);
      child.off('exit', fail);
      resolve(Number(found));
    });
  });
  return { child, port, said };
}

/** A figure of the hub's /metrics: `sidelight_hub_answers_stored_total`. */
export async function figure(hub: Pick<TestHub, 'direct'>, name: string): Promise<number> {
  const text = await (await fetch(`${hub.direct()}/metrics`)).text();
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  if (!line) throw new Error(`The hub tells no ${name}.`);
  return Number(line.slice(name.length));
}

/** Whether this one of many belongs to the share: evenly, so that a share of few is that share. */
const isDue = (nth: number, share: number): boolean =>
  Math.floor(nth * share) > Math.floor((nth - 1) * share);

/** Passes requests on to where the hub is now, and loses what is to be lost. */
async function openLine(portOfHub: () => number | null) {
  let share = 0;
  let stored = 0;
  let sinceShare = 0;
  let dropped = 0;
  const losing = { share: 0, posts: 0, lost: 0 };
  const pass = (from: IncomingMessage, to: ServerResponse) => {
    const cut = () => from.socket.destroy();
    const port = portOfHub();
    if (port === null) return cut();
    if (from.method === 'POST') {
      losing.posts += 1;
      if (isDue(losing.posts, losing.share)) {
        losing.lost += 1;
        return cut();
      }
    }
    // A connection for each request: one that is kept is closed after five seconds of rest, just when a slow machine asks again.
    const headers = { ...from.headers, connection: 'close' };
    const onward = request(
      { host: '127.0.0.1', port, path: from.url, method: from.method, headers, agent: false },
      (answer) => {
        if (from.method === 'POST' && answer.statusCode === 204) {
          stored += 1;
          sinceShare += 1;
          if (isDue(sinceShare, share)) {
            dropped += 1;
            answer.resume();
            return cut();
          }
        }
        to.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(to);
        answer.on('error', cut);
      },
    );
    onward.on('error', cut);
    to.on('close', () => onward.destroy());
    from.pipe(onward);
  };
  const server = createServer(pass);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    dropAcks(wanted: number) {
      share = wanted;
      sinceShare = 0;
    },
    dropped: () => dropped,
    stored: () => stored,
    losePosts(wanted: number) {
      Object.assign(losing, { share: wanted, posts: 0 });
    },
    lost: () => losing.lost,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * @param options.args options of `sidelight-hub`, such as `['--per-address', '5']`; without them the limits are far away
 * @param options.beside a hub with which it shares a storage, and so the space
 */
export async function startHub({
  args = [] as string[],
  measured = false,
  beside = undefined as Pick<TestHub, 'space' | 'token'> | undefined,
} = {}): Promise<TestHub> {
  const data = mkdtempSync(join(tmpdir(), 'sidelight-hub-'));
  const far = ['--per-address', '1000000', '--per-form', '1000000', '--per-all', '1000000'];
  let running: { child: ChildProcess; port: number; said: string } | null = null;
  const line = await openLine(() => running?.port ?? null);
  const first = await launch(data, line.url, [...far, ...args], measured);
  running = first;
  const connection = /http\S+#\S+/.exec(first.said)?.[0] ?? '';
  const [, space = beside?.space ?? '', token = beside?.token ?? ''] =
    /#(\w+)\.([\w-]+)$/.exec(connection) ?? [];

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const ending = running?.child;
    // Asked to stop, it goes on to answer what is under way.
    if (signal === 'SIGKILL') running = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return ending?.exitCode ?? null;
    const exit = once(ending, 'exit');
    ending.kill(signal);
    const [code] = await exit;
    running = null;
    return code;
  }
  return {
    url: line.url,
    space,
    token,
    connection,
    data,
    direct: () => `http://127.0.0.1:${running?.port}`,
    said: () => running?.said ?? '',
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    async restart() {
      await end('SIGKILL');
      running = await launch(data, line.url, [...far, ...args], measured);
    },
    dropAcks: line.dropAcks,
    dropped: line.dropped,
    stored: line.stored,
    losePosts: line.losePosts,
    lost: line.lost,
    async memory() {
      if (!measured || !running) throw new Error('This hub is not measured.');
      const told = once(running.child, 'message');
      running.child.send('memory');
      return (await told)[0];
    },
    async close() {
      await end('SIGKILL');
      await line.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
