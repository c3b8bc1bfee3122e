import { dateText, dateWord } from '@/components/contacts/date-words';
import { factWord } from '@/components/contacts/field-words';
import { pointWord } from '@/components/contacts/point-words';
import type { MergeView } from '@/lib/api/merge-views';
import { t } from '@/lib/i18n';

/** What will be left: the profile as it will stand. Values that were not chosen are set apart. */
export function MergeResult({ result }: { result: MergeView['result'] }) {
  const lines = [
    ...result.facts.map(({ id, field, value, aside }) => ({ id, label: factWord(field), value, aside })),
    ...result.points.map(({ id, kind, label, value }) => ({
      id,
      label: label ?? pointWord(kind),
      value,
      aside: false,
    })),
    ...result.dates.map((date) => ({
      id: date.id,
      label: dateWord(date),
      value: dateText(date),
      aside: false,
    })),
  ];
  return (
    <section class="merge-result" aria-label={t('duplicates.after')} aria-live="polite">
      <h3>{t('duplicates.after')}</h3>
      <p class="name merge-name">{result.name}</p>
      <dl>
        {lines
          .filter((line) => !line.aside)
          .map(({ id, label, value }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {result.tags.length > 0 && (
          <div>
            <dt>{t('common.tags')}</dt>
            <dd>{result.tags.join(' · ')}</dd>
          </div>
        )}
      </dl>
      <p class="small quiet-text">
        {t('duplicates.after_entries', { count: result.activities })}
        {lines.some((line) => line.aside) && (
          <> · {t('duplicates.other_values', { count: lines.filter((line) => line.aside).length })}</>
        )}
      </p>
    </section>
  );
}
