import { isKey } from './key-of';

/** What a key asks of a table. */
export type TableMove =
  | { kind: 'cursor'; to: number; extend: boolean }
  | { kind: 'toggle' | 'open' | 'all' | 'clear' };

/**
 * Reads a key press: arrows, j and k, Page Up and Down, Home and End move the cursor, with Shift they choose on the
 * way; Space and x choose, Enter opens, Ctrl+A chooses all, Escape none. Null for any other key. `cursor` is -1 before
 * the first move.
 */
export function tableMove(
  event: KeyboardEvent,
  cursor: number,
  count: number,
  page: number,
): TableMove | null {
  const command = event.ctrlKey || event.metaKey;
  if (command && isKey(event, 'KeyA')) return { kind: 'all' };
  if (command || event.altKey || count === 0) return null;
  if (event.key === 'Escape') return { kind: 'clear' };
  if (event.key === 'Enter') return cursor < 0 ? null : { kind: 'open' };
  if (event.key === ' ' || isKey(event, 'KeyX')) return cursor < 0 ? null : { kind: 'toggle' };
  const to = target(event, cursor, count, page);
  return to === null
    ? null
    : { kind: 'cursor', to: Math.max(0, Math.min(count - 1, to)), extend: event.shiftKey };
}

function target(event: KeyboardEvent, cursor: number, count: number, page: number): number | null {
  if (event.key === 'ArrowDown' || isKey(event, 'KeyJ')) return cursor + 1;
  if (event.key === 'ArrowUp' || isKey(event, 'KeyK')) return cursor - 1;
  if (event.key === 'PageDown') return cursor + page;
  if (event.key === 'PageUp') return cursor - page;
  if (event.key === 'Home') return 0;
  if (event.key === 'End') return count - 1;
  return null;
}
