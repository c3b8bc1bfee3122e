import { useEffect, useRef, useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorNote } from '@/components/ui/error-note';
import { Progress } from '@/components/ui/progress';
import type { Input, Result } from '@/lib/api/client';
import { t } from '@/lib/i18n';
import { BulkForm } from './bulk-form';
import { changeOf, EMPTY_DRAFT } from './draft';
import './bulk.css';

interface BulkDialogProps {
  /** Those chosen, or all that a filter finds. */
  whom: Input<'bulk.edit'>['whom'];
  count: number;
  onClose(): void;
}

/** Nobody reads the count of a word that is still being typed. */
const PAUSE = 250;

/** One change for many contacts: what, what it would come to, done and undone as one step. */
export function BulkDialog({ whom, count, onClose }: BulkDialogProps) {
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [stopped, setStopped] = useState(false);
  const stop = useRef<AbortController | null>(null);
  const { run, busy, error } = useCommand();
  const change = changeOf(draft);
  const asked = useLater(change);
  const preview = useQuery('bulk.preview', asked && !busy ? { whom, change: asked } : null);
  const isCounted = JSON.stringify(asked) === JSON.stringify(change) && preview.value !== null;
  const changed = isCounted ? (preview.value?.change ?? 0) : 0;

  const save = async () => {
    if (!change || changed === 0) return;
    const onProgress = (done: number, total: number) => setProgress({ done, total });
    stop.current = new AbortController();
    const { signal } = stop.current;
    setStopped(false);
    const said = ({ count: done }: Result<'bulk.edit'>) => t('health.bulk_done', { count: done });
    if (await run('bulk.edit', { whom, change }, said, { onProgress, signal })) onClose();
    else setStopped(signal.aborted);
    setProgress(null);
  };
  const close = () => {
    stop.current?.abort();
    onClose();
  };

  return (
    <Dialog title={t('health.bulk_title', { count })} onClose={close} class="bulk-dialog">
      <form
        class="bulk-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <BulkForm
          draft={draft}
          onChange={(next) => {
            setDraft(next);
            setStopped(false);
          }}
        />
        <p class="bulk-preview small quiet-text" role="status">
          {stopped && !busy ? t('health.bulk_stopped') : null}
          {change && !busy && !stopped && preview.error == null
            ? isCounted && preview.value
              ? previewWords(preview.value)
              : t('health.bulk_counting')
            : null}
        </p>
        {busy && progress && (
          <Progress
            label={t('health.bulk_progress')}
            value={progress.done}
            max={Math.max(1, progress.total)}
          />
        )}
        {preview.error != null && (
          <ErrorNote what={t('health.bulk_not_counted')} todo={failureWords(preview.error)} />
        )}
        {error && !stopped && <ErrorNote what={t('common.not_saved')} todo={error} />}
        <footer class="dialog-actions">
          {busy ? (
            <Button onClick={() => stop.current?.abort()}>{t('health.bulk_stop')}</Button>
          ) : (
            <Button onClick={onClose}>{t('common.cancel')}</Button>
          )}
          <Button type="submit" kind="ink" loading={busy} disabled={changed === 0 && !busy}>
            {t('health.bulk_apply', { count: changed })}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

function previewWords({ total, change }: { total: number; change: number }): string {
  return t('health.bulk_preview', { change, same: total - change });
}

/** A value as it was when it last stood still. */
function useLater<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), PAUSE);
    return () => window.clearTimeout(timer);
  }, [text]);
  return settled;
}
