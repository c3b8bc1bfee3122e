import { useEffect, useRef } from 'preact/hooks';
import { isKey } from './key-of';

/** A key with its companions. */
export interface Shortcut {
  /** `KeyboardEvent.code` on an English keyboard, such as "KeyK"; how it is found on others, `isKey` says. */
  code: string;
  /** Ctrl, or Command on a Mac. */
  ctrl?: boolean;
  shift?: boolean;
  alt?: boolean;
  /** Also while somebody types in a field. Off: the field keeps its keys. */
  whileTyping?: boolean;
}

const TYPED_INTO = 'input:not([type=checkbox],[type=radio],[type=button],[type=submit]), textarea, select';

/** Does this event write into a field, or compose a character? */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return event.isComposing;
  return event.isComposing || target.isContentEditable || target.matches(TYPED_INTO);
}

/** What Enter presses by itself. */
const PRESSED = 'a[href], button, summary';

/** Is this an Enter that is held down, or that belongs to the button or link under the focus? */
function isOwnEnter(event: KeyboardEvent): boolean {
  if (event.code !== 'Enter') return false;
  const [target] = event.composedPath();
  return event.repeat || (target instanceof Element && target.closest(PRESSED) !== null);
}

/** Whether a key press is this shortcut, with exactly its companions. */
export function isShortcut(event: KeyboardEvent, shortcut: Shortcut): boolean {
  return (
    isKey(event, shortcut.code) &&
    !isOwnEnter(event) &&
    (event.ctrlKey || event.metaKey) === (shortcut.ctrl ?? false) &&
    // Many keyboards write "/" with Shift alone.
    (event.shiftKey === (shortcut.shift ?? false) || event.key === '/') &&
    event.altKey === (shortcut.alt ?? false) &&
    !event.defaultPrevented &&
    (shortcut.whileTyping || !isTyping(event))
  );
}

/** Runs something on a key anywhere on the page, as long as the component stands. */
export function useShortcut(shortcut: Shortcut, run: () => void): void {
  const latest = useRef({ shortcut, run });
  latest.current = { shortcut, run };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isShortcut(event, latest.current.shortcut)) return;
      event.preventDefault();
      latest.current.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
