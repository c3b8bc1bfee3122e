import type { EffectView } from '@/lib/api/advice-views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import type { Difference } from '@/lib/insight/comparing/differences';

/** What the comparison says of all plays together; of too few it says that. */
export function effectWords({ of, total, fewest, days }: EffectView): string {
  const { advised, held, difference } = total;
  if (!difference) {
    return t('advising.effect_few', { needs: fewest, days, advised: advised.n, held: held.n });
  }
  const { by, low, high } = difference;
  if (low > 0) return t(`advising.effect_more_${of}`, pointsOf(difference));
  if (high < 0) return t(`advising.effect_less_${of}`, pointsOf({ by: -by, low: -high, high: -low }));
  return t('advising.effect_unsure', { ...pointsOf(difference), least: points((high - low) / 2) });
}

/** A difference of shares in points of a hundred. */
export const pointsOf = ({ by, low, high }: Pick<Difference, 'by' | 'low' | 'high'>) => ({
  by: points(by),
  low: points(low),
  high: points(high),
});

const points = (share: number): string => number(100 * share, { maximumFractionDigits: 0 });
