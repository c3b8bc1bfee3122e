import { v7 as uuid } from 'uuid';
import { ACTIVITY_SCHEMA, type Activity } from '@/lib/crm/activities';
import { type Origin, provenance } from './provenance';
import type { Work } from './work';

/** What an activity is made of; what is left out has no value. */
export interface NewActivity {
  type: Activity['type'];
  contactIds: string[];
  from?: Origin | undefined;
  at?: number | undefined;
  precision?: Activity['precision'];
  externalKeys?: string[];
  direction?: Activity['direction'];
  channel?: string | null;
  subject?: string;
  text?: string;
  link?: string | null;
  pinned?: boolean;
  amount?: Activity['amount'];
  minutes?: number | null;
  value?: number | undefined;
  promise?: Activity['promise'];
}

/** A new activity in the running command. */
export function newActivity(work: Work, { contactIds, from, ...given }: NewActivity): Activity {
  const at = given.at ?? work.now;
  const role = roleOf(given.type, given.direction ?? null);
  const blank = {
    precision: 'minute' as const,
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
  };
  return work.add('activities', {
    ...blank,
    ...given,
    id: uuid(),
    schema: ACTIVITY_SCHEMA,
    clock: '',
    deletedAt: null,
    at,
    participants: [...new Set(contactIds)].map((contactId) => ({ contactId, role })),
    provenance: provenance(work.now, from),
  });
}

function roleOf(type: Activity['type'], direction: Activity['direction']) {
  if (type === 'note') return 'about';
  if (direction === null) return 'with';
  return direction === 'in' ? 'from' : 'to';
}
