import { onRemindAlarm } from '@/lib/platform/alarms';
import { onNotificationPressed } from '@/lib/platform/notifications';
import { openPage } from '@/lib/platform/pages';
import { onStored } from '@/lib/platform/wake';
import type { Database } from '@/lib/store/database';
import { AFTER_START } from './answers';

/**
 * Shows what is due, when it is due: an alarm of the browser wakes the worker for it. Registers its listeners at once: the worker may
 * have been started by one of these events.
 */
export function watchReminders(database: Promise<Database>): void {
  const look = () => void lookAt(database).catch(() => undefined);
  onRemindAlarm(look);
  let waits: ReturnType<typeof setTimeout> | undefined;
  // Many writes come at once, from an import or a batch: they are looked at together.
  onStored(() => {
    clearTimeout(waits);
    waits = setTimeout(look, AFTER_START);
  });
  onNotificationPressed((id) => void openPage('workspace', placeOf(id)));
  setTimeout(look, AFTER_START);
}

async function lookAt(database: Promise<Database>): Promise<void> {
  const { remind } = await import('./remind');
  await remind(await database);
}

function placeOf(id: string): string {
  const contact = id.slice(id.indexOf(':') + 1);
  return contact ? `#/contacts/${contact}?remind` : '#/today';
}
