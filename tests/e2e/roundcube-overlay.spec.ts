import '../support/webextension.ts';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/extension.ts';
import { addContact, panelOf, shows, switchOn } from '../support/product.ts';
import { skipOrFail } from '../support/skip.ts';
import { PEOPLE, startWebmail, webmailObstacle } from '../support/webmail/index.ts';
import { preview, previewFrame } from '../support/webmail/reading.ts';
import { logIn } from '../support/webmail/roundcube.ts';

const { wang, zoe } = PEOPLE;

test.use({ viewport: { width: 1440, height: 900 } });

const panelBox = (page: Page) => page.locator('[data-sidelight=panel]');

/** Controls of the page that can be seen: how many there are, and those that lie under the panel. */
const controlsOf = (page: Page) =>
  page.evaluate(() => {
    const panel = document.querySelector('[data-sidelight=panel]')?.getBoundingClientRect();
    if (!panel) throw new Error('The page shows no panel.');
    const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, [role=button]')]
      .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height > 0);
    return {
      panelWidth: panel.width,
      seen: controls.length,
      covered: controls
        .filter(({ box }) => box.right > panel.left && box.left < panel.right)
        .map(({ one }) => `${one.tagName} ${one.id} ${one.textContent?.trim().slice(0, 40)}`),
    };
  });

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
])
  test(`the panel covers no control of the page at ${viewport.width}x${viewport.height}`, async ({
    page,
    webmail,
    openPage,
    grantHost,
  }) => {
    await page.setViewportSize(viewport);
    await switchOn({ openPage, grantHost }, webmail.url);
    await page.bringToFront();
    await logIn(page, webmail);
    const clear = async () => {
      await expect.poll(async () => (await controlsOf(page)).covered).toEqual([]);
      const { seen, panelWidth } = await controlsOf(page);
      expect(seen).toBeGreaterThan(15);
      expect(panelWidth).toBe(360);
    };
    await panelOf(page);
    await clear();
    await preview(page, zoe.address);
    await shows(await panelOf(page), zoe.name);
    await clear();
    await page.goto(`${webmail.url}?_task=mail&_mbox=INBOX&_uid=20&_action=show`);
    await panelOf(page);
    await clear();
    await page.goto(`${webmail.url}?_task=mail&_action=compose&_to=${zoe.address}`);
    await panelOf(page);
    await clear();
  });

test.describe('switched on', () => {
  test.beforeEach(async ({ page, webmail, openPage, grantHost }) => {
    await switchOn({ openPage, grantHost }, webmail.url);
    await page.bringToFront();
    await logIn(page, webmail);
  });

  test('keys fold, unfold and hide, also from within the mail; fold and width are remembered', async ({
    page,
    openPage,
  }) => {
    await preview(page, wang.address);
    const panel = await panelOf(page);
    await shows(panel, wang.name);
    const width = async () => (await panelBox(page).boundingBox())?.width;

    const left = (await panelBox(page).boundingBox())?.x ?? 0;
    // The handle stands across the panel's edge.
    await page.mouse.click(left - 2, 450);
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft');
    await expect.poll(width).toBe(408);
    await expect(page.locator('body')).toHaveCSS('width', '1032px');

    await page.keyboard.press('Alt+Shift+S');
    await expect.poll(width).toBe(20);
    await expect(page.locator('body')).toHaveCSS('width', '1440px');
    await page.reload();
    await expect.poll(width).toBe(20);

    await preview(page, wang.address);
    await previewFrame(page).locator('#message-header').click();
    await page.keyboard.press('Alt+Shift+S');
    await expect.poll(width).toBe(408);
    await page.reload();
    await expect.poll(width).toBe(408);

    const again = await panelOf(page);
    await again.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Alt+Shift+S');
    await expect.poll(width).toBe(20);
    await page.keyboard.press('Alt+Shift+S');
    await expect.poll(width).toBe(408);

    const hide = async () => {
      await page.keyboard.press('Alt+Shift+H');
      await expect(page.locator('[data-sidelight]')).toHaveCount(0);
    };
    await hide();
    await page.reload();
    await expect(page.locator('#messagelist tr.message').first()).toBeVisible();
    await expect(page.locator('[data-sidelight]')).toHaveCount(0);
    // Pressed again, it is shown again.
    await page.keyboard.press('Alt+Shift+H');
    await expect.poll(width).toBe(408);

    // Everything is hidden for an hour; of which all but the last moments have passed.
    await hide();
    const settings = await openPage('popup.html');
    const hiddenFor = await settings.evaluate(async () => {
      const { public: state } = (await chrome.storage.local.get('public')) as {
        public: { hiddenUntil: number };
      };
      const rest = state.hiddenUntil - Date.now();
      await chrome.storage.local.set({ public: { ...state, hiddenUntil: Date.now() + 3000 } });
      return rest / 60_000;
    });
    expect(hiddenFor).toBeGreaterThan(50);
    expect(hiddenFor).toBeLessThanOrEqual(60);
    // The tab of the settings is in front: the page is brought to the eye by nobody, and shows the panel all the same.
    await expect.poll(width).toBe(408);
  });

  test('beside a dark page the panel is dark', async ({ page }) => {
    await preview(page, wang.address);
    const panel = await panelOf(page);
    await shows(panel, wang.name);
    /** Sum of red, green and blue of the panel's writing. */
    const ink = () =>
      panel
        .getByRole('heading', { level: 1 })
        .evaluate((heading) =>
          (getComputedStyle(heading).color.match(/\d+/g) ?? [])
            .slice(0, 3)
            .reduce((sum, part) => sum + Number(part), 0),
        );
    expect(await ink()).toBeLessThan(200);
    await page.locator('#taskmenu a.theme').click();
    await expect(page.locator('html')).toHaveClass(/dark-mode/);
    await preview(page, zoe.address);
    await shows(panel, zoe.name);
    await expect.poll(ink).toBeGreaterThan(500);
  });

  test('of a site that is switched off nothing is left in the page', async ({ page, openPage, webmail }) => {
    await preview(page, wang.address);
    const panel = await panelOf(page);
    await shows(panel, wang.name);
    await addContact(panel);
    await expect(previewFrame(page).locator('[data-sidelight]')).toHaveCount(1);

    const settings = await openPage('workspace.html#/settings');
    await settings.getByRole('switch', { name: new URL(webmail.url).hostname, exact: true }).click();
    await page.bringToFront();
    await expect(page.locator('[data-sidelight]')).toHaveCount(0);
    await expect(previewFrame(page).locator('[data-sidelight]')).toHaveCount(0);
    await expect(page.locator('body')).toHaveCSS('width', '1440px');
    expect(
      await page.evaluate(() => document.adoptedStyleSheets.map((one) => one.cssRules.length)),
    ).not.toContain(1);

    await page.reload();
    await preview(page, zoe.address);
    await expect(previewFrame(page).locator('#message-header')).toBeVisible();
    await expect(page.locator('[data-sidelight]')).toHaveCount(0);
  });

  test('a page whose extension went away under it says so, and its notice reloads the page', async ({
    page,
    context,
  }) => {
    await preview(page, wang.address);
    await shows(await panelOf(page), wang.name);
    await context.serviceWorkers()[0]?.evaluate(() => {
      (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload();
    });
    await expect.poll(() => context.serviceWorkers().length).toBe(0);
    await preview(page, zoe.address);
    const notice = page.locator('[data-sidelight=orphan]');
    await expect(notice).toBeVisible();
    await expect(panelBox(page)).toHaveCount(0);
    await expect(page.locator('body')).toHaveCSS('width', '1440px');
    const box = await notice.boundingBox();
    const loaded = page.waitForEvent('load');
    await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 15);
    await loaded;
    await expect(page.locator('#messagelist tr.message').first()).toBeVisible();
    await expect(notice).toHaveCount(0);
  });
});

for (const skin of ['larry', 'classic'] as const)
  test(`reads mails in the ${skin} skin and covers nothing`, async ({ page, openPage, grantHost }) => {
    const obstacle = webmailObstacle();
    if (obstacle) return skipOrFail(obstacle);
    const webmail = await startWebmail({ skin, count: 60 });
    try {
      await switchOn({ openPage, grantHost }, webmail.url);
      await page.bringToFront();
      await logIn(page, webmail);
      for (const person of [wang, PEOPLE.garcia]) {
        await page.locator(`#messagelist tr.message:has([title="${person.address}"])`).first().click();
        const panel = await panelOf(page);
        await shows(panel, person.name);
        await expect(panel.getByText(`by address, ${person.address}`)).toBeVisible();
      }
      await expect.poll(async () => (await controlsOf(page)).covered).toEqual([]);
      await page.goto(`${webmail.url}?_task=mail&_action=compose&_to=${wang.address}`);
      await shows(await panelOf(page), wang.address);
      const draft = page.locator('textarea[name=_message]');
      await expect(draft).toBeVisible();
      await expect.poll(async () => (await controlsOf(page)).covered).toEqual([]);
      const beside = (await draft.boundingBox())?.width ?? 0;
      expect(beside).toBeGreaterThan(250);
      // Folded, the panel gives the page its width back.
      await page.locator('input[name=_subject]').press('Alt+Shift+S');
      await expect.poll(async () => (await draft.boundingBox())?.width).toBeGreaterThan(beside + 300);
    } finally {
      await webmail.stop();
    }
  });
