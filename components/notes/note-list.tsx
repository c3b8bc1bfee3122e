import { FileText, Pencil, Pin, PinOff, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { useAction, useCommand } from '@/components/contacts/command';
import { SmallForm } from '@/components/contacts/small-form';
import { chosenIn } from '@/components/needs/selection';
import { GuardedButton } from '@/components/people/guard';
import { templateOf } from '@/components/templates/from-text';
import { IconButton } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import type { TimelineItem } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { dateTime } from '@/lib/i18n/format';
import './notes.css';

/** The notes in full, to pin, edit and delete. */
export function NoteList({ contactId, notes }: { contactId: string; notes: readonly TimelineItem[] }) {
  return (
    <ul>
      {notes.map((note) => (
        <NoteEntry key={note.id} contactId={contactId} note={note} />
      ))}
    </ul>
  );
}

function NoteEntry({ contactId, note }: { contactId: string; note: TimelineItem }) {
  const [editing, setEditing] = useState(false);
  const act = useAction();
  const about = [dateTime(note.at, Date.now()), note.pinned ? t('panel.pinned') : ''].filter(Boolean);
  return (
    <li class="note-entry">
      <div hidden={editing}>
        <p class="note-text">{note.text}</p>
        <div class="note-meta">
          <span>{about.join(' · ')}</span>
          <IconButton
            icon={note.pinned ? PinOff : Pin}
            size={14}
            label={note.pinned ? t('unfolded.unpin') : t('unfolded.pin')}
            onClick={() => void act('notes.edit', { id: note.id, pinned: !note.pinned })}
          />
          <IconButton
            icon={FileText}
            size={14}
            label={t('unfolded.save_as_template')}
            onClick={() =>
              void act(
                'templates.put',
                { id: crypto.randomUUID(), template: templateOf(chosenIn([note])?.quote ?? note.text) },
                t('unfolded.template_saved'),
              )
            }
          />
          <IconButton
            icon={Pencil}
            size={14}
            label={t('unfolded.edit_note')}
            onClick={() => setEditing(true)}
          />
          <GuardedButton
            icon={Trash2}
            label={t('unfolded.delete_note')}
            elsewhere={`#/contacts/${contactId}`}
            onClick={() => void act('activities.delete', { ids: [note.id] }, t('unfolded.deleted'))}
          />
        </div>
      </div>
      {editing && <NoteEditor note={note} onDone={() => setEditing(false)} />}
    </li>
  );
}

function NoteEditor({ note, onDone }: { note: TimelineItem; onDone(): void }) {
  const [text, setText] = useState(note.text);
  const { run, busy, error, setError } = useCommand();

  async function save() {
    const wanted = text.trim();
    if (wanted === '') return setError(t('unfolded.note_empty'));
    if (wanted === note.text || (await run('notes.edit', { id: note.id, text: wanted }))) onDone();
  }

  return (
    <SmallForm label={t('unfolded.edit_note')} busy={busy} onSave={() => void save()} onCancel={onDone}>
      <TextArea
        label={t('unfolded.edit_note')}
        labelUnseen
        value={text}
        error={error}
        onInput={(next) => {
          setText(next);
          setError(null);
        }}
      />
    </SmallForm>
  );
}
