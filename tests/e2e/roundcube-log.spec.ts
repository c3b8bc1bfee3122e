import '../support/webextension.ts';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/extension.ts';
import { addContact, panelOf, shows, switchOn, unfold } from '../support/product.ts';
import { PEOPLE } from '../support/webmail/index.ts';
import { addressOf, preview } from '../support/webmail/reading.ts';
import { logIn } from '../support/webmail/roundcube.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test.beforeEach(async ({ page, webmail, openPage, grantHost }) => {
  await switchOn({ openPage, grantHost }, webmail.url);
  await page.bringToFront();
  await logIn(page, webmail);
  // The list shows who the user is; the page of one mail does not.
  await expect((await panelOf(page)).getByRole('heading', { name: /Who matters\?$/ })).toBeVisible();
});

/** Every row of every table and all that the browser keeps for the extension, as text. Evaluated in a page of it. */
async function everything(): Promise<string> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('sidelight');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const tables = [...db.objectStoreNames].map(
    (name) =>
      new Promise((resolve, reject) => {
        const reading = db.transaction(name).objectStore(name).getAll();
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
      }),
  );
  const rows = await Promise.all(tables);
  db.close();
  const { local, session } = chrome.storage as typeof chrome.storage & {
    session: typeof chrome.storage.local;
  };
  return JSON.stringify([rows, await local.get(), await session.get()]);
}

/** Of mails that were logged their subjects are kept, and no line of their text. */
async function keepsNoText(page: Page, subject: string, texts: string[]): Promise<void> {
  const kept = await page.evaluate(everything);
  expect(kept).toContain(subject);
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line.length > 5);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => kept.includes(line))).toEqual([]);
}

test('a mail logged twice is logged once, and after the third by hand the panel offers to do it', async ({
  page,
  webmail,
  openPage,
}) => {
  const { wang } = PEOPLE;
  const mails = webmail.mails.filter(
    ({ folder, from }) => folder === 'INBOX' && from.address === wang.address,
  );
  expect(mails.length).toBeGreaterThanOrEqual(4);
  const [first, second, third, fourth] = mails.map((mail) => addressOf(webmail, mail)) as [
    string,
    string,
    string,
    string,
  ];
  const offer = 'Log the mails with 王小明 automatically';

  await page.goto(first);
  let panel = await panelOf(page);
  await shows(panel, wang.name);
  await addContact(panel);
  const logIt = async () => {
    await panel.getByRole('button', { name: 'Log this mail' }).click();
    await expect(panel.getByText('Logged', { exact: true })).toBeVisible();
  };
  const entries = () => panel.getByRole('region', { name: 'Timeline' }).getByRole('img', { name: 'Mail' });
  // Two clicks in one turn, before the first is answered.
  await panel.getByRole('button', { name: 'Log this mail' }).evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await expect(panel.getByText('Logged', { exact: true })).toBeVisible();
  await expect(entries()).toHaveCount(1);
  await expect(
    panel.getByRole('region', { name: 'Timeline' }).getByText(mails[0]?.subject ?? ''),
  ).toBeVisible();

  // The same mail in the preview pane is the same mail.
  await page.goto(webmail.url);
  await preview(page, wang.address);
  panel = await panelOf(page);
  await shows(panel, wang.name);
  await expect(panel.getByText('Logged', { exact: true })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Log this mail' })).toHaveCount(0);

  await page.goto(second);
  panel = await panelOf(page);
  await logIt();
  await expect(entries()).toHaveCount(2);
  await expect(panel.getByText(offer)).toHaveCount(0);
  await page.goto(third);
  panel = await panelOf(page);
  await logIt();
  await expect(entries()).toHaveCount(3);
  await expect(panel.getByText(offer)).toBeVisible();
  await panel.getByRole('button', { name: 'Log automatically' }).click();
  await expect(panel.getByText(offer)).toHaveCount(0);

  await page.goto(fourth);
  panel = await panelOf(page);
  await expect(panel.getByText('Logged', { exact: true })).toBeVisible();
  await expect(entries()).toHaveCount(4);
  // The signature says what the header says too.
  const texts = mails.slice(0, 4).map(({ text }) => text.split('\n--')[0] as string);
  await keepsNoText(await openPage('popup.html'), mails[3]?.subject ?? '', texts);

  // The mail is a complaint: a case of its subject, which leads back to it and to whom it is about.
  const subject = mails[3]?.subject ?? '';
  await panel.getByRole('button', { name: 'Log something else' }).click();
  await panel.getByRole('menuitem', { name: 'Open case' }).click();
  const line = panel.getByRole('region', { name: 'Open cases' }).getByRole('button', { name: subject });
  await expect(line).toHaveCount(1);
  const number = (await line.locator('.num').innerText()).trim();
  const opening = page.context().waitForEvent('page');
  await line.click();
  const workspace = await opening;
  await expect(workspace.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  await expect(workspace.getByRole('main').getByText(number).first()).toBeVisible();
  await expect(workspace.getByRole('main').getByRole('link', { name: wang.name })).toBeVisible();
  await expect(workspace.locator(`main a[href="${fourth}"]`)).toHaveCount(1);
});

test('a mail that is written and sent is logged once, also after it is read again', async ({
  page,
  webmail,
  openPage,
}) => {
  const { zoe } = PEOPLE;
  await preview(page, zoe.address);
  let panel = await panelOf(page);
  await shows(panel, zoe.name);
  await addContact(panel);
  await unfold(panel);
  await panel.getByRole('switch', { name: 'Log automatically' }).click();
  await expect(panel.getByRole('switch', { name: 'Log automatically', checked: true })).toBeVisible();

  const subject = `Angebot für Zoë ${Date.now()}`;
  await page.goto(`${webmail.url}?_task=mail&_action=compose&_to=${zoe.address}`);
  panel = await panelOf(page);
  await shows(panel, zoe.name);
  await page.locator('#compose-subject').fill(subject);
  await page.locator('#composebody').fill('Here is the price list.');
  await page.locator('#compose-content button.send').click();
  await expect
    .poll(async () => (await webmail.sent()).filter((mail) => mail.subject === subject).length)
    .toBe(1);
  await page.waitForURL((url) => url.searchParams.get('_action') !== 'compose');

  const lines = () => panel.getByRole('region', { name: 'Timeline' }).getByText(subject);
  await logged();
  await page.goto(`${webmail.url}?_task=mail&_mbox=Sent`);
  await page.locator('#messagelist tr.message', { hasText: subject }).click();
  panel = await panelOf(page);
  await shows(panel, zoe.name);
  await expect(panel.getByText('Logged', { exact: true })).toBeVisible();
  await expect(lines()).toHaveCount(1);
  await page.locator('#messagelist tr.message', { hasText: subject }).dblclick();
  await page.waitForURL(/_action=show/);
  await logged();
  await keepsNoText(await openPage('popup.html'), subject, ['Here is the price list.']);

  /** One line of the time line bears the subject. */
  async function logged(): Promise<void> {
    await page.goto(webmail.url);
    await preview(page, zoe.address);
    panel = await panelOf(page);
    await shows(panel, zoe.name);
    await expect(lines()).toHaveCount(1);
  }
});
