import type { Contact } from '@/lib/crm/contacts';
import { hasName } from '@/lib/crm/has-name';

/** What a contact may lack, and what it weighs: of a hundred. docs/data-health.md tells why. */
export const WEIGHTS = {
  work: { name: 20, address: 25, phone: 15, company: 15, title: 10, place: 5, tag: 5, consent: 5 },
  personal: { name: 25, address: 25, phone: 20, birthday: 15, place: 10, tag: 5 },
} as const;

export type Part = keyof typeof WEIGHTS.work | keyof typeof WEIGHTS.personal;

const MESSENGERS = ['phone', 'whatsapp', 'wechat', 'line', 'qq', 'handle'];

/** How complete a contact is, 0 to 100, and what is missing, the weightiest first. */
export function completeness(contact: Contact): { percent: number; missing: Part[] } {
  const weights = Object.entries(WEIGHTS[contact.kind]) as [Part, number][];
  const missing = weights.filter(([part]) => !has(contact, part)).sort(([, a], [, b]) => b - a);
  return {
    percent: 100 - missing.reduce((sum, [, weight]) => sum + weight, 0),
    missing: missing.map(([part]) => part),
  };
}

function has(contact: Contact, part: Part): boolean {
  const points = Object.values(contact.points);
  const fact = (...fields: string[]) =>
    Object.values(contact.facts).some((one) => fields.includes(one.field) && one.asideAt === undefined);
  switch (part) {
    case 'name':
      return hasName(contact);
    case 'address':
      return points.some((point) => point.kind === 'email');
    case 'phone':
      return points.some((point) => MESSENGERS.includes(point.kind));
    case 'company':
    case 'title':
      return fact(part);
    case 'place':
      return fact('city', 'country') || points.some((point) => point.kind === 'postal');
    case 'birthday':
      return Object.values(contact.dates).some((date) => date.kind === 'birthday');
    case 'tag':
      return Object.keys(contact.tags).length > 0;
    case 'consent':
      return Object.keys(contact.consents).length > 0;
  }
}
