import { X } from 'lucide';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { IconButton } from './button';
import { dismissToast, heldToast, type Toast, toasts } from './toast';
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
  newest: boolean;
  /** Takes it away for the user: the focus goes back to where it came from. */
  onAway(id: number): void;
}

function ToastLine({ toast, held, newest, onAway }: ToastLineProps) {
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
      data-id={toast.id}
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
          aria-keyshortcuts={newest ? REACH_KEY : undefined}
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

/** The id of the message that an element stands in. */
function idOf(element: EventTarget | null): number | null {
  const line = element instanceof Element ? element.closest<HTMLElement>('.toast') : null;
  return line ? Number(line.dataset.id) : null;
}

/**
 * Takes the focus out of the messages: to where it came from or, when that is gone (the row that was deleted), to the page's heading,
 * so that nobody begins again at the top of the document.
 */
function leadBack(cameFrom: HTMLElement | null, isStillHere: () => boolean): void {
  cameFrom?.focus();
  for (const name of ['h1', 'main']) {
    const place = document.querySelector<HTMLElement>(name);
    if (!place || !isStillHere()) continue;
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }
}

interface ToastsProps {
  /** They take room of their own where they are drawn. Otherwise they float at the foot of the window. */
  inFlow?: boolean;
}

/**
 * Draws the messages of `toast()`. Stands once on a page, always: a live region must exist before its words.
 * None leaves by itself while the pointer or the focus is on one of them.
 */
export function Toasts({ inFlow = false }: ToastsProps) {
  const box = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<HTMLElement | null>(null);
  const [pointed, setPointed] = useState(false);
  const shown = toasts.value;
  const isAny = shown.length > 0;
  const newest = shown.at(-1)?.id;
  const hasFocus = () => box.current?.contains(document.activeElement) ?? false;

  // What is taken out under the pointer or the focus tells nobody that they left.
  useLayoutEffect(() => {
    if (!isAny) setPointed(false);
    if (!hasFocus()) heldToast.value = null;
  }, [shown]);
  // Whoever sees a message can reach it: not only after the next picture.
  useLayoutEffect(() => {
    if (!isAny) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== REACH_KEY || event.defaultPrevented) return;
      // The order on the page is not that of time: failures stand in a part of their own.
      const last = toasts.value.at(-1)?.id;
      box.current?.querySelector<HTMLElement>(`.toast[data-id="${last}"] button`)?.focus();
      // Behind a modal dialog nothing takes the focus, and the key stays the page's own.
      if (hasFocus()) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isAny]);

  const away = (id: number) => {
    if (hasFocus()) leadBack(cameFrom.current, hasFocus);
    dismissToast(id);
  };
  const line = (toast: Toast) => (
    <ToastLine
      key={toast.id}
      toast={toast}
      held={pointed || heldToast.value !== null}
      newest={toast.id === newest}
      onAway={away}
    />
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
        heldToast.value = idOf(event.target);
      }}
      onFocusOut={() => {
        heldToast.value = null;
      }}
    >
      {/* Each is said once: an alert says itself, and a newer message does not have the others said again. */}
      <div class="toasts-part">{shown.filter((toast) => toast.failed).map(line)}</div>
      <div class="toasts-part" role="status" aria-atomic="false">
        {shown.filter((toast) => !toast.failed).map(line)}
      </div>
    </div>
  );
}
