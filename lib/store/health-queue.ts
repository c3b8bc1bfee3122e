import type { ContactHealthView, ToConfirm } from '@/lib/api/health-views';
import type { Contact, ContactPoint, Fact } from '@/lib/crm/contacts';
import { SINGLE_FIELDS } from '@/lib/crm/fields';
import { laterKey } from '@/lib/crm/health-kinds';
import { completeness } from '@/lib/insight/completeness';
import { confirmedAt, contradictions, newerFirst, staleValues, type ValueAt } from '@/lib/insight/health';
import { command } from './command';
import type { Database } from './database';
import { StoreError } from './errors';
import { bitOf, scanned } from './health-scan';
import { isShown } from './keys';
import type { Context } from './work';

/** Contacts read at once. */
const PART = 100;

/** Values to be confirmed: first those that contradict each other, then the old ones. What was put off for later waits. */
export async function confirmQueue(
  db: Database,
  { limit, now }: { limit: number; now: number },
): Promise<{ items: ToConfirm[]; contacts: number }> {
  const { contacts } = await scanned(db, now);
  const having = (bit: number) => [...contacts].flatMap(([id, one]) => (one.wrong & bit ? [id] : []));
  const ids = [...new Set([...having(bitOf('contradiction')), ...having(bitOf('stale'))])];
  const items: ToConfirm[] = [];
  for (let at = 0; at < ids.length && items.length < limit; at += PART) {
    const rows = await db.contacts.bulkGet(ids.slice(at, at + PART));
    for (const row of rows) if (isShown(row?.body)) items.push(...toConfirm(row.body, now));
  }
  return { items: items.slice(0, limit), contacts: ids.length };
}

function toConfirm(contact: Contact, now: number): ToConfirm[] {
  const against = contradictions(contact).flatMap(({ ids }) => {
    const [newest, ...others] = [...ids].sort(newerFirst(contact));
    return newest ? [{ at: { of: 'facts' as const, id: newest }, others }] : [];
  });
  const contested = new Set(against.flatMap(({ at, others }) => [at.id, ...others]));
  const old = staleValues(contact, now).filter(({ id }) => !contested.has(id));
  return [
    ...against.map(({ at, others }) => asked(contact, at, others)),
    ...old.map((at) => asked(contact, at, [])),
  ].filter((one) => {
    const until = contact.snoozes?.[laterKey(one.id)];
    return until === undefined || (until !== null && until <= now);
  });
}

function asked(contact: Contact, { of, id }: ValueAt, others: string[]): ToConfirm {
  const value = contact[of][id] as Fact | ContactPoint;
  return {
    contactId: contact.id,
    contact: contact.name,
    of,
    id,
    field: 'field' in value ? String(value.field) : String(value.kind),
    value: value.value,
    provenance: sourceOf(value),
    confirmedAt: value.confirmedAt ?? null,
    why: others.length > 0 ? 'contradiction' : 'stale',
    others: others.map((key) => {
      const fact = contact.facts[key]!;
      return { id: key, value: fact.value, provenance: sourceOf(fact) };
    }),
  };
}

function sourceOf({ source, at, how, evidence, link }: Fact | ContactPoint): ToConfirm['provenance'] {
  return { source, at, how, ...(evidence ? { evidence } : {}), ...(link ? { link } : {}) };
}

/** The user says that a value holds. Others of a field that has one value are put aside. */
export function confirmValue(
  ctx: Context,
  { contactId, of, id }: { contactId: string } & ValueAt,
): Promise<Record<string, never>> {
  return command(ctx, async (work) => {
    const contact = await work.one('contacts', contactId);
    const value = contact[of][id];
    if (!value) throw new StoreError('missing', 'This value was removed meanwhile.');
    value.confirmedAt = work.now;
    if (of === 'points') return {};
    const { field } = contact.facts[id]!;
    delete contact.facts[id]!.asideAt;
    if (!SINGLE_FIELDS.includes(field)) return {};
    for (const [key, fact] of Object.entries(contact.facts)) {
      if (key !== id && fact.field === field) fact.asideAt ??= work.now;
    }
    return {};
  });
}

/** How complete one contact is, and since when nothing of it was confirmed; null for one that is not there. */
export async function contactHealth(db: Database, id: string): Promise<ContactHealthView | null> {
  const row = await db.contacts.get(id);
  if (!isShown(row?.body)) return null;
  return { ...completeness(row.body), confirmedAt: confirmedAt(row.body) };
}
