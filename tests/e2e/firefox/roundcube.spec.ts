import '../../support/webextension.ts';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { expect, test } from '../../support/firefox.ts';
import { panelThat, switchOn } from '../../support/firefox-product.ts';
import { PEOPLE, type Webmail } from '../../support/webmail/index.ts';
import { logIn } from '../../support/webmail/roundcube.ts';

const { wang, garcia, ali } = PEOPLE;

/** Opens the newest mail of this sender in the preview pane. */
async function preview(page: Page, address: string): Promise<void> {
  await page.click(`#messagelist tr.message:has(.fromto [title="${address}"]) .subject`);
}

/** The panel's frame, once it shows this person under their address. */
const panelOf = (page: Page, { name, address }: { name: string; address: string }): Promise<Frame> =>
  panelThat(
    page,
    ([title, line]) =>
      document.querySelector('h1')?.textContent === title &&
      document.querySelector('.contact-head .note')?.textContent === line,
    [name, `by address, ${address}`],
  );

/** Adds the stranger whom the panel shows. */
async function addContact(panel: Frame): Promise<void> {
  await (await panel.waitForSelector('.add-form button[type=submit]'))?.click();
  await panel.waitForSelector('.note-box textarea');
}

/** Loads the webmail anew; resolves when its list is there and no mail is open. */
async function reload(page: Page, { address }: { address: string }): Promise<void> {
  await page.evaluate(() => location.reload()).catch(() => undefined);
  const ready = () =>
    page
      .evaluate(
        (from) =>
          document.readyState === 'complete' &&
          document.querySelector(`#messagelist .fromto [title="${from}"]`) !== null &&
          document.querySelector('#messagelist tr.selected') === null,
        address,
      )
      .catch(() => false);
  await expect.poll(ready, { timeout: 20_000 }).toBe(true);
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
  await (await switchOn(openPage, webmail.url)).close();
  const page = await inbox(firefox, webmail);
  for (const person of [ali, garcia, wang]) {
    await preview(page, person.address);
    await panelOf(page, person);
  }
  const panel = await panelOf(page, wang);
  await addContact(panel);
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

  await reload(page, wang);
  await preview(page, wang.address);
  const again = await panelOf(page, wang);
  await expect.poll(() => lines(again)).toEqual(['Prefers samples by courier']);
  await preview(page, garcia.address);
  expect(await lines(await panelOf(page, garcia))).toEqual([]);
});

test.describe('with a background that is stopped after half a second of rest', () => {
  test.use({ firefoxPrefs: { 'extensions.background.idle.timeout': 500 } });

  test('a tag and a task are kept, though the background was stopped before each, and before they are read again', async ({
    firefox,
    openPage,
    webmail,
  }) => {
    const own = await switchOn(openPage, webmail.url);
    const views = () =>
      own.evaluate(() => chrome.extension.getViews().map(({ location }) => location.pathname));
    const background = async () => (await views()).some((place) => place.includes('background'));
    let stops = 0;
    const stopped = async () => {
      await expect.poll(background, { timeout: 20_000 }).toBe(false);
      stops += 1;
    };

    const page = await inbox(firefox, webmail);
    await preview(page, garcia.address);
    const panel = await panelOf(page, garcia);
    await addContact(panel);
    const text = (frame: Frame) => () => frame.evaluate(() => document.body.innerText).catch(() => '');

    await stopped();
    await panel.click('button[aria-label="Add tag"]');
    const tag = await panel.waitForSelector('input[role=combobox]');
    await tag?.type('Region / Spain');
    await panel.waitForSelector('[role=option] ::-p-text(Create)');
    await tag?.press('Enter');
    await panel.waitForSelector('button[aria-label="Remove tag Spain"]');

    await stopped();
    await (await panel.waitForSelector('button ::-p-text(Add task)'))?.click();
    const task = await panel.waitForSelector('form[aria-label="Add task"] input');
    await task?.type('Send the drawing tomorrow');
    await expect.poll(text(panel)).toMatch(/tomorrow/i);
    await task?.press('Enter');
    await expect.poll(text(panel)).toContain('Task: Send the drawing');

    await stopped();
    await reload(page, garcia);
    await preview(page, garcia.address);
    const again = await panelOf(page, garcia);
    await expect.poll(text(again)).toContain('Task: Send the drawing');
    await again.waitForSelector('button[aria-label="Remove tag Spain"]');
    expect(stops).toBe(3);
  });
});
