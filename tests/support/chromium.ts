import { type BrowserContext, chromium } from '@playwright/test';
import { findChromium } from './browsers.ts';
import { buildDir } from './build.ts';

/** Launches Chromium with the built extension in `profile`. Shared with `npm start`. */
export async function launchWithExtension(
  profile: string,
  options: Parameters<typeof chromium.launchPersistentContext>[1] = {},
): Promise<BrowserContext> {
  const extension = buildDir('chrome');
  return chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    ...options,
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...(options.args ?? []),
    ],
  });
}

/** Id of the one extension in the context; waits for its service worker. */
export async function idOfExtension(context: BrowserContext): Promise<string> {
  const worker =
    context.serviceWorkers()[0] ??
    (await context.waitForEvent('serviceworker', { timeout: 15_000 }).catch(() => {
      throw new Error(
        `Chromium did not load ${buildDir('chrome')}: load it by hand in chrome://extensions to read why.`,
      );
    }));
  return new URL(worker.url()).host;
}

/** Grants `origin` to the extension as the user does on the browser's own page of extensions. */
export async function grantHostPermission(
  context: BrowserContext,
  id: string,
  origin: string,
): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  const pattern = origin.endsWith('/*')
    ? origin
    : `${new URL(origin).protocol}//${new URL(origin).hostname}/*`;
  await page.evaluate(
    ([extension, host]) =>
      (
        globalThis as unknown as {
          chrome: { developerPrivate: { addHostPermission(id: string, host: string): Promise<void> } };
        }
      ).chrome.developerPrivate.addHostPermission(extension, host),
    [id, pattern] as const,
  );
  await page.close();
}
