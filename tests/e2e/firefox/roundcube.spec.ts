import type { Browser, Frame, Page } from 'puppeteer-core';
import { expect, test } from '../../support/firefox.ts';
import { PEOPLE, type Webmail } from '../../support/webmail/index.ts';
import { logIn } from '../../support/webmail/roundcube.ts';

const { wang, garcia, ali } = PEOPLE;

/** Switches the webmail's site on by the form of the settings page; Firefox asks nothing in tests. */
async function switchOn(openPage: (place: string) => Promise<Page>, webmail: Webmail): Promise<void> {
  const page = await openPage('workspace.html#/settings');
  const address = await page.waitForSelector('input[inputmode=url]');
  await address?.type(new URL(webmail.url).origin);
  await address?.press('Enter');
  const on = () => page.$$eval('[role=switch]', (all) => (all[0] as HTMLInputElement | undefined)?.checked);
  await expect.poll(on).toBe(true);
  await page.close();
}

/** Opens the newest mail of this sender in the preview pane. */
async function preview(page: Page, address: string): Promise<void> {
  await page.click(`#messagelist tr.message:has(.fromto [title="${address}"]) .subject`);
}

/** The panel's frame, once it shows this person under their address. */
async function panelOf(page: Page, { name, address }: { name: string; address: string }): Promise<Frame> {
  let panel: Frame | undefined;
  const shown = async () => {
    panel = page.frames().find((frame) => frame.url().includes('/panel.html'));
    return panel
      ?.evaluate(() => [
        document.querySelector('h1')?.textContent,
        document.querySelector('.contact-head .note')?.textContent,
      ])
      .catch(() => undefined);
  };
  await expect.poll(shown, { timeout: 20_000 }).toEqual([name, `by address, ${address}`]);
  return panel as Frame;
}

async function inbox(firefox: Browser, webmail: Webmail): Promise<Page> {
  const page = await firefox.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  await logIn(page, webmail);
  return page;
}

test('a mail becomes a contact with a note, which are there after a reload', async ({
  firefox,
  openPage,
  webmail,
}) => {
  await switchOn(openPage, webmail);
  const page = await inbox(firefox, webmail);
  for (const person of [ali, garcia, wang]) {
    await preview(page, person.address);
    await panelOf(page, person);
  }
  const panel = await panelOf(page, wang);
  await (await panel.waitForSelector('.add-form button[type=submit]'))?.click();
  const note = await panel.waitForSelector('.note-box textarea');
  await note?.type('Prefers samples by courier');
  await page.keyboard.down('Control');
  await note?.press('Enter');
  await page.keyboard.up('Control');
  const lines = (frame: Frame) =>
    frame.$$eval('.note-line', (all) => all.map((one) => one.textContent)).catch(() => undefined);
  await expect.poll(() => lines(panel)).toEqual(['Prefers samples by courier']);
  const chips = () =>
    page
      .frames()
      .find((frame) => frame.url().includes('_action=preview'))
      ?.$$eval('[data-sidelight=chip]', (all) => all.length);
  await expect.poll(chips).toBe(1);

  await page.evaluate(() => location.reload()).catch(() => undefined);
  const ready = () =>
    page
      .evaluate(
        (address) =>
          document.readyState === 'complete' &&
          document.querySelector(`#messagelist .fromto [title="${address}"]`) !== null &&
          document.querySelector('#messagelist tr.selected') === null,
        wang.address,
      )
      .catch(() => false);
  await expect.poll(ready, { timeout: 20_000 }).toBe(true);
  await preview(page, wang.address);
  const again = await panelOf(page, wang);
  await expect.poll(() => lines(again)).toEqual(['Prefers samples by courier']);
  await preview(page, garcia.address);
  expect(await lines(await panelOf(page, garcia))).toEqual([]);
});
