import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { t } from '@/lib/i18n';
import { IconButton } from './button';
import './selection-bar.css';

interface SelectionBarProps {
  count: number;
  /** Bare buttons: what can be done with the chosen rows. */
  children: ComponentChildren;
  onClear(): void;
}

/** Floats over a table while rows are chosen. */
export function SelectionBar({ count, children, onClear }: SelectionBarProps) {
  if (count === 0) return null;
  return (
    <div class="selection-bar" role="toolbar" aria-label={t('common.selected', { count })}>
      <strong role="status">{t('common.selected', { count })}</strong>
      <div class="selection-actions">{children}</div>
      <IconButton icon={X} label={t('common.clear_selection')} onClick={onClear} />
    </div>
  );
}
