import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { openPractice, openSurvey, settled, WORKSPACE_PAGES } from '../support/practice.ts';
import { expect, test } from '../support/practice-profile.ts';
import { printReport } from '../support/printed-report.ts';
import { panelOf, popupOver, shows } from '../support/product.ts';
import { known, openSite, sitePage } from '../support/site-pages.ts';

/** A picture of every page in each language and theme, to be looked at; and what a machine can see of them. */
const SCREENS = path.resolve('.screens');
const LANGUAGES = { en: 'en-US', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' } as const;

test.use({ viewport: { width: 1280, height: 800 } });
// The longest file of all: its tests are shared out among the workers.
test.describe.configure({ mode: 'parallel' });

/** What does not fit or has no words: elements that are wider than their page or box, and keys in place of words. */
const flaws = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    for (const element of document.querySelectorAll<HTMLElement>('button, a, h1, h2, label, summary, dt')) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.unseen')) continue;
      const { overflowX, textOverflow } = getComputedStyle(element);
      const cut =
        overflowX === 'visible' &&
        textOverflow !== 'ellipsis' &&
        element.scrollWidth > element.clientWidth + 1;
      if (cut && element.clientWidth > 0 && element.children.length === 0)
        found.push(`too wide: ${element.textContent}`);
    }
    const words = document.body.innerText.match(
      /\b(common|panel|workspace|welcome|popup|practice|advice|imports|importing|surveys|responses|results|analysis|report|schedules|cases)\.[a-z_]{3,}\b/g,
    );
    return [...found, ...(words ?? [])];
  });

for (const [language, locale] of Object.entries(LANGUAGES)) {
  test.describe(language, () => {
    test.use({ locale });
    test('every page, in both themes', async ({ openPage, extensionUrl }) => {
      test.setTimeout(180_000);
      mkdirSync(SCREENS, { recursive: true });
      // A page takes the other theme where it stands: to open all of them twice takes twice as long.
      const look = async (page: Page, name: string) => {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await settled(page);
          await page.screenshot({ path: path.join(SCREENS, `${name}-${language}-${colorScheme}.png`) });
          expect.soft(await flaws(page), `${name}, ${colorScheme}`).toEqual([]);
        }
      };
      const page = await openPractice(openPage);
      await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}|^${locale}`));
      await look(page, 'panel-known');
      // Of all mails that stand in the list, this one is from somebody who is no contact.
      await page.getByRole('navigation').getByRole('button').first().click();
      await expect(page.locator('.panel form.add-form')).toBeVisible();
      await look(page, 'panel-stranger');
      for (const name of WORKSPACE_PAGES) {
        await page.goto(extensionUrl(`workspace.html?practice#/${name}`));
        // The page before stands until the next has come.
        const link = page.locator(`nav a[href="#/${name}"]`);
        await expect(page.locator('main h1')).toHaveText(await link.innerText());
        await look(page, name);
      }
      // Of all that can be set a window shows the first part only.
      const whole = await page.locator('.workspace-main').evaluate((main) => main.scrollHeight);
      await page.setViewportSize({ width: 1280, height: whole });
      await look(page, 'settings');
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(extensionUrl('workspace.html?practice#/settings/surveys'));
      await look(page, 'settings-surveys');
      await page.goto(extensionUrl('workspace.html?practice#/contacts'));
      await page.getByRole('row').nth(2).dblclick();
      await expect(page.locator('.contact-page')).toBeVisible();
      await look(page, 'contact');
      const survey = await openSurvey(page, extensionUrl('workspace.html?practice'));
      await look(page, 'survey');
      for (const part of ['publish', 'results']) {
        await page.goto(`${survey}/${part}`);
        await look(page, `survey-${part}`);
      }
      // The one about the whole relationship has enough answers for an analysis.
      await page.goto(extensionUrl('workspace.html?practice#/surveys'));
      await page.getByRole('link', { name: 'Working with us' }).click();
      await expect(page.locator('.preview')).toBeVisible();
      const relationship = page.url();
      for (const part of ['analysis', 'report']) {
        await page.goto(`${relationship}/${part}`);
        await expect(page.locator('.driver-point').first()).toBeVisible();
        await look(page, `survey-${part}`);
      }
      // On paper it is light whatever the screen is.
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await printReport(page, path.join(SCREENS, `report-${language}-${colorScheme}.pdf`));
      }
      await page.goto(extensionUrl('workspace.html?practice#/cases'));
      await page.locator('a[href^="#/cases/"]').first().click();
      await expect(page.locator('.case-text')).toBeVisible();
      await look(page, 'case');
      // A narrow window cuts nobody's name and no reason.
      await page.setViewportSize({ width: 360, height: 800 });
      await page.goto(extensionUrl('workspace.html?practice#/today'));
      await look(page, 'today-narrow');
      const reasons = await page
        .locator('.today-what')
        .evaluateAll((all) => all.map((one) => one.scrollWidth <= one.clientWidth));
      expect([reasons.length > 10, reasons.every(Boolean)]).toEqual([true, true]);
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(extensionUrl('welcome.html'));
      await look(page, 'welcome');
      await page.goto(extensionUrl('workspace.html#/contacts'));
      await look(page, 'contacts-empty');
      await page.setViewportSize({ width: 360, height: 300 });
      await page.goto(extensionUrl('popup.html'));
      await look(page, 'popup');
    });
  });
}

for (const [language, locale] of Object.entries(LANGUAGES)) {
  test.describe(language, () => {
    test.use({ locale });
    test('the popup over a mail, in both themes', async ({ context, page, openPage, grantHost }) => {
      const contacts = [known('mia.keller@lumen.example'), known('li.wei@acme.example', true)];
      await openSite({ context, page, openPage, grantHost }, [sitePage('gmail/thread-en')], contacts);
      await shows(await panelOf(page), 'Known li.wei@acme.example');
      const popup = await popupOver(page, openPage);
      await popup.setViewportSize({ width: 360, height: 480 });
      await expect(popup.getByRole('switch', { name: 'mail.google.com' })).toBeChecked();
      await expect(popup.getByRole('button', { name: /Known li\.wei/ })).toBeVisible();
      mkdirSync(SCREENS, { recursive: true });
      for (const colorScheme of ['light', 'dark'] as const) {
        await popup.emulateMedia({ colorScheme });
        await settled(popup);
        await popup.screenshot({ path: path.join(SCREENS, `popup-mail-${language}-${colorScheme}.png`) });
        expect.soft(await flaws(popup), colorScheme).toEqual([]);
      }
    });
  });
}

/** Names of what a panel shows at once. */
const SHOWN = {
  en: { note: 'Note', regions: ['Next steps', 'Notes', 'Tags', 'Timeline'] },
  'zh-Hans': { note: '备注', regions: ['下一步', '备注', '标签', '时间线'] },
  'zh-Hant': { note: '備註', regions: ['下一步', '備註', '標籤', '時間軸'] },
} as const;

for (const [language, locale] of Object.entries(LANGUAGES) as [keyof typeof LANGUAGES, string][]) {
  test.describe(language, () => {
    test.use({ locale });
    test('a known contact stands at 360 x 720 without scrolling, a note just written among what is seen', async ({
      openPage,
    }) => {
      const { note: noteName, regions } = SHOWN[language];
      const page = await openPractice(openPage);
      const bar = (await page.locator('.practice-bar').boundingBox())?.height ?? 0;
      await page.setViewportSize({ width: 1280, height: 720 + Math.round(bar) });
      const box = await page.locator('.practice-panel').boundingBox();
      expect(box?.width).toBeLessThanOrEqual(360);
      expect(box?.height).toBeLessThanOrEqual(721);
      const panel = page.locator('.panel');
      const note = panel.getByRole('textbox', { name: noteName, exact: true });
      await note.fill('Wants the drawing first');
      await note.press('Control+Enter');
      await expect(note).toHaveValue('');
      await page.reload();
      await settled(page);
      await expect(panel.getByText('Wants the drawing first')).toBeInViewport({ ratio: 1 });

      const scroll = panel.locator('.panel-scroll');
      const { inner, outer } = await scroll.evaluate((element) => ({
        inner: element.scrollHeight,
        outer: element.clientHeight,
      }));
      expect(inner).toBeLessThanOrEqual(outer);
      for (const name of regions)
        await expect(panel.getByRole('region', { name })).toBeInViewport({ ratio: 1 });
      await expect(panel.locator('.timeline .row.item').locator('visible=true')).toHaveCount(3);
      await expect(panel.locator('.panel-pulse')).toBeInViewport({ ratio: 1 });
    });
  });
}
