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
  const name = `hub-pull ${ctx.db.name}`;
  const taken = await navigator.locks.request(name, { ifAvailable: true }, (lock) =>
    lock ? pullAlone(ctx, wait) : 0,
  );
  return { taken };
}

async function pullAlone(ctx: Context, wait: number): Promise<number> {
  const hub = await connectionOf(ctx.db);
  let taken = await followSilent({ ...byItself(ctx), op: 'responses.follow' });
  if (!hub || ctx.db.newer) return taken;
  // What waits to be sent goes first, for a pull may be kept waiting; whatever becomes of it, answers are fetched.
  const unsent = await problemOf(() => uploadWaiting(ctx));
  const unread = await problemOf(() =>
    pullAll(ctx, hub, wait, (count) => {
      taken += count;
    }),
  );
  const error = unread ?? unsent;
  await noteConnection(
    ctx.db,
    hub,
    (connection) => {
      connection.error = error;
      if (!unread) connection.pulledAt = ctx.now();
    },
    ctx.now(),
  );
  return taken;
}

/** Runs something that asks the hub. Null when all went well. */
async function problemOf(run: () => Promise<void>): Promise<HubProblem | null> {
  try {
    await run();
    return null;
  } catch (fault) {
    if (fault instanceof HubFault) return fault.problem;
    throw fault;
  }
}

/** Tells after each part how many were taken: a line that breaks later takes none of them back. */
async function pullAll(
  ctx: Context,
  hub: Connection,
  wait: number,
  onTaken: (count: number) => void,
): Promise<void> {
  const keys = await readKeys(ctx.db);
  let after = hub.cursor;
  for (let more = true, first = true; more; first = false) {
    const answers = await fetchAnswers(hub, { after, limit: PAGE, wait: first ? wait : 0 });
    for (let start = 0; start < answers.length; start += TOGETHER) {
      const part = answers.slice(start, start + TOGETHER);
      onTaken(await takePart(ctx, hub, keys, { after, part }));
      after = part.at(-1)?.n ?? after;
    }
    // The hub may hand over less at once than it was asked for: only nothing is the end.
    more = answers.length > 0;
  }
}

/**
 * Takes some answers, and moves the cursor behind them in the same transaction. What does not open is counted and left; what is of
 * somebody erased the hub is to forget.
 * @param after where the cursor must stand: it stays where it is when the hub was connected anew meanwhile, to be asked for everything
 */
async function takePart(
  ctx: Context,
  hub: Connection,
  keys: Keys,
  { after, part }: { after: number; part: Waiting[] },
): Promise<number> {
  const opened = await Promise.all(part.map(({ sealed }) => arrivalOf(sealed, 'hub', keys)));
  const arrivals = opened.filter((one) => typeof one !== 'string');
  const through = part.at(-1)?.n ?? 0;
  const move = (refused: number, forget: string[]) =>
    noteConnection(
      ctx.db,
      hub,
      (connection) => {
        if (forget.length > 0) connection.forget = [...new Set([...(connection.forget ?? []), ...forget])];
        if (connection.cursor !== after) return;
        connection.cursor = through;
        connection.refused += refused;
      },
      ctx.now(),
    );
  const unopened = part.length - arrivals.length;
  if (arrivals.length === 0) {
    await move(unopened, []);
    return 0;
  }
  const taken = await takeAnswers(byItself(ctx), arrivals, (results) =>
    move(
      unopened + results.filter(({ state }) => state === 'unknown').length,
      arrivals.flatMap(({ payload: { id, seq } }, at) => (results[at]?.erased ? `${id}-${seq}` : [])),
    ),
  );
  return taken.filter(({ state }) => state === 'new' || state === 'updated').length;
}
