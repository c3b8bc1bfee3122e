import { useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { undo } from '@/components/history/undo';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { ImportReportView } from '@/lib/api/import-views';
import { t } from '@/lib/i18n';
import { dateTime } from '@/lib/i18n/format';
import { formatWords } from './format-words';
import { ReportView } from './report-view';
import { WaitingActions } from './run-bar';
import './imports.css';

/** Every file that was imported, with its report and its undo. */
export function ImportList({ onImport }: { onImport(): void }) {
  const { client } = useDesk();
  const reports = useQuery('imports.list', {});
  const [open, setOpen] = useState<ImportReportView | null>(null);
  return (
    <>
      {reports.value?.length === 0 && <p class="quiet-text">{t('importing.imports_none')}</p>}
      <ul class="import-list">
        {(reports.value ?? []).map((one) => (
          <li key={one.id}>
            <div>
              <p class="one-line">{one.name}</p>
              <p class="small quiet-text">
                {dateTime(one.at, Date.now())} · {formatWords(one.format)} · {stateWords(one)}
              </p>
              {one.state !== 'running' && <p class="small">{t('importing.result', one.counts)}</p>}
            </div>
            <span class="import-actions">
              {one.isWaiting && <WaitingActions report={one} />}
              {one.state === 'done' && (
                <Button kind="bare" onClick={() => void undo(client, { batchId: one.id })}>
                  {t('common.undo')}
                </Button>
              )}
              <Button
                kind="bare"
                aria-label={t('importing.report_of', { name: one.name })}
                onClick={() => setOpen(one)}
              >
                {t('importing.report')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <Button onClick={onImport}>{t('importing.import_a_file')}</Button>
      {open && (
        <Dialog
          class="import-dialog"
          title={t('importing.report_of', { name: open.name })}
          onClose={() => setOpen(null)}
        >
          <ReportView id={open.id} />
        </Dialog>
      )}
    </>
  );
}

function stateWords({ state, isWaiting, progress }: ImportReportView): string {
  if (isWaiting)
    return t('importing.state_waiting', { done: progress?.done ?? 0, total: progress?.total ?? 0 });
  return t(`importing.state_${state}`);
}
