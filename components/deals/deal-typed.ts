import { parseAmount } from '@/components/activities/amount';
import type { DealView } from '@/lib/api/deal-views';
import { decimalsOf } from '@/lib/crm/currency';
import { number } from '@/lib/i18n/format';

/** What stands in the form of a deal, as it is typed. */
export interface Typed {
  title: string;
  whose: { id: string; name: string } | null;
  amount: string;
  currency: string;
  expectedOn: string;
  next: string;
  note: string;
}

/** What the form shows of a deal before anything is typed. */
export function typedOf(deal: DealView | undefined, contact: Typed['whose']): Typed {
  return {
    title: deal?.title ?? '',
    whose: deal?.contacts[0] ?? contact,
    amount: plainAmount(deal?.amount ?? null),
    currency: deal?.amount?.currency ?? 'EUR',
    expectedOn: deal?.expectedOn ?? '',
    next: deal?.nextStep?.text ?? '',
    note: deal?.note ?? '',
  };
}

/** Which fields were typed into since the form stood as it `was`. */
export function touched(typed: Typed, was: Typed) {
  const isEmpty = typed.amount.trim() === '' && was.amount.trim() === '';
  return {
    title: typed.title.trim() !== was.title.trim(),
    whose: typed.whose?.id !== was.whose?.id,
    // A currency alone is no amount: it may be the user's own that came late.
    amount: !isEmpty && (typed.amount !== was.amount || typed.currency !== was.currency),
    expectedOn: typed.expectedOn !== was.expectedOn,
    next: typed.next.trim() !== was.next.trim(),
    note: typed.note !== was.note,
  };
}

/** Follows a deal that was changed elsewhere, or by undo: what was typed stays, all else is as the deal is `now`. */
export function followed(typed: Typed, was: Typed, now: Typed): Typed {
  const by = touched(typed, was);
  const money = by.amount || (now.amount === '' && typed.amount === '') ? typed : now;
  return {
    title: by.title ? typed.title : now.title,
    whose: by.whose ? typed.whose : now.whose,
    amount: money.amount,
    currency: money.currency,
    expectedOn: by.expectedOn ? typed.expectedOn : now.expectedOn,
    next: by.next ? typed.next : now.next,
    note: by.note ? typed.note : now.note,
  };
}

/** The amount that is typed; null when none is, or it cannot be read. */
export function amountOf({ amount, currency }: Typed): DealView['amount'] {
  const minor = parseAmount(amount, currency);
  return minor === null ? null : { minor, currency };
}

/** An amount as it would be typed. */
function plainAmount(amount: DealView['amount']): string {
  if (!amount) return '';
  return number(amount.minor / 10 ** decimalsOf(amount.currency), { useGrouping: false });
}
