import { useEffect } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { DuplicateList } from '@/components/duplicates/duplicate-list';
import { look, looked } from '@/components/duplicates/look';
import { useQuery } from '@/components/query/use-query';
import { EmptyState } from '@/components/ui/empty-state';
import { Progress } from '@/components/ui/progress';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { PageHeading } from '../../page-heading';
import { href } from '../../router';

/** Contacts that are one, and contacts that may be. */
export function DuplicatesPage() {
  const { client } = useDesk();
  useEffect(() => void look(client), [client]);
  const progress = looked.value;
  const count = useQuery('duplicates.count', {});
  const { certain, perhaps } = count.value ?? { certain: 0, perhaps: 0 };
  const page = (id: string) => href('contacts', id);
  return (
    <>
      <PageHeading title={t('duplicates.duplicates')} beside={certain > 0 ? number(certain) : undefined} />
      <div class="duplicates-page">
        {progress && (
          <Progress label={t('duplicates.looking')} value={progress.done} max={Math.max(progress.total, 1)} />
        )}
        {count.value && certain + perhaps === 0 && !progress && (
          <EmptyState title={t('duplicates.none')}>{t('duplicates.none_how')}</EmptyState>
        )}
        <DuplicateList certain page={page} />
        <DuplicateList certain={false} page={page} />
      </div>
    </>
  );
}
