import type { Plugin } from 'vite';

/**
 * The scripts that run in web pages carry no polyfill of the browser's API: what they call answers alike in both browsers
 * (lib/platform/native.ts), and a seventh of what every page loads would be the polyfill. It comes in by the builder's own wrapper
 * of a content script, which asks for the extension's id and for nothing else.
 */
export function nativeInPages(): Plugin {
  return {
    name: 'native-in-pages',
    enforce: 'pre',
    resolveId(source, importer) {
      const isWrapper = importer?.includes('/wxt/dist/') && /webextension-polyfill\/browser$/.test(source);
      return isWrapper ? this.resolve('@/lib/platform/native', importer) : undefined;
    },
  };
}
