import { test as base, type Page } from '@playwright/test';
import { BARE_WORKSPACE, openBare } from './bare-workspace.ts';
import { findChromium } from './browsers.ts';
import { closeWelcome, grantHostPermission, idOfExtension, launchWithExtension } from './chromium.ts';
import { newProfile, removeProfile, SharedBrowser, type ThirdPartyCookies } from './shared-browser.ts';
import { skipOrFail } from './skip.ts';
import { type WebmailFixtures, type WebmailWorkerFixtures, webmailFixtures } from './webmail/fixtures.ts';
import { WorkerKiller } from './worker-killer.ts';

export { expect } from '@playwright/test';

export type ExtensionOptions = {
  /** Debian's Chromium blocks third-party cookies, and with them the storage of extension frames in pages. */
  thirdPartyCookies: ThirdPartyCookies;
  /**
   * A browser of the test's own, with the extension from its command line. Otherwise the test has one in which others ran
   * before, each with the extension newly installed.
   */
  ownBrowser: boolean;
  /** The user lets the extension into private windows; not with a browser of the test's own. */
  inPrivate: boolean;
  /** Further command line words, such as --host-resolver-rules. */
  chromiumArgs: string[];
};

export type ExtensionFixtures = {
  /** Folder of the profile of the test's own browser; new and empty, and gone with the test. */
  profile: string;
  extensionId: string;
  /** Address of a page of the extension: extensionUrl('workspace.html#/today'). */
  extensionUrl: (place: string) => string;
  /** Opens a page of the extension in a new tab. */
  openPage: (place: string) => Promise<Page>;
  /** Lets the next clicked permissions.request() for this origin ('https://host' or 'https://host/*') succeed without a prompt. */
  grantHost: (origin: string) => Promise<void>;
  /** Kills the service worker, which the next message or event starts again; false when it did not run. */
  stopWorker: () => Promise<boolean>;
};

export const test = base.extend<
  ExtensionOptions & ExtensionFixtures & WebmailFixtures,
  WebmailWorkerFixtures & { sharedBrowser: SharedBrowser }
>({
  ...webmailFixtures,
  thirdPartyCookies: ['blocked', { option: true }],
  chromiumArgs: [[], { option: true }],
  ownBrowser: [false, { option: true }],
  inPrivate: [false, { option: true }],

  sharedBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of fixtures from this pattern
    async ({}, use) => {
      const shared = new SharedBrowser();
      await use(shared);
      await shared.close();
    },
    { scope: 'worker' },
  ],

  profile: async ({ thirdPartyCookies }, use) => {
    const profile = newProfile(thirdPartyCookies);
    await use(profile);
    removeProfile(profile);
  },

  context: async (
    {
      ownBrowser,
      inPrivate,
      sharedBrowser,
      thirdPartyCookies,
      profile,
      chromiumArgs,
      colorScheme,
      locale,
      viewport,
      ignoreHTTPSErrors,
    },
    use,
  ) => {
    if (!findChromium()) skipOrFail('Chromium was not found.');
    const options = {
      headless: !process.env.SIDELIGHT_HEADED,
      colorScheme,
      locale,
      viewport,
      ignoreHTTPSErrors,
      args: [...(locale ? [`--lang=${locale}`] : []), ...chromiumArgs],
    };
    if (!ownBrowser) return use(await sharedBrowser.fresh(thirdPartyCookies, options, inPrivate));
    const context = await launchWithExtension(profile, options);
    await closeWelcome(context);
    await use(context);
    await context.close();
  },

  page: async ({ context }, use) => {
    await use(await context.newPage());
  },

  extensionId: async ({ context }, use) => {
    await use(await idOfExtension(context));
  },

  extensionUrl: async ({ extensionId }, use) => {
    await use((place) => `chrome-extension://${extensionId}/${place}`);
  },

  openPage: async ({ context, extensionUrl }, use) => {
    await use(async (place) => {
      const page = await context.newPage();
      if (place === BARE_WORKSPACE) await openBare(page, extensionUrl(place));
      else await page.goto(extensionUrl(place));
      return page;
    });
  },

  grantHost: async ({ context, extensionId }, use) => {
    await use((origin) => grantHostPermission(context, extensionId, origin));
  },

  stopWorker: async ({ openPage }, use) => {
    const killer = new WorkerKiller(() => openPage('manifest.json'));
    await use(() => killer.stop());
    await killer.release();
  },
});
