import { EVENT_KINDS, type Events, isExchange, kindOf } from '../events';

/** What is counted of somebody: what they bought, or that they were in touch. */
export type Of = 'purchase' | 'exchange';

/** A purchase: its day as a number, the amount in minor units of the base currency, NaN where it is not known. */
export interface Bought {
  day: number;
  amount: number;
  /** Names an order of several contacts; 0: it is of nobody else. */
  order: number;
}

/** Purchases of the contact at a place of the events, the earliest first. @param until the last day that counts */
export function purchasesAt(events: Events, at: number, until = Number.POSITIVE_INFINITY): Bought[] {
  const found: Bought[] = [];
  for (let place = events.offsets[at]!; place < events.offsets[at + 1]!; place++) {
    const day = events.days[place]!;
    if (day > until) break;
    if (kindOf(events.codes[place]!) === EVENT_KINDS.purchase)
      found.push({ day, amount: events.values[place]!, order: events.orders[place]! });
  }
  return found;
}

/** Purchases of several contacts, an order of more than one of them once. */
export function ordersOf(bought: readonly Bought[]): Bought[] {
  const seen = new Set<number>();
  return bought.filter(({ day, order }) => {
    if (order === 0) return true;
    const key = day * 2 ** 32 + order;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Days on which the contact at a place bought or was in touch, each once, ascending. */
export function daysAt(events: Events, at: number, of: Of, until = Number.POSITIVE_INFINITY): number[] {
  const days: number[] = [];
  for (let place = events.offsets[at]!; place < events.offsets[at + 1]!; place++) {
    const code = events.codes[place]!;
    const day = events.days[place]!;
    if (day > until) break;
    const counts = of === 'purchase' ? kindOf(code) === EVENT_KINDS.purchase : isExchange(code);
    if (counts && days.at(-1) !== day) days.push(day);
  }
  return days;
}

/** Sum of purchases; those without a known amount add nothing. */
export function spentOn(bought: readonly Pick<Bought, 'amount'>[]): number {
  return bought.reduce((sum, { amount }) => sum + (Number.isNaN(amount) ? 0 : amount), 0);
}
