import type { Frame, Page } from '@playwright/test';
import { expect, test } from '../support/extension.ts';
import { addContact, panelOf, shows, switchOn } from '../support/product.ts';
import { MACHINES, OWNER, PEOPLE, type Webmail } from '../support/webmail/index.ts';
import { addressOf, openByDoubleClick, preview } from '../support/webmail/reading.ts';
import { logIn } from '../support/webmail/roundcube.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test.beforeEach(async ({ page, webmail, openPage, grantHost }) => {
  await switchOn({ openPage, grantHost }, webmail.url);
  await page.bringToFront();
  await logIn(page, webmail);
  // The list shows who the user is; the page of one mail does not.
  await expect((await panelOf(page)).getByRole('heading', { name: /Who matters\?$/ })).toBeVisible();
});

const SENDERS = Object.values(PEOPLE) as { name: string; address: string }[];

/** The newest mail of each seeded person, by address. */
function newestOf(webmail: Webmail, address: string) {
  const mail = webmail.mails.find(({ folder, from }) => folder === 'INBOX' && from.address === address);
  if (!mail) throw new Error(`Nothing is seeded from ${address}`);
  return mail;
}

/**
 * The panel shows this stranger, by name and by address. Roundcube itself shows the true address of somebody who has no
 * name or pretends to be another address.
 */
async function showsStranger(
  panel: Frame,
  { name, address }: { name: string; address: string },
): Promise<void> {
  await expect(panel.getByText(`by address, ${address}`, { exact: true })).toBeVisible();
  await shows(panel, name === '' || name.includes('@') ? address : name);
  await expect(panel.getByRole('textbox', { name: 'Address', exact: true })).toHaveValue(address);
}

/** The user's own name and address stand nowhere in the panel. */
async function hidesOwner(panel: Frame): Promise<void> {
  await expect(panel.getByText(OWNER.name, { exact: true })).toHaveCount(0);
  await expect(panel.getByText(OWNER.address)).toHaveCount(0);
  await expect(panel.getByRole('textbox', { name: 'Address', exact: true })).not.toHaveValue(OWNER.address);
}

test('the right stranger for every sender in the preview pane, and never the user', async ({ page }) => {
  test.slow();
  const panel = await panelOf(page);
  for (const person of SENDERS) {
    await preview(page, person.address);
    await showsStranger(panel, person);
    await hidesOwner(panel);
  }
});

test('the right stranger for every sender on a page of its own, and never the user', async ({
  page,
  webmail,
}) => {
  test.slow();
  await openByDoubleClick(page, PEOPLE.wang.address);
  await showsStranger(await panelOf(page), PEOPLE.wang);
  for (const person of SENDERS) {
    await page.goto(addressOf(webmail, newestOf(webmail, person.address)));
    const panel = await panelOf(page);
    await showsStranger(panel, person);
    await hidesOwner(panel);
  }
});

test('what the user sent shows whom it went to', async ({ page, webmail }) => {
  const sent = webmail.mails.filter(({ folder }) => folder === 'Sent');
  for (const address of [PEOPLE.wang.address, PEOPLE.garcia.address]) {
    const mail = sent.find(({ to }) => to[0]?.address === address);
    if (!mail?.to[0]) throw new Error(`Nothing is seeded to ${address}`);
    await page.goto(addressOf(webmail, mail));
    const panel = await panelOf(page);
    await showsStranger(panel, mail.to[0]);
    await hidesOwner(panel);
  }
});

test('of two people with one name each is kept apart, and a name that spoofs one is neither', async ({
  page,
}) => {
  const { annaWork, annaHome, spoof } = PEOPLE;
  await preview(page, annaWork.address);
  const panel = await panelOf(page);
  await showsStranger(panel, annaWork);
  await addContact(panel);
  await preview(page, annaHome.address);
  await showsStranger(panel, annaHome);
  await preview(page, spoof.address);
  await showsStranger(panel, spoof);
  await preview(page, annaWork.address);
  await expect(panel.getByText(`by address, ${annaWork.address}`)).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Log this mail' })).toBeVisible();
});

/** Names that the list offers as contacts. */
async function offered(page: Page): Promise<string> {
  const panel = await panelOf(page);
  const more = panel.getByRole('button', { name: /^\d+ more$/ });
  await expect(panel.getByRole('heading', { name: /Who matters\?$/ })).toBeVisible();
  if (await more.isVisible()) await more.click();
  await expect(panel.getByRole('checkbox')).not.toHaveCount(8);
  return (await panel.getByRole('main').innerText()).replace(/\s+/g, ' ');
}

test('the list offers its people, but neither the user nor a robot', async ({ page }) => {
  const text = await offered(page);
  for (const { name, address } of SENDERS) expect(text).toContain(name || address);
  for (const address of [OWNER.address, MACHINES.noReply.address]) expect(text).not.toContain(address);
  const panel = await panelOf(page);
  await preview(page, MACHINES.noReply.address);
  await expect(panel.getByText('A list or a robot, not a person')).toBeVisible();
  await expect(panel.getByRole('textbox', { name: 'Address', exact: true })).toHaveCount(0);
  await panel.getByRole('button', { name: 'Add contact' }).click();
  await expect(panel.getByRole('textbox', { name: 'Address', exact: true })).toHaveValue(
    MACHINES.noReply.address,
  );
});

test('the other people of a thread are one click away', async ({ page, webmail }) => {
  const mail = webmail.mails.find(
    ({ folder, cc }) => folder === 'INBOX' && cc.some((one) => one.address === PEOPLE.petrov.address),
  );
  if (!mail) throw new Error('No mail with a copy is seeded');
  await page.goto(addressOf(webmail, mail));
  const panel = await panelOf(page);
  await showsStranger(panel, mail.from);
  const people = panel.getByRole('navigation', { name: 'People on this page' });
  await expect(people.getByRole('button')).toHaveCount(2);
  await people.getByRole('button', { name: 'Иван' }).click();
  await showsStranger(panel, PEOPLE.petrov);
  await people.getByRole('button').first().click();
  await showsStranger(panel, mail.from);
});
