import { v7 as uuid } from 'uuid';
import type { Situation } from '@/lib/advice/situation';
import type { Activity } from '@/lib/crm/activities';
import type { Case } from '@/lib/crm/cases';
import type { Contact } from '@/lib/crm/contacts';
import type { PartialDate } from '@/lib/crm/dates';
import type { Task } from '@/lib/crm/tasks';
import { type Today, todayAt } from '@/lib/insight/today';

/** Saturday 21 November 2026, 10:00 in Oslo. */
export const NOW = Date.parse('2026-11-21T10:00:00+01:00');
export const OSLO: Today = todayAt(NOW, 'Europe/Oslo');
export const daysAgo = (days: number) => NOW - days * 86_400_000;

const typed = { source: '', at: daysAgo(200), how: 'typed' as const };
const row = () => ({ id: uuid(), schema: 1, clock: '', deletedAt: null });

export const CONTACT_ID = uuid();

export function contact(more: Partial<Contact> = {}): Contact {
  return {
    ...row(),
    id: CONTACT_ID,
    kind: 'work',
    name: 'Ingrid Solheim',
    facts: {},
    points: {},
    tags: {},
    dates: {},
    consents: {},
    doNotContact: null,
    cadence: null,
    autolog: false,
    ownerId: null,
    mergedInto: null,
    addedAt: daysAgo(400),
    ...more,
  };
}

export function activity(type: Activity['type'], at: number, more: Partial<Activity> = {}): Activity {
  return {
    ...row(),
    type,
    at,
    precision: 'minute',
    participants: [{ contactId: CONTACT_ID, role: more.direction === 'in' ? 'from' : 'to' }],
    externalKeys: [],
    direction: null,
    channel: null,
    subject: '',
    text: '',
    link: null,
    pinned: false,
    amount: null,
    minutes: null,
    promise: null,
    provenance: { ...typed, at },
    ...more,
  };
}

export const mail = (direction: 'in' | 'out', days: number, subject = '') =>
  activity('mail', daysAgo(days), { direction, subject, link: `https://mail.example/${days}` });

export const promise = (by: 'me' | 'them', days: number, due: string | null, subject = 'Price list 2027') =>
  activity('promise', daysAgo(days), {
    subject,
    promise: { by, due: due ? { date: due } : null, doneAt: null },
  });

export function task(title: string, due: string | null): Task {
  return {
    ...row(),
    title,
    contactIds: [CONTACT_ID],
    due: due ? { date: due } : null,
    doneAt: null,
    activityId: null,
    createdAt: daysAgo(10),
    provenance: typed,
  };
}

/** A complaint of a day ago that nobody has replied to. */
export function openCase(more: Partial<Case> = {}): Case {
  return {
    ...row(),
    number: 'K7QD-2M4X',
    kind: 'complaint',
    title: 'Lamp arrived broken',
    text: 'The lamp arrived broken.',
    contactIds: [CONTACT_ID],
    owner: '',
    state: 'new',
    openedAt: daysAgo(1),
    replyDueAt: NOW,
    repliedAt: null,
    expectation: '',
    cause: '',
    resolvedAt: null,
    toldAt: null,
    recheckOn: null,
    recheckedAt: null,
    responseId: null,
    activityId: null,
    provenance: typed,
    ...more,
  };
}

export const birthday = (date: PartialDate) => ({ [uuid()]: { kind: 'birthday' as const, date, ...typed } });

/** A situation with its activities in order, as the store hands them over. */
export function situation(activities: Activity[] = [], more: Partial<Situation> = {}): Situation {
  return {
    contact: contact(),
    contactIds: [CONTACT_ID],
    activities: [...activities].sort((a, b) => b.at - a.at),
    tasks: [],
    cases: [],
    taken: activities.some((one) => one.provenance.how !== 'import'),
    loggedSince: daysAgo(400),
    purpose: 'sales',
    ...more,
  };
}
