import type { HubProblem } from '@/lib/api/survey-views';
import type { Connection } from '@/lib/crm/secrets';
import { takeAnswers } from '@/lib/store/arrivals';
import { connectionOf, noteConnection } from '@/lib/store/connections';
import { followSilent } from '@/lib/store/responses';
import type { Context } from '@/lib/store/work';
import { fetchAnswers, HubFault, type Waiting } from './client';
import { arrivalOf, byItself, type Keys, readKeys } from './take';
import { uploadWaiting } from './upload';

/** Answers asked for at once. */
const PAGE = 200;
/** Answers taken in one transaction: more would hold up every other page for too long. */
const TOGETHER = 50;

/**
 * Fetches what came in at the hub, and brings the hub what waits for it. One page or worker at a time: another that asks meanwhile
 * is told that nothing came, for what comes is taken by the first.
 */
export async function pull(ctx: Context, { wait }: { wait: number }): Promise<{ taken: number }> {
  const taken = await navigator.locks.request('hub-pull', { ifAvailable: true }, (lock) =>
    lock ? pullAlone(ctx, wait) : 0,
  );
  return { taken };
}

async function pullAlone(ctx: Context, wait: number): Promise<number> {
  const hub = await connectionOf(ctx.db);
  let taken = await followSilent({ ...byItself(ctx), op: 'responses.follow' });
  if (!hub || ctx.db.newer) return taken;
  let error: HubProblem | null = null;
  try {
    await uploadWaiting(ctx);
    taken += await pullAll(ctx, hub, wait);
  } catch (fault) {
    if (!(fault instanceof HubFault)) throw fault;
    error = fault.problem;
  }
  await noteConnection(
    ctx.db,
    hub,
    (connection) => {
      connection.error = error;
      if (!error) connection.pulledAt = ctx.now();
    },
    ctx.now(),
  );
  return taken;
}

async function pullAll(ctx: Context, hub: Connection, wait: number): Promise<number> {
  const keys = await readKeys(ctx.db);
  let [taken, after] = [0, hub.cursor];
  for (let more = true, first = true; more; first = false) {
    const answers = await fetchAnswers(hub, { after, limit: PAGE, wait: first ? wait : 0 });
    for (let start = 0; start < answers.length; start += TOGETHER) {
      const part = answers.slice(start, start + TOGETHER);
      taken += await takePart(ctx, hub, keys, part);
      after = part.at(-1)?.n ?? after;
    }
    more = answers.length === PAGE;
  }
  return taken;
}

/** Takes some answers, and moves the cursor behind them in the same transaction. What does not open is counted and left. */
async function takePart(ctx: Context, hub: Connection, keys: Keys, part: Waiting[]): Promise<number> {
  const opened = await Promise.all(part.map(({ sealed }) => arrivalOf(sealed, 'hub', keys)));
  const arrivals = opened.filter((one) => typeof one !== 'string');
  const through = part.at(-1)?.n ?? 0;
  const move = (refused: number) =>
    noteConnection(
      ctx.db,
      hub,
      (connection) => {
        connection.cursor = Math.max(connection.cursor, through);
        connection.refused += refused;
      },
      ctx.now(),
    );
  const unopened = part.length - arrivals.length;
  if (arrivals.length === 0) {
    await move(unopened);
    return 0;
  }
  const taken = await takeAnswers(byItself(ctx), arrivals, (results) =>
    move(unopened + results.filter(({ state }) => state === 'unknown').length),
  );
  return taken.filter(({ state }) => state === 'new' || state === 'updated').length;
}
