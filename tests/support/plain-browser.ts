import { type Browser, test as base } from '@playwright/test';
import { findChromium } from './browsers.ts';
import { launchChromium } from './chromium.ts';
import { newProfile, removeProfile } from './shared-browser.ts';
import { skipOrFail } from './skip.ts';

export { expect } from '@playwright/test';

/**
 * Tests of pages in a browser without the extension, each in a context of its own. The browser is started with a profile that switches
 * off parts of Chromium's own window (`newProfile`), which take a quarter of the time of such tests; one that Playwright starts by itself has
 * them.
 */
export const test = base.extend<object, { browser: Browser }>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of fixtures from this pattern
    async ({}, use) => {
      if (!findChromium()) skipOrFail('Chromium was not found.');
      const profile = newProfile('allowed');
      const context = await launchChromium(profile, { args: ['--no-sandbox'] });
      const browser = context.browser();
      if (!browser) throw new Error('The browser has gone.');
      await use(browser);
      await context.close();
      removeProfile(profile);
    },
    { scope: 'worker' },
  ],
});
