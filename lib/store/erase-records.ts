import { DEFAULT_DEVICE } from '@/lib/crm/defaults';
import { itemsId } from './batch';
import type { Database } from './database';
import type { Traces } from './erase';
import type { Called } from './erase-words';
import { StoreError } from './errors';
import { forgetHealthOf } from './health-kept';

/** What speaks of an erased person and is about nobody: reports of imports, what a site showed as the user's. */

/**
 * The file of an import that waits may hold the person, and would bring them back.
 * @throws StoreError `conflict` while an import is under way or waits to be gone on with
 */
export async function refuseWhileImporting(db: Database): Promise<void> {
  const kept = (await db.jobs.toCollection().primaryKeys()).filter((id) => id.endsWith(itemsId('')));
  const reports = await db.imports.bulkGet(kept.map((id) => id.slice(0, -itemsId('').length)));
  if (reports.some((row) => row?.body.state === 'running')) {
    throw new StoreError('conflict', 'An import is not finished: finish it, or take it back, first.');
  }
}

/** Inside a transaction over every table. */
export async function eraseRecords(
  db: Database,
  { ids, called }: Pick<Traces, 'ids' | 'called'>,
): Promise<void> {
  await eraseReports(db, called);
  await eraseOwnSeen(db, called);
  await forgetHealthOf(db, ids);
}

/** What was held back of a file: the line stays, with its reason, and says nothing. */
async function eraseReports(db: Database, { isNamedIn }: Called): Promise<void> {
  const speaks = ({ text }: { text: string }) => text !== '' && isNamedIn(text);
  await db.imports
    .filter(({ body }) => body.heldBack.some(speaks))
    .modify(({ body }) => {
      for (const line of body.heldBack) if (speaks(line)) line.text = '';
    });
}

/** An address of theirs that a site showed as the user's. */
async function eraseOwnSeen(db: Database, { keys }: Called): Promise<void> {
  const stored = await db.device.get('device');
  if (!stored?.ownSeen) return;
  const ownSeen = Object.fromEntries(
    Object.entries({ ...DEFAULT_DEVICE, ...stored }.ownSeen).map(([site, seen]) => [
      site,
      Object.fromEntries(Object.entries(seen).filter(([key]) => !keys.has(key))),
    ]),
  );
  const ownAccounts = Object.fromEntries(
    Object.entries(stored.ownAccounts ?? {}).map(([site, accounts]) => [
      site,
      Object.fromEntries(
        Object.entries(accounts).map(([name, account]) => [
          name,
          { ...account, keys: account.keys.filter((key) => !keys.has(key)) },
        ]),
      ),
    ]),
  );
  await db.device.put({ ...stored, ownSeen, ...(stored.ownAccounts && { ownAccounts }) });
}
