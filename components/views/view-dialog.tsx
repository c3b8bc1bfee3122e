import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { t } from '@/lib/i18n';
import type { View } from './views';

interface ViewDialogProps {
  /** Of a new view, too: the caller chose it. */
  id: string;
  view: Omit<View, 'id'>;
  title: string;
  onClose(): void;
  onSaved?(id: string): void;
}

/** Asks for the name of a view, and saves it. */
export function ViewDialog({ id, view, title, onClose, onSaved }: ViewDialogProps) {
  const [name, setName] = useState(view.name);
  const { run, busy, error } = useCommand();
  const save = async (event: Event) => {
    event.preventDefault();
    const { filter, sort, columns } = view;
    const saved = { name: name.trim(), noun: 'contacts' as const, filter, sort, columns };
    if (
      !saved.name ||
      !(await run('views.put', { id, view: saved }, t('health.view_saved', { name: saved.name })))
    )
      return;
    onSaved?.(id);
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={save}>
        <Field
          label={t('health.view_name')}
          value={name}
          maxLength={80}
          error={error}
          autofocus
          onInput={setName}
        />
        <footer class="dialog-actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" kind="ink" loading={busy} disabled={!name.trim()}>
            {t('common.save')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
