import type { Plugin } from 'vite';

const PAGES = ['panel', 'popup', 'practice', 'welcome', 'workspace'] as const;
type PageName = (typeof PAGES)[number];
type Imports = (id: string) => readonly string[];

/**
 * Few chunks for what a page starts with. Left to itself the bundler makes one for each set of pages and parts that share a module:
 * some forty files, each of which is asked for, and compressed without the others.
 *
 * What the panel starts with is in two: what the popup shows too, and the rest. What other pages start with is in one for each set of pages
 * that share it, but for what the panel fetches by need: it is not to fetch a page with it.
 */
export function sharedChunks(): Plugin {
  let starts = new Map<PageName, ReadonlySet<string>>();
  let ofPanel: ReadonlySet<string> = new Set();
  const pagesOf = (id: string) => PAGES.filter((page) => starts.get(page)?.has(id));
  return {
    name: 'shared-chunks',
    buildEnd() {
      const ids = [...this.getModuleIds()];
      const atOnce: Imports = (id) => this.getModuleInfo(id)?.importedIds ?? [];
      const ever: Imports = (id) => [
        ...atOnce(id),
        ...(this.getModuleInfo(id)?.dynamicallyImportedIds ?? []),
      ];
      const entryOf = (page: PageName) => ids.find((id) => id.endsWith(`entrypoints/${page}/index.html`));
      starts = new Map(PAGES.map((page) => [page, closure(entryOf(page), atOnce)]));
      ofPanel = new Set([...closure(entryOf('panel'), ever), ...closure(entryOf('popup'), ever)]);
    },
    outputOptions(options) {
      // A script that is one file, as the worker and the content scripts are, has no chunks.
      if (options.format === 'iife') return options;
      const shows = (id: string, page: PageName) => starts.get(page)?.has(id) ?? false;
      return {
        ...options,
        codeSplitting: {
          groups: [
            { name: 'ground', test: (id: string) => shows(id, 'panel') && shows(id, 'popup'), priority: 3 },
            { name: 'person', test: (id: string) => shows(id, 'panel'), priority: 2 },
            {
              name: (id: string) => `start-${pagesOf(id).join('-')}`,
              test: (id: string) => shows(id, 'workspace') && !ofPanel.has(id),
              priority: 1,
            },
          ],
        },
      };
    },
  };
}

/** All that a page imports, less what is its own: that runs in this page alone. */
function closure(entry: string | undefined, imported: Imports): Set<string> {
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
