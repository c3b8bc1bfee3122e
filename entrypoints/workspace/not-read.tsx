import { failureWords } from '@/components/contacts/failure';
import type { Query } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { t } from '@/lib/i18n';

/** Whether a question has failed and nothing of an earlier answer stands there. */
export const isNotRead = ({ value, error }: Pick<Query<unknown>, 'value' | 'error'>): boolean =>
  error != null && value === null;

/** Says that a page could not be read, which would else look empty, and asks again by a press. */
export function NotRead({ query }: { query: Query<unknown> }) {
  if (!isNotRead(query)) return null;
  return (
    // Its words say what to do, too.
    <ErrorNote
      what={failureWords(query.error)}
      todo=""
      action={<Button onClick={query.again}>{t('common.try_again')}</Button>}
    />
  );
}
