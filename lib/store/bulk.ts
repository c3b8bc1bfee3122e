import { v7 as uuid } from 'uuid';
import type { BulkPreview } from '@/lib/api/health-views';
import type { BulkChange, Whom } from '@/lib/crm/bulk';
import type { Contact } from '@/lib/crm/contacts';
import { batch, type Progress } from './batch';
import type { Database } from './database';
import { StoreError } from './errors';
import { fold } from './fold';
import { isShown } from './keys';
import { readNamed } from './named';
import { provenance } from './provenance';
import { TagTree } from './tag-tree';
import { contactIdsIn } from './views/insights-cells';
import type { Context, Work } from './work';

/** Contacts read at once by the preview. */
const PART = 1000;
const SORT = { by: 'added', descending: false } as const;

/** Ids that a change names and the store knows or makes. */
interface Named {
  companyId?: string | undefined;
  tagId?: string | undefined;
}

async function idsOf(ctx: Pick<Context, 'db' | 'now' | 'zone'>, whom: Whom): Promise<string[]> {
  return 'ids' in whom ? whom.ids : contactIdsIn(ctx, { filter: whom.filter, sort: SORT });
}

/** What the change would come to; nothing is written. */
export async function previewBulk(
  ctx: Pick<Context, 'db' | 'now' | 'zone'> & Progress,
  { whom, change }: { whom: Whom; change: BulkChange },
): Promise<BulkPreview> {
  const { db } = ctx;
  const now = ctx.now();
  const ids = await idsOf(ctx, whom);
  const named = await knownIn(db, change);
  let [total, changed] = [0, 0];
  for (let at = 0; at < ids.length; at += PART) {
    const rows = await db.contacts.bulkGet(ids.slice(at, at + PART));
    for (const row of rows) {
      if (!isShown(row?.body)) continue;
      total += 1;
      if (apply(row.body, change, named, now)) changed += 1;
    }
    ctx.onProgress?.(Math.min(at + PART, ids.length), ids.length);
  }
  return { total, change: changed };
}

/** Makes one change to many contacts, a thousand a transaction; `count` is how many did not have it so before. One undo. */
export async function editMany(
  ctx: Context & Progress,
  { whom, change }: { whom: Whom; change: BulkChange },
): Promise<{ count: number }> {
  // Before the first transaction: a filter may ask for what is looked through by itself.
  const ids = await idsOf(ctx, whom);
  return batch(ctx, {
    items: async () => ids,
    start: { count: 0 },
    run: async (work, part, { count }) => {
      const named = await namedBy(work, change);
      const bodies = await work.live('contacts', [...part]);
      return { count: count + bodies.filter((body) => apply(body, change, named, work.now)).length };
    },
  });
}

function companyOf(change: BulkChange): string | null {
  const names = change.what === 'setFact' || change.what === 'addFact';
  return names && change.field === 'company' ? change.value : null;
}

async function namedBy(work: Work, change: BulkChange): Promise<Named> {
  const company = companyOf(change);
  if (company !== null) return { companyId: (await readNamed(work, [company])).company(company) };
  if (change.what === 'tag') return { tagId: (await TagTree.read(work.db)).at(work, change.path) };
  if (change.what === 'untag') return { tagId: (await work.one('tags', change.tagId)).id };
  if (change.what === 'owner' && change.ownerId) await work.one('contacts', change.ownerId);
  return {};
}

/** The same for the preview: what is not there yet is nothing that somebody has. */
async function knownIn(db: Database, change: BulkChange): Promise<Named> {
  if (change.what === 'untag') return { tagId: change.tagId };
  if (change.what === 'tag') return { tagId: (await TagTree.read(db)).find(change.path) ?? '' };
  return {};
}

/** Makes the change in a body, and tells whether there was one to make. */
export function apply(contact: Contact, change: BulkChange, named: Named, now: number): boolean {
  switch (change.what) {
    case 'setFact':
    case 'addFact':
      return putFact(contact, change, named.companyId, now);
    case 'removeFact':
      return dropFacts(contact, change);
    case 'tag':
      return tag(contact, named.tagId, now);
    case 'untag': {
      const had = contact.tags[named.tagId ?? ''] !== undefined;
      delete contact.tags[named.tagId ?? ''];
      return had;
    }
    case 'kind': {
      const differs = contact.kind !== change.kind;
      contact.kind = change.kind;
      return differs;
    }
    case 'cadence': {
      const differs = (contact.cadence?.days ?? null) !== change.days;
      if (differs) contact.cadence = change.days === null ? null : { days: change.days, since: now };
      return differs;
    }
    case 'owner': {
      const differs = contact.ownerId !== change.ownerId;
      contact.ownerId = change.ownerId;
      return differs;
    }
    case 'consent':
      return setConsent(contact, change, now);
    case 'doNotContact': {
      const differs = (contact.doNotContact?.reason ?? null) !== change.reason;
      if (differs) contact.doNotContact = change.reason === null ? null : { at: now, reason: change.reason };
      return differs;
    }
  }
}

type Fact = Extract<BulkChange, { what: 'setFact' | 'addFact' }>;

function putFact(
  contact: Contact,
  { what, field, value }: Fact,
  ref: string | undefined,
  now: number,
): boolean {
  const of = Object.entries(contact.facts).filter(([, fact]) => fact.field === field);
  const has = of.find(([, fact]) => fold(fact.value) === fold(value) && fact.asideAt === undefined);
  const others = of.filter((one) => one !== has);
  if (has && (what === 'addFact' || others.length === 0)) return false;
  if (what === 'setFact') for (const [id] of others) delete contact.facts[id];
  if (!has) contact.facts[uuid()] = { field, value, ...(ref ? { ref } : {}), ...provenance(now) };
  return true;
}

function dropFacts(
  contact: Contact,
  { field, value }: { field: string; value?: string | undefined },
): boolean {
  const ids = Object.entries(contact.facts).flatMap(([id, fact]) =>
    fact.field === field && (value === undefined || fold(fact.value) === fold(value)) ? [id] : [],
  );
  for (const id of ids) delete contact.facts[id];
  return ids.length > 0;
}

function tag(contact: Contact, tagId: string | undefined, now: number): boolean {
  if (tagId === undefined) throw new StoreError('invalid', 'A tag needs a name.');
  // What a rule gave is given by hand now: the rule does not take it away any more.
  const own = contact.tags[tagId];
  if (own && own.how !== 'rule') return false;
  contact.tags[tagId] = provenance(now);
  return true;
}

function setConsent(
  contact: Contact,
  { channel, state, basis }: Extract<BulkChange, { what: 'consent' }>,
  now: number,
): boolean {
  const before = contact.consents[channel];
  if (state === null) {
    delete contact.consents[channel];
    return before !== undefined;
  }
  if (before?.state === state && before.basis === basis) return false;
  contact.consents[channel] = { state, basis, ...provenance(now) };
  return true;
}
