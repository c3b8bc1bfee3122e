import type { Edit } from '@/lib/crm/changes';
import { DEFAULT_DEVICE } from '@/lib/crm/settings';
import { itemsId } from './batch';
import type { Database } from './database';
import type { Traces } from './erase';
import type { Called } from './erase-words';
import { StoreError } from './errors';
import { termsOf } from './fold';
import { forgetHealthOf } from './health-kept';
import { SETTINGS_ID } from './settings-row';
import { changeRow } from './work';

/** What speaks of an erased person and is about nobody: reports of imports, saved views, what a site showed as the user's. */

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
  { ids, called, clock }: Pick<Traces, 'ids' | 'called' | 'clock'>,
): Promise<void> {
  await eraseReports(db, called);
  await eraseViews(db, called, clock);
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

/**
 * A view whose name or filter names the person goes, also one by a part of their name that nobody else has. Addresses that are never to be
 * logged stay: that was their wish.
 */
async function eraseViews(db: Database, called: Called, clock: string): Promise<void> {
  const row = await db.settings.get(SETTINGS_ID);
  const gone = new Set<string>();
  for (const [id, { name, filter }] of Object.entries(row?.body.views ?? {})) {
    const texts = [name, filter.text, ...(filter.facts ?? []).map(({ value }) => value)];
    for (const text of texts) if (text && (await isTheirs(db, called, text))) gone.add(id);
  }
  if (row && gone.size > 0) {
    const views = Object.fromEntries(Object.entries(row.body.views ?? {}).filter(([id]) => !gone.has(id)));
    await db.settings.put({ ...row, body: { ...row.body, views, clock } });
  }
  const changes = await db.changes.where('k.subjects').equals(SETTINGS_ID).toArray();
  const speaks = ({ table, path, before, after }: Edit) =>
    table === 'settings' &&
    (gone.has(path[1] ?? '') || called.isNamedIn(JSON.stringify([path, before ?? null, after ?? null])));
  const scrubbed = changes.flatMap(({ body }) => {
    const edits = body.edits.filter((edit) => !speaks(edit));
    return edits.length < body.edits.length ? [changeRow({ ...body, edits })] : [];
  });
  await db.changes.bulkPut(scrubbed);
}

async function isTheirs(db: Database, called: Called, text: string): Promise<boolean> {
  if (called.isNamedIn(text)) return true;
  if (!called.isPartOfName(text)) return false;
  const counts = termsOf(text).map((word) => db.contacts.where('k.words').startsWith(word).count());
  return (await Promise.all(counts)).includes(0);
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
  await db.device.put({ ...stored, ownSeen });
}
