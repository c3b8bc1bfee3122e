import type { PageOffer } from '@/lib/api/views';
import type { Contact } from '@/lib/crm/contacts';
import { SINGLE_FIELDS } from '@/lib/crm/fields';
import { POINT_KINDS } from '@/lib/crm/point-kinds';
import { command } from './command';
import { complete, readNamedIn } from './contact-draft';
import { leftKey } from './page-offers';
import type { Origin } from './provenance';
import type { Context } from './work';

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
      const kind = POINT_KINDS.find((one) => one === field);
      return of === 'point' && kind ? [{ kind, value }] : [];
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
