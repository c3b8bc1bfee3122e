import type { SurveyView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';

/** Asking without a browser at the other end. */
export function InPersonWay({ survey }: { survey: SurveyView }) {
  return (
    <section class="way-in-person" aria-label={t('surveys.way_in_person')}>
      <h2>{t('surveys.way_in_person')}</h2>
      <p class="way-needs">{t('surveys.in_person_needs')}</p>
      <a class="button quiet" href={`#/surveys/${survey.id}/ask`}>
        {t('surveys.ask_in_person')}
      </a>
    </section>
  );
}
