import type { FileOut } from '@/lib/api/data-views';
import { localMoment } from '@/lib/crm/calendar';
import { rowsText, writeBackup } from './backup-file';
import { isPlain, NOUN_NAMES, type Noun, type StoredBody } from './backup-nouns';
import type { Progress } from './batch';
import { type Database, SCHEMA_VERSION } from './database';
import { isQuota, StoreError } from './errors';
import { logged } from './log';
import { setDevice } from './settings';
import type { Context } from './work';

/** Rows read at once: the bodies of one part are let go before the next is read, and the browser keeps their text outside of memory. */
const PART = 2000;
/** A change may be that of a thousand rows. */
const PART_OF_CHANGES = 100;

/**
 * Tables that are in no backup: derived from the others, or of this device alone. A table that is neither here nor in the file is a
 * loss that nobody would notice until the day of need.
 */
export const LEFT_OUT: Readonly<Record<string, 'derived' | 'local'>> = {
  figures: 'derived',
  companyFigures: 'derived',
  tagFigures: 'derived',
  tallies: 'derived',
  columns: 'derived',
  events: 'derived',
  measures: 'derived',
  facts: 'derived',
  pageImages: 'derived',
  duplicates: 'derived',
  answers: 'derived',
  searchRuns: 'derived',
  searchBlocks: 'derived',
  searchNames: 'derived',
  searchIds: 'derived',
  searchMarks: 'derived',
  drafts: 'local',
  device: 'local',
  identities: 'local',
  sentTexts: 'local',
  jobs: 'local',
  meta: 'local',
};

/** Everything as one file. Drafts, figures and what belongs to this device are left out. It is logged. */
export async function saveBackup(
  ctx: Context & Progress,
): Promise<FileOut & { counts: Record<string, number> }> {
  const { db } = ctx;
  const now = ctx.now();
  const texts = {} as Record<Noun, Blob[]>;
  const counts: Record<string, number> = {};
  await db.transaction('r', NOUN_NAMES, async () => {
    const sizes = await Promise.all(NOUN_NAMES.map((noun) => db.table(noun).count()));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    let done = 0;
    for (const noun of NOUN_NAMES) {
      texts[noun] = [];
      const size = noun === 'changes' ? PART_OF_CHANGES : PART;
      let last = '';
      for (let more = true; more; ) {
        if (ctx.signal?.aborted) throw new StoreError('cancelled', 'Stopped. Nothing was saved.');
        const part = await db.table(noun).where('id').above(last).limit(size).toArray();
        // An import under way is not a thing that another computer could go on with.
        const bodies: StoredBody[] = part
          .map((row) => row.body)
          .filter((body) => body.state !== 'running' || noun !== 'imports');
        if (bodies.length > 0) texts[noun].push(new Blob([rowsText(bodies)]));
        if (isCounted(noun)) counts[noun] = (counts[noun] ?? 0) + countOf(bodies);
        last = part.at(-1)?.id;
        more = part.length === size;
        done += part.length;
        ctx.onProgress?.(done, total);
      }
    }
  });
  const { day, time } = localMoment(now, ctx.zone);
  try {
    await logged(ctx, { format: 'backup', ...counts });
  } catch (error) {
    // On a full disk there is no room for the entry, and the file is what helps.
    if (!isQuota(error)) throw error;
  }
  return {
    file: writeBackup(texts, SCHEMA_VERSION, now),
    name: `sidelight-${day}-${time.replace(':', '')}.json`,
    counts,
  };
}

/** Notes that a backup file was written to disk. */
export function backupSaved(db: Database, now: number): Promise<void> {
  return setDevice(db, { lastBackupAt: now, changesSinceBackup: 0, backupSnoozedUntil: null });
}

/** Nouns that a user has a number of. */
export function isCounted(noun: Noun): boolean {
  return noun !== 'settings' && !isPlain(noun);
}

/** Rows that a user would count: without deleted ones. */
export function countOf(bodies: StoredBody[]): number {
  return bodies.filter((body) => !body.deletedAt).length;
}
