const known = new Map<string, number>();

/** Decimal places in which amounts of a currency are written and kept, by its code of ISO 4217: 2 of EUR, 0 of JPY. */
export function decimalsOf(currency: string): number {
  let digits = known.get(currency);
  if (digits === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    known.set(currency, digits);
  }
  return digits;
}
