import { useCommand } from '@/components/contacts/command';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorNote } from '@/components/ui/error-note';
import { Progress } from '@/components/ui/progress';
import type { ImportPreview } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { HeldBack, Unmapped } from './held-back';
import { PreviewTable } from './preview-table';
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
  const { run, busy, error } = useCommand();
  const rows = preview.value?.rows.filter((row) => row.status !== 'same') ?? [];

  const commit = async () => {
    const done = await run(
      'imports.commit',
      {
        name: file.name,
        batchId: crypto.randomUUID(),
        rows: rows.map(({ draft, contactId }) => ({ draft, contactId })),
      },
      t('workspace.import_done', { count: rows.length }),
    );
    if (done) onClose();
  };

  return (
    <Dialog
      class="import-dialog"
      title={t('workspace.import_title', { name: file.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="ink" disabled={rows.length === 0} loading={busy} onClick={() => void commit()}>
            {t('workspace.import_run', { count: rows.length })}
          </Button>
        </>
      }
    >
      {!preview.value && !preview.error && <Progress label={t('workspace.import_reading')} />}
      {preview.error != null && <ImportFailure error={preview.error} />}
      {preview.value && <ImportReport preview={preview.value} />}
      {busy && <Progress label={t('workspace.import_running')} />}
      {error && <ErrorNote what={error} todo={t('workspace.import_unchanged')} />}
    </Dialog>
  );
}

/** A file that gives no contact says why in its own words, when the reader had some. */
function ImportFailure({ error }: { error: unknown }) {
  const why = error instanceof Error && error.message ? error.message : failureWords(error);
  return <ErrorNote what={why} todo={t('workspace.import_wrong_file')} />;
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
