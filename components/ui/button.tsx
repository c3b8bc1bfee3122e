import type { IconNode } from 'lucide';
import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { Icon } from './icon';
import './button.css';

/** `ink` is the one thing to do, `quiet` the other choice, `bare` a word among words; `danger` destroys. */
export type ButtonKind = 'ink' | 'quiet' | 'bare' | 'danger';

interface ButtonProps extends ButtonHTMLAttributes {
  kind?: ButtonKind;
  icon?: IconNode;
  /** Work is under way: the button keeps its place, its name and the focus, and takes no second click. */
  loading?: boolean;
  children: ComponentChildren;
}

/** Keeps a busy submit button from sending its form a second time. */
function refuse(event: Event) {
  event.preventDefault();
}

/** A button with words. */
export function Button({ kind = 'quiet', icon, loading = false, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      class={`button ${kind} ${rest.class ?? ''}`}
      aria-busy={loading || undefined}
      aria-disabled={loading || undefined}
      onClick={loading ? refuse : onClick}
    >
      {icon && <Icon node={icon} size={14} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes, 'label'> {
  icon: IconNode;
  /** Accessible name, also shown as the tooltip. */
  label: string;
  /** Pixels of the icon. */
  size?: number;
}

/** A button without words; its name is in `label`. */
export function IconButton({ icon, label, size = 16, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      class={`button glyph ${rest.class ?? ''}`}
      aria-label={label}
    >
      <Icon node={icon} size={size} />
    </button>
  );
}
