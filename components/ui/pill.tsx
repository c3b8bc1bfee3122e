import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { IconButton } from './button';
import './pill.css';

interface PillProps {
  children: ComponentChildren;
  /** Makes the pill removable; `removeLabel` names the button ("Remove tag Norway"). */
  onRemove?(): void;
  removeLabel?: string;
}

/** A short word on a tinted ground: a tag. */
export function Pill({ children, onRemove, removeLabel }: PillProps) {
  return (
    <span class="pill">
      <span class="one-line">{children}</span>
      {onRemove && removeLabel && <IconButton icon={X} size={12} label={removeLabel} onClick={onRemove} />}
    </span>
  );
}
