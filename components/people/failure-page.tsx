import { failureCode, failureWords } from '@/components/contacts/failure';
import { Button } from '@/components/ui/button';
import { Row } from '@/components/ui/sheet';
import { t } from '@/lib/i18n';
import { PageHead } from './person-head';

/** Nothing can be shown: what happened, what to do, and the way to try again where trying may help. */
export function FailurePage({ failure, onRetry }: { failure: unknown; onRetry(): void }) {
  const code = failureCode(failure);
  const hopeless = code === 'reload' || code === 'newer' || code === 'forbidden' || code === 'unknown';
  return (
    <div role="alert">
      <PageHead title={t('panel.failed_title')} line={failureWords(failure)} />
      {!hopeless && (
        <Row>
          <Button onClick={onRetry}>{t('common.try_again')}</Button>
        </Row>
      )}
    </div>
  );
}
