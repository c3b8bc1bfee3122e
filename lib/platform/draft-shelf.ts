import { browser } from './native';

/** Nothing, where the browser denies the page its session storage: Firefox does so to one that a web page frames. */
async function read(keys: string | null): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.session.get(keys);
  } catch {
    return {};
  }
}

/**
 * Where what was written lies until the store has it. A page reaches it while it goes, with the background asleep: the browser
 * itself keeps it, in memory, and content scripts cannot read it.
 */
function shelfOf(prefix: string) {
  const keyOf = (key: string): string => prefix + key;
  const find = async (key: string): Promise<string | null> => {
    const text = (await read(keyOf(key)))[keyOf(key)];
    return typeof text === 'string' ? text : null;
  };
  return {
    /** The browser is asked before this returns. */
    async lay(key: string, text: string): Promise<void> {
      try {
        await browser.storage.session.set({ [keyOf(key)]: text });
      } catch {
        // Denied, or full: then the store alone is told.
      }
    },
    /** The text that lies there for a key, '' for a draft that was thrown away, null when nothing does. */
    find,
    async all(): Promise<{ key: string; text: string }[]> {
      return Object.entries(await read(null)).flatMap(([name, text]) =>
        name.startsWith(prefix) && typeof text === 'string' ? [{ key: name.slice(prefix.length), text }] : [],
      );
    },
    /** Takes a text away that the store has; a younger one stays. */
    async clear(key: string, text: string): Promise<void> {
      if ((await find(key)) === text) await browser.storage.session.remove(keyOf(key));
    },
  };
}

/** Notes that are being written, by their field. */
export const draftShelf = shelfOf('draft:');
/** Surveys that are being built, by their id. */
export const formShelf = shelfOf('form:');
