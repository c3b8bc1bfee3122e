import type { browser as Api } from 'wxt/browser';

const { browser: own, chrome } = globalThis as unknown as { browser?: typeof Api; chrome?: typeof Api };

/**
 * The browser's own API, without the polyfill: for messages and wakes, which stand in every panel at the edge of a page.
 * Their calls answer with promises in both browsers, and a listener answers by `respond` alone; what wants more imports
 * `wxt/browser`. A page's element with the id "browser" is a global too: only what has a runtime is the API.
 */
export const browser = (own?.runtime ? own : chrome) as typeof Api;
