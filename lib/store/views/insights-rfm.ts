import type { RfmView } from '@/lib/api/insights-views';
import { addDays, type Day, dayNumber } from '@/lib/crm/calendar';
import { CHOICE_MEASURES } from '@/lib/crm/measure-names';
import { movementsOf, rfmCells, type Standing, standingsOn } from '@/lib/insight/books/rfm-grid';
import { type At, type Books, figure, type Whom } from './insights-books';
import { buyersOf, currencyOf, FEWEST_CUSTOMERS, fewerThan } from './insights-buyers';

/** A quarter ago. */
const APART = 91;

interface Asked extends Whom {
  from?: Day | undefined;
  to?: Day | undefined;
}

/** Where customers stand by recency and frequency on a day, and where they came from. */
export function rfmView(ctx: At, { from, to, ...whom }: Asked): Promise<RfmView> {
  return figure(ctx, `rfm ${from} ${to}`, whom, (books): RfmView => {
    const buyers = buyersOf(books);
    const end = to ?? books.day;
    const start = from ?? addDays(end, -APART);
    const [before, after] = [start, end].map((day) => standingsOn(buyers, dayNumber(day))) as [
      Standing[],
      Standing[],
    ];
    const lacking = fewerThan(FEWEST_CUSTOMERS, 'customers', after.length);
    if (lacking) return lacking;
    const of = (all: Standing[], group: string) => all.filter((one) => one.group === group);
    return {
      missing: null,
      ...currencyOf(books, buyers),
      customers: after.length,
      from: start,
      to: end,
      cells: rfmCells(after),
      groups: CHOICE_MEASURES.rfm.map((group) => ({
        group,
        now: of(after, group).length,
        before: of(before, group).length,
        spent: of(after, group).reduce((sum, { amount }) => sum + amount, 0),
      })),
      moves: movementsOf(before, after).map((move) => ({
        from: move.from,
        to: move.to,
        count: move.ids.length,
      })),
    };
  });
}

/** Customers of a cell, or of a group, on a day. */
export function rfmMembers(books: Books, day: Day, test: (one: Standing) => boolean): string[] {
  return standingsOn(buyersOf(books), dayNumber(day))
    .filter(test)
    .map(({ id }) => id);
}
