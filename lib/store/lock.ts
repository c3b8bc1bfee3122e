import type { Database } from './database';
import { StoreError, stopped } from './errors';

/** Who works on an import or a restoring holds its lock, which the browser lets go when the page or worker ends, however it ends. */

const nameOf = (id: string) => `sidelight-work-${id}`;

/** The lock of a command of which one at a time is at work in a store. */
export const lockOf = ({ name }: Database, op: string): string => `${op}-${name}`;

const locks = (): LockManager | undefined => (globalThis as { navigator?: Navigator }).navigator?.locks;

/** Does the work unless another page is at it. @throws StoreError `underway` when one is */
export async function alone<T>(id: string, work: () => Promise<T>): Promise<T> {
  const manager = locks();
  if (!manager) return work();
  return manager.request(nameOf(id), { ifAvailable: true }, (lock) => {
    if (!lock) throw underway();
    return work();
  }) as Promise<T>;
}

/** Does the work when every page that is at it has ended. @throws StoreError `cancelled` when it is stopped while it waits */
export async function inTurn<T>(
  id: string,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const manager = locks();
  if (!manager) return work();
  let isWaiting = true;
  const begin = () => {
    isWaiting = false;
    return work();
  };
  try {
    return (await manager.request(nameOf(id), signal ? { signal } : {}, begin)) as T;
  } catch (error) {
    if (isWaiting && signal?.aborted) throw stopped();
    throw error;
  }
}

export const underway = () => new StoreError('underway', 'This is under way already.');

/** Whether somebody works on this now. */
export async function isUnderWay(id: string): Promise<boolean> {
  const state = await locks()?.query();
  return state?.held?.some(({ name }) => name === nameOf(id)) ?? false;
}
