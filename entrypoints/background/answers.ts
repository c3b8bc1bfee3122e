import { v7 as uuid } from 'uuid';
import { pull } from '@/lib/hub/pull';
import { onPullAlarm, setPullAlarm } from '@/lib/platform/alarms';
import { setBadge } from '@/lib/platform/badge';
import { onStored, wake } from '@/lib/platform/wake';
import { connectionOf } from '@/lib/store/connections';
import type { Database } from '@/lib/store/database';
import { responseCounts } from '@/lib/store/response-list';

const MINUTES = 5;
/** Whoever woke the worker is answered first; it lives for half a minute at least. In ms. */
export const AFTER_START = 2000;

/**
 * Fetches answers now and then while a hub is connected, and keeps the number of those that nobody has looked at on the toolbar.
 * Registers its listeners at once: the worker may have been started by one of these events.
 */
export function watchAnswers(database: Promise<Database>): void {
  onPullAlarm(() => void database.then(pullNow));
  onStored(() => void database.then(keepUp));
  setTimeout(() => void database.then(keepUp), AFTER_START);
}

async function keepUp(db: Database): Promise<void> {
  const [{ unread }, hub] = await Promise.all([responseCounts(db), connectionOf(db)]);
  await setBadge(unread);
  await setPullAlarm(hub ? MINUTES : null);
}

async function pullNow(db: Database): Promise<void> {
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
  const { taken } = await pull(
    { db, now: () => Date.now(), zone, op: 'hub.pull', caller: 'automatic', commandId: uuid() },
    { wait: 0 },
  );
  if (taken > 0) await wake();
}
