import type { Browser } from 'webextension-polyfill';

/**
 * The extension's own interface, for code that a test evaluates inside an extension page or worker. Chrome's answers
 * with promises too, so that one type serves both browsers.
 */
declare global {
  var chrome: Browser;
}
