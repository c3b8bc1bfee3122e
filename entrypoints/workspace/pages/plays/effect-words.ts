import { pointsOf, reachOf, turned } from '@/components/insights/difference-words';
import type { EffectView } from '@/lib/api/advice-views';
import { t } from '@/lib/i18n';

/** What the comparison says of all plays together; of too few it says that. */
export function effectWords({ of, total, fewest, days }: EffectView): string {
  const { advised, held, difference } = total;
  if (!difference) {
    return t('advising.effect_few', { needs: fewest, days, advised: advised.n, held: held.n });
  }
  const { low, high } = difference;
  if (low > 0) return t(`advising.effect_more_${of}`, pointsOf(difference));
  if (high < 0) return t(`advising.effect_less_${of}`, pointsOf(turned(difference)));
  return t('advising.effect_unsure', { ...pointsOf(difference), least: reachOf(difference) });
}
