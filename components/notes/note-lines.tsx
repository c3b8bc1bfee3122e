import { Pin } from 'lucide';
import { Icon } from '@/components/ui/icon';
import type { TimelineItem } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import './notes.css';

/** The notes at a glance: the first ones, a line each. */
export function NoteLines({ notes, count }: { notes: readonly TimelineItem[]; count: number }) {
  if (notes.length === 0) return null;
  return (
    <ul class="note-lines">
      {notes.slice(0, count).map((note) => (
        <li key={note.id} class="note-line small">
          {note.pinned && <Icon node={Pin} size={12} label={t('panel.pinned')} />}
          <span class="one-line" title={note.text}>
            {note.text}
          </span>
        </li>
      ))}
    </ul>
  );
}
