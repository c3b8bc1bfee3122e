import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { serveGallery } from '../support/gallery/serve.ts';
import { expect, test } from '../support/plain-browser.ts';

/** What only a real browser tells of the components: the top layer, the focus, layout, and a table of 100,000 rows. */
test.use({ viewport: { width: 960, height: 760 } });

let gallery: Awaited<ReturnType<typeof serveGallery>>;
test.beforeAll(async () => {
  gallery = await serveGallery();
});
test.afterAll(() => gallery.stop());

async function open(page: Page, name: string, theme?: string): Promise<void> {
  await page.goto(gallery.address(name, theme));
  await page.locator('main').waitFor();
}

const isOpen = (page: Page, role: 'menu' | 'tooltip') =>
  page.locator(`[role=${role}]`).evaluate((element) => element.matches(':popover-open'));

for (const name of ['controls', 'controls&open=dialog', 'controls&open=palette', 'panel&open=2', 'table']) {
  for (const theme of ['light', 'dark']) {
    test(`axe finds nothing on ${name}, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await open(page, name, theme);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    });
  }
}

test('a menu opens by key, chooses by letter, and gives the focus back', async ({ page }) => {
  await open(page, 'controls');
  const button = page.getByRole('button', { name: 'More' });
  await button.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
  await page.keyboard.press('d');
  await expect(page.getByRole('menuitemradio', { name: 'Done' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  expect(await isOpen(page, 'menu')).toBe(false);
});

test('a second press on its button closes a menu, and Tab leaves it', async ({ page }) => {
  await open(page, 'controls');
  const button = page.getByRole('button', { name: 'More' });
  await button.click();
  expect(await isOpen(page, 'menu')).toBe(true);
  await button.click();
  await expect.poll(() => isOpen(page, 'menu')).toBe(false);
  await button.click();
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect.poll(() => isOpen(page, 'menu')).toBe(false);
});

test('a tooltip comes with the resting pointer and with the focus, and Escape takes it away', async ({
  page,
}) => {
  await open(page, 'controls');
  const button = page.getByRole('button', { name: 'Why?' });
  await button.hover();
  await expect.poll(() => isOpen(page, 'tooltip')).toBe(true);
  await page.mouse.move(500, 740);
  await expect.poll(() => isOpen(page, 'tooltip')).toBe(false);
  await button.focus();
  await expect.poll(() => isOpen(page, 'tooltip')).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => isOpen(page, 'tooltip')).toBe(false);
});

test('Ctrl+K opens the palette from a field, and Escape leads back to it', async ({ page }) => {
  await open(page, 'controls');
  const field = page.getByRole('textbox', { name: 'Name' });
  await field.focus();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Find or run' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toHaveText('Tomas Berg');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(field).toBeFocused();
});

test('a question meets the focus with its first answer, and a press outside closes it', async ({ page }) => {
  await open(page, 'controls&open=dialog');
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.mouse.click(20, 20);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a list closes when the focus leaves its field', async ({ page }) => {
  await open(page, 'controls');
  await page.getByRole('combobox', { name: 'Add tag' }).click();
  await expect(page.locator('.option')).toHaveCount(3);
  await page.locator('.option').nth(1).click();
  await expect(page.getByRole('status').getByText('tag2')).toBeVisible();
  await page.getByRole('combobox', { name: 'Add tag' }).click();
  await page.getByRole('textbox', { name: 'Note' }).click();
  await expect(page.locator('.option')).toHaveCount(0);
});

test('a text area grows with its text', async ({ page }) => {
  await open(page, 'controls');
  const area = page.getByRole('textbox', { name: 'Note' });
  await area.fill('one\ntwo\nthree\nfour');
  await expect
    .poll(() => area.evaluate((element) => element.scrollHeight <= element.clientHeight))
    .toBe(true);
  expect(await area.evaluate((element) => element.clientHeight)).toBeGreaterThan(80);
});

test('a table of 100,000 rows is walked to its end, and draws a screenful', async ({ page }) => {
  await open(page, 'table');
  const grid = page.getByRole('grid', { name: 'Contacts' });
  await grid.focus();
  await page.keyboard.press('End');
  await expect(page.locator('.cursor')).toContainText('99,999');
  await expect(page.locator('.cursor')).toBeInViewport();
  expect(await page.locator('.table-row').count()).toBeLessThan(50);
  await page.keyboard.press('Home');
  await expect(page.locator('.cursor')).toBeInViewport();
  const head = await page.getByRole('columnheader', { name: 'Name' }).boundingBox();
  const first = await page.locator('.cursor').boundingBox();
  expect(first?.y).toBe((head?.y ?? 0) + (head?.height ?? 0));
});

test('chooses 100,000 rows at once', async ({ page }) => {
  await open(page, 'table');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('toolbar', { name: '100,000 selected' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('toolbar')).toHaveCount(0);
});
