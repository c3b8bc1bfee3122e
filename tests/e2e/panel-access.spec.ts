import '../support/webextension.ts';
import { faultsIn } from '../support/axe.ts';
import { BARE_WORKSPACE } from '../support/bare-workspace.ts';
import { expect, test } from '../support/extension.ts';
import { walk } from '../support/keyboard.ts';
import { isPanel, panelOf, shows, unfold } from '../support/product.ts';
import { callFrom, giveRemoteClient } from '../support/remote-client/index.ts';
import { known, openSite, sitePage } from '../support/site-pages.ts';

/** The panel as it stands in a mail's page: in its frame, with the keys going through that page. */
test.use({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });

const WEI = 'Known li.wei@acme.example';

for (const theme of ['light', 'dark'] as const) {
  for (const who of ['contact', 'stranger'] as const) {
    test(`${theme}: a ${who} beside a mail has no fault, and is reached by the keyboard`, async ({
      context,
      page,
      openPage,
      grantHost,
    }) => {
      const workspace = await openPage(BARE_WORKSPACE);
      await giveRemoteClient(workspace);
      await callFrom(workspace, 'device.set', { device: { theme } });
      await workspace.close();
      // The other people of the mail are contacts in any case: they stand in the row of tabs.
      const contacts = [known('mia.keller@lumen.example'), known('zh.chen@acme.example')];
      if (who === 'contact') contacts.push(known('li.wei@acme.example', true));
      await openSite({ context, page, openPage, grantHost }, [sitePage('gmail/thread-en')], contacts);
      const panel = await panelOf(page);
      await expect(panel.locator('html')).toHaveAttribute('data-theme', theme);

      if (who === 'contact') {
        await shows(panel, WEI);
        expect(await faultsIn(panel), 'as it comes').toEqual([]);
        expect(await walk(page, panel)).toMatchObject({ missed: [], unmarked: [], backwards: [] });
        await unfold(panel);
        await expect(panel.getByRole('region', { name: 'Dates' })).toBeVisible();
      } else {
        await expect(panel.getByRole('form', { name: 'Add contact' })).toBeVisible();
        await expect(panel.getByRole('checkbox', { name: /^Introduced by/ })).toBeVisible();
        await panel.getByRole('button', { name: 'Add tag' }).press('Enter');
        await expect(panel.getByRole('combobox', { name: 'Tag' })).toBeFocused();
      }
      expect(await faultsIn(panel), 'with all that it has').toEqual([]);
      const { reached, ...faults } = await walk(page, panel);
      expect(faults).toEqual({ missed: [], unmarked: [], backwards: [] });
      expect(reached).toBeGreaterThan(8);
    });
  }
}

test('a panel that was folded when the page came is loaded when it is unfolded, and has the keyboard', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  await openSite({ context, page, openPage, grantHost }, [sitePage('gmail/thread-en')], []);
  await panelOf(page);
  const quiet = await openPage('manifest.json');
  await page.bringToFront();
  await page.keyboard.press('Alt+Shift+S');
  const kept = () => quiet.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
  await expect.poll(kept).toContain('"folded":true');
  await page.reload();
  const host = page.locator('[data-sidelight=panel]');
  await expect(host).toBeAttached();
  const isOnFold = () => host.evaluate((element) => element === document.activeElement);
  for (let key = 0; key < 20 && !(await isOnFold()); key++) await page.keyboard.press('Tab');
  expect(await isOnFold()).toBe(true);
  expect(page.frames().some(isPanel)).toBe(false);
  await page.keyboard.press('Enter');
  const panel = await panelOf(page);
  await expect.poll(() => panel.evaluate(() => document.hasFocus())).toBe(true);
  await page.keyboard.press('Tab');
  await expect(panel.locator('button:focus')).toHaveCount(1);
});
