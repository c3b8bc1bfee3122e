import { decimalsOf } from '@/lib/crm/currency';
import type { Money } from '@/lib/crm/row';
import { cleanLine } from './clean';

const SIGNS: readonly [RegExp, string][] = [
  [/US\$/i, 'USD'],
  [/NT\$|新[台臺][币幣]/i, 'TWD'],
  [/HK\$|港[币幣元]/i, 'HKD'],
  [/R\$/i, 'BRL'],
  [/€/, 'EUR'],
  [/£/, 'GBP'],
  [/₹/, 'INR'],
  [/₩/, 'KRW'],
  [/₽/, 'RUB'],
  [/₺/, 'TRY'],
  [/RMB|人民[币幣]/i, 'CNY'],
];
/** Signs that several currencies share: the one that is usual for the file wins, if it has that sign. */
const SHARED: readonly [RegExp, readonly string[]][] = [
  [/\$/, ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN', 'CLP', 'COP', 'ARS']],
  [/[¥￥]|[元圆]/, ['CNY', 'JPY', 'TWD', 'HKD']],
  [/円/, ['JPY']],
  [/\bkr\.?(?![a-z])/i, ['SEK', 'NOK', 'DKK', 'ISK']],
];
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** The code in capitals when it is one of ISO 4217. */
export function currencyOf(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return CURRENCIES.has(code) ? code : undefined;
}

/**
 * The amount that a cell names: `1,234.50`, `1.234,50 €`, `¥1200`, `(12.00)`, `1.2万`. Null when it is none, names no currency and none is
 * given, or is more than can be counted exactly.
 * @param usual ISO 4217 code for amounts without a currency, and for signs that several share
 */
export function moneyOf(text: string, usual?: string): Money | null {
  const plain = cleanLine(text.slice(0, 60).normalize('NFKC')).replace(/[\s'’]/g, '');
  const figures = /\d[\d.,]*/.exec(plain)?.[0]?.replace(/[.,]+$/, '');
  if (!figures || plain.replace(figures, '').match(/\d/)) return null;
  const currency = currencyIn(text.slice(0, 60), usual);
  if (!currency) return null;
  const digits = decimalsOf(currency);
  const value = numberOf(figures, digits) * (/[万萬]/.test(plain) ? 10_000 : 1);
  const minor = Math.round(value * 10 ** digits);
  if (!Number.isSafeInteger(minor)) return null;
  const negative = /^[^\d]*[-−]/.test(plain) || /^\(.*\)$/.test(plain) || /-$/.test(plain);
  return { minor: negative && minor !== 0 ? -minor : minor, currency };
}

function currencyIn(text: string, usual: string | undefined): string | undefined {
  const code = currencyOf(/(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])/.exec(text)?.[0] ?? '');
  const sign = SIGNS.find(([pattern]) => pattern.test(text))?.[1];
  const shared = SHARED.find(([pattern]) => pattern.test(text))?.[1];
  return code ?? sign ?? (shared && (shared.includes(usual ?? '') ? usual : shared[0])) ?? usual;
}

/** The last of two signs is the decimal one. A single one is, unless three figures follow it, which is how thousands are written. */
function numberOf(figures: string, digits: number): number {
  const comma = figures.lastIndexOf(',');
  const point = figures.lastIndexOf('.');
  const last = Math.max(comma, point);
  const sign = figures[last] ?? '';
  const single = figures.indexOf(sign) === last;
  const after = figures.length - last - 1;
  const isDecimal =
    last >= 0 &&
    single &&
    (Math.min(comma, point) >= 0 || after !== 3 || digits === 3 || figures.startsWith(`0${sign}`));
  const whole = isDecimal ? figures.slice(0, last) : figures;
  return Number(`${whole.replace(/[.,]/g, '')}${isDecimal ? `.${figures.slice(last + 1)}` : ''}`);
}
