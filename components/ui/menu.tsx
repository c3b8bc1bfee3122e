import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useCallback, useId, useRef, useState } from 'preact/hooks';
import { Button, type ButtonKind, IconButton } from './button';
import { useFloating } from './floating';
import { Icon } from './icon';
import { nextIndex, typedIndex, useTypedText } from './list-keys';
import './menu.css';

/** One thing that a menu can do. */
export interface MenuItem {
  id: string;
  label: string;
  icon?: IconNode;
  danger?: boolean;
  disabled?: boolean;
  /** Says that this one of several is in force. */
  checked?: boolean;
  run(): void;
}

interface MenuProps {
  /** Accessible name of the button and of the menu. */
  label: string;
  /** A button of one icon; without it the button shows `children`. */
  icon?: IconNode;
  kind?: ButtonKind;
  children?: ComponentChildren;
  items: readonly MenuItem[];
}

/** A button that opens a short list of things to do. Arrow keys, Home, End and first letters choose. */
export function Menu({ label, icon, kind = 'bare', children, items }: MenuProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = useCallback(() => setOpen(false), []);
  const typed = useTypedText();
  useFloating(open, anchor, list, close);

  const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  const leave = () => {
    close();
    anchor.current?.querySelector('button')?.focus();
  };
  const show = (last: boolean) => {
    setOpen(true);
    requestAnimationFrame(() =>
      buttons()
        .at(last ? -1 : 0)
        ?.focus(),
    );
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next =
      nextIndex(event.key, at, all.length) ??
      typedIndex(
        typed(event),
        at,
        items.map((item) => item.label),
      );
    if (event.key === 'Escape') leave();
    else if (event.key === 'Tab') return close();
    else if (next !== null) all[next]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const trigger = {
    'aria-haspopup': 'menu',
    'aria-expanded': open,
    'aria-controls': id,
    onClick: () => (open ? leave() : show(false)),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      show(event.key === 'ArrowUp');
    },
  } as const;

  return (
    <span class="menu" ref={anchor}>
      {icon ? (
        <IconButton icon={icon} label={label} {...trigger} />
      ) : (
        <Button kind={kind} aria-label={label} {...trigger}>
          {children ?? label}
        </Button>
      )}
      <div
        ref={list}
        id={id}
        class="menu-list"
        popover="manual"
        role="menu"
        aria-label={label}
        onKeyDown={onKeyDown}
      >
        {open &&
          items.map((item) => (
            <button
              key={item.id}
              type="button"
              {...(item.checked === undefined
                ? { role: 'menuitem' }
                : { role: 'menuitemradio', 'aria-checked': item.checked })}
              aria-disabled={item.disabled}
              tabIndex={-1}
              class={item.danger ? 'menu-item danger' : 'menu-item'}
              onPointerMove={(event) => event.currentTarget.focus()}
              onClick={() => {
                if (item.disabled) return;
                leave();
                item.run();
              }}
            >
              {item.icon && <Icon node={item.icon} size={14} />}
              {item.label}
            </button>
          ))}
      </div>
    </span>
  );
}
