import { decimalsOf } from '@/lib/crm/currency';

/**
 * An amount as typed, in the currency's minor units: "18,400", "18.400,50", "1 234", "１２３". The last separator is
 * the decimal one when one or two digits follow and the currency has as many; else separators group by thousands.
 * Null for what is no amount.
 */
export function parseAmount(text: string, currency: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s'’]/g, '')
    .replace(/。/g, '.');
  const parts = /^(\d[\d.,]*?)(?:[.,](\d{1,2}))?$/.exec(plain);
  const [, whole = '', part = ''] = parts ?? [];
  const digits = decimalsOf(currency);
  const grouped = /^\d+$|^\d{1,3}([.,]\d{3})+$/.test(whole);
  if (!grouped || part.length > digits) return null;
  const minor = Number(whole.replace(/\D/g, '') + part.padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? minor : null;
}
