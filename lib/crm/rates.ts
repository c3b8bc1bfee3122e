/** Amounts of other currencies in the base currency, by the rates that the user typed. */

const digits = new Map<string, number>();

/** Decimal places of a currency. */
export function decimalsOf(currency: string): number {
  let known = digits.get(currency);
  if (known === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    known = format.resolvedOptions().maximumFractionDigits ?? 2;
    digits.set(currency, known);
  }
  return known;
}

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
