import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { t } from '@/lib/i18n';
import { useDraft } from './draft';
import './notes.css';

interface NoteBoxProps {
  contactId: string;
  /** Puts the caret here when it is drawn. */
  focused?: boolean;
  onSaved?(id: string): void;
}

/** Where a note is written. Ctrl+Enter saves; what is not saved is kept as a draft of this contact. */
export function NoteBox({ contactId, focused, onSaved }: NoteBoxProps) {
  const draft = useDraft(useDesk().client, `note:${contactId}`);
  const { run, busy, error, setError } = useCommand();
  const [keeping, setKeeping] = useState(false);
  const saving = busy || keeping;
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef(contactId);

  useLayoutEffect(() => {
    shown.current = contactId;
    setError(null);
    if (focused) box.current?.querySelector('textarea')?.focus();
  }, [contactId, focused, setError]);

  async function save() {
    const text = draft.text.trim();
    if (text === '' || saving) return;
    // The note takes with it a draft that is kept before it. One that is written after it would come up again, should the page go then.
    setKeeping(true);
    await draft.keep();
    setKeeping(false);
    const saved = await run('notes.add', { contactIds: [contactId], text });
    if (!saved) return;
    if (shown.current === contactId) draft.clear();
    onSaved?.(saved.id);
  }

  return (
    <div ref={box} class="note-box">
      <TextArea
        label={t('common.note')}
        labelUnseen
        placeholder={t('panel.note_placeholder')}
        value={draft.text}
        error={error}
        readOnly={saving}
        aria-keyshortcuts="Control+Enter"
        onInput={(text) => {
          setError(null);
          draft.write(text);
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
          event.preventDefault();
          void save();
        }}
      />
      {draft.text !== '' && (
        <div class="note-foot">
          <span class="note-state">{draft.restored ? t('panel.draft_restored') : <kbd>Ctrl ↵</kbd>}</span>
          <Button kind="bare" onClick={draft.clear}>
            {t('panel.discard')}
          </Button>
          <Button kind="ink" loading={saving} onClick={() => void save()}>
            {t('common.save')}
          </Button>
        </div>
      )}
    </div>
  );
}
