import { v7 as uuid } from 'uuid';
import { ACTIVITY_SCHEMA, type Activity } from '@/lib/crm/activities';
import { COMPANY_SCHEMA, type Company } from '@/lib/crm/companies';
import { CONTACT_SCHEMA, type Contact } from '@/lib/crm/contacts';
import { TAG_SCHEMA, type Tag } from '@/lib/crm/tags';
import { addressOf, isAnswered, nameOf, pick } from '../numbers.ts';

const DAY = 86_400_000;
const blank = { clock: '0188a00000000000-bench', deletedAt: null };
const provenance = (at: number) => ({ source: 'Bench', at, how: 'typed' as const });

export function tags(): Tag[] {
  return Array.from({ length: 20 }, (_, n) => ({
    ...blank,
    id: uuid(),
    schema: TAG_SCHEMA,
    name: `Tag ${n}`,
    parentId: null,
    synonyms: [],
  }));
}

export function company(n: number, now: number): Company {
  const from = provenance(now - 700 * DAY);
  return {
    ...blank,
    id: uuid(),
    schema: COMPANY_SCHEMA,
    name: `Company ${n}`,
    facts: { [uuid()]: { field: 'city', value: 'Bergen', ...from } },
    points: {},
    tags: {},
    mergedInto: null,
    addedAt: now - 700 * DAY,
  };
}

export function contact(n: number, { id: companyId, name }: Company, tagIds: string[], now: number): Contact {
  const from = provenance(now - (30 + pick(n, 700)) * DAY);
  const fact = (field: string, value: string, ref?: string) => ({
    [uuid()]: { field, value, ...(ref ? { ref } : {}), ...from },
  });
  const phone = `+4930${String(1_000_000 + n)}`;
  return {
    ...blank,
    id: uuid(),
    schema: CONTACT_SCHEMA,
    kind: 'work',
    name: nameOf(n),
    facts: { ...fact('company', name, companyId), ...fact('title', 'Buyer'), ...fact('city', 'Bergen') },
    points: {
      [uuid()]: { kind: 'email', value: addressOf(n), key: addressOf(n), ...from },
      [uuid()]: { kind: 'phone', value: phone, key: phone, ...from },
    },
    tags: Object.fromEntries([0, 1].map((more) => [tagIds[pick(n + more, tagIds.length)]!, from])),
    dates:
      n % 3 === 0
        ? {
            [uuid()]: {
              kind: 'birthday',
              date: { calendar: 'gregorian', year: 1980, month: 1 + pick(n, 12), day: 1 + pick(n, 28) },
              ...from,
            },
          }
        : {},
    consents: {},
    doNotContact: null,
    cadence: n % 4 === 0 ? { days: 60, since: from.at } : null,
    autolog: false,
    ownerId: null,
    mergedInto: null,
    addedAt: from.at,
  };
}

/** How much was said with person `n`: most people a little, one in a hundred much; five on the average. */
export const talksOf = (n: number): number => (n % 100 === 0 ? 104 : 2 + (n % 5));

export function activity(n: number, turn: number, contactId: string, now: number): Activity {
  const at = now - (pick(n, 60) + turn * 7) * DAY - pick(turn, 86_400_000);
  const type = turn % 4 === 3 ? 'note' : turn % 4 === 2 ? 'call' : 'mail';
  const direction = type === 'note' ? null : (turn % 2 === 0) === isAnswered(n) ? 'out' : 'in';
  return {
    ...blank,
    id: uuid(),
    schema: ACTIVITY_SCHEMA,
    type,
    at,
    precision: 'minute',
    participants: [{ contactId, role: type === 'note' ? 'about' : direction === 'in' ? 'from' : 'to' }],
    externalKeys: type === 'mail' ? [`gmail:${n}-${turn}`] : [],
    direction,
    channel: type === 'mail' ? 'gmail' : null,
    subject: type === 'note' ? '' : `Samples and prices, part ${turn}`,
    text: type === 'note' ? 'Prefers samples by courier, and wants the price list before the fair.' : '',
    link: null,
    pinned: false,
    amount: null,
    minutes: type === 'call' ? 12 : null,
    promise: null,
    provenance: provenance(at),
  };
}
