import { setTimeout as sleep } from 'node:timers/promises';
import { Client, DatabaseError, Pool, type PoolConfig } from 'pg';
import { makeSchema, NewerHub, ROLES } from './postgres-schema.ts';
import { StoreAway } from './store.ts';

export type Duty = keyof typeof ROLES;
type Pools = Record<Duty, Pool>;

/** In ms. A post waits so long for a server that went away, then the hub says 503 and the widget keeps it. */
const PATIENCE = 4_000;
const CONNECT = 3_000;
const ANSWER = 8_000;
const CONNECTIONS: Record<Duty, number> = { ingest: 4, pull: 8 };

/** The work was not done, the connection is sound: too much at once, a deadlock, a statement that took too long. */
const BUSY = /^(40001|40P01|53...|55P03|57014)$/;
/** The server ends, starts, or takes no writes any more: another one may. */
const GONE = /^(08...|25006|57P0.)$/;

function isBusy(error: unknown): boolean {
  return error instanceof DatabaseError && BUSY.test(error.code ?? '');
}

/** What is no answer of the server comes from the line to it: refused, cut, silent. */
function isGone(error: unknown): boolean {
  if (error instanceof DatabaseError) return GONE.test(error.code ?? '');
  return !(error instanceof TypeError) && !(error instanceof NewerHub);
}

const common = (url: string): PoolConfig => ({
  connectionString: url,
  application_name: 'sidelight-hub',
  connectionTimeoutMillis: CONNECT,
  statement_timeout: ANSWER,
  query_timeout: ANSWER + 2_000,
  keepAlive: true,
});

/** Whether this server takes writes; makes the schema when it does. */
async function takesWrites(url: string): Promise<boolean> {
  const client = new Client(common(url));
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(
      "SELECT pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on' AS readonly",
    );
    if (rows[0].readonly) return false;
    await makeSchema(client);
    return true;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Connections to the first of several servers that takes writes; to another one when that changes. Each duty has connections of its
 * own, under a role that may do no more than it.
 */
export function postgresHosts(urls: string[], log: (words: string) => void) {
  let chosen: Promise<Pools> | null = null;
  let isClosed = false;

  function open(url: string): Pools {
    const pool = (duty: Duty) => {
      const made = new Pool({
        ...common(url),
        max: CONNECTIONS[duty],
        onConnect: async (client) => {
          // A server that dies while one is at work says so there too; the work itself fails with it.
          client.on('error', () => drop(pools));
          await client.query(`SET ROLE ${ROLES[duty]}`);
        },
      });
      // A connection that rests says so when the server ends.
      made.on('error', () => drop(pools));
      return made;
    };
    const pools = { ingest: pool('ingest'), pull: pool('pull') };
    return pools;
  }

  let current: Pools | null = null;
  function drop(pools: Pools | null): void {
    if (pools === null || pools !== current) return;
    current = null;
    chosen = null;
    for (const pool of Object.values(pools)) pool.end().catch(() => {});
  }

  async function choose(): Promise<Pools> {
    let reason: unknown = new Error('No server takes writes.');
    for (const url of urls) {
      try {
        if (!(await takesWrites(url))) continue;
        current = open(url);
        return current;
      } catch (error) {
        if (!isGone(error) && !isBusy(error)) throw error;
        reason = error;
      }
    }
    throw reason;
  }

  function pools(): Promise<Pools> {
    if (chosen) return chosen;
    const choosing = choose();
    chosen = choosing;
    choosing.catch((error: Error) => {
      if (chosen === choosing) chosen = null;
      log(`PostgreSQL: ${error.message}`);
    });
    return choosing;
  }

  return {
    /**
     * Does `work`, which may be done twice without harm, until a server has said that it is done.
     * @param patience ms to go on trying
     * @throws StoreAway when none could; whether it was done all the same is not known
     */
    async run<T>(duty: Duty, work: (pool: Pool) => Promise<T>, patience = PATIENCE): Promise<T> {
      const until = Date.now() + patience;
      for (let pause = 50; ; pause = Math.min(1_000, 2 * pause)) {
        let used: Pools | null = null;
        try {
          used = await pools();
          return await work(used[duty]);
        } catch (error) {
          if (!isGone(error) && !isBusy(error)) throw error;
          if (isGone(error)) drop(used);
          if (isClosed || Date.now() + pause > until) throw new StoreAway({ cause: error });
          await sleep(pause);
        }
      }
    },
    async close(): Promise<void> {
      isClosed = true;
      const open = current;
      current = null;
      chosen = null;
      if (open) await Promise.all(Object.values(open).map((pool) => pool.end()));
    },
  };
}
