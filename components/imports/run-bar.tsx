import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import { toast } from '@/components/ui/toast';
import type { Client } from '@/lib/api/client';
import type { ImportReportView } from '@/lib/api/import-views';
import { t } from '@/lib/i18n';
import { resumeImport, running } from './running';
import './imports.css';

/** The import that is under way, and those whose page was closed: to go on with, or to take back. */
export function RunBar() {
  const reports = useQuery('imports.list', {});
  const now = running.value;
  const waiting = (reports.value ?? []).filter((one) => one.isWaiting && one.id !== now?.id);
  return (
    <>
      {now && (
        <div class="import-bar" role="status">
          <span>{t('importing.running', { name: now.name })}</span>
          <ProgressLine progress={now.progress} />
          <Button kind="bare" onClick={now.stop}>
            {t('importing.stop')}
          </Button>
        </div>
      )}
      {waiting.map((one) => (
        <div key={one.id} class="import-bar" role="status">
          <span>
            {t('importing.waiting', {
              name: one.name,
              done: one.progress?.done ?? 0,
              total: one.progress?.total ?? 0,
            })}
          </span>
          <WaitingActions report={one} />
        </div>
      ))}
    </>
  );
}

export function ProgressLine({ progress }: { progress: { done: number; total: number } | null }) {
  return (
    <>
      <Progress label={t('importing.imports')} value={progress?.done} max={progress?.total || 1} />
      {progress && <span class="small quiet-text num">{t('importing.progress', progress)}</span>}
    </>
  );
}

/** What can be done with an import whose page was closed. */
export function WaitingActions({ report }: { report: ImportReportView }) {
  const { client } = useDesk();
  const isBusy = running.value !== null;
  return (
    <span class="import-actions">
      <Button disabled={isBusy} onClick={() => void goOn(client, report)}>
        {t('importing.go_on')}
      </Button>
      <Button kind="bare" disabled={isBusy} onClick={() => void takeBack(client, report.id)}>
        {t('importing.take_back')}
      </Button>
    </span>
  );
}

async function goOn(client: Client, report: ImportReportView): Promise<void> {
  const ended = await resumeImport(client, report);
  if ('failed' in ended) toast(ended.failed, { failed: true });
}

async function takeBack(client: Client, id: string): Promise<void> {
  try {
    await client.call('imports.takeBack', { id });
    toast(t('importing.taken_back'));
  } catch (failure) {
    toast(failureWords(failure), { failed: true });
  }
}
