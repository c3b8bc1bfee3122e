import type { Page } from '@playwright/test';
import { faultsIn } from '../support/axe.ts';
import { walk } from '../support/keyboard.ts';
import { openPractice, STRANGER, settled, showMail, WORKSPACE_PAGES } from '../support/practice.ts';
import { expect, test } from '../support/practice-profile.ts';

/** Pages of the extension are tried on the practice people: enough of them that no page is empty. */
test.use({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
test.describe.configure({ mode: 'parallel' });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing on welcome, popup, practice and panel', async ({ openPage }) => {
      for (const place of ['welcome.html', 'popup.html']) {
        const page = await openPage(place);
        await settled(page);
        expect(await faultsIn(page), place).toEqual([]);
        await page.close();
      }
      const practice = await openPractice(openPage);
      expect(await faultsIn(practice), 'a contact').toEqual([]);
      await practice.getByRole('button', { name: 'All', exact: true }).click();
      await expect(practice.getByRole('region', { name: 'Dates' })).toBeVisible();
      expect(await faultsIn(practice), 'a contact, folded out').toEqual([]);
      await showMail(practice, STRANGER);
      expect(await faultsIn(practice), 'a stranger').toEqual([]);
      await practice.getByRole('button', { name: 'Paste anything' }).click();
      expect(await faultsIn(practice), 'a stranger, pasted').toEqual([]);
    });

    test('axe finds nothing on the pages of the workspace', async ({ openPage }) => {
      await (await openPractice(openPage)).close();
      for (const name of WORKSPACE_PAGES) {
        const page = await openPage(`workspace.html?practice#/${name}`);
        await settled(page);
        expect(await faultsIn(page), name).toEqual([]);
        await page.close();
      }
      const page = await openPage('workspace.html?practice#/contacts');
      await page.getByRole('row').nth(1).dblclick();
      await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible();
      expect(await faultsIn(page), 'a contact').toEqual([]);
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await faultsIn(page), 'the palette').toEqual([]);
    });
  });
}

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
