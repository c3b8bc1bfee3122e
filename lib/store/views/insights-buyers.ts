import type { Missing } from '@/lib/api/insights-views';
import { type Bought, ordersOf, purchasesAt } from '@/lib/insight/books/ledger';
import type { Books } from './insights-books';

export interface Buyer {
  id: string;
  bought: Bought[];
}

/** Fewer customers than these are not parted into classes. */
export const FEWEST_CUSTOMERS = 30;

/** Everybody who bought something until today, with it. */
export function buyersOf({ events, people, today }: Books): Buyer[] {
  return people.flatMap((at) => {
    const bought = purchasesAt(events, at, today);
    return bought.length > 0 ? [{ id: events.ids[at]!, bought }] : [];
  });
}

/** What a section lacks when there are fewer. */
export function fewerThan(needs: number, what: Missing['what'], has: number): { missing: Missing } | null {
  return has < needs ? { missing: { what, needs, has } } : null;
}

/** What amounts are in, and how many of these purchases have none that could be added up. */
export function currencyOf({ currency }: Books, buyers: readonly Buyer[]) {
  const orders = ordersOf(buyers.flatMap(({ bought }) => bought));
  const withoutRate = orders.filter(({ amount }) => Number.isNaN(amount)).length;
  return { currency, withoutRate };
}
