/** How many decimal digits a currency has, by ISO 4217: 0 for JPY, 2 for EUR, 3 for KWD. */
function decimals(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/**
 * An amount as typed, in the currency's minor units: "18,400", "18.400,50", "1 234". The last separator is the
 * decimal one when at most as many digits follow as the currency has; separators before it group.
 * Null for what is no amount.
 */
export function parseAmount(text: string, currency: string): number | null {
  const plain = text
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/，/g, ',')
    .replace(/。/g, '.');
  if (!/^\d[\d.,]*$/.test(plain)) return null;
  const digits = decimals(currency);
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  const behind = last < 0 ? 0 : plain.length - last - 1;
  const isDecimal = last >= 0 && behind > 0 && behind <= digits && behind !== 3;
  const whole = (isDecimal ? plain.slice(0, last) : plain).replace(/[.,]/g, '');
  const part = isDecimal ? plain.slice(last + 1).padEnd(digits, '0') : '0'.repeat(digits);
  const minor = Number(whole + part);
  return Number.isSafeInteger(minor) ? minor : null;
}
