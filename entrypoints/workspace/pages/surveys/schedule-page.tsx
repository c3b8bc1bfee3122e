import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Schedules } from '@/components/surveys/schedule/schedules';
import { EmptyState } from '@/components/ui/empty-state';
import { t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';
import { SurveyHead } from './survey-head';
import './surveys.css';

/** Whom a survey asks again and again, and who is due today. */
export function SchedulePage({ id }: { id: string }) {
  const survey = useQuery('surveys.view', { id }, { keep: true });
  if (!survey.value) {
    if (survey.error == null) return <PageHeading title={t('common.loading')} />;
    return (
      <>
        <PageHeading title={t('surveys.surveys')} />
        <div class="surveys-empty">
          <EmptyState title={failureWords(survey.error)}>{t('surveys.gone')}</EmptyState>
        </div>
      </>
    );
  }
  return (
    <div class="results-page">
      <SurveyHead survey={survey.value} part="schedule" />
      {survey.value.version > 0 ? (
        <Schedules survey={survey.value} />
      ) : (
        <div class="surveys-empty">
          <EmptyState title={t('schedules.unpublished')}>{t('schedules.none_how')}</EmptyState>
        </div>
      )}
    </div>
  );
}
