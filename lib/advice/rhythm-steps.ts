import type { Activity } from '@/lib/crm/activities';
import { addDays, type Day, daysBetween } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import type { Today } from '@/lib/insight/today';
import { evidenceOf, figure, words } from './evidence';
import type { Ranked } from './ranking';
import { FRESH_DAYS } from './situation';
import type { Talk } from './talk';

/** The day on which the cadence wants contact: so many days after the last one, or after it was set. */
export function expectedDay(contact: Contact, last: Activity | undefined, today: Today): Day | null {
  if (!contact.cadence) return null;
  return addDays(today.dayAt(last?.at ?? contact.cadence.since), contact.cadence.days);
}

/** "Stay in touch every ...": when the next contact is wanted, until there is one. */
export function cadenceStep(contact: Contact, [latest]: Talk[], today: Today): Ranked | null {
  const last = latest?.activity;
  const day = expectedDay(contact, last, today);
  if (!contact.cadence || !day) return null;
  const late = daysBetween(day, today.day);
  const { days, since } = contact.cadence;
  const set = figure('from_cadence', { at: { moment: since } }, since);
  return {
    rank: late < 0 ? 'ahead' : 'cadence',
    step: {
      key: `cadence:${day}`,
      kind: 'cadence',
      contactId: contact.id,
      title: words('cadence_title'),
      reason: last
        ? words('cadence', { count: days, last: { date: today.dayAt(last.at) } })
        : words('cadence_never', { count: days, since: { date: today.dayAt(since) } }),
      evidence: last ? [set, evidenceOf(last, today)] : [set],
      due: { date: day },
      lateDays: late,
      activityId: null,
      taskId: null,
      link: null,
    },
  };
}

/** For a new contact without a cadence: how often to stay in touch. */
export function firstStep(contact: Contact, today: Today): Ranked | null {
  const age = today.daysSince(contact.addedAt);
  if (contact.cadence || age > FRESH_DAYS) return null;
  const added = today.dayAt(contact.addedAt);
  return {
    rank: 'first',
    step: {
      key: 'first',
      kind: 'first',
      contactId: contact.id,
      title: words('first_title'),
      reason: words(age === 0 ? 'first_today' : 'first', { added: { date: added } }),
      evidence: [figure('from_added', { at: { moment: contact.addedAt } }, contact.addedAt)],
      due: null,
      lateDays: 0,
      activityId: null,
      taskId: null,
      link: null,
    },
  };
}
