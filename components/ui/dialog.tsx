import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { IconButton } from './button';
import './dialog.css';

interface DialogProps {
  title: string;
  /** The title is read out, not drawn: the content names itself. */
  titleUnseen?: boolean;
  /** What it asks is not there yet: the focus stands on the title, and goes to the question when it comes. */
  waiting?: boolean;
  /** Escape, the cross and a press outside ask for this; the parent then takes the dialog away. */
  onClose(): void;
  /** It is at work on what nobody may lose sight of: only its buttons end it. */
  held?: boolean;
  /** Buttons at the foot, the main one last. */
  actions?: ComponentChildren;
  children: ComponentChildren;
  class?: string;
}

/** A question that must be answered first. It is open as long as it is drawn; the focus goes back when it leaves. */
export function Dialog(props: DialogProps) {
  const {
    title,
    titleUnseen,
    waiting = false,
    held = false,
    onClose,
    actions,
    children,
    class: extra,
  } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();

  useLayoutEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      dialog.current?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  useLayoutEffect(() => {
    if (waiting) heading.current?.focus();
    else if (document.activeElement === heading.current) firstOf(dialog.current)?.focus();
  }, [waiting]);

  return (
    <dialog
      ref={dialog}
      class={`dialog ${extra ?? ''}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        if (!held) onClose();
      }}
      onPointerDown={(event) => event.target === event.currentTarget && !held && onClose()}
      // A second Escape would close it whatever is said to the first.
      closedby={held ? 'none' : undefined}
    >
      <div class="dialog-sheet">
        <h2 ref={heading} id={titleId} tabIndex={-1} class={titleUnseen ? 'unseen' : 'dialog-title'}>
          {title}
        </h2>
        {children}
        {actions && <footer class="dialog-actions">{actions}</footer>}
        {/* Last in order, so that the focus first meets the question and its answers. */}
        {!titleUnseen && !held && (
          <IconButton class="dialog-close" icon={X} label={t('common.close')} onClick={onClose} />
        )}
      </div>
    </dialog>
  );
}

/** The first thing to answer. */
function firstOf(dialog: HTMLElement | null): HTMLElement | null {
  const all = dialog?.querySelectorAll<HTMLElement>('input:not(:disabled), select, textarea, button') ?? [];
  const [first, ...others] = all;
  // Of a group of choices the one that is made.
  const chosen = [first, ...others].find((one) => one?.matches(':checked'));
  return first?.matches('[type=radio]') ? (chosen ?? first) : (first ?? null);
}
