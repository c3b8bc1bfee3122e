import '@/lib/api/jitless';
import { refreshHandlers } from '@/lib/api/handlers/refresh';
import { zoneHere } from '@/lib/crm/calendar';
import { wake } from '@/lib/platform/wake';
import type { Database } from '@/lib/store/database';

/**
 * Above so many pages of 256 contacts the workspace does it, in a worker of its own: here a look-up would wait while all contacts are
 * counted at once.
 */
const MOST_PAGES = 40;

/** Does what a day does, unless it was done today: figures, stages, tags by rule, levels, what was left alone. */
export async function runDay(db: Database): Promise<void> {
  if (db.newer || (await db.columns.count()) > MOST_PAGES) return;
  const as = { op: 'figures.refresh', caller: 'automatic', commandId: crypto.randomUUID() };
  const zone = zoneHere();
  const { changed } = await refreshHandlers['figures.refresh'](
    { ...as, db, zone, now: Date.now },
    { again: false },
  );
  if (changed) await wake();
}
