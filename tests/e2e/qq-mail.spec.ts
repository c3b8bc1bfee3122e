import type { BrowserContext, Page } from '@playwright/test';
import { type ExtensionFixtures, expect, test } from '../support/extension.ts';
import { panelOf, shows } from '../support/product.ts';
import { chipsAt, known, openSite, sitePage } from '../support/site-pages.ts';

test.use({ viewport: { width: 1440, height: 900 } });

type Product = Pick<ExtensionFixtures, 'openPage' | 'grantHost'> & { context: BrowserContext; page: Page };

/** Opens the classic mailbox with a page in its main frame; the user is among the contacts. */
async function openFramed(product: Product, name: string) {
  const inner = sitePage(`qq-mail/${name}`);
  const frame = sitePage('qq-mail/frame');
  const src = inner.url.replaceAll('&', '&amp;');
  const outer = { ...frame, html: frame.html.replace('name="mainFrame"', `name="mainFrame" src="${src}"`) };
  const contacts = [
    known('10001@qq.example', true),
    known('ouyang.jing@yunfan.example', true),
    known('trap@evil.example'),
  ];
  await openSite(product, [outer, inner], contacts);
  const main = product.page.frame({ name: 'mainFrame' });
  if (!main) throw new Error('The mailbox has no main frame.');
  return { main, panel: await panelOf(product.page) };
}

test('a mail in the frame: the panel stands in the page, the chip in the frame', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  const { main, panel } = await openFramed({ context, page, openPage, grantHost }, 'read');
  await shows(panel, 'Known ouyang.jing@yunfan.example');
  await expect.poll(() => chipsAt(main, 'chip')).toHaveLength(1);
  await expect(panel.locator('body')).not.toContainText(/10001|evil/);
  await expect(main.locator('[data-sidelight=panel]')).toHaveCount(0);
});

test('a list in the frame: a dot beside the sender, none beside the user', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  const { main, panel } = await openFramed({ context, page, openPage, grantHost }, 'list');
  await expect(panel.getByRole('button', { name: 'Known ouyang.jing@yunfan.example' })).toBeVisible();
  await expect.poll(() => chipsAt(main, 'dot')).toEqual(['ouyang.jing@yunfan.example']);
});

test('a draft in the frame: a chip at the recipient', async ({ context, page, openPage, grantHost }) => {
  const { main, panel } = await openFramed({ context, page, openPage, grantHost }, 'compose');
  await shows(panel, 'Known ouyang.jing@yunfan.example');
  await expect.poll(() => chipsAt(main, 'chip')).toEqual(['ouyang.jing@yunfan.example']);
});
