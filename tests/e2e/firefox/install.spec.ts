import '../../support/webextension.ts';
import { expect, test } from '../../support/firefox.ts';
import { claimedPowers } from '../../support/manifest.ts';
import { listedMails, logIn } from '../../support/webmail/roundcube.ts';

test('loads in Firefox', async ({ openPage }) => {
  const page = await openPage('manifest.json');
  expect(await page.evaluate(() => chrome.runtime.getManifest().name)).toBe('Sidelight');
});

test('claims no more than it did', () => {
  const everywhere = ['https://*/*', 'http://*/*'];
  expect(claimedPowers('firefox')).toEqual({
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'alarms', 'contextMenus'],
    // Asked for when the user wants to be reminded.
    optional_permissions: ['notifications'],
    optional_host_permissions: everywhere,
    // In the clear nobody is asked but this computer.
    content_security_policy: {
      extension_pages:
        "script-src 'self'; object-src 'self'; connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
    },
    web_accessible_resources: [{ resources: ['panel.html'], matches: everywhere }],
    // Off in private windows until the user lets it in.
    incognito: 'spanning',
  });
});

test('holds no host permission after installation, and gains one by a clicked request', async ({
  openPage,
}) => {
  const page = await openPage('manifest.json');
  const origins = () => page.evaluate(async () => (await chrome.permissions.getAll()).origins);
  expect(await origins()).toEqual([]);
  await page.evaluate(() => {
    const button = document.body.appendChild(document.createElement('button'));
    button.textContent = 'Ask';
    button.onclick = () => void chrome.permissions.request({ origins: ['https://mail.example/*'] });
  });
  await page.click('button');
  await expect.poll(origins).toEqual(['https://mail.example/*']);
});

test('opens the local webmail', async ({ firefox, webmail }) => {
  const page = await firefox.newPage();
  await logIn(page, webmail);
  expect((await page.evaluate(listedMails)).length).toBeGreaterThan(20);
});
