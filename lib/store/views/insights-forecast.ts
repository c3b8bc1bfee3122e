import type { ForecastView, NextOrderRow, NextOrdersView } from '@/lib/api/insights-views';
import { dayFromNumber } from '@/lib/crm/calendar';
import { monthName, monthOf } from '@/lib/insight/books/cohorts';
import { type Bought, ordersOf, spentOn } from '@/lib/insight/books/ledger';
import { FEWEST_STEPS, forecastOf } from '@/lib/insight/forecast/backtest';
import { nextOrder } from '@/lib/insight/forecast/next-order';
import { rhythmOf, type Usual } from '@/lib/insight/rhythm/gaps';
import { quantile } from '@/lib/insight/value/rfm';
import { namesOf } from '../people-tags';
import { type At, figure, type Whom } from './insights-books';
import { type Buyer, buyersOf, currencyOf, fewerThan } from './insights-buyers';

const AHEAD = 3;
const MOST_MONTHS = 60;

/** Orders a month, and those of the months ahead by the way that was off least on the months that are known. */
export function forecastView(ctx: At, whom: Whom): Promise<ForecastView> {
  return figure(ctx, 'forecast', whom, (books): ForecastView => {
    const buyers = buyersOf(books);
    const months = monthsOf(buyers, monthOf(books.day) - 1);
    const forecast = forecastOf(
      months.map(({ orders }) => orders),
      AHEAD,
    );
    if (!forecast) return fewerThan(FEWEST_STEPS, 'months', months.length)!;
    const now = monthOf(books.day);
    const ahead = Array.from({ length: AHEAD }, (_, at) => monthName(now + at));
    return { missing: null, ...currencyOf(books, buyers), months, forecast, ahead };
  });
}

/** Every month from the first order to the last month that is over, also those without one. */
function monthsOf(buyers: readonly Buyer[], last: number) {
  const all = ordersOf(buyers.flatMap(({ bought }) => bought));
  const of = ({ day }: Bought) => monthOf(dayFromNumber(day));
  const first = all.reduce((least, one) => Math.min(least, of(one)), last + 1);
  const from = Math.max(first, last - MOST_MONTHS + 1);
  const months = Array.from({ length: last - from + 1 }, (_, at) => {
    return { month: monthName(from + at), orders: 0, spent: 0 };
  });
  for (const one of all) {
    const month = months[of(one) - from];
    if (!month) continue;
    month.orders += 1;
    month.spent += spentOn([one]);
  }
  return months;
}

/** Gaps that somebody must have shown. */
const FEWEST_GAPS = 2;
/** Days between two orders, where nobody has shown a second. */
const NO_USUAL: Usual = { gap: 90, regularity: 1 };
const LISTED = 25;

/** When each customer who ordered three times is to be looked for again, and with how much; the soonest first. */
export function nextOrdersView(ctx: At, whom: Whom): Promise<NextOrdersView> {
  return figure(ctx, 'next orders', whom, async (books): Promise<NextOrdersView> => {
    const buyers = buyersOf(books);
    const days = buyers.map(({ bought }) => [...new Set(bought.map(({ day }) => day))]);
    const usual = usualOf(days);
    const rows = buyers.flatMap(({ id, bought }, at): Omit<NextOrderRow, 'name'>[] => {
      const own = days[at]!;
      if (own.length <= FEWEST_GAPS) return [];
      const silence = books.today - own.at(-1)!;
      const rhythm = rhythmOf(gapsOf(own), usual);
      const next = nextOrder(silence, rhythm);
      return next
        ? [{ id, ...next, silence, gap: rhythm.gap, orders: own.length, amount: amountsOf(bought) }]
        : [];
    });
    const lacking = fewerThan(1, 'rhythms', rows.length);
    if (lacking) return lacking;
    const sorted = rows.sort((a, b) => a.middle - b.middle).slice(0, LISTED);
    const names = await books.db.transaction('r', books.db.contacts, async () =>
      namesOf(
        books.db,
        sorted.map(({ id }) => id),
      ),
    );
    return {
      missing: null,
      ...currencyOf(books, buyers),
      orders: sorted.map((row) => ({ ...row, name: names.get(row.id) ?? '' })),
      total: rows.length,
    };
  });
}

const gapsOf = (days: readonly number[]) => days.slice(1).map((day, at) => day - days[at]!);

/** The median gap of everybody, as the rhythm of somebody of whom nothing is known. */
export function usualOf(people: readonly (readonly number[])[]): Usual {
  const gaps = people.flatMap(gapsOf).sort((a, b) => a - b);
  return gaps.length === 0 ? NO_USUAL : { gap: quantile(gaps, 0.5), regularity: 1 };
}

function amountsOf(bought: readonly Bought[]): NextOrderRow['amount'] {
  const amounts = bought
    .flatMap(({ amount }) => (Number.isNaN(amount) ? [] : [amount]))
    .sort((a, b) => a - b);
  return amounts.length === 0
    ? null
    : { low: amounts[0]!, middle: quantile(amounts, 0.5), high: amounts.at(-1)! };
}
