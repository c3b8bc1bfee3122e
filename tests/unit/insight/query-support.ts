import { ACTIVITY_SCHEMA, type Activity, type ActivityType } from '@/lib/crm/activities';
import { dayNumber } from '@/lib/crm/calendar';
import { CONTACT_SCHEMA, type Contact } from '@/lib/crm/contacts';
import type { Frame, Subject } from '@/lib/insight/query-subject';
import { fold } from '@/lib/store/fold';

const DAY = 86_400_000;

/** Four ids, told apart by their last letter. */
export const ids = {
  a: '00000000-0000-4000-8000-00000000000a',
  b: '00000000-0000-4000-8000-00000000000b',
  c: '00000000-0000-4000-8000-00000000000c',
  d: '00000000-0000-4000-8000-00000000000d',
};

/** 10 June 2026, in UTC. */
export const TODAY = dayNumber('2026-06-10');

export function aFrame(given: Partial<Frame> = {}): Frame {
  return {
    today: TODAY,
    dayOf: (at) => Math.floor(at / DAY),
    tagsBelow: (id) => new Set([id]),
    isTier: () => true,
    segment: () => undefined,
    worth: ({ minor }) => minor,
    fold,
    ...given,
  };
}

export function aFact(field: string, value: string): Contact['facts'][string] {
  return { field, value, source: '', at: 0, how: 'typed' };
}

export function aContact(given: Partial<Contact> = {}): Contact {
  return {
    id: ids.a,
    schema: CONTACT_SCHEMA,
    clock: '',
    deletedAt: null,
    kind: 'work',
    name: 'Ada Example',
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
    addedAt: TODAY * DAY,
    ...given,
  };
}

export function aSubject(contact: Partial<Contact> = {}, given: Partial<Subject> = {}): Subject {
  return {
    contact: aContact(contact),
    contactIds: [ids.a],
    activities: [],
    answers: [],
    cases: [],
    deals: [],
    measures: {},
    ...given,
  };
}

/** One of so many days ago. */
export function anActivity(type: ActivityType, daysAgo: number): Activity {
  return {
    id: `${type}-${daysAgo}`,
    schema: ACTIVITY_SCHEMA,
    clock: '',
    deletedAt: null,
    type,
    at: (TODAY - daysAgo) * DAY + 1,
    precision: 'minute',
    participants: [{ contactId: ids.a, role: 'with' }],
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
    provenance: { source: '', at: 0, how: 'typed' },
  };
}
