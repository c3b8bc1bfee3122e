import '@/lib/api/jitless';
import { zoneHere } from '@/lib/crm/calendar';
import { setRemindAlarm } from '@/lib/platform/alarms';
import { clearNotifications, mayNotify, notify } from '@/lib/platform/notifications';
import { readPublic } from '@/lib/platform/sites';
import type { Database } from '@/lib/store/database';
import { type Remindable, remembered, remindersNow } from '@/lib/store/reminders';
import { noticeWords } from './reminder-words';

/** What is shown is written down at once after it; in the moment between, the same id would only replace it. */
export async function remind(db: Database): Promise<void> {
  await navigator.locks.request('remind', async () => {
    const zone = zoneHere();
    const now = Date.now();
    const may = !db.newer && (await mayNotify());
    if (may) await clearNotifications((ids) => ofNobody(db, ids)).catch(() => undefined);
    const reminders = may ? await remindersNow(db, now, zone) : null;
    if (!reminders) return setRemindAlarm(null);
    const { how, notices, next } = reminders;
    const { language } = await readPublic();
    // Before anything is shown: what cannot be shown takes no later reminder with it.
    await setRemindAlarm(next);
    for (const notice of notices) {
      await notify(idOf(notice), noticeWords(notice, how.named, language));
      await remembered(db, [notice], now, zone);
    }
  });
}

/** Where a press leads stands in the id: the worker that showed the notification may be gone. */
function idOf([first, ...more]: Remindable[]): string {
  const contact = more.length === 0 ? first?.who?.id : undefined;
  return contact ? `${first!.key}:${contact}` : `${first?.key ?? ''}:`;
}

/** Those that name a person who was erased: the system keeps a notification in its list for long. One of many names no one person in its id, and goes with the others of such a moment. */
async function ofNobody(db: Database, ids: string[]): Promise<string[]> {
  const contacts = ids.map((id) => id.slice(id.indexOf(':') + 1));
  const named = [...new Set(contacts.filter(Boolean))];
  const found = await db.contacts.bulkGet(named);
  const gone = new Set(named.filter((_, at) => found[at] === undefined));
  return gone.size === 0 ? [] : ids.filter((_, at) => contacts[at] === '' || gone.has(contacts[at]!));
}
