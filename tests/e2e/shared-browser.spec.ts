import '../support/webextension.ts';
import type { BrowserContext } from '@playwright/test';
import { expect, test } from '../support/extension.ts';
import { asking } from '../support/hostile/secrets.ts';
import { switchOn } from '../support/product.ts';
import { keep, known } from '../support/site-pages.ts';
import { type Site, startSite } from '../support/widget/site.ts';

/** What one test leaves behind in the browser that it shares, the next must not find. */
test.describe.configure({ mode: 'serial' });

let site: Site;
let browser: BrowserContext;
test.beforeAll(async () => {
  site = await startSite();
  site.set('/', { html: '<!doctype html><title>Shop</title>' });
});
test.afterAll(() => site.close());

/** What the extension holds, and what the browser holds for it. Evaluated in a page of the extension. */
const held = async () => ({
  origins: (await chrome.permissions.getAll()).origins,
  scripts: (await chrome.scripting.getRegisteredContentScripts()).length,
  settings: Object.keys(await chrome.storage.local.get()).length,
  tabs: (await chrome.tabs.query({})).length,
  words: localStorage.length,
});

const EMPTY = { origins: [], scripts: 0, settings: 0, words: 0 };

test('a test fills everything that it can reach', async ({ context, page, openPage, grantHost }) => {
  browser = context;
  await switchOn({ openPage, grantHost }, site.url);
  await keep(openPage, [known('li.wei@acme.example')]);
  const workspace = await openPage('workspace.html');
  await workspace.evaluate(() => localStorage.setItem('left', 'behind'));
  const full = await workspace.evaluate(held);
  expect(full.origins).toHaveLength(1);
  expect(full.scripts).toBeGreaterThan(0);
  expect(full.settings).toBeGreaterThan(0);
  expect(await asking(workspace)('contacts.find', { text: 'Known' })).toHaveLength(1);
  await page.goto(site.url);
  await page.evaluate(() => localStorage.setItem('left', 'behind'));
  await context.addCookies([{ name: 'left', value: 'behind', url: site.url }]);
  await context.route(`${site.url}/routed`, (route) => route.fulfill({ body: 'left' }));
});

test('the next finds nothing of it, in the same browser', async ({ context, page, openPage }) => {
  expect(context).toBe(browser);
  const quiet = await openPage('manifest.json');
  // The tab that holds the browser open, the test's own, and this one.
  expect(await quiet.evaluate(held)).toEqual({ ...EMPTY, tabs: 3 });
  const workspace = await openPage('workspace.html');
  expect(await asking(workspace)('contacts.find', { text: 'Known' })).toEqual([]);
  await page.goto(site.url);
  expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);
  expect(await page.evaluate(async () => (await fetch('/routed')).status)).toBe(404);
});

test('a test fills what needs no permission', async ({ context, openPage }) => {
  browser = context;
  await keep(openPage, [known('li.wei@acme.example')]);
  const workspace = await openPage('workspace.html#/settings');
  await workspace.evaluate(async () => {
    localStorage.setItem('left', 'behind');
    await chrome.storage.local.set({ left: 'behind' });
    await chrome.storage.session.set({ left: 'behind' });
    await chrome.alarms.create('day', { when: Date.now() + 3_600_000 });
    await chrome.alarms.create('left', { when: Date.now() + 3_600_000 });
  });
  expect(await asking(workspace)('contacts.find', { text: 'Known' })).toHaveLength(1);
});

test('the next finds nothing of that either, and an alarm as it was set at first', async ({
  context,
  openPage,
}) => {
  expect(context).toBe(browser);
  const quiet = await openPage('manifest.json');
  // The tabs that hold the browser and its extension, and this one.
  expect(await quiet.evaluate(held)).toEqual({ ...EMPTY, tabs: 3 });
  expect(await quiet.evaluate(() => chrome.storage.session.get())).toEqual({});
  const alarms = await quiet.evaluate(() => chrome.alarms.getAll());
  expect(alarms).toMatchObject([{ name: 'day', periodInMinutes: 180 }]);
  const minutes = ((alarms[0]?.scheduledTime ?? 0) - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(4);
  expect(minutes).toBeLessThan(5);
  const workspace = await openPage('workspace.html');
  expect(await asking(workspace)('contacts.find', { text: 'Known' })).toEqual([]);
});
