import type { Situation } from '@/lib/advice/situation';
import type { Activity } from '@/lib/crm/activities';
import { zoneHere } from '@/lib/crm/calendar';
import type { Purpose } from '@/lib/crm/settings';
import { type Today, todayAt } from '@/lib/insight/today';
import type { Database } from '../database';
import type { Brief, Bundle } from '../reads';
import { settingsOf } from '../settings';

/** When and where a view is asked for. */
export interface At {
  /** Epoch milliseconds. */
  now: number;
  /** IANA name of the zone; the one of this computer when left out. */
  zone?: string;
}

/** The view's day and ages. */
export function todayOf({ now, zone }: At): Today {
  return todayAt(now, zone ?? zoneHere());
}

/** What advice needs of the settings. */
export interface Usage {
  purpose: Purpose;
  /** Since when mails of every contact are logged without asking, on the site that began first; null where on none. */
  sitesSince: number | null;
}

export async function usageOf(db: Database): Promise<Usage> {
  const { purpose, autologSince } = await settingsOf(db);
  return { purpose, sitesSince: earliest(Object.values(autologSince ?? {})) };
}

function earliest(moments: number[]): number | null {
  return moments.length > 0 ? Math.min(...moments) : null;
}

/** What advice needs of a contact, out of what was read for a view. */
export function situationOf(read: Brief | Bundle, { purpose, sitesSince }: Usage): Situation {
  const { contact, tasks, promises, evidence, cases } = read;
  const listed = 'activities' in read ? read.activities : [];
  const once = new Map([...listed, ...promises, ...evidence].map((one): [string, Activity] => [one.id, one]));
  const activities = [...once.values()].sort((a, b) => b.at - a.at);
  const contactIds = read.identityIds;
  const taken = (read.figures?.own ?? 0) > 0;
  const own = contact.autolog ? (contact.autologSince ?? null) : null;
  const loggedSince = earliest([own, sitesSince].filter((one) => one !== null));
  return { contact, taken, contactIds, activities, tasks, cases, loggedSince, purpose };
}
