import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, Pool } from 'pg';
import { asking, findLeader, isBusy, isGone, settingsOf } from './postgres-leader.ts';
import { makeSchema, ROLES } from './postgres-schema.ts';
import { StoreAway } from './store.ts';

export type Duty = keyof typeof ROLES;
type Pools = Record<Duty, Pool> & { url: string; lines: Set<Client>; isReplaced: boolean };

/** In ms. So often it is looked whether another one of several servers leads. */
const LOOK = 5_000;
/** In ms. A post waits so long for a server that went away, then the hub says 503 and the widget keeps it. */
const PATIENCE = 4_000;
const CONNECTIONS: Record<Duty, number> = { ingest: 4, pull: 8 };
/**
 * Answers are taken in milliseconds, or wait for somebody: a lock, which the server ends in this time (ms), or a standby that is away, whose
 * wait only the hub can end. A visitor's browser keeps the answer better than an open request does.
 */
const TAKEN = { statement_timeout: PATIENCE, query_timeout: PATIENCE + 500 };

/**
 * Connections to the one of several servers that leads; to another one when that changes. Each duty has connections of its
 * own, under a role that may do no more than it.
 */
export function postgresHosts(urls: string[], log: (words: string) => void) {
  let chosen: Promise<Pools> | null = null;
  let isClosed = false;

  function open(url: string): Pools {
    const lines = new Set<Client>();
    const pool = (duty: Duty) => {
      const made = new Pool({
        ...settingsOf(url),
        ...(duty === 'ingest' ? TAKEN : {}),
        max: CONNECTIONS[duty],
        onConnect: async (client) => {
          // A server that dies while one is at work says so there too; the work itself fails with it.
          client.on('error', () => drop(pools));
          const line = client as Client;
          lines.add(line);
          line.once('end', () => lines.delete(line));
          await client.query(`SET ROLE ${ROLES[duty]}`);
        },
      });
      // A connection that rests says so when the server ends.
      made.on('error', () => drop(pools));
      return made;
    };
    const pools = { url, lines, isReplaced: false, ingest: pool('ingest'), pull: pool('pull') };
    return pools;
  }

  let current: Pools | null = null;
  function drop(pools: Pools | null): void {
    if (pools === null || pools !== current) return;
    current = null;
    chosen = null;
    pools.ingest.end().catch(() => {});
    pools.pull.end().catch(() => {});
  }

  /** A server that leads no more, and was not told, takes writes that no standby confirms: they would wait for ever. */
  async function look(): Promise<void> {
    const used = current;
    const leader = used && (await findLeader(urls).catch(() => null));
    if (!leader || leader === used.url || used !== current) return;
    log('PostgreSQL: another server leads now.');
    drop(used);
    used.isReplaced = true;
    // What waits there fails, and is done again by the one that leads.
    for (const line of used.lines) line.end().catch(() => {});
  }
  const looking = urls.length > 1 ? setInterval(look, LOOK).unref() : undefined;

  async function choose(): Promise<Pools> {
    const url = await findLeader(urls);
    await asking(url, makeSchema);
    current = open(url);
    return current;
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

  /** Whether another server leads than the one that was used. */
  async function isElsewhere({ url }: Pools): Promise<boolean> {
    const next = urls.length > 1 ? await pools().catch(() => null) : null;
    return next !== null && next.url !== url;
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
          const isOver = Date.now() + pause > until;
          // Its time was spent on a server that could not do it; the one that leads now has not been tried.
          if (used && !isClosed && (used.isReplaced || (isOver && (await isElsewhere(used))))) continue;
          if (isClosed || isOver) throw new StoreAway({ cause: error });
          await sleep(pause);
        }
      }
    },
    async close(): Promise<void> {
      isClosed = true;
      clearInterval(looking);
      const open = current;
      current = null;
      chosen = null;
      if (open) await Promise.all([open.ingest.end(), open.pull.end()]);
    },
  };
}
