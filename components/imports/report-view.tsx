import { useEffect } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { look } from '@/components/duplicates/look';
import { useQuery } from '@/components/query/use-query';
import { Progress } from '@/components/ui/progress';
import { t } from '@/lib/i18n';
import { HeldBack, Unmapped } from './held-back';

const DUPLICATES = '#/duplicates';

/** What an import came to: its counts, who of it may be there already, what was held back and why, what has no field. */
export function ReportView({ id, onLeave }: { id: string; onLeave?: () => void }) {
  const { client } = useDesk();
  const report = useQuery('imports.report', { id });
  // Who came twice is told here and not only minutes later on a page that nobody opens.
  useEffect(() => void look(client), [client]);
  if (!report.value) return <Progress label={t('common.loading')} />;
  const { counts, twins, heldBack, unmapped } = report.value;
  return (
    <>
      <p>{t('importing.result', counts)}</p>
      {twins > 0 && (
        <p>
          {t('importing.twins', { count: twins })}{' '}
          <a class="accent-link" href={DUPLICATES} onClick={onLeave}>
            {t('importing.twins_compare')}
          </a>
        </p>
      )}
      <HeldBack lines={heldBack} />
      <Unmapped properties={unmapped} />
      {report.value.state === 'done' && <p class="quiet-text small">{t('importing.undo_hint')}</p>}
    </>
  );
}
