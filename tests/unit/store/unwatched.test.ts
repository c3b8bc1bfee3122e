import Dexie from 'dexie';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { newStore } from './support';

/** Whether the transaction keeps an account of what it wrote, for queries that are watched. */
function isNoted(db: Dexie): PromiseLike<boolean> {
  return db.transaction('rw', 'meta', async (transaction) => {
    await db.table('meta').put({ key: 'a', value: 1 });
    return 'mutatedParts' in transaction.idbtrans;
  });
}

test('what a transaction wrote is not noted for queries that nobody has watched', async () => {
  const usual = new Dexie(uuid());
  usual.version(1).stores({ meta: 'key' });
  expect(await isNoted(usual)).toBe(true);
  const { db } = await newStore();
  expect(await isNoted(db)).toBe(false);
});
