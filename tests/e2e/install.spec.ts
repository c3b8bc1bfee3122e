import '../support/webextension.ts';
import { expect, test } from '../support/extension.ts';
import { claimedPowers } from '../support/manifest.ts';

// What the browser grants and registers is tried in one where nothing else ever ran.
test.use({ ownBrowser: true });

test('loads in Chromium with a running background', async ({ context, extensionId }) => {
  expect(extensionId).toMatch(/^[a-p]{32}$/);
  expect(context.serviceWorkers().map((worker) => worker.url())).toEqual([
    `chrome-extension://${extensionId}/background.js`,
  ]);
});

test('claims no more than it did', () => {
  const everywhere = ['https://*/*', 'http://*/*'];
  expect(claimedPowers('chrome')).toEqual({
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'activeTab',
      'alarms',
      'contextMenus',
      'sidePanel',
    ],
    // Asked for when the user wants to be reminded.
    optional_permissions: ['notifications'],
    optional_host_permissions: everywhere,
    // In the clear nobody is asked but this computer.
    content_security_policy: {
      extension_pages:
        "script-src 'self'; object-src 'self'; connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
    },
    web_accessible_resources: [{ resources: ['panel.html'], matches: everywhere, use_dynamic_url: true }],
    // Off in private windows until the user lets it in.
    incognito: 'spanning',
  });
});

test('holds no host permission after installation, and gains one by a clicked request', async ({
  grantHost,
  openPage,
}) => {
  const page = await openPage('manifest.json');
  const origins = () => page.evaluate(async () => (await chrome.permissions.getAll()).origins);
  expect(await origins()).toEqual([]);
  await grantHost('https://mail.example');
  expect(await origins()).toEqual([]);
  await page.evaluate(() => chrome.permissions.request({ origins: ['https://mail.example/*'] }));
  expect(await origins()).toEqual(['https://mail.example/*']);
});

test('loses its worker when a test kills it', async ({ stopWorker }) => {
  expect(await stopWorker()).toBe(true);
  expect(await stopWorker()).toBe(false);
});
