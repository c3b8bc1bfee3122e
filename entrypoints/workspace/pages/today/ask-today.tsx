import { useQuery } from '@/components/query/use-query';
import { t } from '@/lib/i18n';
import { href } from '../../router';

/** What schedules of surveys have for today: a line each, leading to whom to ask. */
export function AskToday() {
  const { value } = useQuery('schedules.today', {}, { keep: true });
  if (!value || value.length === 0) return null;
  return (
    <section aria-label={t('schedules.today')}>
      <h2 class="today-group">
        {t('schedules.today')} <span class="quiet-text num">{value.length}</span>
      </h2>
      <ul>
        {value.map(({ surveyId, scheduleId, survey, count }) => (
          <li key={scheduleId} class="today-row">
            <span class="today-age">{t('common.today')}</span>
            <a class="today-what one-line" href={href('surveys', `${surveyId}/schedule`)}>
              {t('schedules.today_line', { count, survey })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
