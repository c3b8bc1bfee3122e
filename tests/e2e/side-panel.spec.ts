import type { BrowserContext, Worker } from '@playwright/test';
import { expect, test } from '../support/extension.ts';
import { panelOf, shows } from '../support/product.ts';
import { SidePanel } from '../support/side-panel.ts';
import { known, openSite, sitePage } from '../support/site-pages.ts';

test.use({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });

const WEI = 'Known li.wei@acme.example';
/** Of a site that is not switched on. */
const OFF = { url: 'https://news.example/', html: '<p>Li Wei, li.wei@acme.example</p>' };

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

/** What stands on the toolbar's button while the tab in front is. */
const badge = (worker: Worker) =>
  worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id === undefined ? null : chrome.action.getBadgeText({ tabId: tab.id });
  });

/** No test can press in the browser's own menu: its event is told as the browser tells it. */
const lookUp = (worker: Worker, told: { selectionText?: string; linkUrl?: string }) =>
  worker.evaluate(async (told) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const clicked = chrome.contextMenus.onClicked as unknown as { dispatch(...told: unknown[]): void };
    clicked.dispatch({ menuItemId: 'look-up', pageUrl: tab?.url, ...told }, tab);
  }, told);

test('the side panel follows the tab in front, and answers what is looked up from the menu', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  await openSite(
    { context, page, openPage, grantHost },
    [sitePage('gmail/thread-en'), OFF],
    [known('mia.keller@lumen.example'), known('li.wei@acme.example', true)],
  );
  await shows(await panelOf(page), WEI);
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error('The worker sleeps.');
  await expect.poll(() => badge(worker)).toBe('1');

  const popup = await openPage('popup.html');
  await popup.getByRole('button', { name: 'Open in the side panel' }).click();
  const panel = await opened(context);
  await expect.poll(() => panel.heading()).toBe(WEI);
  const inPage = page.locator('[data-sidelight=panel]');
  await expect(inPage).toHaveCount(0);
  const elsewhere = await openPage('manifest.json');
  await expect.poll(() => panel.heading()).toBe('Sidelight is off on this site');
  await elsewhere.close();
  await page.bringToFront();
  await expect.poll(() => panel.heading()).toBe(WEI);

  await lookUp(worker, { selectionText: 'Mia <mia.keller@lumen.example>' });
  await expect.poll(() => panel.heading()).toBe('Known mia.keller@lumen.example');
  await lookUp(worker, { selectionText: '<img src=x onerror=alert(1)> Tor' });
  await expect.poll(() => panel.heading()).toBe('Looked up: <img src=x onerror=alert(1)> Tor');
  expect(await panel.evaluate(`document.querySelectorAll('img').length`)).toBe(0);
  await lookUp(worker, { selectionText: 'Write', linkUrl: 'mailto:tor.hansen@fjord.example?subject=x' });
  await expect.poll(() => panel.heading()).toBe('Looked up: tor.hansen@fjord.example');
  expect(await panel.evaluate(`document.querySelector('input[inputmode=email]').value`)).toBe(
    'tor.hansen@fjord.example',
  );
  await panel.press('Back');
  await expect.poll(() => panel.heading()).toBe(WEI);

  await panel.evaluate('window.close()').catch(() => undefined);
  await expect(inPage).toHaveCount(1);
  await expect.poll(() => badge(worker)).toBe('1');
  await page.goto(OFF.url);
  await expect.poll(() => badge(worker)).toBe('');
});
