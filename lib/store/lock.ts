import { StoreError } from './errors';

/** Who works on an import or a restoring holds its lock, which the browser lets go when the page or worker ends, however it ends. */

const nameOf = (id: string) => `sidelight-work-${id}`;

const locks = (): LockManager | undefined => (globalThis as { navigator?: Navigator }).navigator?.locks;

/** Does the work unless another page is at it. @throws StoreError `conflict` when one is */
export async function alone<T>(id: string, work: () => Promise<T>): Promise<T> {
  const manager = locks();
  if (!manager) return work();
  return manager.request(nameOf(id), { ifAvailable: true }, (lock) => {
    if (!lock) throw new StoreError('conflict', 'This is under way in another tab.');
    return work();
  }) as Promise<T>;
}

/** Whether somebody works on this now. */
export async function isUnderWay(id: string): Promise<boolean> {
  const state = await locks()?.query();
  return state?.held?.some(({ name }) => name === nameOf(id)) ?? false;
}
