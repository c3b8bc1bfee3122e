import type { LogEntry } from '@/lib/api/data-views';
import type { Change } from '@/lib/crm/changes';
import { command } from './command';
import type { Database } from './database';
import type { Context } from './work';

/** What every change of the log names besides the rows that it is about: it is found by it. */
export const LOG = 'log';

const MOST_LISTED = 200;

/**
 * Writes down that something went out, in a change without edits: when, of which format and how much, and never of whom.
 * @param about rows that it concerns: erasing them takes their ids out
 */
export async function logged<T extends Change['result']>(
  ctx: Context,
  result: T,
  about: string[] = [],
): Promise<T> {
  return command(ctx, async (work) => {
    for (const one of [LOG, ...about]) work.about.add(one);
    return result;
  });
}

/** Everything that went out, came back or was erased, the last first. */
export async function listLog(db: Database): Promise<LogEntry[]> {
  const rows = await db.changes.where('k.subjects').equals(LOG).toArray();
  return rows
    .map((row) => row.body)
    .filter(({ result }) => result !== null)
    .sort((a, b) => b.at - a.at || (a.clock < b.clock ? 1 : -1))
    .slice(0, MOST_LISTED)
    .map(({ id, op, at, result }) => ({ id, op, at, result }));
}
