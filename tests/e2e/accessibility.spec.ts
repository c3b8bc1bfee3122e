import type { Page } from '@playwright/test';
import { faultsIn } from '../support/axe.ts';
import { walk } from '../support/keyboard.ts';
import { openPractice, STRANGER, settled, showMail, WORKSPACE_PAGES } from '../support/practice.ts';
import { expect, test } from '../support/practice-profile.ts';

/** Pages of the extension are tried on the practice people: enough of them that no page is empty. */
test.use({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
test.describe.configure({ mode: 'parallel' });

/** What axe finds in a page as it stands, in the light and in the dark. */
async function expectNoFaults(page: Page, name: string): Promise<void> {
  const inks = new Set<string>();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    inks.add(await page.evaluate(() => getComputedStyle(document.body).color));
    expect(await faultsIn(page), `${name}, ${colorScheme}`).toEqual([]);
  }
  expect(inks.size, `${name} is drawn in two themes`).toBe(2);
}

/** Shows a page of the workspace in a tab that has it open, as its own links do. */
/** All of the help, and a document with code, tables and links. */
const HELP = [
  ['help', 'Help'],
  ['help/survey-snippet', 'Commands'],
] as const;

async function show(page: Page, name: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, `#/${name}`);
  await expect(page.locator(`nav a[aria-current=page][href="#/${name}"]`)).toBeVisible();
  await settled(page);
}

test('axe finds nothing on welcome, popup, practice and panel', async ({ openPage }) => {
  for (const place of ['welcome.html', 'popup.html']) {
    const page = await openPage(place);
    await settled(page);
    await expectNoFaults(page, place);
    await page.close();
  }
  const practice = await openPractice(openPage);
  await expectNoFaults(practice, 'a contact');
  await practice.getByRole('button', { name: 'All', exact: true }).click();
  await expect(practice.getByRole('region', { name: 'Dates' })).toBeVisible();
  await expectNoFaults(practice, 'a contact, folded out');
  await showMail(practice, STRANGER);
  await expectNoFaults(practice, 'a stranger');
  await practice.getByRole('button', { name: 'Paste anything' }).click();
  await expectNoFaults(practice, 'a stranger, pasted');
});

test('axe finds nothing on the pages of the workspace', async ({ openPage }) => {
  const page = await openPractice(openPage);
  await page.goto(page.url().replace(/practice\.html.*/, 'workspace.html?practice#/today'));
  for (const name of WORKSPACE_PAGES) {
    await show(page, name);
    await expectNoFaults(page, name);
  }
  for (const [name, heading] of HELP) {
    await page.goto(page.url().replace(/#.*/, `#/${name}`));
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
    await expectNoFaults(page, name);
  }
  await show(page, 'contacts');
  await page.getByRole('row').nth(1).dblclick();
  await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible();
  await expectNoFaults(page, 'a contact');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoFaults(page, 'the palette');
});

/** Every control is reached, shows it, and comes in the order in which it is read. */
async function expectSaneWalk(page: Page, name: string): Promise<void> {
  const { reached, ...faults } = await walk(page);
  expect(faults, name).toEqual({ missed: [], unmarked: [], backwards: [] });
  expect(reached, name).toBeGreaterThan(2);
}

test('the keyboard reaches every control of welcome, popup and practice', async ({ openPage }) => {
  for (const place of ['welcome.html', 'popup.html']) {
    const page = await openPage(place);
    await settled(page);
    await expectSaneWalk(page, place);
    await page.close();
  }
  const practice = await openPractice(openPage);
  await expectSaneWalk(practice, 'a contact');
  await showMail(practice, STRANGER);
  await expectSaneWalk(practice, 'a stranger');
});

test('the keyboard reaches every control of the workspace', async ({ openPage }) => {
  await (await openPractice(openPage)).close();
  for (const name of WORKSPACE_PAGES) {
    const page = await openPage(`workspace.html?practice#/${name}`);
    await settled(page);
    await expectSaneWalk(page, name);
    await page.close();
  }
});

test('a dialog holds the focus and gives it back', async ({ openPage }) => {
  await (await openPractice(openPage)).close();
  const page = await openPage('workspace.html?practice#/contacts');
  await settled(page);
  for (const name of ['Add contact', 'Columns', 'Find or run']) {
    const opener = page.getByRole('button', { name });
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    const stops = await dialog.locator('input, button, select, textarea').count();
    for (let pressed = 0; pressed < stops + 2; pressed += 1) {
      await page.keyboard.press('Tab');
      // Between its last and its first control a modal dialog leads through the browser's own bar.
      const inside = await dialog.evaluate(
        (element) => element.contains(document.activeElement) || document.activeElement === document.body,
      );
      expect(inside, `${name}, Tab ${pressed + 1}`).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
  }
});
