import '@/lib/api/jitless';
import { v7 as uuid } from 'uuid';
import { zoneHere } from '@/lib/crm/calendar';
import { pull } from '@/lib/hub/pull';
import { setPullAlarm } from '@/lib/platform/alarms';
import { wake } from '@/lib/platform/wake';
import { connectionOf } from '@/lib/store/connections';
import type { Database } from '@/lib/store/database';
import { responseCounts } from '@/lib/store/response-list';
import { showUnread } from './tab-badge';

const MINUTES = 5;

/** Keeps the toolbar's number, and the alarm while a hub is connected. */
export async function keepUp(db: Database): Promise<void> {
  const [{ unread }, hub] = await Promise.all([responseCounts(db), connectionOf(db)]);
  await showUnread(unread);
  await setPullAlarm(hub ? MINUTES : null);
}

export async function pullNow(db: Database): Promise<void> {
  const zone = zoneHere();
  const { taken } = await pull(
    { db, now: () => Date.now(), zone, op: 'hub.pull', caller: 'automatic', commandId: uuid() },
    { wait: 0 },
  );
  if (taken > 0) await wake();
}
