import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { findChromium } from './browsers.ts';
import { buildDir } from './build.ts';

export type LaunchOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

/** Launches Chromium in `profile`, without any extension. */
export const launchChromium = (profile: string, options: LaunchOptions): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, { executablePath: findChromium(), ...options });

/** Launches Chromium with the built extension in `profile`. Shared with `npm start`. */
export async function launchWithExtension(
  profile: string,
  options: LaunchOptions = {},
): Promise<BrowserContext> {
  const extension = buildDir('chrome');
  return launchChromium(profile, {
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

/**
 * Closes the welcome page, which the extension opens by itself when it is installed; waits for it. A page over which it opens
 * is drawn about once in a second from then on, now and then, and every click there waits for two pictures.
 */
export async function closeWelcome(context: BrowserContext): Promise<void> {
  const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
  const coming = context.waitForEvent('page', { predicate: isWelcome, timeout: 15_000 });
  coming.catch(() => undefined);
  const page = context.pages().find(isWelcome) ?? (await coming);
  await page.close();
}

/** A file of the browser's own page of extensions: it has the same powers, and takes a tenth of the time. */
export const EXTENSIONS_PAGE = 'chrome://extensions/strings.m.js';

/** Grants `origin` to the extension as the user does on the browser's own page of extensions; in a tab that shows it, if one does. */
export async function grantHostPermission(
  context: BrowserContext,
  id: string,
  origin: string,
): Promise<void> {
  const open = context.pages().find((page) => page.url() === EXTENSIONS_PAGE);
  const page = open ?? (await context.newPage());
  if (!open) await page.goto(EXTENSIONS_PAGE);
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
  if (!open) await page.close();
}
