import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { t } from '@/lib/i18n';

interface RenameDialogProps {
  id: string;
  name: string;
  onClose(): void;
}

/** A new name for a contact. */
export function RenameDialog({ id, name, onClose }: RenameDialogProps) {
  const [text, setText] = useState(name);
  const { run, busy, error } = useCommand();
  const save = async (event: Event) => {
    event.preventDefault();
    if (!text.trim()) return;
    if (await run('contacts.edit', { id, name: text.trim() })) onClose();
  };
  return (
    <Dialog title={t('workspace.contact_rename')} onClose={onClose}>
      <form onSubmit={save}>
        <Field label={t('common.name')} value={text} error={error} autofocus onInput={setText} />
        <footer class="dialog-actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" kind="ink" loading={busy} disabled={!text.trim()}>
            {t('common.save')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
