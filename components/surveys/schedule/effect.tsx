import { pointsOf, reachOf, turned } from '@/components/insights/difference-words';
import { percent, percentRange } from '@/components/insights/words';
import { useQuery } from '@/components/query/use-query';
import type { HoldoutView } from '@/lib/api/schedule-views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';

/** Who was asked beside who was held out: whether asking itself brings people back. */
export function Effect({ surveyId, id, share }: { surveyId: string; id: string; share: number }) {
  const { value } = useQuery('schedules.holdout', { surveyId, id }, { keep: true });
  if (!value || value.asked.n + value.held.n + value.early === 0) return null;
  if (share === 0 && value.held.n === 0) return null;
  return (
    <section aria-label={t('schedules.effect')}>
      <h3>{t('schedules.effect')}</h3>
      <p>{effectWords(value)}</p>
      {value.asked.n + value.held.n > 0 && <Groups of={value} />}
      {value.early > 0 && (
        <p class="quiet-text small">
          {t('schedules.effect_early', { count: value.early, days: value.days })}
        </p>
      )}
      <p class="quiet-text small">{t('schedules.effect_how', { days: value.days })}</p>
    </section>
  );
}

function Groups({ of: { asked, held } }: { of: HoldoutView }) {
  const rows = [
    { label: t('schedules.effect_asked'), ...asked },
    { label: t('schedules.effect_held'), ...held },
  ];
  return (
    <table class="figures" aria-label={t('schedules.effect')}>
      <thead>
        <tr>
          <th scope="col">{t('schedules.effect_group')}</th>
          <th scope="col" class="end">
            {t('schedules.people')}
          </th>
          <th scope="col" class="end">
            {t('schedules.effect_back')}
          </th>
          <th scope="col" class="end">
            {t('schedules.effect_between')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, n, back }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td class="end num">{number(n)}</td>
            <td class="end num">{back && percent(back.value)}</td>
            <td class="end num">{back && percentRange(back)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the comparison says; of too few it says that. */
export function effectWords({ difference, needs, days, asked, held }: HoldoutView): string {
  if (!difference) return t('schedules.effect_few', { needs, days, asked: asked.n, held: held.n });
  const { low, high } = difference;
  if (low > 0) return t('schedules.effect_more', pointsOf(difference));
  if (high < 0) return t('schedules.effect_less', pointsOf(turned(difference)));
  return t('schedules.effect_unsure', { ...pointsOf(difference), least: reachOf(difference) });
}
