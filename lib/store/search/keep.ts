import type { Database } from '../database';
import { INDEX, type Made, madeSoFar, makePart } from './build';
import { changeState } from './memory';
import { Merging } from './merge';
import { type Run, readRuns, replaceRuns } from './runs';

/** What is done to the index when nobody waits: it is made, and its runs become few. */

/** Fewer runs are read as fast as one. */
const FEW = 12;
/** So long, in ms, the page does nothing else; then whoever waits has the next turn. */
const TURN = 8;

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Makes what is missing of the index and merges its runs. It may be stopped at any moment, and goes on when called again. */
export async function keepSearch(
  db: Database,
  { onProgress, signal }: { onProgress?: (made: Made) => void; signal?: AbortSignal } = {},
): Promise<void> {
  if (db.newer) return;
  // A part locks what a page reads first: where all is made, none is begun.
  for (let made = await madeSoFar(db); made; made = await makePart(db)) {
    if (signal?.aborted) return;
    onProgress?.(made);
    await pause();
  }
  if (!signal?.aborted) await mergeRuns(db);
}

/** Merges all runs but the smallest while nothing is locked, and puts the result in their place if nobody else did. */
async function mergeRuns(db: Database): Promise<void> {
  const runs = await db.searchRuns.toArray();
  if (runs.length <= FEW) return;
  const whole = await db.transaction('r', [...INDEX], async () =>
    readRuns(
      db,
      runs.map((run) => run.id),
    ),
  );
  const merging = new Merging(whole, true);
  while (!merging.run(performance.now() + TURN)) await pause();
  await db.transaction('rw', [...INDEX, 'meta'], async () => {
    const now = await db.searchRuns.bulkGet(runs.map((run) => run.id));
    if (!now.every((run, at) => isSame(run, runs[at]!))) return;
    await replaceRuns(
      db,
      runs.map((run) => run.id),
      merging,
    );
    await changeState(db);
  });
}

function isSame(run: Run | undefined, before: Run): boolean {
  return (
    run?.size === before.size &&
    run.firsts.length === before.firsts.length &&
    run.firsts[0] === before.firsts[0]
  );
}
