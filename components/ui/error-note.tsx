import type { ComponentChildren } from 'preact';
import { sentences } from '@/lib/i18n/format';
import './error-note.css';

interface ErrorNoteProps {
  /** What happened: "Not saved: the browser is out of space." */
  what: string;
  /** What to do: "Save a backup, then remove old attachments." */
  todo: string;
  action?: ComponentChildren;
}

/** A failure beside the thing that failed; read out at once. */
export function ErrorNote({ what, todo, action }: ErrorNoteProps) {
  return (
    <div class="error-note" role="alert">
      <p>{sentences(what, todo)}</p>
      {action}
    </div>
  );
}
