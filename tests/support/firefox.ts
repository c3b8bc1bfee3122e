import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findFirefox } from './browsers.ts';
import { buildDir } from './build.ts';
import { skipOrFail } from './skip.ts';
import { type WebmailFixtures, type WebmailWorkerFixtures, webmailFixtures } from './webmail/fixtures.ts';

export { expect } from '@playwright/test';

export type FirefoxOptions = {
  /** Preferences beyond the usual ones, such as extensions.background.idle.timeout in milliseconds. */
  firefoxPrefs: Record<string, string | number | boolean>;
};

export type FirefoxFixtures = {
  firefox: Browser;
  /** Address of a page of the extension. */
  extensionUrl: (place: string) => string;
  /** Opens a page of the extension in a new tab; for the web take firefox.newPage(). */
  openPage: (place: string) => Promise<Page>;
};

const geckoId = (dir: string): string =>
  JSON.parse(readFileSync(path.join(dir, 'manifest.json'), 'utf8')).browser_specific_settings.gecko.id;

/**
 * Goes to a page of the extension. Firefox moves it into another process and BiDi tells nothing of it, so goto never
 * resolves and page.url() stays as it was: the document itself is asked.
 */
async function arrive(page: Page, url: string): Promise<void> {
  page.goto(url, { timeout: 0 }).catch(() => undefined);
  const deadline = Date.now() + 15_000;
  for (;;) {
    const there = await page
      .evaluate(
        // A page may rewrite its own fragment while it loads.
        (wanted) => location.href.split('#')[0] === wanted && document.readyState === 'complete',
        url.split('#')[0],
      )
      .catch(() => false);
    if (there) return;
    if (Date.now() > deadline) throw new Error(`Firefox does not open ${url}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Firefox with the built extension, by Puppeteer over WebDriver BiDi. Optional host permissions are granted without
 * a prompt, and the extension's random host is set beforehand so that its pages have a known address.
 */
export const test = base.extend<
  FirefoxOptions & FirefoxFixtures & WebmailFixtures & { extensionHost: string },
  WebmailWorkerFixtures
>({
  ...webmailFixtures,
  firefoxPrefs: [{}, { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of fixtures from this pattern
  extensionHost: async ({}, use) => {
    await use(randomUUID());
  },

  firefox: async ({ extensionHost, firefoxPrefs }, use) => {
    const executablePath = findFirefox();
    if (!executablePath) return skipOrFail('Firefox was not found.');
    const dir = buildDir('firefox');
    const browser = await launch({
      browser: 'firefox',
      executablePath,
      headless: !process.env.SIDELIGHT_HEADED,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [geckoId(dir)]: extensionHost }),
        'extensions.webextOptionalPermissionPrompts': false,
        ...firefoxPrefs,
      },
    });
    await browser.installExtension(dir);
    await use(browser);
    await browser.close();
  },

  extensionUrl: async ({ extensionHost }, use) => {
    await use((place) => `moz-extension://${extensionHost}/${place}`);
  },

  openPage: async ({ firefox, extensionUrl }, use) => {
    await use(async (place) => {
      const page = await firefox.newPage();
      await arrive(page, extensionUrl(place));
      return page;
    });
  },
});
