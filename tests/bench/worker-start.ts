import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { buildDir } from '../support/build.ts';
import { type Figure, percentile } from './figures.ts';

const TURNS = 25;
const METHOD = `Node: the built script in a fresh context, with the code that the turn before kept; median of ${TURNS}. No database opens in it`;

/** Whatever is asked of the browser's API, it is there and does nothing. */
function nothing(): object {
  const answer: (key: string | symbol) => unknown = (key) =>
    key === Symbol.toPrimitive ? () => '' : key === 'then' ? undefined : all;
  const all: object = new Proxy(() => undefined, {
    get: (_, key) => answer(key),
    has: () => true,
    apply: () => all,
    construct: () => all,
  });
  return all;
}

/** `own` where it has something, and `rest` for everything else. */
function over(rest: object, own: object): object {
  return new Proxy(rest, { get: (all, key) => Reflect.get(key in own ? own : all, key), has: () => true });
}

/** The globals of a worker as far as the script touches them before its first message; timers never come. */
function scope(): vm.Context {
  const runtime = { id: 'bench', getURL: () => 'chrome-extension://bench/' };
  const chrome = over(nothing(), { runtime: over(nothing(), runtime) });
  const names = [
    'AbortController',
    'Blob',
    'CustomEvent',
    'DOMException',
    'Event',
    'EventTarget',
    'Intl',
    'TextDecoder',
    'TextEncoder',
    'URL',
    'console',
    'crypto',
    'navigator',
    'performance',
    'queueMicrotask',
    'structuredClone',
  ];
  const given = Object.fromEntries(names.map((name) => [name, Reflect.get(globalThis, name)]));
  const own = {
    ...given,
    chrome,
    indexedDB: nothing(),
    IDBKeyRange: nothing(),
    setTimeout: () => 0,
    clearTimeout: () => undefined,
    addEventListener: () => undefined,
    location: { href: 'chrome-extension://bench/' },
  };
  return vm.createContext(Object.assign(own, { self: own }));
}

/** What each start of the worker evaluates before it can hear a message. */
export function workerStart(): Figure[] {
  const source = readFileSync(path.join(buildDir('chrome'), 'background.js'), 'utf8');
  const evaluate = (kept?: Buffer) => {
    const script = new vm.Script(source, {
      filename: 'background.js',
      ...(kept ? { cachedData: kept } : {}),
    });
    const context = scope();
    const begun = performance.now();
    script.runInContext(context);
    return { script, took: performance.now() - begun };
  };
  const kept = evaluate().script.createCachedData();
  const times = Array.from({ length: TURNS }, () => evaluate(kept).took);
  return [
    {
      name: "Worker's script, evaluated at each start",
      value: percentile(times, 0.5),
      unit: 'ms',
      method: METHOD,
    },
  ];
}
