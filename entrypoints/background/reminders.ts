import { onRemindAlarm, setRemindAlarm } from '@/lib/platform/alarms';
import { mayNotify, notify, onNotificationPressed } from '@/lib/platform/notifications';
import { openPage } from '@/lib/platform/pages';
import { readPublic } from '@/lib/platform/sites';
import { onStored } from '@/lib/platform/wake';
import type { Database } from '@/lib/store/database';
import { type Remindable, remembered, remindersNow } from '@/lib/store/reminders';
import { AFTER_START } from './answers';
import { noticeWords } from './reminder-words';

/**
 * Shows what is due, when it is due: an alarm of the browser wakes the worker for it. Registers its listeners at once: the worker may
 * have been started by one of these events.
 */
export function watchReminders(database: Promise<Database>): void {
  const look = () => void database.then(remind).catch(() => undefined);
  onRemindAlarm(look);
  onStored(look);
  onNotificationPressed((id) => void openPage('workspace', placeOf(id)));
  setTimeout(look, AFTER_START);
}

/** What is shown is written down at once after it; in the moment between, the same id would only replace it. */
async function remind(db: Database): Promise<void> {
  await navigator.locks.request('remind', async () => {
    const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
    const now = Date.now();
    const reminders = db.newer ? null : await remindersNow(db, now, zone);
    if (!reminders || !(await mayNotify())) return setRemindAlarm(null);
    const { how, notices, next } = reminders;
    const { language } = await readPublic();
    for (const notice of notices) {
      await notify(idOf(notice), noticeWords(notice, how.named, language));
      await remembered(db, [notice], now, zone);
    }
    await setRemindAlarm(next);
  });
}

/** Where a press leads stands in the id: the worker that showed the notification may be gone. */
function idOf([first, ...more]: Remindable[]): string {
  const contact = more.length === 0 ? first?.who?.id : undefined;
  return contact ? `${first!.key}:${contact}` : `${first?.key ?? ''}:`;
}

function placeOf(id: string): string {
  const contact = id.slice(id.indexOf(':') + 1);
  return contact ? `#/contacts/${contact}?remind` : '#/today';
}
