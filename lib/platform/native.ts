import type { browser as Api } from 'wxt/browser';

const page = globalThis as unknown as { browser: typeof Api; chrome: typeof Api };

/**
 * The browser's own API, without the polyfill: for messages and wakes, which stand in every panel at the edge of a page.
 * Their calls answer with promises in both browsers, and a listener answers by `respond` alone; what wants more imports
 * `wxt/browser`. A page's element or frame that is called "browser" is a global too, but an inherited one, whatever it contains.
 */
export const browser = Object.hasOwn(page, 'browser') ? page.browser : page.chrome;
