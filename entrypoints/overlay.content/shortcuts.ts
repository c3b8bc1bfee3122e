import { isKey } from '@/components/ui/key-of';

/**
 * Calls back on Alt+Shift+`code`. The browser's own `commands` did not fire in every browser, so the page listens too; a
 * synthetic event of the page does not count.
 */
export function onShortcut(code: string, signal: AbortSignal, callback: () => void): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (
        !event.isTrusted ||
        !event.altKey ||
        !event.shiftKey ||
        event.ctrlKey ||
        event.metaKey ||
        !isKey(event, code)
      )
        return;
      event.preventDefault();
      event.stopImmediatePropagation();
      callback();
    },
    { signal, capture: true },
  );
}
