import type { BrowserContext } from '@playwright/test';
import { expect, test } from '../support/extension.ts';
import { panelOf, shows } from '../support/product.ts';
import { SidePanel } from '../support/side-panel.ts';
import { known, openSite, sitePage } from '../support/site-pages.ts';

test.use({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });

const WEI = 'Known li.wei@acme.example';

/** The side panel, as soon as it stands. */
async function opened(context: BrowserContext): Promise<SidePanel> {
  let panel: SidePanel | null = null;
  await expect
    .poll(async () => {
      panel = await SidePanel.of(context);
      return panel !== null;
    })
    .toBe(true);
  return panel as unknown as SidePanel;
}

test('the side panel shows who is in the tab in front', async ({ context, page, openPage, grantHost }) => {
  await openSite(
    { context, page, openPage, grantHost },
    [sitePage('gmail/thread-en')],
    [known('mia.keller@lumen.example'), known('li.wei@acme.example', true)],
  );
  await shows(await panelOf(page), WEI);
  const popup = await openPage('popup.html');
  await popup.getByRole('button', { name: 'Open in the side bar' }).click();
  const panel = await opened(context);
  await expect.poll(() => panel.heading()).toBe(WEI);
});
