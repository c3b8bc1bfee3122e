import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorNote } from '@/components/ui/error-note';
import { Progress } from '@/components/ui/progress';
import type { ImportPreview } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { HeldBack, Unmapped } from './held-back';
import { PreviewTable } from './preview-table';
import { problemWords } from './problem-words';
import { useImport } from './use-import';
import './imports.css';

/** A file as it was read: its name and its decoded text. */
export interface ReadFile {
  name: string;
  text: string;
}

interface ImportDialogProps {
  file: ReadFile;
  onClose(): void;
}

/** What a file would bring, row by row, before anything is written; then the import, and its undo. */
export function ImportDialog({ file, onClose }: ImportDialogProps) {
  const preview = useQuery('imports.preview', { name: file.name, text: file.text });
  const { progress, error, commit, cancel } = useImport();
  const rows = preview.value?.rows.filter((row) => row.status !== 'same') ?? [];
  const close = () => {
    cancel();
    onClose();
  };
  const run = async () => {
    const drafts = rows.map(({ draft, contactId }) => ({ draft, contactId }));
    if (await commit(file.name, drafts)) onClose();
  };

  return (
    <Dialog
      class="import-dialog"
      title={t('workspace.import_title', { name: file.name })}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button kind="ink" disabled={rows.length === 0} loading={!!progress} onClick={() => void run()}>
            {t('workspace.import_run', { count: rows.length })}
          </Button>
        </>
      }
    >
      {!preview.value && preview.error == null && <Progress label={t('workspace.import_reading')} />}
      {preview.error != null && (
        <ErrorNote what={problemWords(preview.error)} todo={t('workspace.import_unchanged')} />
      )}
      {preview.value && <ImportReport preview={preview.value} />}
      {progress && (
        <Progress label={t('workspace.import_running')} value={progress.done} max={progress.total} />
      )}
      {error && <ErrorNote what={error} todo={t('workspace.import_unchanged')} />}
    </Dialog>
  );
}

function ImportReport({ preview }: { preview: ImportPreview }) {
  const count = (status: string) => preview.rows.filter((row) => row.status === status).length;
  return (
    <>
      <p>
        {t('workspace.import_counts', {
          added: count('new'),
          changed: count('changed'),
          same: count('same'),
          held: preview.heldBack.length,
        })}
      </p>
      <PreviewTable rows={preview.rows} />
      <HeldBack lines={preview.heldBack} />
      <Unmapped properties={preview.unmapped} />
      <p class="quiet-text small">{t('workspace.import_undo')}</p>
    </>
  );
}
