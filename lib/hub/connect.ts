import type { HubView } from '@/lib/api/survey-views';
import { connect, connectionOf } from '@/lib/store/connections';
import type { Database } from '@/lib/store/database';
import { StoreError } from '@/lib/store/errors';
import type { Context } from '@/lib/store/work';
import { fetchAnswers, HubFault, parseAddress } from './client';
import { waitingCount } from './upload';

/** The hub as views show it, without its token; null where none is connected. */
export async function hubView(db: Database, now: number): Promise<HubView | null> {
  const hub = await connectionOf(db);
  if (!hub) return null;
  const { url, space, pulledAt, error, refused } = hub;
  return { url, space, pulledAt, error, refused, waiting: await waitingCount(db, now) };
}

/**
 * Connects a hub once it has answered to the token.
 * @throws StoreError `invalid` with a `HubProblem` as its message
 */
export async function connectHub(ctx: Context, { address }: { address: string }): Promise<void> {
  await withProblem(async () => {
    const hub = parseAddress(address);
    await fetchAnswers(hub, { after: 0, limit: 1, wait: 0 });
    await connect(ctx.db, hub, ctx.now());
  });
}

/** A fault of the hub as the contract tells it. */
export async function withProblem<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (fault) {
    if (fault instanceof HubFault) throw new StoreError('invalid', fault.problem);
    throw fault;
  }
}
