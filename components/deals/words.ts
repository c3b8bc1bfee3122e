import { momentOfDay } from '@/components/advice/words';
import type { DealRow } from '@/lib/api/deal-views';
import { type Key, t } from '@/lib/i18n';
import { money, shortDate } from '@/lib/i18n/format';

const STAGES = {
  lead: 'deals.stage_lead',
  qualified: 'deals.stage_qualified',
  proposal: 'deals.stage_proposal',
  negotiation: 'deals.stage_negotiation',
} as const satisfies Record<string, Key>;

/** The name of a stage: the user's, else the product's word for it. */
export function stageWords({ id, name }: { id: string; name: string }): string {
  if (name !== '') return name;
  return Object.hasOwn(STAGES, id) ? t(STAGES[id as keyof typeof STAGES]) : id;
}

/** "EUR 18,400"; empty without an amount. */
export function amountWords(amount: DealRow['amount']): string {
  return amount ? money(amount.minor, amount.currency) : '';
}

/** Sums of several currencies in one line. */
export function sumWords(sums: readonly { minor: number; currency: string }[]): string {
  return sums.map((sum) => money(sum.minor, sum.currency)).join(' + ');
}

/** When it is expected, or that this day is past; empty without a day. */
export function expectedWords({ expectedOn, late }: Pick<DealRow, 'expectedOn' | 'late'>, now: number) {
  if (!expectedOn) return '';
  const day = shortDate(momentOfDay(expectedOn), now);
  return late ? t('deals.expected_past', { day }) : t('deals.expected_by', { day });
}
