import path from 'node:path';
import type { Page } from '@playwright/test';
import { ROOT } from '../build.ts';
import type { Remote } from './in-page.ts';

let script: Promise<string> | undefined;

/** Bundles the product's own remote client, with the same browser interface as the extension has. */
async function bundle(): Promise<string> {
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    resolve: { alias: { 'wxt/browser': '@wxt-dev/webextension-polyfill/browser', '@': ROOT } },
    build: {
      write: false,
      lib: {
        entry: path.join(ROOT, 'tests/support/remote-client/in-page.ts'),
        formats: ['iife'],
        name: 'remoteClient',
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('The remote client was not bundled.');
  return chunk.code;
}

/** Gives an open page of the extension the product's client, for `callFrom` and for code that the test evaluates there. */
export async function giveRemoteClient(page: Page): Promise<void> {
  script ??= bundle();
  await page.evaluate(await script);
}

/** Calls one operation as this page of the extension, as its own code would. */
export function callFrom<T>(page: Page, op: string, input: unknown): Promise<T> {
  return page.evaluate(
    ([name, given]) => (globalThis as unknown as { remote: Remote }).remote.call(name, given),
    [op, input] as const,
  ) as Promise<T>;
}
