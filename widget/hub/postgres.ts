import { postgresHosts } from './postgres-hosts.ts';
import { alone } from './postgres-schema.ts';
import { type Arrival, type ServerStore, StoreAway, type StoredForm, type Waiting } from './store.ts';

/** Posts that go to the database at once. */
const BATCH = 256;
/** Posts that wait for it; more are told to come again. */
const QUEUE = 5_000;
/** A pull that waits looks so often for what came by another node, in ms. */
const POLL = 1_000;
/** What another node changed of forms and tokens is seen so many ms later at most. */
const REMEMBERED = 1_000;
/** Above it, waiting answers are not counted. */
const COUNTED = 100_000;
/** The database may start after the hub, in ms. */
const START = 30_000;

interface Job {
  arrival: Arrival;
  most: number;
  done(how: 'stored' | 'already' | 'full'): void;
  failed(error: unknown): void;
}

/**
 * The hub's storage in PostgreSQL, shared by any number of nodes.
 * @param urls of one server, or of several of which the first that takes writes is used
 * @throws when the database cannot be reached for 30 s, does not let the hub in, or was written by a newer hub
 */
export async function postgresStore(
  urls: string[],
  log: (words: string) => void = () => {},
): Promise<ServerStore> {
  const hosts = postgresHosts(urls, log);
  const rows = <Row>(sql: string, values: unknown[], patience?: number): Promise<Row[]> =>
    hosts.run('pull', async (pool) => (await pool.query(sql, values)).rows as Row[], patience);
  try {
    await rows('SELECT version FROM sidelight_hub.meta', [], START);
  } catch (error) {
    await hosts.close();
    const reason = error instanceof StoreAway ? (error.cause as Error).message : (error as Error).message;
    throw new Error(`The hub cannot use its PostgreSQL database: ${reason}`, { cause: error });
  }

  const known = new Map<string, { until: number; value: Promise<unknown> }>();
  /** Reads it anew when what is known is old; what is not there is asked for each time. */
  function remembered<T>(key: string, read: () => Promise<T>): Promise<T> {
    const found = known.get(key);
    if (found && found.until > Date.now()) return found.value as Promise<T>;
    const entry = { until: Date.now() + REMEMBERED, value: read() };
    const forget = () => known.get(key) === entry && known.delete(key);
    known.set(key, entry);
    entry.value.then((value) => value === null && forget(), forget);
    return entry.value;
  }

  const queues = new Map<string, Job[]>();
  const waiters = new Map<string, Set<() => void>>();

  /** @returns why nothing could be taken, where the storage is away */
  async function take(space: string, batch: Job[]): Promise<StoreAway | null> {
    const of = <T>(pick: (job: Job) => T): T[] => batch.map(pick);
    try {
      const how = await hosts.run('ingest', async (pool) => {
        const { rows } = await pool.query('SELECT sidelight_hub.take($1, $2, $3, $4, $5, $6) AS how', [
          space,
          of(({ arrival }) => arrival.form),
          of(({ arrival }) => arrival.rid),
          of(({ arrival }) => arrival.sealed),
          of(({ arrival }) => arrival.at),
          of(({ most }) => (most === Number.POSITIVE_INFINITY ? null : most)),
        ]);
        return rows[0].how as ('stored' | 'already' | 'full')[];
      });
      batch.forEach((job, at) => {
        job.done(how[at] as 'stored');
      });
      for (const wake of waiters.get(space) ?? []) wake();
    } catch (error) {
      for (const job of batch) job.failed(error);
      if (error instanceof StoreAway) return error;
    }
    return null;
  }

  /** One batch of a space after the other: what comes meanwhile goes together, and the row's lock is asked for once. */
  async function drain(space: string, jobs: Job[]): Promise<void> {
    await new Promise(setImmediate);
    while (jobs.length > 0) {
      const away = await take(space, jobs.splice(0, BATCH));
      // What came meanwhile would wait as long again, one batch after the other, to hear the same.
      if (away) for (const job of jobs.splice(0)) job.failed(away);
    }
    queues.delete(space);
  }

  return {
    tokenHash: (space) =>
      remembered(`token/${space}`, async () => {
        const sql = 'SELECT token_hash AS hash FROM sidelight_hub.spaces WHERE space = $1';
        return (await rows<{ hash: string }>(sql, [space]))[0]?.hash ?? null;
      }),
    async putSpace(space, hash) {
      await rows(
        `INSERT INTO sidelight_hub.spaces (space, token_hash) VALUES ($1, $2)
         ON CONFLICT (space) DO UPDATE SET token_hash = excluded.token_hash`,
        [space, hash],
      );
      known.delete(`token/${space}`);
    },
    async space() {
      return (
        (await rows<{ space: string }>('SELECT space FROM sidelight_hub.spaces LIMIT 1', []))[0]?.space ??
        null
      );
    },
    firstSpace: (space, hash) =>
      hosts.run('pull', async (pool) => {
        const client = await pool.connect();
        let failure: unknown;
        try {
          return await alone(client, async () => {
            const { rowCount } = await client.query(
              `INSERT INTO sidelight_hub.spaces (space, token_hash)
               SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM sidelight_hub.spaces)`,
              [space, hash],
            );
            return rowCount === 1;
          });
        } catch (error) {
          failure = error;
          throw error;
        } finally {
          client.release(failure !== undefined);
        }
      }),

    form: (space, id) =>
      remembered(`form/${space}/${id}`, async () => {
        const sql = 'SELECT body FROM sidelight_hub.forms WHERE space = $1 AND id = $2';
        const [found] = await rows<{ body: string }>(sql, [space, id]);
        return found ? (JSON.parse(found.body) as StoredForm) : null;
      }),
    forms: (space) =>
      remembered(`forms/${space}`, async () => {
        const sql = 'SELECT id, body FROM sidelight_hub.forms WHERE space = $1 ORDER BY id COLLATE "C"';
        const found = await rows<{ id: string; body: string }>(sql, [space]);
        return found.map(({ id, body }) => ({ id, form: JSON.parse(body) as StoredForm }));
      }),
    async putForm(space, id, form) {
      await rows(
        `INSERT INTO sidelight_hub.forms VALUES ($1, $2, $3)
         ON CONFLICT (space, id) DO UPDATE SET body = excluded.body`,
        [space, id, JSON.stringify(form)],
      );
      known.delete(`form/${space}/${id}`);
      known.delete(`forms/${space}`);
    },
    async submissions(space, form) {
      const sql = 'SELECT count FROM sidelight_hub.tallies WHERE space = $1 AND form = $2';
      return Number((await rows<{ count: string }>(sql, [space, form]))[0]?.count ?? 0);
    },

    add: (space, arrival, most) =>
      new Promise((done, failed) => {
        const job = { arrival, most, done, failed };
        const jobs = queues.get(space);
        if (jobs && jobs.length >= QUEUE) failed(new StoreAway());
        else if (jobs) jobs.push(job);
        else {
          const begun = [job];
          queues.set(space, begun);
          void drain(space, begun);
        }
      }),
    async after(space, n, limit, bytes) {
      // Cut off in the database: a page of long answers is not carried over to be thrown away.
      const found = await rows<{ n: string; sealed: string }>(
        `SELECT n, sealed FROM (
           SELECT n, sealed, sum(length(sealed)) OVER (ORDER BY n) AS size, row_number() OVER (ORDER BY n) AS row
           FROM (SELECT n, sealed FROM sidelight_hub.answers
                 WHERE space = $1 AND n > $2 AND sealed IS NOT NULL ORDER BY n LIMIT $3) AS page
         ) AS sized WHERE row = 1 OR size <= $4 ORDER BY n`,
        [space, n, limit, bytes],
      );
      return found.map((one): Waiting => ({ n: Number(one.n), sealed: one.sealed }));
    },
    arrival: (space, signal) =>
      new Promise((resolve) => {
        const of = waiters.get(space) ?? new Set();
        waiters.set(space, of);
        const wake = () => {
          of.delete(wake);
          clearTimeout(timer);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, POLL);
        of.add(wake);
        signal.addEventListener('abort', wake);
        if (signal.aborted) wake();
      }),
    async deleteThrough(space, through, before = Number.MAX_SAFE_INTEGER) {
      await rows(
        `UPDATE sidelight_hub.answers SET sealed = NULL
         WHERE space = $1 AND n <= $2 AND at < $3 AND sealed IS NOT NULL`,
        [space, through, before],
      );
    },
    async deleteOne(space, rid) {
      await rows('SELECT sidelight_hub.forget($1, $2)', [space, rid]);
    },
    async figures() {
      const [found] = await rows<{ bytes: string; waiting: string }>(
        `SELECT (SELECT sum(pg_total_relation_size(oid)) FROM pg_class
                 WHERE relkind = 'r' AND relnamespace = 'sidelight_hub'::regnamespace) AS bytes,
                (SELECT count(*) FROM (SELECT FROM sidelight_hub.answers
                                       WHERE sealed IS NOT NULL LIMIT ${COUNTED + 1}) AS few) AS waiting`,
        [],
      );
      const waiting = Number(found?.waiting);
      return { bytes: Number(found?.bytes), waiting: waiting > COUNTED ? null : waiting };
    },
    close: () => hosts.close(),
  };
}
