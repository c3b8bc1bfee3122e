import type { Activity } from '@/lib/crm/activities';
import type { Contact } from '@/lib/crm/contacts';
import type { Today } from '@/lib/insight/today';
import { evidenceOf, words } from './evidence';
import type { Plays } from './plays';
import type { BareStep, Ranked } from './ranking';
import { awaited, type Talk, unanswered } from './talk';
import { topic } from './topic';

/** "Waiting for you": what nothing answered. One step a contact, aged by the oldest of them. */
export function unansweredStep(
  contact: Contact,
  talk: Talk[],
  { answerAfterDays }: Plays,
  today: Today,
): Ranked | null {
  const run = unanswered(contact, talk, answerAfterDays, today);
  const [newest, oldest] = [run[0], run.at(-1)];
  if (!newest || !oldest) return null;
  const days = today.daysSince(oldest.at);
  return {
    rank: 'unanswered',
    step: {
      ...mailStep(contact, oldest, 'unanswered', days, today),
      reason: words(days === 0 ? 'unanswered_today' : 'unanswered', { count: days }),
      // A further mail is a new occasion: it comes back although the user put the earlier one off.
      key: `unanswered:${newest.id}`,
      link: newest.link ?? oldest.link,
    },
  };
}

/** "You are waiting for": the user's latest mail or message, unanswered. */
export function waitingStep(
  contact: Contact,
  talk: Talk[],
  { waitingAfterDays }: Plays,
  today: Today,
): Ranked | null {
  const mail = awaited(contact, talk, waitingAfterDays, today);
  if (!mail) return null;
  return { rank: 'waiting', step: mailStep(contact, mail, 'waiting', today.daysSince(mail.at), today) };
}

function mailStep(
  contact: Contact,
  mail: Activity,
  kind: 'unanswered' | 'waiting',
  days: number,
  today: Today,
): BareStep {
  const about = topic(mail.subject);
  return {
    key: `${kind}:${mail.id}`,
    kind,
    contactId: contact.id,
    title: about ? words(`${kind}_title`, { topic: about }) : words(`${kind}_title_plain`),
    reason: words(kind, { count: days }),
    evidence: [evidenceOf(mail, today)],
    due: null,
    lateDays: days,
    activityId: null,
    taskId: null,
    link: mail.link,
  };
}
