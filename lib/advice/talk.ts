import type { Activity } from '@/lib/crm/activities';
import { isAutomaticAddress, isAutomaticSubject } from '@/lib/crm/automatic';
import type { Contact } from '@/lib/crm/contacts';
import type { Today } from '@/lib/insight/today';
import { UNANSWERED_DAYS, WAITING_AFTER_DAYS } from './situation';
import { isNever } from './snoozes';

const TALK: ReadonlySet<string> = new Set(['mail', 'call', 'meeting', 'message', 'visit']);

/** Whether the two were in touch by it. A copy (cc) is not, nor what a machine wrote. */
export function isTalk(activity: Activity, contactId: string): boolean {
  if (!TALK.has(activity.type)) return false;
  if (activity.type === 'mail' && isAutomaticSubject(activity.subject)) return false;
  const role = activity.participants.find((one) => one.contactId === contactId)?.role;
  return role !== 'cc' && role !== 'about';
}

/** What was said between the two until now, newest first. */
export function talks(contact: Contact, activities: Activity[], today: Today): Activity[] {
  return activities.filter(
    // A merged contact's rows keep their own id: without a role of this one the event counts as with it.
    (one) => one.at <= today.now && isTalk(one, contact.id),
  );
}

/** Whether all addresses of the contact are machines': nobody there waits for an answer. */
export function isMachine(contact: Contact): boolean {
  const addresses = Object.values(contact.points).filter((point) => point.kind === 'email');
  return addresses.length > 0 && addresses.every((point) => isAutomaticAddress(point.key));
}

/** The user wrote, or the two spoke, whoever rang. */
function answers(activity: Activity): boolean {
  return activity.direction !== 'in' || !(activity.type === 'mail' || activity.type === 'message');
}

/**
 * Mails of the contact that nothing answered since, newest first: a mail or message sent, a call, a meeting or a
 * visit answers all before it. The run ends at a mail that the user said needs no answer.
 */
export function unanswered(contact: Contact, talk: Activity[], today: Today): Activity[] {
  if (isMachine(contact)) return [];
  const run: Activity[] = [];
  for (const one of talk) {
    if (answers(one)) break;
    if (today.daysSince(one.at) > UNANSWERED_DAYS) break;
    if (one.type !== 'mail') continue;
    if (isNever(contact, `unanswered:${one.id}`)) break;
    run.push(one);
  }
  return run;
}

/** The user's latest mail, when nothing came back for more than three days. */
export function awaited(contact: Contact, talk: Activity[], today: Today): Activity | null {
  const [latest] = talk;
  if (latest?.type !== 'mail' || latest.direction !== 'out' || isMachine(contact)) return null;
  const days = today.daysSince(latest.at);
  return days > WAITING_AFTER_DAYS && days <= UNANSWERED_DAYS ? latest : null;
}
