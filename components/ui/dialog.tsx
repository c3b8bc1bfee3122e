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
  /** Escape, the cross and a press outside ask for this; the parent then takes the dialog away. */
  onClose(): void;
  /** Buttons at the foot, the main one last. */
  actions?: ComponentChildren;
  children: ComponentChildren;
  class?: string;
}

/** A question that must be answered first. It is open as long as it is drawn; the focus goes back when it leaves. */
export function Dialog({ title, titleUnseen, onClose, actions, children, class: extra }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useLayoutEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      dialog.current?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      class={`dialog ${extra ?? ''}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <div class="dialog-sheet">
        <h2 id={titleId} class={titleUnseen ? 'unseen' : 'dialog-title'}>
          {title}
        </h2>
        {children}
        {actions && <footer class="dialog-actions">{actions}</footer>}
        {/* Last in order, so that the focus first meets the question and its answers. */}
        {!titleUnseen && (
          <IconButton class="dialog-close" icon={X} label={t('common.close')} onClick={onClose} />
        )}
      </div>
    </dialog>
  );
}
