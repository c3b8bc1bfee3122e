import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { ResponseRow } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { flagWords } from './words';

interface SetAsideProps {
  of: Pick<ResponseRow, 'id' | 'flags'>;
  onClose(): void;
}

/** Leaves an answer out of the results, and asks why: its flag is proposed as the reason. */
export function SetAside({ of, onClose }: SetAsideProps) {
  const [why, setWhy] = useState(() => of.flags.map(flagWords).join('; '));
  const { run, busy, error, setError } = useCommand();
  const save = async (event: Event) => {
    event.preventDefault();
    if (!why.trim()) {
      setError(t('responses.reason_missing'));
      return;
    }
    const input = { ids: [of.id], why: why.trim() };
    if (await run('responses.setAside', input, t('responses.was_set_aside'))) onClose();
  };
  return (
    <Dialog title={t('responses.set_aside')} onClose={onClose}>
      <form onSubmit={save}>
        <p class="quiet-text">{t('responses.set_aside_how')}</p>
        <Field
          label={t('responses.reason')}
          hint={t('responses.reason_hint')}
          error={error}
          value={why}
          maxLength={500}
          autofocus
          onInput={setWhy}
        />
        <footer class="dialog-actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" kind="ink" loading={busy}>
            {t('responses.set_aside')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
