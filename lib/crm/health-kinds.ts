/** What may be out of order with a contact, each kind one row of the page. Free of zod. */
export const HEALTH_OF_CONTACTS = [
  'address',
  'phone',
  'noWay',
  'noName',
  'noCompany',
  'contradiction',
  'stale',
  'relation',
] as const;
export type ContactHealth = (typeof HEALTH_OF_CONTACTS)[number];

/** The same with what belongs to nobody any more. */
export const HEALTH = [...HEALTH_OF_CONTACTS, 'task', 'case', 'tag', 'company'] as const;
export type HealthKind = (typeof HEALTH)[number];

/** The key under which "later" is kept of a value to be confirmed. */
export function laterKey(valueId: string): string {
  return `confirm|${valueId}`;
}
