import { Schedules } from '@/components/surveys/schedule/schedules';
import { EmptyState } from '@/components/ui/empty-state';
import { t } from '@/lib/i18n';
import { NoSurvey, useSurvey } from '../results/no-survey';
import { SurveyHead } from './survey-head';
import './surveys.css';

/** Whom a survey asks again and again, and who is due today. */
export function SchedulePage({ id }: { id: string }) {
  const survey = useSurvey(id);
  if (!survey.value) return <NoSurvey error={survey.error} />;
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
