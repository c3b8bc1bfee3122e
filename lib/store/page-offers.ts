import type { PageOffer } from '@/lib/api/views';
import { type Contact, PointKind } from '@/lib/crm/contacts';
import { SINGLE_FIELDS } from '@/lib/crm/fields';
import { inForce } from '@/lib/crm/in-force';
import { cutText } from '@/lib/crm/whole-text';
import { command } from './command';
import { complete, readNamedIn } from './contact-draft';
import type { Database } from './database';
import { fold } from './fold';
import type { Origin } from './provenance';
import type { Context } from './work';

/** What a page tells of a known contact beyond what is kept of them. */

/** A key of the contact's snoozes is at most so long. */
const LONGEST_KEY = 200;

/** What the page shows of somebody. Point keys are normal forms. */
export interface Shown {
  title: string | null;
  company: string | null;
  place: string | null;
  points: { kind: PointKind; value: string; key: string }[];
}

/** Letters and digits alone: `@fjordlab` and `Fjordlab` are one. */
const bare = (text: string) => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** Under which key of the contact's snoozes it is kept that a value is not wanted. */
const leftKey = (field: string, value: string) => cutText(`page:${field}:${fold(value)}`, LONGEST_KEY);

/** A page names a place with its region and country: "Bergen, Vestland, Norway" says nothing new of who lives in Bergen. */
function says(field: string, value: string, kept: string): boolean {
  if (bare(value) === bare(kept)) return true;
  return field === 'city' && value.split(/[,，、]/u).some((part) => bare(part) === bare(kept));
}

/** Values of the page that the contact lacks or has otherwise, but those that the user left out before. */
export async function pageOffers(db: Database, contactId: string, shown: Shown): Promise<PageOffer[]> {
  const body = (await db.contacts.get(contactId))?.body;
  if (!body || body.deletedAt !== null) return [];
  const all = Object.values(body.facts);
  const facts = (['title', 'company', 'place'] as const).flatMap((name): PageOffer[] => {
    const value = shown[name];
    const field = name === 'place' ? 'city' : name;
    const kept = all.filter((fact) => fact.field === field);
    if (!value || bare(value) === '' || kept.some((fact) => says(field, value, fact.value))) return [];
    return [{ of: 'fact', field, value, now: inForce(kept)?.value ?? null }];
  });
  const keys = new Set(Object.values(body.points).map(({ key }) => key));
  const points = shown.points
    .filter(({ key }) => !keys.has(key))
    .map(({ kind, value }): PageOffer => ({ of: 'point', field: kind, value, now: null }));
  return [...facts, ...points].filter(({ field, value }) => body.snoozes?.[leftKey(field, value)] !== null);
}

type Value = Pick<PageOffer, 'of' | 'field' | 'value'>;

/**
 * Takes values of a page into a contact, and remembers those that were left out. A value that contradicts another of its field holds
 * from now on; the other is put aside. A company is found by its name or created.
 */
export function completeFromPage(
  ctx: Context,
  given: { id: string; take: Value[]; leave: Value[]; from: Origin },
): Promise<{ count: number }> {
  return command(ctx, async (work) => {
    const contact = await work.one('contacts', given.id);
    const from = { ...given.from, how: 'page' as const };
    const facts = given.take.filter(({ of }) => of === 'fact').map(({ field, value }) => ({ field, value }));
    const points = given.take.flatMap(({ of, field, value }) => {
      const kind = PointKind.safeParse(field);
      return of === 'point' && kind.success ? [{ kind: kind.data, value }] : [];
    });
    const draft = { name: contact.name, points, facts, dates: [], tags: [], from };
    const named = await readNamedIn(work, [draft]);
    const before = new Set(Object.keys(contact.facts));
    complete(work, contact, draft, named);
    settle(contact, before, work.now);
    if (given.leave.length > 0)
      contact.snoozes = {
        ...contact.snoozes,
        ...Object.fromEntries(given.leave.map(({ field, value }) => [leftKey(field, value), null])),
      };
    return { count: given.take.length };
  });
}

/** The user chose the new facts over those of their field that were there before. */
function settle(contact: Contact, before: ReadonlySet<string>, now: number): void {
  const entries = Object.entries(contact.facts);
  for (const [key, fact] of entries) {
    const others = before.has(key)
      ? []
      : entries.filter(([other, { field }]) => before.has(other) && field === fact.field);
    if (others.length === 0) continue;
    fact.confirmedAt = now;
    if (SINGLE_FIELDS.includes(fact.field)) for (const [, other] of others) other.asideAt ??= now;
  }
}
