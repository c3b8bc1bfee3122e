import { saveBackup } from '@/lib/store/backup';
import { openDatabase } from '@/lib/store/database';
import { restoreBackup } from '@/lib/store/restore';

export interface BackupTimes {
  /** Milliseconds. */
  save: number;
  restore: number;
  bytes: number;
  rows: number;
  contacts: number;
}

/** What the page is at, for whoever looks at its memory from outside. */
const stage = globalThis as unknown as { stage?: 'save' | 'restore' };

/** Saves the full store, and restores the file into an empty one. */
export async function backup(): Promise<BackupTimes> {
  const db = await openDatabase();
  const name = 'sidelight-restored';
  const as = { zone: 'UTC', caller: 'workspace', now: Date.now };
  stage.stage = 'save';
  const began = performance.now();
  const { file } = await saveBackup({
    ...as,
    db,
    op: 'backup.save',
    commandId: crypto.randomUUID(),
  });
  const saved = performance.now();
  const empty = await openDatabase(name);
  stage.stage = 'restore';
  await restoreBackup({ ...as, db: empty, op: 'backup.restore', commandId: crypto.randomUUID() }, { file });
  const restored = performance.now();
  delete stage.stage;
  const [contacts, activities] = [await empty.contacts.count(), await empty.activities.count()];
  if (contacts !== (await db.contacts.count()) || activities !== (await db.activities.count()))
    throw new Error('Not all came back.');
  await empty.delete();
  return {
    save: saved - began,
    restore: restored - saved,
    bytes: file.size,
    rows: contacts + activities,
    contacts,
  };
}
