import type { TierView } from '@/lib/api/tier-views';
import { t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';
import './tiers.css';

/** Where a contact stands among the levels, and where it stood before. */
export function TierHistory({ tier }: { tier: TierView | null }) {
  if (!tier) return null;
  const now = Date.now();
  const day = (at: number) => shortDate(at, now);
  return (
    <section class="tier-history" aria-label={t('tiers.tier')}>
      <h2>{t('tiers.tier')}</h2>
      <p>
        {tier.name
          ? t('tiers.since', { tier: tier.name, date: day(tier.since) })
          : t('tiers.none_since', { date: day(tier.since) })}
      </p>
      {tier.before.length > 0 && (
        <details>
          <summary class="small">{t('tiers.earlier')}</summary>
          <ul class="small quiet-text">
            {tier.before.map(({ name, at }) => (
              <li key={at}>
                {name
                  ? t('tiers.from', { tier: name, date: day(at) })
                  : t('tiers.none_since', { date: day(at) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
