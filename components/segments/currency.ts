import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useQuery } from '@/components/query/use-query';
import { decimalsOf } from '@/lib/crm/currency';
import { money, moneyRange, number } from '@/lib/i18n/format';

/** The currency in which sums are asked for; set by the page, which knows the settings. */
const base = signal('EUR');

/** Follows the settings. */
export function useBaseCurrency(): string {
  const settings = useQuery('settings.get', {}, { keep: true });
  const currency = settings.value?.settings.baseCurrency;
  useEffect(() => {
    if (currency) base.value = currency;
  }, [currency]);
  return base.value;
}

/** Minor units that make one of the base currency. */
export function minorUnits(): number {
  return 10 ** decimalsOf(base.value);
}

/** An amount in minor units of the base currency. */
export function baseMoney(minor: number): string {
  return money(minor, base.value);
}

/** A span of such amounts. */
export function baseMoneyRange(low: number, high: number): string {
  return moneyRange(low, high, base.value);
}

/** Figures that are amounts. */
const AMOUNTS: readonly string[] = ['spent', 'worth'];
export const isAmount = (measure: string): boolean => AMOUNTS.includes(measure);

/** Figures that are probabilities: asked for in percent. */
const SHARES: readonly string[] = ['overdue', 'returns'];

/** So many of what is stored of a figure make one of what is typed: minor units of an amount, hundredths of a probability. */
export function unitOf(measure: string): number {
  if (isAmount(measure)) return minorUnits();
  return SHARES.includes(measure) ? 0.01 : 1;
}

/** A figure as it is read: an amount in the base currency, a probability in percent. */
export function figureWords(measure: string, value: number, digits = 1): string {
  if (isAmount(measure)) return baseMoney(Math.round(value));
  if (SHARES.includes(measure)) return number(value, { style: 'percent', maximumFractionDigits: digits });
  return number(value, { maximumFractionDigits: digits });
}
