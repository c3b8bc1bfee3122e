import { X } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { IconButton } from './button';
import { dismissToast, type Toast, toasts } from './toast';
import './toasts.css';

/** Long enough to read a line and reach the action. */
const STAYS_MS = 8000;

function ToastLine({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || toast.failed) return;
    const timer = setTimeout(() => dismissToast(toast.id), STAYS_MS);
    return () => clearTimeout(timer);
  }, [held, toast]);

  const { action } = toast;
  return (
    <div
      class="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <span role={toast.failed ? 'alert' : undefined}>{toast.message}</span>
      {action && (
        <button
          type="button"
          class="toast-action"
          onClick={() => {
            dismissToast(toast.id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton icon={X} size={14} label={t('common.close')} onClick={() => dismissToast(toast.id)} />
    </div>
  );
}

/** Draws the messages of `toast()`. Stands once on a page, always: a live region must exist before its words. */
export function Toasts() {
  return (
    <div class="toasts" role="status">
      {toasts.value.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  );
}
