import { useQuery } from '@/components/query/use-query';
import { Progress } from '@/components/ui/progress';
import { t } from '@/lib/i18n';
import { HeldBack, Unmapped } from './held-back';

/** What an import came to: its counts, what was held back and why, what has no field. */
export function ReportView({ id }: { id: string }) {
  const report = useQuery('imports.report', { id });
  if (!report.value) return <Progress label={t('common.loading')} />;
  const { counts, heldBack, unmapped } = report.value;
  return (
    <>
      <p>{t('importing.result', counts)}</p>
      <HeldBack lines={heldBack} />
      <Unmapped properties={unmapped} />
      {report.value.state === 'done' && <p class="quiet-text small">{t('importing.undo_hint')}</p>}
    </>
  );
}
