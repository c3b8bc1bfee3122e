import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

const PLACE = '/usr/lib/postgresql';
const START_TIME = 20_000;

/** Folder of PostgreSQL's programs: the newest of the system, or `POSTGRES_BIN`; null when there is none. */
export function findPostgres(): string | null {
  const versions = existsSync(PLACE) ? readdirSync(PLACE).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [process.env.POSTGRES_BIN, ...versions.map((one) => join(PLACE, one, 'bin'))];
  return places.find((place) => place && existsSync(join(place, 'initdb'))) ?? null;
}

/** Why there is no PostgreSQL on this machine, or null when there is one. */
export function postgresObstacle(): string | null {
  return findPostgres()
    ? null
    : 'PostgreSQL was not found. Install postgresql, or set POSTGRES_BIN to its programs.';
}

/** PostgreSQL refuses to run as root. @returns who it is to run as */
export function someone(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (which: string) => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** A real server in a folder of its own that is spoken to by a socket in that folder. */
export interface TestPostgres {
  /** Address of a database of it as its superuser, or as somebody else. */
  url(database?: string, user?: string): string;
  /** @returns the rows */
  query<Row>(sql: string, url?: string): Promise<Row[]>;
  /** Like a power cut for the programs: SIGKILL. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** A second server that has all that this one says is committed, and takes no writes until it is promoted. */
  standby(): Promise<TestPostgres>;
  close(): Promise<void>;
}

interface Place {
  folder: string;
  bin: string;
  /** Words of the configuration, such as `fsync=off`. */
  settings: string[];
}

/** Asks by a connection of its own. @returns the rows */
export async function queryAt<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function serverIn({ folder, bin, settings }: Place): Promise<TestPostgres> {
  const data = join(folder, 'data');
  let child: ChildProcess | null = null;
  const url = (database = 'postgres', user = 'postgres') =>
    `postgres://${user}@/${database}?host=${encodeURIComponent(folder)}`;

  const query = <Row>(sql: string, at = url()) => queryAt<Row>(at, sql);

  async function start(): Promise<void> {
    for (const until = Date.now() + START_TIME; ; ) {
      const words = ['listen_addresses=', ...settings].flatMap((one) => ['-c', one]);
      const begun = spawn(join(bin, 'postgres'), ['-D', data, '-k', folder, ...words], {
        ...someone(),
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let said = '';
      begun.stderr?.on('data', (piece) => {
        said += piece;
      });
      // A test that dies leaves no server behind.
      const end = () => begun.kill('SIGKILL');
      process.once('exit', end);
      begun.once('exit', () => process.off('exit', end));
      child = begun;
      while (begun.exitCode === null && begun.signalCode === null) {
        if (await query('SELECT 1').catch(() => null)) return;
        if (Date.now() > until) break;
        await sleep(20);
      }
      // Children of a server that was killed may hold its memory for a moment.
      if (Date.now() > until) throw new Error(`PostgreSQL does not start:\n${said}`);
      await sleep(50);
    }
  }

  async function kill(): Promise<void> {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const exit = once(ending, 'exit');
    ending.kill('SIGKILL');
    await exit;
  }

  const server: TestPostgres = {
    url,
    query,
    kill,
    start,
    async standby() {
      const other = newFolder();
      const copy = join(other, 'data');
      execFileSync(
        join(bin, 'pg_basebackup'),
        ['-h', folder, '-U', 'postgres', '-D', copy, '-R', '-X', 'stream', '-c', 'fast', '--no-sync'],
        { ...someone(), stdio: 'pipe' },
      );
      const name = 'standby';
      appendFileSync(
        join(copy, 'postgresql.auto.conf'),
        `primary_conninfo = 'host=${folder} user=postgres application_name=${name}'\nsynchronous_standby_names = ''\n`,
      );
      const beside = await serverIn({ folder: other, bin, settings });
      await query(`ALTER SYSTEM SET synchronous_standby_names = '${name}'`);
      await query('SELECT pg_reload_conf()');
      for (;;) {
        const [found] = await query<{ sync_state: string }>('SELECT sync_state FROM pg_stat_replication');
        if (found?.sync_state === 'sync') return beside;
        await sleep(30);
      }
    },
    async close() {
      await kill();
      // What writes last may still be ending.
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
  await start();
  return server;
}

/** Gives a file or folder to who PostgreSQL is to run as. */
export function own(place: string): void {
  const { uid, gid } = someone();
  if (uid !== undefined && gid !== undefined) chownSync(place, uid, gid);
}

/** A new folder for who PostgreSQL is to run as. */
export function newFolder(prefix = 'sidelight-pg-'): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  own(folder);
  return folder;
}

/**
 * Makes a server and waits until it answers.
 * @param settings words of its configuration, such as `fsync=off`
 * @throws where there is no PostgreSQL: see `findPostgres`
 */
export async function startPostgres(...settings: string[]): Promise<TestPostgres> {
  const bin = findPostgres();
  if (!bin) throw new Error(postgresObstacle() as string);
  const folder = newFolder();
  execFileSync(
    join(bin, 'initdb'),
    ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...someone(), stdio: 'pipe', cwd: folder },
  );
  return serverIn({ folder, bin, settings });
}
