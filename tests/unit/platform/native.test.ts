import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const api = (name: string) => ({ name, runtime: { getURL: () => name } });
const NAMES = ['browser', 'chrome'] as const;

const given = async () => (await import('@/lib/platform/native')).browser;

beforeEach(() => vi.resetModules());
afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(Object.prototype, 'browser');
});

test("the browser's own API is taken, by whichever of its names it has", async () => {
  for (const name of NAMES) {
    vi.resetModules();
    vi.stubGlobal(name, api(name));
    expect(await given()).toMatchObject({ name });
    vi.unstubAllGlobals();
  }
});

test.each([
  ['a form with a field called "runtime"', () => api('page')],
  [
    'a frame of another origin',
    () => {
      throw new Error('Blocked a frame from accessing a cross-origin frame.');
    },
  ],
])('%s that is called "browser" is not: what a page names is inherited', async (_, get) => {
  vi.stubGlobal('chrome', api('chrome'));
  Object.defineProperty(Object.prototype, 'browser', { configurable: true, get });
  expect(await given()).toMatchObject({ name: 'chrome' });
});
