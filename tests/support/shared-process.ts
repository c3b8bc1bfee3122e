import { readFileSync } from 'node:fs';
import { afterAll, expect, vi } from 'vitest';

/** What changes the modules themselves, or the clock and the globals that they may take hold of when they are loaded. */
const OWN_MODULES = /\bvi\.(mock|doMock|resetModules|stubGlobal|useFakeTimers|setSystemTime)\(/;

/**
 * Globals that are values (accessors bring theirs when they are first asked for) and variables of the environment. Names with two lines
 * before them are of libraries.
 */
function surroundings(): Map<string, unknown> {
  const globals = Object.entries(Object.getOwnPropertyDescriptors(globalThis))
    .filter(([, { get }]) => !get)
    .map(([name, { value }]): [string, unknown] => [name, value]);
  const variables = Object.entries(process.env).map(([name, value]): [string, unknown] => [
    `env ${name}`,
    value,
  ]);
  return new Map([...globals, ...variables]);
}

/**
 * Where many files of tests are run in one process, one after the other, modules are loaded once (vitest.config.ts). Before each file this
 * one is run: a file that replaces modules, the clock or globals has all modules loaded anew, for itself and for those after it, and what a
 * file put in the place of globals, the clock and timers, and left in the page, is taken back at its end. It fails when something stays.
 */
const file = expect.getState().testPath;
if (!file) throw new Error('The file of tests has no path.');
const ownModules = OWN_MODULES.test(readFileSync(file, 'utf8'));
if (ownModules) vi.resetModules();
const before = surroundings();
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  if (ownModules) vi.resetModules();
  if ('document' in globalThis) {
    document.body.replaceChildren();
    localStorage.clear();
    sessionStorage.clear();
  } else {
    const after = surroundings();
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
      (name) => !name.startsWith('__') && !Object.is(before.get(name), after.get(name)),
    );
    expect(changed, 'what this file of tests leaves for the next one').toEqual([]);
  }
});
