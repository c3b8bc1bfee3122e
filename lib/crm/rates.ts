import { decimalsOf } from './currency';

/** Amounts of other currencies in the base currency, by the rates that the user typed. */

export interface Exchange {
  baseCurrency: string;
  rates?: Record<string, number> | undefined;
}

/** What one minor unit of a currency is in minor units of the base currency; NaN where the user gave no rate. */
export function minorRate(currency: string, { baseCurrency, rates }: Exchange): number {
  if (currency === baseCurrency) return 1;
  const rate = rates?.[currency];
  return rate === undefined ? Number.NaN : rate * 10 ** (decimalsOf(baseCurrency) - decimalsOf(currency));
}

/** So many figures of a rate that was counted and not typed are kept. */
const FIGURES = 6;

/**
 * The same rates in another base currency. Where the new one had no rate nothing is known of the others any more, and none is left.
 */
export function rebased({ baseCurrency, rates = {} }: Exchange, to: string): Required<Exchange> {
  if (to === baseCurrency) return { baseCurrency, rates };
  const worth = rates[to];
  if (worth === undefined) return { baseCurrency: to, rates: {} };
  const others = Object.entries({ ...rates, [baseCurrency]: 1 }).filter(([currency]) => currency !== to);
  return {
    baseCurrency: to,
    rates: Object.fromEntries(
      others.map(([currency, rate]) => [currency, Number((rate / worth).toPrecision(FIGURES))]),
    ),
  };
}
