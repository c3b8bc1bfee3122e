import type { QuestionResult } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { CountLink } from './count-link';

interface PlacesProps {
  of: NonNullable<QuestionResult['places']>;
  /** Leads to the answers that were given there; `shown`: to all in which it stood there. */
  hrefOf(place: number, shown?: boolean): string;
  /** The question. */
  title: string;
}

/** How a question in a drawn order was answered at each place: whether the order matters is seen here. */
export function Places({ of, hrefOf, title }: PlacesProps) {
  const hasMeans = of.some(({ mean }) => mean !== null);
  return (
    <table class="figures" aria-label={t('logic.places')}>
      <caption class="quiet-text small">{t('logic.places')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('logic.place')}</th>
          <th scope="col" class="end">
            {t('logic.place_shown')}
          </th>
          <th scope="col" class="end">
            {t('logic.place_answered')}
          </th>
          {hasMeans && (
            <th scope="col" class="end">
              {t('logic.place_mean')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {of.map(({ place, shown, n, mean }) => (
          <tr key={place}>
            <th scope="row">{number(place)}</th>
            <td class="end num">
              <CountLink
                n={shown}
                href={hrefOf(place, true)}
                what={`${title}, ${t('logic.place')} ${number(place)}, ${t('logic.place_shown')}`}
              />
            </td>
            <td class="end num">
              <CountLink n={n} href={hrefOf(place)} what={`${title}, ${t('logic.place')} ${number(place)}`} />
            </td>
            {hasMeans && (
              <td class="end num">{mean === null ? '' : number(mean, { maximumFractionDigits: 2 })}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
