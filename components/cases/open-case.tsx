import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { FindContact } from '@/components/contacts/find-contact';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import type { CaseKind } from '@/lib/crm/cases';
import { t } from '@/lib/i18n';
import { CASE_KINDS, kindWords } from './words';

interface OpenCaseProps {
  /** Who it is about, where that is known already. */
  contact?: { id: string; name: string } | null;
  title?: string;
  text?: string;
  responseId?: string;
  onClose(): void;
  onOpened(id: string): void;
}

/** Opens a case by hand: what it is about, of which kind, and whose. */
export function OpenCase({
  contact = null,
  title = '',
  text = '',
  responseId,
  onClose,
  onOpened,
}: OpenCaseProps) {
  const [kind, setKind] = useState<CaseKind>('complaint');
  const [about, setAbout] = useState(title);
  const [what, setWhat] = useState(text);
  const [whose, setWhose] = useState(contact);
  const { run, busy, error, setError } = useCommand();

  const open = async (event: Event) => {
    event.preventDefault();
    if (!about.trim()) {
      setError(t('cases.title_missing'));
      return;
    }
    const opened = await run('cases.open', {
      kind,
      title: about.trim(),
      text: what.trim(),
      contactIds: whose ? [whose.id] : [],
      ...(responseId ? { responseId } : {}),
    });
    if (!opened) return;
    onClose();
    onOpened(opened.id);
  };

  return (
    <Dialog title={t('cases.new')} onClose={onClose}>
      <form onSubmit={open}>
        <Field
          label={t('cases.title')}
          value={about}
          error={error}
          autofocus
          maxLength={300}
          onInput={setAbout}
        />
        <Select
          label={t('cases.kind')}
          value={kind}
          choices={CASE_KINDS.map((value) => ({ value, label: kindWords(value) }))}
          onChoose={(chosen) => setKind(chosen)}
        />
        <TextArea label={t('cases.text')} value={what} onInput={setWhat} />
        {whose ? (
          <p class="case-whose">
            <span class="name">{whose.name}</span>
            <Button kind="bare" onClick={() => setWhose(null)}>
              {t('cases.contact_change')}
            </Button>
          </p>
        ) : (
          <FindContact onFound={({ id, name }) => setWhose({ id, name })} />
        )}
        <footer class="dialog-actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" kind="ink" loading={busy}>
            {t('common.open_case')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
