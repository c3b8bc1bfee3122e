import type { Contact, ContactPoint, Fact } from '@/lib/crm/contacts';
import { SINGLE_FIELDS } from '@/lib/crm/fields';
import { hasName } from '@/lib/crm/has-name';
import type { ContactHealth } from '@/lib/crm/health-kinds';
import { isRelation } from '@/lib/crm/relations';

/** Rules of what is out of order with a contact. They tell; nothing is changed by them. */

/** A value that was neither got nor confirmed for so long is asked about, in ms. */
export const STALE_AFTER = 365 * 86_400_000;

/** Key of a contact point that could not be read as what it is said to be begins so. */
const UNREAD = 'unread:';
/** That of a phone number without its country. */
const LOCAL = 'tel-local:';

/** What a contact's own body does not tell. */
export interface Ground {
  /** Epoch ms. */
  now: number;
  /** Whether a contact of this id is there, be it within another that it was merged into. */
  exists(contactId: string): boolean;
}

/** What is out of order with a contact, each kind once. */
export function healthOf(contact: Contact, ground: Ground): ContactHealth[] {
  const points = Object.values(contact.points);
  const found: ContactHealth[] = [];
  if (points.some((point) => isMalformed(point, 'email'))) found.push('address');
  if (points.some((point) => isMalformed(point, 'phone'))) found.push('phone');
  if (!points.some((point) => reaches(point))) found.push('noWay');
  if (!hasName(contact)) found.push('noName');
  if (contact.kind === 'work' && !shown(contact).some((fact) => fact.field === 'company'))
    found.push('noCompany');
  if (contradictions(contact).length > 0) found.push('contradiction');
  if (staleValues(contact, ground.now).length > 0) found.push('stale');
  if (lostRelations(contact, ground).length > 0) found.push('relation');
  return found;
}

/** Whether a point was kept as it stood, because it could not be read; a phone also when it does not tell its country. */
export function isMalformed(point: ContactPoint, kind: 'email' | 'phone'): boolean {
  if (kind === 'email') return point.kind === 'email' && point.key.startsWith(UNREAD);
  const isPhone = point.kind === 'phone' || point.kind === 'whatsapp';
  return isPhone && (point.key.startsWith(UNREAD) || point.key.startsWith(LOCAL));
}

/** A web page tells of somebody, and reaches nobody. */
function reaches(point: ContactPoint): boolean {
  return point.kind !== 'url' && !point.key.startsWith(UNREAD);
}

/** Values of one field against each other, none of which was confirmed or put aside; keys of `facts`. */
export interface Contradiction {
  field: string;
  ids: string[];
}

/** Fields of which somebody has one, with more than one value standing. */
export function contradictions(contact: Contact): Contradiction[] {
  const byField = new Map<string, string[]>();
  for (const [id, fact] of Object.entries(contact.facts)) {
    if (!SINGLE_FIELDS.includes(fact.field) || fact.asideAt !== undefined) continue;
    byField.set(fact.field, [...(byField.get(fact.field) ?? []), id]);
  }
  return [...byField].flatMap(([field, ids]) => (ids.length > 1 ? [{ field, ids: ids.sort() }] : []));
}

/** Orders keys of facts: what was got last stands first; of one moment what was added last. */
export function newerFirst({ facts }: Contact): (a: string, b: string) => number {
  return (a, b) => (facts[b]?.at ?? 0) - (facts[a]?.at ?? 0) || (a < b ? 1 : -1);
}

/** Where a value stands. */
export interface ValueAt {
  of: 'facts' | 'points';
  id: string;
}

/** Values in force that nobody confirmed for a year; what has an age of its own, the birthday, is none. */
export function staleValues(contact: Contact, now: number): ValueAt[] {
  const old = (value: Fact | ContactPoint) => now - sureAt(value) > STALE_AFTER;
  const facts = Object.entries(contact.facts).filter(([, fact]) => fact.asideAt === undefined && old(fact));
  const points = Object.entries(contact.points).filter(([, point]) => old(point));
  return [
    ...facts.map(([id]) => ({ of: 'facts' as const, id })),
    ...points.map(([id]) => ({ of: 'points' as const, id })),
  ];
}

/** Facts that name a contact who is not there any more; keys of `facts`. */
export function lostRelations(contact: Contact, { exists }: Pick<Ground, 'exists'>): string[] {
  return Object.entries(contact.facts).flatMap(([id, { field, ref }]) =>
    isRelation(field) && ref !== undefined && !exists(ref) ? [id] : [],
  );
}

/** When a value was last known to hold: confirmed, else got. Epoch ms. */
export function sureAt(value: { at: number; confirmedAt?: number | undefined }): number {
  return Math.max(value.at, value.confirmedAt ?? 0);
}

/** When something of a contact was last got or confirmed, epoch ms; null where nothing is known. */
export function confirmedAt(contact: Contact): number | null {
  const values = [...shown(contact), ...Object.values(contact.points), ...Object.values(contact.dates)];
  return values.length === 0 ? null : Math.max(...values.map(sureAt));
}

function shown(contact: Contact): Fact[] {
  return Object.values(contact.facts).filter((fact) => fact.asideAt === undefined);
}
