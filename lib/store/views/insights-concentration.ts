import type { ConcentratedBy, ConcentrationView } from '@/lib/api/insights-views';
import type { Contact } from '@/lib/crm/contacts';
import { inForce } from '@/lib/crm/in-force';
import { concentrationOf } from '@/lib/insight/books/concentration';
import { spentOn } from '@/lib/insight/books/ledger';
import { fold } from '../fold';
import { type At, figure, type Whom } from './insights-books';
import { type Buyer, buyersOf, currencyOf, fewerThan } from './insights-buyers';

/** So few tell nothing of how much hangs on how few. */
const FEWEST = 3;
const LISTED = 10;

interface Asked extends Whom {
  by: ConcentratedBy;
  days: number | null;
}

/** How much of what was spent hangs on the largest customer, company or market. */
export function concentrationView(ctx: At, { by, days, ...whom }: Asked): Promise<ConcentrationView> {
  return figure(ctx, `concentration ${by} ${days}`, whom, async (books): Promise<ConcentrationView> => {
    const since = days === null ? Number.NEGATIVE_INFINITY : books.today - days;
    const buyers = buyersOf(books).flatMap(({ id, bought }): Buyer[] => {
      const within = bought.filter(({ day }) => day > since);
      return within.length > 0 ? [{ id, bought: within }] : [];
    });
    const spenders = buyers.filter(({ bought }) => spentOn(bought) > 0);
    const lacking = fewerThan(FEWEST, 'customers', spenders.length);
    if (lacking) return lacking;
    const rows = await books.db.contacts.bulkGet(spenders.map(({ id }) => id));
    const groups = new Map<string, { id: string | null; name: string | null; amount: number }>();
    let unknown = 0;
    for (const [at, { id, bought }] of spenders.entries()) {
      const group = groupOf(rows[at]?.body, id, by);
      if (!group) {
        unknown += spentOn(bought);
        continue;
      }
      const known = groups.get(group.key) ?? { id: group.id, name: group.name, amount: 0 };
      groups.set(group.key, known);
      known.amount += spentOn(bought);
    }
    const tooFew = by === 'contact' ? null : fewerThan(FEWEST, 'known', groups.size);
    if (tooFew) return tooFew;
    const sorted = [...groups.values()].sort((a, b) => b.amount - a.amount);
    const counted = concentrationOf(sorted.map(({ amount }) => amount))!;
    return {
      missing: null,
      by,
      unknown,
      ...currencyOf(books, buyers),
      ...counted,
      largest: sorted.slice(0, LISTED).map((group) => ({ ...group, share: group.amount / counted.total })),
    };
  });
}

/** The group that somebody counts to; null: of what kind it is is not known, and nobody is tied to others by that. */
function groupOf(body: Contact | undefined, id: string, by: ConcentratedBy) {
  if (by === 'contact') return { key: id, id, name: body?.name ?? null };
  const fact = inForce(Object.values(body?.facts ?? {}).filter(({ field }) => field === by));
  if (!fact) return null;
  return { key: fact.ref ?? fold(fact.value), id: fact.ref ?? null, name: fact.value };
}
