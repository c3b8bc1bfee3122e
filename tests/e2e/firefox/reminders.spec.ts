import '../../support/webextension.ts';
import type { Page } from 'puppeteer-core';
import { expect, test } from '../../support/firefox.ts';
import { inBrowser } from '../../support/firefox-sidebar.ts';

/**
 * Firefox's own notifications, in the corner of the screen: what the system would show cannot be pressed by a test. The background is stopped after
 * four seconds of rest: it looks what is due two seconds after it started or something was written.
 */
test.use({
  firefoxPrefs: { 'extensions.background.idle.timeout': 4000, 'alerts.useSystemBackend': false },
});

/** Runs a command as a page of the extension does. */
const send = (page: Page, op: string, input: object): Promise<{ id: string }> =>
  page.evaluate(
    async (op, input) => {
      const command = { api: 1, op, input, commandId: crypto.randomUUID() };
      const answer = (await chrome.runtime.sendMessage(command)) as { ok: boolean; value: { id: string } };
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      return answer.value;
    },
    op,
    input,
  );

/** Ids of the notifications that stand. */
const standing = (page: Page) => page.evaluate(async () => Object.keys(await chrome.notifications.getAll()));

const alarm = (page: Page) =>
  page.evaluate(async () => (await chrome.alarms.get('remind'))?.scheduledTime ?? 0);

const views = (page: Page) =>
  page.evaluate(() => chrome.extension.getViews().map(({ location }) => location.pathname));

/** Waits until Firefox has stopped the background. */
const stopped = (page: Page) =>
  expect
    .poll(async () => (await views(page)).some((place) => place.includes('background')), { timeout: 20_000 })
    .toBe(false);

/** Writes how this computer reminds past the product, so that nothing wakes the background. */
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

const wake = (page: Page) => page.evaluate(() => chrome.alarms.create('remind', { when: Date.now() + 200 }));

const wall = (at: number) => {
  const moment = new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString();
  return { date: moment.slice(0, 10), time: moment.slice(11, 16) };
};

test('a stopped background is woken for what is due, shows it once, and a press opens the contact', async ({
  firefox,
  openPage,
}) => {
  const page = await openPage('workspace.html#/settings/reminders');
  const { id } = await send(page, 'contacts.add', {
    draft: { name: 'Anna Berg', facts: [{ field: 'likes', value: 'green tea' }] },
  });
  await page.bringToFront();
  const remindMe = '::-p-aria([name="Remind me with notifications"][role="switch"])';
  await (await page.waitForSelector(remindMe))?.click();
  const how = { on: true, named: true, dayAt: '00:00', quietFrom: '00:00', quietTo: '00:00', perDay: 10 };
  await page.waitForSelector('::-p-aria(Quiet from)');
  await expect.poll(() => alarm(page)).toBeGreaterThan(0);
  await setQuietly(page, how);

  // What is written wakes it, and it takes the moment of the task for its alarm.
  await stopped(page);
  const soon = Date.now() + 3 * 60_000;
  await send(page, 'tasks.add', { title: 'Call about the lamps', contactIds: [id], due: wall(soon) });
  await expect.poll(() => alarm(page)).toBe(Math.floor(soon / 60_000) * 60_000);

  await setQuietly(page, { ...how, on: false });
  await send(page, 'tasks.add', { title: 'Send the offer', contactIds: [id], due: wall(Date.now()) });
  await expect.poll(() => alarm(page)).toBe(0);
  // It looks after its start and again after what was written: awake, it would find at once that it may remind again.
  await stopped(page);
  await setQuietly(page, how);
  expect(await standing(page)).toEqual([]);
  await wake(page);
  await expect.poll(() => standing(page)).toHaveLength(1);
  const [notice] = await standing(page);
  expect(notice).toContain(id);

  // The press comes to a background that was stopped again.
  await stopped(page);
  const shown = `[...Services.wm.getEnumerator('alert:alert')].map((one) => one.document)`;
  const text = `${shown}.map((one) => one.documentElement.textContent + one.getElementById('alertTextLabel').textContent).join()`;
  await expect.poll(() => inBrowser(firefox, text)).toContain('Send the offer');
  await inBrowser(firefox, `${shown}[0].getElementById('alertBox').click()`);
  const heading = () => page.$eval('h1', (one) => one.textContent);
  await expect.poll(heading).toContain('Anna Berg');
  await expect.poll(() => standing(page)).toEqual([]);

  // Shown once, whatever is stopped.
  await expect.poll(() => alarm(page)).toBeGreaterThan(Date.now());
  await stopped(page);
  await wake(page);
  await expect.poll(() => alarm(page)).toBeGreaterThan(Date.now() + 60_000);
  expect(await standing(page)).toEqual([]);
});
