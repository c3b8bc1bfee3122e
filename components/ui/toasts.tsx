import { X } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { IconButton } from './button';
import { dismissToast, type Toast, toasts } from './toast';
import './toasts.css';

/** Long enough to read a line and reach the action. */
const STAYS_MS = 8000;
/** For what is longer than a line: slow readers take about eight letters a second. */
const STAYS_MS_A_LETTER = 120;

/** Brings the focus to the newest message, wherever it stood. */
const REACH_KEY = 'F8';

interface ToastLineProps {
  toast: Toast;
  held: boolean;
  /** Takes it away for the user: the focus goes back to where it came from. */
  onAway(id: number): void;
}

function ToastLine({ toast, held, onAway }: ToastLineProps) {
  useEffect(() => {
    if (held || toast.failed) return;
    const stays = Math.max(STAYS_MS, toast.message.length * STAYS_MS_A_LETTER);
    const timer = setTimeout(() => dismissToast(toast.id), stays);
    return () => clearTimeout(timer);
  }, [held, toast]);

  const { action } = toast;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape does what its button Close does
    <div
      class="toast"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onAway(toast.id);
      }}
    >
      <span role={toast.failed ? 'alert' : undefined}>{toast.message}</span>
      {action && (
        <button
          type="button"
          class="toast-action"
          aria-keyshortcuts={REACH_KEY}
          onClick={() => {
            onAway(toast.id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton icon={X} size={14} label={t('common.close')} onClick={() => onAway(toast.id)} />
    </div>
  );
}

interface ToastsProps {
  /** They take room of their own where they are drawn. Otherwise they float at the foot of the window. */
  inFlow?: boolean;
}

/**
 * Draws the messages of `toast()`. Stands once on a page, always: a live region must exist before its words.
 * None leaves while the pointer or the focus is on one of them.
 */
export function Toasts({ inFlow = false }: ToastsProps) {
  const box = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<HTMLElement | null>(null);
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const shown = toasts.value;
  const isAny = shown.length > 0;

  useEffect(() => {
    if (!isAny) {
      // What is taken out under the pointer or the focus tells nobody that they left.
      setPointed(false);
      setFocused(false);
      return;
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== REACH_KEY || event.defaultPrevented) return;
      const newest = [...(box.current?.querySelectorAll('.toast') ?? [])].at(-1);
      newest?.querySelector('button')?.focus();
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isAny]);

  const away = (id: number) => {
    if (box.current?.contains(document.activeElement)) {
      cameFrom.current?.focus();
      setFocused(false);
    }
    dismissToast(id);
  };
  const line = (toast: Toast) => (
    <ToastLine key={toast.id} toast={toast} held={pointed || focused} onAway={away} />
  );
  return (
    <div
      ref={box}
      class={inFlow ? 'toasts in-flow' : 'toasts'}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocusIn={(event) => {
        const from = event.relatedTarget;
        if (from === null) cameFrom.current = null;
        else if (from instanceof HTMLElement && !box.current?.contains(from)) cameFrom.current = from;
        setFocused(true);
      }}
      onFocusOut={() => setFocused(false)}
    >
      {/* Each is said once: an alert says itself, and a newer message does not have the others said again. */}
      <div class="toasts-part">{shown.filter((toast) => toast.failed).map(line)}</div>
      <div class="toasts-part" role="status" aria-atomic="false">
        {shown.filter((toast) => !toast.failed).map(line)}
      </div>
    </div>
  );
}
