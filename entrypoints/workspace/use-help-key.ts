import { useEffect } from 'preact/hooks';

const TYPED_INTO = 'input:not([type=checkbox], [type=radio]), textarea, select';

/** Runs on `?`, which stands at another place on every keyboard: here the character counts, not the key's place. */
export function useHelpKey(run: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.matches(TYPED_INTO)) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [run]);
}
