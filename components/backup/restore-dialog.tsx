import { useRef, useState } from 'preact/hooks';
import { perform } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { failureCode, failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorNote } from '@/components/ui/error-note';
import { Progress } from '@/components/ui/progress';
import { toast } from '@/components/ui/toast';
import type { BackupPreview } from '@/lib/api/data-views';
import type { ErrorCode } from '@/lib/api/message';
import { type Key, t } from '@/lib/i18n';
import { dateTime, number } from '@/lib/i18n/format';
import { type Choices, Conflicts } from './conflicts';
import './backup.css';

const TABLES = {
  contacts: 'common.contacts',
  companies: 'common.companies',
  activities: 'common.activities',
  tags: 'common.tags',
  tasks: 'common.tasks',
} as const satisfies Record<string, Key>;

/** Failures that may come while it is taken back too: then the rest goes when the file is looked at again. */
const MAY_LEAVE: readonly ErrorCode[] = ['failed', 'quota'];

interface RestoreDialogProps {
  /** A backup file. */
  file: Blob;
  onClose(): void;
}

/** What bringing a backup back would do, before it is done. */
export function RestoreDialog({ file, onClose }: RestoreDialogProps) {
  const desk = useDesk();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const stop = useRef(new AbortController());
  const [isStopping, setStopping] = useState(false);
  // What it would do is not asked of a store that it is at work on.
  const preview = useQuery('backup.preview', busy ? null : { file }, { keep: true });
  const [choices, setChoices] = useState<Choices>({ otherwise: 'later', single: {} });
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const restore = async () => {
    const { otherwise, single } = choices;
    const input = {
      file,
      choices: Object.entries(single),
      ...(otherwise === 'later' ? {} : { otherwise }),
    };
    const onProgress = (done: number, total: number) => setProgress({ done, total });
    stop.current = new AbortController();
    const { signal } = stop.current;
    setBusy(true);
    setFailure(null);
    try {
      await perform(desk, 'backup.restore', input, t('workspace.restore_done'), { onProgress, signal });
      onClose();
    } catch (problem) {
      // What was stopped may fail while it is taken back: the store's word counts, not the button.
      if (failureCode(problem) === 'cancelled') toast(t('workspace.restore_stopped'));
      else setFailure(problem);
    } finally {
      setBusy(false);
      setProgress(null);
      setStopping(false);
    }
  };
  const conflicts = preview.value?.conflictCount ?? 0;
  const nothing = preview.value !== null && preview.value.adds + preview.value.replaces + conflicts === 0;

  return (
    <Dialog
      title={t('workspace.backup_restore')}
      onClose={onClose}
      held={busy}
      {...(conflicts > 0 ? { class: 'restore-conflicts' } : {})}
      actions={
        <>
          {busy ? (
            <Button
              loading={isStopping}
              onClick={() => {
                setStopping(true);
                stop.current.abort();
              }}
            >
              {t('workspace.restore_stop')}
            </Button>
          ) : (
            <Button onClick={onClose}>{t('common.cancel')}</Button>
          )}
          <Button
            kind="ink"
            disabled={!preview.value || nothing}
            loading={busy}
            onClick={() => void restore()}
          >
            {t('workspace.restore_run')}
          </Button>
        </>
      }
    >
      {preview.error != null && (
        <ErrorNote
          what={failureWords(preview.error)}
          todo={t(
            failureCode(preview.error) === 'underway'
              ? 'workspace.restore_unchanged'
              : 'workspace.restore_wrong_file',
          )}
        />
      )}
      {!preview.value && !preview.error && <Progress label={t('common.loading')} />}
      {preview.value && <PreviewText preview={preview.value} />}
      {preview.value && conflicts > 0 && (
        <Conflicts preview={preview.value} choices={choices} onChoose={setChoices} />
      )}
      {busy && progress && (
        <div class="restore-progress">
          <Progress
            label={t('workspace.restore_progress')}
            value={progress.done}
            max={Math.max(1, progress.total)}
          />
          <p class="quiet-text small">{t('workspace.restore_stay')}</p>
        </div>
      )}
      {nothing && <p>{t('workspace.restore_nothing')}</p>}
      {failure != null && (
        <ErrorNote
          what={failureWords(failure)}
          todo={t(
            MAY_LEAVE.includes(failureCode(failure))
              ? 'workspace.restore_halted'
              : 'workspace.restore_unchanged',
          )}
        />
      )}
    </Dialog>
  );
}

function PreviewText({ preview }: { preview: BackupPreview }) {
  return (
    <>
      <p>{t('workspace.restore_from', { when: dateTime(preview.savedAt, Date.now()) })}</p>
      <dl class="counts">
        {Object.entries(TABLES).map(([table, key]) => (
          <div key={table}>
            <dt>{t(key)}</dt>
            <dd class="num">{number(preview.counts[table] ?? 0)}</dd>
          </div>
        ))}
      </dl>
      <p>
        {t('workspace.restore_effect', {
          adds: preview.adds,
          replaces: preview.replaces,
          leaves: preview.leaves,
        })}
      </p>
      {preview.cutCount > 0 && (
        <details>
          <summary>{t('data.restore_cut', { count: preview.cutCount })}</summary>
          <ul class="small">
            {preview.cut.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
