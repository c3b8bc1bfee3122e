import { failureWords } from '@/components/contacts/failure';
import { EmptyState } from '@/components/ui/empty-state';
import { t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';

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
