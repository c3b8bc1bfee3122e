import type { Database } from './database';

/**
 * Waits until everything written so far is on the disk, not only with the operating system: whoever sent an answer forgets it then.
 * Dexie sets durability for a whole database; a strict transaction of one row brings those before it along.
 */
export async function flush(db: Database): Promise<void> {
  const native = db.backendDB();
  await new Promise<void>((resolve, reject) => {
    const transaction = native.transaction('meta', 'readwrite', { durability: 'strict' });
    transaction.objectStore('meta').put({ key: 'flushed', value: 1 });
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}
