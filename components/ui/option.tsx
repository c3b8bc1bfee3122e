import type { ComponentChildren } from 'preact';
import './option.css';

interface OptionProps {
  id: string;
  selected: boolean;
  onPoint(): void;
  onPick(): void;
  children: ComponentChildren;
}

/** A line of a listbox whose keyboard stays in the field above it (`useListbox`). */
export function Option({ id, selected, onPoint, onPick, children }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and handles the keys
    <div
      id={id}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      class="option"
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={onPoint}
      onClick={onPick}
    >
      {children}
    </div>
  );
}
