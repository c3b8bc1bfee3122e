import { useState } from 'preact/hooks';
import { download } from '@/components/backup/files';
import { useDesk } from '@/components/contacts/desk';
import { failureCode, failureWords } from '@/components/contacts/failure';
import { receiptFile } from '@/components/export/receipt';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { t } from '@/lib/i18n';
import { go, href } from '../../router';

interface EraseDialogProps {
  id: string;
  name: string;
  onClose(): void;
}

/** Removes a person for good. The name must be typed: nothing else in the product is without an undo. */
export function EraseDialog({ id, name, onClose }: EraseDialogProps) {
  const { client, refresh } = useDesk();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const agreed = typed.trim() === name.trim();

  const erase = async (event: Event) => {
    event.preventDefault();
    if (!agreed || busy) return;
    setBusy(true);
    try {
      const { rows, log, at } = await client.call('contacts.erase', { id });
      go(href('contacts'));
      const { name: file, text } = receiptFile({ id: log, at, rows });
      toast(t('workspace.erased', { name, count: rows }), {
        action: { label: t('data.receipt'), run: () => download(file, text, 'text/plain') },
      });
      await refresh();
      onClose();
    } catch (failure) {
      // Nobody else changes somebody while they are erased: what stands in the way is an import.
      const waits = failureCode(failure) === 'conflict';
      setError(waits ? t('workspace.erase_import') : failureWords(failure));
      setBusy(false);
    }
  };

  return (
    <Dialog title={t('workspace.erase_title', { name })} onClose={onClose}>
      <form onSubmit={erase}>
        <p class="erase-warning">{t('workspace.erase_what')}</p>
        <p class="erase-warning">{t('workspace.erase_stays')}</p>
        <p class="erase-warning late">{t('workspace.erase_no_undo')}</p>
        <Field
          label={t('workspace.erase_type', { name })}
          value={typed}
          error={error}
          autofocus
          onInput={setTyped}
        />
        <footer class="dialog-actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" kind="danger" disabled={!agreed} loading={busy}>
            {t('workspace.erase')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
