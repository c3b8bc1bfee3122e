import type { Page } from '@playwright/test';
import { type ExtensionFixtures, expect } from './extension.ts';

/** The practice mailbox and its people, on which pages are tried that want more than an empty store. */

export const WORKSPACE_PAGES = [
  'today',
  'contacts',
  'companies',
  'tags',
  'surveys',
  'responses',
  'cases',
  'settings',
] as const;

/** Somebody who writes in the practice mailbox and is no contact, in English. */
export const STRANGER = 'Kenji Mori';

/** Opens the practice mailbox; resolves when its people are there and the panel shows one. */
export async function openPractice(openPage: ExtensionFixtures['openPage']): Promise<Page> {
  const page = await openPage('practice.html');
  // About 300 people over two years are written on the first visit.
  await expect(page.locator('.panel textarea').first()).toBeVisible({ timeout: 30_000 });
  await settled(page);
  return page;
}

/** Opens the newest mail of somebody in the practice mailbox; resolves when the panel shows them. */
export async function showMail(page: Page, from: string): Promise<void> {
  const mails = page.getByRole('navigation').getByRole('button');
  await mails
    .filter({ has: page.getByText(from, { exact: true }) })
    .first()
    .click();
  await expect(page.locator('.panel').getByRole('heading', { level: 1 })).toHaveText(from);
}

/**
 * Opens the survey that the practice people answered; resolves when its preview stands there.
 * @param workspace address of the workspace of the practice people
 * @returns the address of the survey's page
 */
export async function openSurvey(page: Page, workspace: string): Promise<string> {
  await page.goto(`${workspace}#/surveys`);
  await page.locator('a.surveys-name').first().click();
  await expect(page.locator('.preview')).toBeVisible();
  await expect.poll(() => page.frames().length).toBeGreaterThan(1);
  await settled(page);
  return page.url();
}

/** Resolves when a page of the extension has drawn what it asked the store for, in its own type; what moves is at its end. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const onTheWay = page.locator('.skeleton, .coming, [aria-busy=true]');
  do {
    await expect(onTheWay).toHaveCount(0);
    await atRest(page);
    // A page that has come meanwhile begins with rows that are on their way.
  } while ((await onTheWay.count()) > 0);
}

/** Resolves when the type that the page asked for is there, and what moves is at its end. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const moving = () =>
      document
        .getAnimations()
        .filter(
          ({ playState, effect }) =>
            playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
        );
    do {
      // Only what has been laid out asks for its type; until then there is nothing to be ready.
      await frame();
      await frame();
      await document.fonts.ready;
      for (const each of moving()) each.finish();
      // What came meanwhile may move in its turn.
      await frame();
    } while (moving().length > 0);
  });
}
