import { failureCode, failureWords } from '@/components/contacts/failure';
import { type Query, useQuery } from '@/components/query/use-query';
import { EmptyState } from '@/components/ui/empty-state';
import type { SurveyView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';

/** The survey of a page; none any more as soon as it was deleted, also under the eyes of who reads it. */
export function useSurvey(id: string): Query<SurveyView> {
  const survey = useQuery('surveys.view', { id });
  return failureCode(survey.error) === 'missing' ? { ...survey, value: null } : survey;
}

/** In place of a survey's page while it is being read, or where it is gone. */
export function NoSurvey({ error }: { error: unknown }) {
  if (error == null) return <PageHeading title={t('common.loading')} />;
  return (
    <>
      <PageHeading title={t('surveys.surveys')} />
      <div class="results-empty">
        <EmptyState title={failureWords(error)}>{t('surveys.gone')}</EmptyState>
      </div>
    </>
  );
}
