import { v7 as uuid } from 'uuid';
import { changeOf, firstRun, refuseNewer } from './command';
import type { Database, Job } from './database';
import { stopped } from './errors';
import { takeBack } from './take-back';
import { type Context, Work } from './work';

/** Rows written in one transaction: more would hold up every other page for too long. */
export const CHUNK = 1000;

/** Tells how far a batch is, and lets its owner stop it. */
export interface Progress {
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** Aborting takes back what the batch did so far. */
  signal?: AbortSignal | undefined;
}

export interface Batch<I, R> {
  /** Given, or looked up in the first transaction: then they are kept with the job, for the rows change under way. */
  items: readonly I[] | (() => Promise<readonly I[]>);
  /** Name of the batch, when the caller chose one. */
  batchId?: string;
  start: R;
  /** Does for a part what cannot be done inside a transaction, of items that were given. May be done again for the same part. */
  prepare?(items: readonly I[]): Promise<void>;
  /** Does a part of the items; `result` is what the parts before gave. */
  run(work: Work, items: readonly I[], result: R): Promise<R>;
  /** The change that this part takes back, when it is an undo. */
  undoes?: (items: readonly I[]) => string | null;
  /** How many items one transaction does. */
  size?: number;
  /** One that dies waits for its user, who goes on or takes it back, and is not taken back by itself. */
  isKept?: boolean;
  /** Figures are made by its last parts, and all else that is derived behind it. */
  isBare?: boolean;
}

interface Step<R> {
  finished: boolean;
  result: R;
  done: number;
  total: number;
}

/**
 * Runs a command over many rows, a thousand a transaction, under one batch id. A run that dies goes on where it was
 * when the command comes again; one that fails or is cancelled is taken back as a whole.
 * @throws StoreError
 */
export async function batch<I, R>(ctx: Context & Progress, work: Batch<I, R>): Promise<R> {
  refuseNewer(ctx.db);
  const batchId = work.batchId ?? uuid();
  for (let begun = false; ; begun = true) {
    try {
      ctx.signal?.throwIfAborted();
      await prepareNext(ctx, work);
      const step = await runChunk(ctx, work, batchId, begun);
      ctx.onProgress?.(step.done, step.total);
      if (step.finished) return step.result;
    } catch (error) {
      if (begun) await takeBack(ctx.db, ctx.commandId);
      if (ctx.signal?.aborted) throw stopped();
      throw error;
    }
  }
}

async function prepareNext<I, R>({ db, commandId }: Context, work: Batch<I, R>): Promise<void> {
  if (!work.prepare || typeof work.items === 'function') return;
  const { cursor = 0 } = (await db.jobs.where('commandId').equals(commandId).first()) ?? {};
  await work.prepare(work.items.slice(cursor, cursor + (work.size ?? CHUNK)));
}

function runChunk<I, R>(ctx: Context, what: Batch<I, R>, batchId: string, begun: boolean): Promise<Step<R>> {
  const { db } = ctx;
  return db.transaction('rw', db.tables, async (): Promise<Step<R>> => {
    const job = await db.jobs.where('commandId').equals(ctx.commandId).first();
    if (!job) {
      const first = await firstRun(ctx);
      if (first) return { finished: true, result: first.result as R, done: 1, total: 1 };
      // Somebody else took this batch back while we were between two chunks.
      if (begun) throw stopped();
    }
    if (job?.stopped) throw stopped();
    const items = await itemsOf(db, what, job);
    const cursor = job?.cursor ?? 0;
    const part = items.slice(cursor, cursor + (what.size ?? CHUNK));
    const work = await Work.begin(ctx);
    const result = await what.run(work, part, (job?.result as R | undefined) ?? what.start);
    const done = cursor + part.length;
    const finished = done >= items.length;
    const id = job?.id ?? batchId;
    // A part that made figures alone leaves nothing to be told of.
    if (finished || !what.isBare || !work.isIdle) {
      await work.commit(
        changeOf(ctx, {
          result: finished ? result : null,
          // A batch of one part is an ordinary change, unless its name was given and may be asked for.
          batchId: job || !finished || what.batchId ? id : null,
          undoes: what.undoes?.(part) ?? null,
        }),
        what.isBare,
      );
    }
    if (finished) await db.jobs.bulkDelete([id, itemsId(id)]);
    else await keepJob(ctx, { id, job, what, items, done, result, now: work.now });
    return { finished, result, done, total: items.length };
  });
}

/** The row beside a job that holds what it works on. */
export const itemsId = (id: string) => `${id}/items`;

async function itemsOf<I, R>(
  db: Database,
  { items }: Batch<I, R>,
  job: Job | undefined,
): Promise<readonly I[]> {
  if (typeof items !== 'function') return items;
  if (!job) return items();
  const kept = await db.jobs.get(itemsId(job.id));
  return (kept?.items ?? []) as readonly I[];
}

async function keepJob<I, R>(
  { db, commandId, op }: Context,
  at: {
    id: string;
    job: Job | undefined;
    what: Batch<I, R>;
    items: readonly I[];
    done: number;
    result: R;
    now: number;
  },
): Promise<void> {
  const { id, items, result } = at;
  const total = items.length;
  const { isKept, isBare } = at.what;
  const how = { ...(isKept ? { isKept } : {}), ...(isBare ? { isBare } : {}) };
  await db.jobs.put({ id, commandId, op, cursor: at.done, total, result, beatAt: at.now, ...how });
  if (at.job || typeof at.what.items !== 'function') return;
  // Without a command id of its own, so that the job is found by its first row alone.
  const row = { id: itemsId(id), commandId: itemsId(commandId), op, cursor: 0, total };
  await db.jobs.put({ ...row, result: null, items, beatAt: at.now });
}
