import { cpSync } from 'node:fs';
import { findChromium } from './browsers.ts';
import { idOfExtension, launchWithExtension } from './chromium.ts';
import { test as base } from './extension.ts';
import { openPractice } from './practice.ts';
import { newProfile, removeProfile } from './shared-browser.ts';
import { skipOrFail } from './skip.ts';

export { expect } from './extension.ts';

/**
 * The extension in a browser where the practice people have been written already, which takes seconds. It is done once for
 * each worker of the runner; every test has a copy of that profile for its own. The people are the same in every language,
 * and what is named for them is named in English.
 */
export const test = base.extend<object, { practiceProfile: string }>({
  practiceProfile: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of fixtures from this pattern
    async ({}, use) => {
      if (!findChromium()) skipOrFail('Chromium was not found.');
      const profile = newProfile('blocked');
      // Their surveys are named in the language on screen, and the runner would give this browser that of the test which comes first.
      const context = await launchWithExtension(profile, { locale: 'en-US', args: ['--lang=en-US'] });
      const id = await idOfExtension(context);
      await openPractice(async (place) => {
        const page = await context.newPage();
        await page.goto(`chrome-extension://${id}/${place}`);
        return page;
      });
      await context.close();
      await use(profile);
      removeProfile(profile);
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  ownBrowser: true,

  profile: async ({ practiceProfile, profile }, use) => {
    cpSync(practiceProfile, profile, { recursive: true });
    await use(profile);
  },
});
