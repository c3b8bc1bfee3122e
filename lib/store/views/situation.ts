import type { Situation } from '@/lib/advice/situation';
import type { Activity } from '@/lib/crm/activities';
import type { Settings } from '@/lib/crm/settings';
import { type Today, todayAt } from '@/lib/insight/today';
import type { Database } from '../database';
import type { Brief, Bundle } from '../reads';

/** When and where a view is asked for. */
export interface At {
  /** Epoch milliseconds. */
  now: number;
  /** IANA name of the zone; the one of this computer when left out. */
  zone?: string;
}

/** The view's day and ages. */
export function todayOf({ now, zone }: At): Today {
  return todayAt(now, zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** Whether mails of every contact are logged on some site without asking. */
export async function logsByItself(db: Database): Promise<boolean> {
  const row = await db.settings.get('settings');
  const origins: Settings['autologOrigins'] = row?.body.autologOrigins ?? [];
  return origins.length > 0;
}

/** What advice needs of a contact, out of what was read for a view. */
export function situationOf(read: Brief | Bundle, siteLogs: boolean): Situation {
  const { contact, tasks, promises, evidence } = read;
  const listed = 'activities' in read ? read.activities : [];
  const once = new Map([...listed, ...promises, ...evidence].map((one): [string, Activity] => [one.id, one]));
  const activities = [...once.values()].sort((a, b) => b.at - a.at);
  const contactIds = 'identityIds' in read ? read.identityIds : [contact.id];
  const taken = (read.figures?.own ?? 0) > 0;
  return { contact, taken, contactIds, activities, tasks, autolog: contact.autolog || siteLogs };
}
