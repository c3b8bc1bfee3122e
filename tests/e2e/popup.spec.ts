import type { BrowserContext, Page } from '@playwright/test';
import { faultsIn } from '../support/axe.ts';
import { type ExtensionFixtures, expect, test } from '../support/extension.ts';
import { panelOf, popupOver, shows } from '../support/product.ts';
import { known, openSite, type SitePage, sitePage } from '../support/site-pages.ts';

test.use({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });

const WEI = 'Known li.wei@acme.example';

test('the popup names who is on the page, and opens them in the workspace', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  const contacts = [known('mia.keller@lumen.example'), known('li.wei@acme.example', true)];
  await openSite({ context, page, openPage, grantHost }, [sitePage('gmail/thread-en')], contacts);
  await shows(await panelOf(page), WEI);
  const popup = await popupOver(page, openPage);
  const here = popup.getByRole('region', { name: 'This page' });
  await expect(here.getByRole('switch', { name: 'mail.google.com' })).toBeChecked();
  // The user's own name for them, as the panel has it: the page calls them otherwise.
  const wei = here.getByRole('button', { name: /^Known li\.wei@acme\.example/ });
  await expect(wei).toBeVisible();
  await expect(here.getByText(/more pe(rson|ople) on this page/)).toBeVisible();
  // The user is on the page too, and never one of its people.
  await expect(here).not.toContainText(/mia\.keller/i);
  for (const colorScheme of ['light', 'dark'] as const) {
    await popup.emulateMedia({ colorScheme });
    expect(await faultsIn(popup), colorScheme).toEqual([]);
  }

  const opened = context.waitForEvent('page');
  await wei.click();
  const workspace = await opened;
  await expect(workspace).toHaveURL(/workspace\.html#\/contacts\/[0-9a-f-]{36}$/);
  await expect(workspace.getByRole('heading', { level: 1, name: WEI })).toBeVisible();
});

/** What stands on a page and must not be in a report: as text, in attributes, in what the site calls its parts. */
const SECRETS = [
  'Zephyrine',
  'Quillon',
  'zephyrine.quillon@kestrel.example',
  'osprey',
  'invoice-4711',
  '4711',
  '李慧敏',
  'kestrel',
  'heron',
];

/** A webmail that has changed its layout: no recipe knows where its people are. */
function changedPage(): SitePage {
  const { url } = sitePage('gmail/thread-en');
  const html = `<!doctype html><html lang="en"><head><title>Zephyrine Quillon</title></head><body>
    <main class="new-layout row-4711 from-quillon" data-owner="zephyrine.quillon@kestrel.example">
      <h2 title="Zephyrine Quillon">Osprey budget 4711 李慧敏</h2>
      <a href="https://heron.example/invoice-4711?who=Zephyrine" aria-label="Open Osprey">x</a>
      <input value="osprey" placeholder="heron" /><p>Dear Mr Heron</p>
      <img alt="Zephyrine" src="data:," /><script>const secret = 'kestrel';</script>
    </main></body></html>`;
  return { url, html };
}

async function openChanged(
  product: Pick<ExtensionFixtures, 'openPage' | 'grantHost'> & { context: BrowserContext; page: Page },
) {
  await openSite(product, [changedPage()], []);
  return popupOver(product.page, product.openPage);
}

test('a page of which nothing is read is reported by the user, without a word of it', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  const popup = await openChanged({ context, page, openPage, grantHost });
  await popup.getByRole('button', { name: 'Report this page' }).click();
  const dialog = popup.getByRole('dialog', { name: 'Report this page' });
  const structure = dialog.getByRole('textbox', { name: 'Structure of this page' });
  await expect(structure).toHaveValue(/<body>/);
  const told = await structure.inputValue();
  expect(told).toContain('https://mail.google.com');
  expect(told).toContain('class="new-layout row-9999 xxxx-xxxxxxx"');
  for (const secret of SECRETS) expect(told.toLowerCase()).not.toContain(secret.toLowerCase());
  await expect(dialog.getByText('Nothing is sent.', { exact: false })).toBeVisible();
  expect(await faultsIn(popup)).toEqual([]);

  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await popup.bringToFront();
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await popup.evaluate(() => navigator.clipboard.readText())).toBe(told);
  const saved = popup.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as file' }).click();
  expect((await saved).suggestedFilename()).toBe('sidelight-page.txt');
});
