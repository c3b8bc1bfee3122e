import { browser } from './native';
import type { PublicState } from './sites';

/** Where the public state stands in `storage.local`. */
export const PUBLIC_KEY = 'public';

/**
 * Calls back with each new public state. Returns the way to stop. In a file of its own: it goes into every page of a site that is
 * switched on, and needs no polyfill.
 */
export function onPublicChanged(listener: (state: PublicState) => void): () => void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[PUBLIC_KEY]?.newValue)
      listener(changes[PUBLIC_KEY].newValue as PublicState);
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
