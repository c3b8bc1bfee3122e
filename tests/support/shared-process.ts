import { readFileSync } from 'node:fs';
import { afterAll, expect, vi } from 'vitest';

/** What asks for modules that are loaded anew, or in other words than they stand. */
const OWN_MODULES = /\bvi\.(mock|doMock|resetModules)\(/;

/**
 * Where many files of tests are run in one process, one after the other, modules are loaded once (vitest.config.ts). Before each file this
 * one is run: a file that replaces modules has all of them loaded anew, for itself and for those after it, and what a file put in the place
 * of globals, the clock and timers, and left in the page, is taken back at its end.
 */
const file = expect.getState().testPath;
if (!file) throw new Error('The file of tests has no path.');
const ownModules = OWN_MODULES.test(readFileSync(file, 'utf8'));
if (ownModules) vi.resetModules();
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  if ('document' in globalThis) {
    document.body.replaceChildren();
    localStorage.clear();
    sessionStorage.clear();
  }
  if (ownModules) vi.resetModules();
});
