import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { faultsIn } from '../support/axe.ts';
import { expect, test } from '../support/extension.ts';
import { settled } from '../support/practice.ts';

const SCREENS = path.resolve('.screens');
const LANGUAGES = { en: 'en-US', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' } as const;

test.use({ viewport: { width: 1440, height: 900 } });

/** The preview draws a little after the last key. */
async function drawn(page: Page): Promise<void> {
  await expect(page.frameLocator('.stage-frame').locator('.flow, sidelight-box, div').first()).toBeAttached();
  await page.waitForTimeout(500);
}

for (const [language, locale] of Object.entries(LANGUAGES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${language}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });
      test('the pages of surveys', async ({ openPage }) => {
        mkdirSync(SCREENS, { recursive: true });
        const page = await openPage('workspace.html#/surveys');
        const look = async (name: string) => {
          await settled(page);
          await page.screenshot({
            path: path.join(SCREENS, `surveys-${name}-${language}-${colorScheme}.png`),
          });
          expect.soft(await faultsIn(page), name).toEqual([]);
        };
        await expect(page.locator('.template-card')).toHaveCount(9);
        await look('empty');
        await page.locator('.template-card').nth(3).click();
        await expect(page.locator('.builder')).toBeVisible();
        await drawn(page);
        await look('builder');
        await page.locator('.outline-sheet > .outline-entry').last().click();
        await look('show');
        await page.locator('.page-actions .button.ink').click();
        await expect(page.locator('.release')).toBeVisible();
        await page.locator('.release .button.ink').click();
        await expect(page.locator('.ways')).toBeVisible();
        await look('publish');
      });
    });
  }
}
