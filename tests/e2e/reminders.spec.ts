import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { faultsIn } from '../support/axe.ts';
import { buildDir } from '../support/build.ts';
import { closeWelcome, launchChromium } from '../support/chromium.ts';
import { test as base, expect } from '../support/extension.ts';
import { settled } from '../support/practice.ts';
import { send } from '../support/send.ts';

/**
 * The extension with the permission that its user would give in a prompt of the browser, which no test can press without a screen: all
 * else is the build as it is.
 */
const test = base.extend({
  context: async ({ profile, viewport, locale }, use) => {
    const extension = mkdtempSync(path.join(tmpdir(), 'sidelight-reminding-'));
    cpSync(buildDir('chrome'), extension, { recursive: true });
    const manifest = path.join(extension, 'manifest.json');
    const {
      optional_permissions: optional,
      permissions,
      ...rest
    } = JSON.parse(readFileSync(manifest, 'utf8'));
    writeFileSync(manifest, JSON.stringify({ ...rest, permissions: [...permissions, ...optional] }));
    const context = await launchChromium(profile, {
      viewport,
      locale,
      headless: !process.env.SIDELIGHT_HEADED,
      args: [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
    });
    await closeWelcome(context);
    await use(context);
    await context.close();
    rmSync(extension, { recursive: true, force: true });
  },
});
test.use({ viewport: { width: 1280, height: 800 }, locale: 'en-US', ownBrowser: true });

/** Ids of the notifications that stand. */
const standing = (page: Page) => page.evaluate(async () => Object.keys(await chrome.notifications.getAll()));

/** Writes how this computer reminds past the product, so that nothing wakes the worker. */
const setQuietly = (page: Page, reminders: object) =>
  page.evaluate(async (given) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('sidelight');
      opening.onsuccess = () => resolve(opening.result);
    });
    const device = db.transaction('device', 'readwrite').objectStore('device');
    await new Promise<void>((resolve) => {
      const reading = device.get('device');
      reading.onsuccess = () => {
        device.put({ ...reading.result, reminders: given }).onsuccess = () => resolve();
      };
    });
    db.close();
  }, reminders);

const wall = (at: number) => {
  const moment = new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString();
  return { date: moment.slice(0, 10), time: moment.slice(11, 16) };
};

test('a stopped worker is woken for what is due, shows it once, and a press opens the contact with what to know', async ({
  context,
  openPage,
  stopWorker,
}) => {
  const page = await openPage('workspace.html#/settings/reminders');
  await settled(page);
  const { id } = await send(page, 'contacts.add', {
    draft: { name: 'Anna Berg', facts: [{ field: 'likes', value: 'green tea' }] },
  });

  // Switched on by its user: the alarm stands for the moment of the task, or of the next morning before it.
  await page.getByRole('switch', { name: 'Remind me with notifications' }).click();
  await page.getByLabel('Quiet from').fill('00:00');
  await page.getByLabel('Quiet from').blur();
  await page.getByLabel('Quiet until').fill('00:00');
  await page.getByLabel('Quiet until').blur();
  expect(await faultsIn(page)).toEqual([]);
  const soon = Date.now() + 3 * 60_000;
  await send(page, 'tasks.add', { title: 'Call about the lamps', contactIds: [id], due: wall(soon) });
  const alarm = () => page.evaluate(async () => (await chrome.alarms.get('remind'))?.scheduledTime ?? 0);
  await expect.poll(alarm).toBe(Math.floor(soon / 60_000) * 60_000);

  const how = { on: true, named: true, dayAt: '00:00', quietFrom: '00:00', quietTo: '00:00', perDay: 10 };
  await page.getByRole('switch', { name: 'Remind me with notifications' }).click();
  await expect.poll(alarm).toBe(0);
  const now = wall(Date.now());
  await send(page, 'tasks.add', { title: 'Send the offer', contactIds: [id], due: now });
  await page.waitForTimeout(500);
  await setQuietly(page, how);
  expect(await stopWorker()).toBe(true);
  expect(await standing(page)).toEqual([]);
  await page.evaluate(() => chrome.alarms.create('remind', { when: Date.now() + 200 }));
  await expect.poll(() => standing(page)).toHaveLength(1);
  const [notice] = await standing(page);
  expect(notice).toContain(id);

  // Shown once, whatever dies.
  await page.evaluate((one) => chrome.notifications.clear(one), notice!);
  await expect.poll(alarm).toBeGreaterThan(Date.now());
  await stopWorker();
  await page.evaluate(() => chrome.alarms.create('remind', { when: Date.now() + 200 }));
  await expect.poll(alarm).toBeGreaterThan(Date.now() + 60_000);
  expect(await standing(page)).toEqual([]);

  const [worker] = context.serviceWorkers();
  await worker!.evaluate(
    (one) => (chrome.notifications.onClicked as unknown as { dispatch(id: string): void }).dispatch(one),
    notice!,
  );
  const card = page.getByRole('region', { name: 'Before you write' });
  await expect(card).toContainText('green tea');
  await expect(page.getByRole('heading', { name: 'Anna Berg', level: 1 })).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);
});
