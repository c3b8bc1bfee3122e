import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { faultsIn } from '../support/axe.ts';
import { settled } from '../support/practice.ts';
import { expect, OPEN_ROOTS, test } from '../support/surveys/fixtures.ts';

/** A picture of every page of surveys in each language and theme, to be looked at; axe finds nothing in any. */
const SCREENS = path.resolve('.screens');
const LANGUAGES = { en: 'en-US', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' } as const;
const THEMES = ['light', 'dark'] as const;

test.use({ viewport: { width: 1440, height: 900 } });

/** What is wider than the page or its own box, and keys in place of words. */
const flaws = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    for (const element of document.querySelectorAll<HTMLElement>('button, a, h1, h2, label, .row-gutter')) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.unseen')) continue;
      if (element.children.length > 0 || element.clientWidth === 0) continue;
      if (getComputedStyle(element).overflowX === 'visible' && element.scrollWidth > element.clientWidth + 1)
        found.push(`too wide: ${element.textContent}`);
    }
    return [
      ...found,
      ...(document.body.innerText.match(/\b(common|surveys|workspace)\.[a-z_]{3,}\b/g) ?? []),
    ];
  });

for (const [language, locale] of Object.entries(LANGUAGES)) {
  test.describe(language, () => {
    test.use({ locale });
    test('the pages of surveys', async ({ openPage, hub }) => {
      mkdirSync(SCREENS, { recursive: true });
      const page = await openPage('workspace.html#/surveys');
      const look = async (name: string) => {
        for (const colorScheme of THEMES) {
          await page.emulateMedia({ colorScheme });
          await settled(page);
          await page.screenshot({
            path: path.join(SCREENS, `surveys-${name}-${language}-${colorScheme}.png`),
          });
          expect.soft(await faultsIn(page), `${name}, ${colorScheme}`).toEqual([]);
          expect.soft(await flaws(page), `${name}, ${colorScheme}`).toEqual([]);
        }
      };
      const drawn = () => expect.poll(() => page.frames().length).toBeGreaterThan(1);
      const entry = (selector: string) => page.locator(`.outline ${selector}`);

      await expect(page.locator('.template-card')).toHaveCount(9);
      await look('empty');

      // The exit interview: a list of choices, and a question that is asked only after some of them.
      await page.locator('.template-card').nth(4).click();
      await expect(page.locator('.choices')).toBeVisible();
      await drawn();
      await page.waitForTimeout(600);
      await look('choices');
      await page.locator('.rule .button').first().click();
      await entry('[data-question] .outline-entry').nth(2).click();
      await page.locator('.rule .button').first().click();
      await expect(page.locator('.condition')).toBeVisible();
      const title = page.locator('.editor textarea').first();
      await title.fill('');
      await expect(page.locator('.checks .late').first()).toBeVisible();
      await look('faults');
      await page.keyboard.press('Control+z');
      await page.locator('.outline .outline-page .outline-entry').first().click();
      await page.locator('.row-text > .button').last().click();
      await look('page');
      await page.locator('.jump-to .button').click();
      await entry('.outline-sheet > .outline-entry').last().click();
      await look('show');

      await page.goto(page.url().replace(/#.*/, '#/surveys/new'));
      await page.locator('.template-card').first().click();
      await expect(page.locator('.builder')).toBeVisible();
      await page.locator('.page-actions .button.ink').click();
      await look('unpublished');
      await page.locator('.release .button.ink').click();
      await expect(page.locator('.ways')).toBeVisible();
      await look('without-hub');
      await page.locator('.hub input').fill(hub.connection);
      await page.locator('.hub .button[type=submit]').click();
      await expect(page.locator('.qr-code')).toBeVisible();
      await look('publish');
      await page.goto(page.url().replace(/#.*/, '#/surveys'));
      await expect(page.locator('.surveys-table')).toBeVisible();
      await look('list');
    });
  });
}

/** Where a form stands in the preview and how it looks, in pixels and colours of the previewed page. */
function standing(box: HTMLElement) {
  const page = box.ownerDocument;
  const { left, top, width, height } = box.getBoundingClientRect();
  const { innerWidth, innerHeight } = page.defaultView as Window;
  const { color, backgroundColor } = getComputedStyle(box);
  const site = getComputedStyle(page.documentElement).backgroundColor;
  const wide = page.documentElement.scrollWidth > innerWidth;
  const beyond = { right: innerWidth - left - width, bottom: innerHeight - top - height };
  const centred = Math.abs(top - beyond.bottom) < 1;
  return { left, top, width, ...beyond, centred, innerWidth, color, backgroundColor, site, wide };
}

const COLOURS = {
  Light: { ink: 'rgb(29, 32, 41)', paper: 'rgb(255, 253, 248)', page: 'rgb(251, 248, 241)' },
  Dark: { ink: 'rgb(236, 230, 218)', paper: 'rgb(36, 33, 28)', page: 'rgb(23, 21, 17)' },
};
/** On a telephone what floats takes the width; on a desk each place has its own, as the widget's styles say. */
const PLACES = {
  Corner: {
    Phone: { left: 0, right: 0, bottom: 0 },
    Desktop: { width: 360, right: 24, bottom: 24 },
  },
  Dialog: {
    Phone: { left: 8, right: 8, centred: true },
    Desktop: { width: 520, left: 252, right: 252, centred: true },
  },
  'In the text': {
    Phone: { left: 16, right: 16, top: 24 },
    Desktop: { left: 16, right: 16, top: 24 },
  },
  Page: {
    Phone: { left: 0, right: 0, top: 0 },
    Desktop: { width: 624, left: 200, right: 200, top: 0 },
  },
} as const;

test('the preview stands where the widget stands: each place, phone and desktop, light and dark', async ({
  openPage,
}) => {
  const page = await openPage('workspace.html#/surveys/new');
  await page.addInitScript(OPEN_ROOTS);
  await page.reload();
  await page.getByRole('button', { name: /Recommendation \(NPS\)/ }).click();
  const preview = page.getByRole('region', { name: 'Preview' });
  const box = preview.frameLocator('iframe').locator('sidelight-box .box');
  const choose = (label: string, option: string) => preview.getByLabel(label).selectOption(option);
  for (const [place, widths] of Object.entries(PLACES))
    for (const [width, wanted] of Object.entries(widths))
      for (const [theme, { ink, paper, page: behind }] of Object.entries(COLOURS)) {
        await choose('Where', place);
        await choose('Width', width);
        await choose('Theme', theme);
        const name = `${place}, ${width}, ${theme}`;
        await expect
          .poll(() => box.evaluate(standing, undefined, { timeout: 5000 }).catch(() => null), name)
          .toMatchObject({
            ...wanted,
            innerWidth: width === 'Phone' ? 360 : 1024,
            color: ink,
            // A page of its own is painted behind the form.
            ...(place === 'Page'
              ? { backgroundColor: 'rgba(0, 0, 0, 0)', site: behind }
              : { backgroundColor: paper }),
            wide: false,
          });
        await expect(box.getByRole('radio')).toHaveCount(11);
        await preview.screenshot({ path: path.join(SCREENS, `preview-${name.replace(/\W+/g, '-')}.png`) });
      }
});
