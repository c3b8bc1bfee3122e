import '../../support/webextension.ts';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { expect, test } from '../../support/firefox.ts';
import { panelThat, switchOn } from '../../support/firefox-product.ts';
import { PEOPLE, type Webmail } from '../../support/webmail/index.ts';
import { logIn } from '../../support/webmail/roundcube.ts';

const { wang, garcia, ali } = PEOPLE;

/** The listed mails of this sender, the newest first. */
const rowOf = (address: string) => `#messagelist tr.message:has(.fromto [title="${address}"])`;

/** Opens the newest mail of this sender in the preview pane. */
async function preview(page: Page, address: string): Promise<void> {
  await page.click(`${rowOf(address)} .subject`);
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

/**
 * Resolves when this stands in the page, and nothing is loaded any more. The page is asked: a wait of Puppeteer's for Firefox does not
 * outlive a navigation that the page itself begins.
 */
const stands = (page: Page, selector: string): Promise<void> =>
  expect
    .poll(
      () =>
        page
          .evaluate(
            (wanted) => document.readyState === 'complete' && document.querySelector(wanted) !== null,
            selector,
          )
          .catch(() => false),
      { timeout: 20_000 },
    )
    .toBe(true);

/** Goes to an address at which this stands, and did not before. */
async function goTo(page: Page, address: string, selector: string): Promise<void> {
  await page.evaluate((wanted) => location.assign(wanted), address).catch(() => undefined);
  await stands(page, selector);
}

/** Loads the webmail anew; resolves when its list is there and no mail is open. */
async function reload(page: Page, { address }: { address: string }): Promise<void> {
  await page.evaluate(() => location.reload()).catch(() => undefined);
  await stands(page, `body:not(:has(#messagelist tr.selected)) ${rowOf(address)}`);
}

async function inbox(firefox: Browser, webmail: Webmail): Promise<Page> {
  const page = await firefox.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  await logIn(page, webmail);
  return page;
}

/** Puts down what the user promised, with its day in words. */
async function addPromise(panel: Frame, words: string, due: string): Promise<void> {
  await (await panel.waitForSelector('button[aria-label="Log something else"]'))?.click();
  await (await panel.waitForSelector('[role=menuitem] ::-p-text(Promise)'))?.click();
  const promised = await panel.waitForSelector('form[aria-label=Promise] input');
  await promised?.type(words);
  await panel.waitForSelector(`form[aria-label=Promise] ::-p-text(${due})`);
  await promised?.press('Enter');
}

/** The texts of these elements, in the document's order; undefined where the document is gone. */
const textsOf = (place: Page | Frame | undefined, selector: string) => () =>
  place?.$$eval(selector, (all) => all.map((one) => one.textContent)).catch(() => undefined);

/** Notes of the panel, and lines of its time line. */
const notesOf = (panel: Frame) => textsOf(panel, '.note-line');
const timelineOf = (panel: Frame) => textsOf(panel, '[aria-label=Timeline] .one-line');

/** How many marks stand there. */
const marksIn = async (place: Page | Frame | undefined, selector: string) =>
  (await textsOf(place, selector)())?.length;

test('a mail becomes a contact with note and promise, there after a reload; a mail to them is sent and logged once', async ({
  firefox,
  openPage,
  webmail,
}) => {
  test.setTimeout(240_000);
  const own = await switchOn(openPage, webmail.url);
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
  await expect.poll(notesOf(panel)).toEqual(['Prefers samples by courier']);
  const mail = () => page.frames().find((frame) => frame.url().includes('_action=preview'));
  await expect.poll(() => marksIn(mail(), '[data-sidelight=chip]')).toBe(1);
  // Nothing is open yet.
  expect(await marksIn(page, '[data-sidelight=dot]')).toBe(0);
  await addPromise(panel, 'Drawing of A-17 by today', 'Due today');
  const promised = expect.stringContaining('Drawing of A-17');
  await expect.poll(timelineOf(panel)).toEqual([promised]);
  await expect.poll(() => marksIn(page, `${rowOf(wang.address)} [data-sidelight=dot]`)).toBeGreaterThan(0);
  expect(await marksIn(page, `${rowOf(garcia.address)} [data-sidelight]`)).toBe(0);

  await reload(page, wang);
  await preview(page, wang.address);
  const reloaded = await panelOf(page, wang);
  await expect.poll(notesOf(reloaded)).toEqual(['Prefers samples by courier']);
  await expect.poll(timelineOf(reloaded)).toContainEqual(promised);
  await (await reloaded.waitForSelector('.panel-foot-end button'))?.click();
  await (await reloaded.waitForSelector('label.switch ::-p-text(Log automatically)'))?.click();
  await reloaded.waitForSelector('label.switch:has(input:checked) ::-p-text(Log automatically)');
  await preview(page, garcia.address);
  expect(await notesOf(await panelOf(page, garcia))()).toEqual([]);

  const subject = `图纸 A-17 ${Date.now()}`;
  await goTo(
    page,
    `${webmail.url}?_task=mail&_action=compose&_to=${wang.address},${garcia.address}`,
    '#compose_to li.recipient ~ li.recipient',
  );
  await expect.poll(() => marksIn(page, '#compose_to [data-sidelight=chip]')).toBe(1);
  await page.type('#compose-subject', subject);
  await page.type('#composebody', 'Here is the drawing.');
  await page.click('#compose-content button.send');
  const sent = async () => (await webmail.sent()).filter((one) => one.subject === subject).length;
  await expect.poll(sent).toBe(1);
  const logged = (panel: Frame) => async () =>
    (await timelineOf(panel)())?.filter((line) => line?.includes(subject));
  // The webmail goes back to its list by itself.
  await stands(page, rowOf(wang.address));
  await preview(page, wang.address);
  await expect.poll(logged(await panelOf(page, wang))).toHaveLength(1);
  // Read again among what was sent, it is the same mail.
  await goTo(
    page,
    `${webmail.url}?_task=mail&_mbox=Sent`,
    'body:has(#mailboxlist .sent.selected) #messagelist tr.message',
  );
  await page.click(`#messagelist tr.message ::-p-text(${subject})`);
  const again = await panelOf(page, wang);
  await again.waitForSelector('.logged');
  await expect.poll(logged(again)).toHaveLength(1);

  // Another version takes the place of this one: its panel would speak of whoever was shown last.
  await own.evaluate(() => void setTimeout(() => chrome.runtime.reload()));
  const drawn = () =>
    page.$$eval('[data-sidelight]', (all) => all.map((one) => one.getAttribute('data-sidelight')));
  await expect.poll(drawn, { timeout: 30_000 }).toEqual(['orphan']);
  const notice = await page.$('[data-sidelight=orphan]');
  await notice?.click();
  await stands(page, 'html:not(:has(> [data-sidelight=orphan])) #messagelist tr.message');
  await expect.poll(drawn, { timeout: 20_000 }).toContain('panel');
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
