import type { Activity } from '@/lib/crm/activities';
import { isAutomaticAddress } from '@/lib/crm/automatic';
import type { Contact } from '@/lib/crm/contacts';
import { exchangeOf } from '@/lib/insight/figures';
import type { Today } from '@/lib/insight/today';
import { type Situation, UNANSWERED_DAYS } from './situation';
import { isNever } from './snoozes';

/** One exchange and which way it went. */
export interface Talk {
  activity: Activity;
  way: 'in' | 'out' | 'both';
}

/** What went between the two until now, newest first. */
export function talks({ contactIds, activities }: Situation, today: Today): Talk[] {
  return activities.flatMap((activity) => {
    const way = activity.at <= today.now ? exchangeOf(activity, contactIds) : null;
    return way ? [{ activity, way }] : [];
  });
}

/** Whether all addresses of the contact are machines': nobody there waits for an answer. */
export function isMachine(contact: Contact): boolean {
  const addresses = Object.values(contact.points).filter((point) => point.kind === 'email');
  return addresses.length > 0 && addresses.every((point) => isAutomaticAddress(point.key));
}

/**
 * Mails and messages of the contact that nothing answered since, newest first: what the user sent, a call, a meeting
 * or a visit answers all before it. The run ends at one that the user said needs no answer. Empty while the oldest may
 * still rest.
 */
export function unanswered(contact: Contact, talk: Talk[], restDays: number, today: Today): Activity[] {
  if (isMachine(contact)) return [];
  const run: Activity[] = [];
  for (const { activity, way } of talk) {
    if (way !== 'in' || today.daysSince(activity.at) > UNANSWERED_DAYS) break;
    if (isNever(contact, `unanswered:${activity.id}`)) break;
    run.push(activity);
  }
  const oldest = run.at(-1);
  return oldest && today.daysSince(oldest.at) >= restDays ? run : [];
}

/** The user's latest mail or message, when nothing came back for more than so many days. */
export function awaited(
  contact: Contact,
  [latest]: Talk[],
  afterDays: number,
  today: Today,
): Activity | null {
  if (latest?.way !== 'out' || isMachine(contact)) return null;
  const days = today.daysSince(latest.activity.at);
  return days > afterDays && days <= UNANSWERED_DAYS ? latest.activity : null;
}
