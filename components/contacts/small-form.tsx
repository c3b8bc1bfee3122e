import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n';
import './small-form.css';

interface SmallFormProps {
  /** Accessible name. */
  label: string;
  /** Words of the main button; "Save" when left out. */
  save?: string;
  busy: boolean;
  children: ComponentChildren;
  onSave(): void;
  onCancel(): void;
}

/**
 * A form that unfolds in place: the caret goes to its first field, Enter or Ctrl+Enter saves, Escape closes, and the
 * focus goes back to where it came from.
 */
export function SmallForm({ label, save, busy, children, onSave, onCancel }: SmallFormProps) {
  const form = useRef<HTMLFormElement>(null);

  useLayoutEffect(() => {
    const before = document.activeElement;
    form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
    form.current?.scrollIntoView?.({ block: 'nearest' });
    return () => {
      // After the next drawing: what opened the form may be hidden as long as it stands.
      requestAnimationFrame(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    };
  }, []);

  return (
    <form
      ref={form}
      class="small-form"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSave();
      }}
      onKeyDown={onEscape(onCancel, () => form.current?.requestSubmit())}
    >
      {children}
      <div class="form-foot">
        <Button kind="ink" type="submit" loading={busy}>
          {save ?? t('common.save')}
        </Button>
        <Button kind="bare" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Closes by Escape, without closing what stands around; saves by Ctrl+Enter where there is something to save. */
export function onEscape(close: () => void, save?: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && save) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
