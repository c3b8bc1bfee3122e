import { setTimeout as sleep } from 'node:timers/promises';
import { Client, DatabaseError, type PoolConfig } from 'pg';
import { NewerHub } from './postgres-schema.ts';

/** In ms. */
const CONNECT = 3_000;
const ANSWER = 8_000;
/** In ms. While one server leads, the others have so long to say that they do. */
const OTHERS = 500;

/** The work was not done, the connection is sound: too much at once, a deadlock, a statement that took too long. */
const BUSY = /^(40001|40P01|53...|55P03|57014)$/;
/** The server ends, starts, or takes no writes any more: another one may. */
const GONE = /^(08...|25006|57P0.)$/;

export function isBusy(error: unknown): boolean {
  return error instanceof DatabaseError && BUSY.test(error.code ?? '');
}

/** What is no answer of the server comes from the line to it: refused, cut, silent. */
export function isGone(error: unknown): boolean {
  if (error instanceof DatabaseError) return GONE.test(error.code ?? '');
  return !(error instanceof TypeError) && !(error instanceof NewerHub);
}

export const settingsOf = (url: string): PoolConfig => ({
  connectionString: url,
  application_name: 'sidelight-hub',
  connectionTimeoutMillis: CONNECT,
  statement_timeout: ANSWER,
  query_timeout: ANSWER + 2_000,
  keepAlive: true,
});

/** Asks a server by a connection of its own. */
export async function asking<T>(url: string, ask: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(settingsOf(url));
  client.on('error', () => {});
  try {
    await client.connect();
    return await ask(client);
  } finally {
    await client.end().catch(() => {});
  }
}

const takesWrites = (url: string): Promise<boolean> =>
  asking(url, async (client) => {
    const { rows } = await client.query(
      "SELECT pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on' AS readonly",
    );
    return !rows[0].readonly;
  });

/** Grows by each promotion: of two servers that take writes the lower one was told by nobody that it leads no more. */
const timeline = (url: string): Promise<number> =>
  asking(url, async (client) => {
    const { rows } = await client.query('SELECT left(pg_walfile_name(pg_current_wal_lsn()), 8) AS timeline');
    return Number.parseInt(rows[0].timeline, 16);
    // A kin of PostgreSQL may have none, and no server that leads alone.
  }).catch(() => 0);

/**
 * The server that leads: of those that take writes the one that was promoted last, or the first of several such.
 * @throws when none does: the database's own error when each says no for good, else one that `isGone` with what they say
 */
export async function findLeader(urls: string[]): Promise<string> {
  const leading = new Set<string>();
  const asked = urls.map(async (url) => {
    if (!(await takesWrites(url))) throw new Error('No server takes writes.');
    leading.add(url);
  });
  try {
    await Promise.any(asked);
  } catch (error) {
    const reasons: Error[] = (error as AggregateError).errors;
    const isFinal = (reason: Error) => !isGone(reason) && !isBusy(reason);
    if (reasons.every(isFinal)) throw reasons[0];
    // One that is gone may be the one that leads: what the others say, such as a standby that has not this database yet, is not
    // the last word.
    const told = new Set(reasons.map(({ message }) => message).filter(Boolean));
    throw new Error([...told].join(' ') || 'No server answers.', { cause: error });
  }
  // A machine that is gone does not even refuse.
  await Promise.race([Promise.allSettled(asked), sleep(OTHERS, undefined, { ref: false })]);
  const found = urls.filter((url) => leading.has(url));
  if (found.length === 1) return found[0] as string;
  const lines = await Promise.all(found.map(timeline));
  return found[lines.indexOf(Math.max(...lines))] as string;
}
