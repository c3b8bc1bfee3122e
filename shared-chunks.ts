import type { Plugin } from 'vite';

/** What the panel shows at once, and of that what the popup shows too. */
const PANEL = 'entrypoints/panel/index.html';
const POPUP = 'entrypoints/popup/index.html';

/**
 * Two chunks for what the panel starts with. Left to itself the bundler makes one for each set of pages that share a module: some
 * twenty files, which are fetched one by one and each compressed without the others.
 */
export function sharedChunks(): Plugin {
  let panel: ReadonlySet<string> = new Set();
  let popup: ReadonlySet<string> = new Set();
  return {
    name: 'shared-chunks',
    buildEnd() {
      const ids = [...this.getModuleIds()];
      const imported = (id: string) => this.getModuleInfo(id)?.importedIds ?? [];
      const startOf = (entry: string) =>
        closure(
          ids.find((id) => id.endsWith(entry)),
          imported,
        );
      panel = startOf(PANEL);
      popup = startOf(POPUP);
    },
    outputOptions(options) {
      // A script that is one file, as the worker and the content scripts are, has no chunks.
      if (options.format === 'iife') return options;
      return {
        ...options,
        codeSplitting: {
          groups: [
            { name: 'ground', test: (id: string) => panel.has(id) && popup.has(id), priority: 2 },
            { name: 'person', test: (id: string) => panel.has(id), priority: 1 },
          ],
        },
      };
    },
  };
}

/** All that a page imports at once, less what is its own: that runs in this page alone. */
function closure(entry: string | undefined, imported: (id: string) => readonly string[]): Set<string> {
  const found = new Set<string>();
  const waiting = entry === undefined ? [] : [...imported(entry)];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...imported(id));
  }
  for (const id of found) if (id.includes('/entrypoints/')) found.delete(id);
  return found;
}
