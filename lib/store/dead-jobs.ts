import type { Database } from './database';
import { alone, isUnderWay, lockOf } from './lock';
import { takeBack } from './take-back';

/** What commands left half done of which one at a time is at work, under its lock: whoever holds it knows that the others died. */

const unfinished = (db: Database, op: string, alive?: string) =>
  db.jobs.filter((job) => job.op === op && job.items === undefined && job.commandId !== alive).toArray();

/**
 * Takes back what those that died left, under their lock: rows that they wrote would look as if they had always been here, and go when
 * their remains are swept.
 * @param alive the command that holds the lock
 */
export async function takeBackDead(db: Database, op: string, alive?: string): Promise<void> {
  for (const { commandId } of await unfinished(db, op, alive)) await takeBack(db, commandId);
}

/** The same before it is said what such a command would do. Answers false, and does nothing, where one that has begun is at work. */
export async function settleDead(db: Database, op: string): Promise<boolean> {
  if (db.newer || (await unfinished(db, op)).length === 0) return true;
  const lock = lockOf(db, op);
  if (await isUnderWay(lock)) return false;
  await alone(lock, () => takeBackDead(db, op));
  return true;
}
