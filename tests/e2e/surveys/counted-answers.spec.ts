import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { faultsIn } from '../../support/axe.ts';
import { settled } from '../../support/practice.ts';
import { expect, test } from '../../support/practice-profile.ts';

const SCREENS = path.resolve('.screens');
const LANGUAGES = { en: 'en-US', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' } as const;

test.use({ viewport: { width: 1440, height: 900 } });

/** Rows that stand in the inbox, with whatever more of them there are. */
async function rowsOf(page: Page): Promise<number> {
  const list = page.locator('.answers-list');
  const more = list.getByRole('button', { name: 'More answers' });
  await list.waitFor({ state: 'attached' });
  // As long as they are asked for the list is busy.
  await settled(page);
  if (await more.isVisible()) {
    await more.click();
    await expect(more).toBeHidden();
  }
  return list.getByRole('listitem').count();
}

/** Goes where a number leads, by keyboard; there are as many rows as it says, and one step back it stands there again. */
async function follow(page: Page, link: Locator, isReloaded = false): Promise<number> {
  const name = (await link.getAttribute('aria-label')) ?? (await link.innerText());
  const said = Number(/\d+/.exec(name)![0]);
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/responses\?/);
  await expect(page.getByRole('status').filter({ hasText: 'answer' }).first()).toContainText(`${said} of `);
  await expect.poll(() => rowsOf(page), name).toBe(said);
  if (isReloaded) {
    // The address alone says it: another start shows the same.
    await page.reload();
    await expect.poll(() => rowsOf(page), name).toBe(said);
  }
  await page.goBack();
  return said;
}

/** The survey about the whole relationship: the older of the two that the practice people were asked. */
async function surveyOf(page: Page): Promise<string> {
  const address = await page.locator('a.surveys-name').last().getAttribute('href');
  return /surveys\/([0-9a-f-]+)/.exec(address!)![1]!;
}

async function report(page: Page): Promise<string> {
  await page.goto(`${page.url().split('#')[0]}#/surveys`);
  const survey = await surveyOf(page);
  await page.evaluate((to) => {
    location.hash = to;
  }, `#/surveys/${survey}/report`);
  await expect(page.locator('.report h2')).toHaveCount(5);
  await settled(page);
  return survey;
}

test('numbers of the report and the results lead to as many answers as they say', async ({ openPage }) => {
  test.setTimeout(240_000);
  const page = await openPage('workspace.html?practice');
  const survey = await report(page);
  const table = (name: string) => page.locator('.report').getByRole('region', { name, exact: true });
  await follow(page, page.getByRole('link', { name: /^Show \d+ answers: Detractors$/ }).first(), true);
  await follow(page, page.getByRole('link', { name: /^Show \d+ answers: Promoters$/ }));
  await follow(
    page,
    table('Index by dimension')
      .getByRole('link', { name: /^Show \d+ answers?: / })
      .first(),
  );
  await follow(
    page,
    table('Every question on a scale')
      .getByRole('link', { name: /^Show \d+ answers?: / })
      .nth(1),
  );
  await follow(
    page,
    table('Over time')
      .getByRole('link', { name: /^Show \d+ answers?: / })
      .first(),
  );

  // And one of the results' bars.
  await page.goto(`${page.url().split('#')[0]}#/surveys/${survey}/results`);
  await follow(page, page.getByRole('link', { name: /^Show \d+ answers?: Passives$/ }));
});

test('a filter is taken away, added, and all are cleared; what is shown is saved', async ({ openPage }) => {
  test.setTimeout(120_000);
  const page = await openPage('workspace.html?practice');
  const base = page.url().split('#')[0];
  await page.goto(`${base}#/surveys`);
  const survey = await surveyOf(page);
  await page.goto(`${base}#/responses?which=all&survey=${survey}&question=q1&part=passives`);
  const few = await rowsOf(page);
  expect(few).toBeGreaterThan(0);
  const gone = page.getByRole('button', { name: /^Remove filter: .*Passives/ });
  await gone.click();
  await expect(gone).toBeHidden();
  await expect.poll(() => rowsOf(page)).toBeGreaterThan(few);
  await page.goBack();
  await expect.poll(() => rowsOf(page)).toBe(few);

  // One more is added; nothing passes, and one press shows all again.
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Of nobody known' }).click();
  await expect(page.getByText('No answer is like this.')).toBeVisible();
  await page.locator('.empty-state').getByRole('button', { name: 'Clear filters' }).click();
  await expect.poll(() => rowsOf(page)).toBeGreaterThan(few);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
});

for (const [language, locale] of Object.entries(LANGUAGES))
  test.describe(language, () => {
    test.use({ locale });

    test('the filters of the inbox, in both themes', async ({ openPage }) => {
      test.setTimeout(120_000);
      mkdirSync(SCREENS, { recursive: true });
      const page = await openPage('workspace.html?practice');
      const base = page.url().split('#')[0];
      await page.goto(`${base}#/surveys`);
      const survey = await surveyOf(page);
      const narrowed = `which=all&survey=${survey}&counted=1&question=q1&part=detractors&from=2024-01-01&known=1`;
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(`${base}#/responses?${narrowed}`);
        await expect(page.locator('.answer-row').first()).toBeVisible();
        await settled(page);
        await page.screenshot({ path: path.join(SCREENS, `inbox-filters-${language}-${colorScheme}.png`) });
        expect(await faultsIn(page)).toEqual([]);
      }
    });
  });
