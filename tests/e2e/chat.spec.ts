import type { Page } from '@playwright/test';
import { faultsIn } from '../support/axe.ts';
import { BARE_WORKSPACE } from '../support/bare-workspace.ts';
import { type Chat, chatObstacle, startChat } from '../support/chat.ts';
import { expect, test } from '../support/extension.ts';
import { chipsIn, panelOf, shows, switchOn } from '../support/product.ts';
import { callFrom, giveRemoteClient } from '../support/remote-client/index.ts';
import { keep } from '../support/site-pages.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const obstacle = chatObstacle();
test.skip(obstacle !== null, obstacle ?? '');

let chat: Chat;
test.beforeAll(async () => {
  chat = await startChat();
});
test.afterAll(() => chat?.stop());

test('in a web chat the panel is about whom the conversation is with, and stays so when others write', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  await switchOn({ openPage, grantHost }, chat.url);
  await keep(openPage, [
    { name: 'Known Wang', points: [{ kind: 'handle', value: 'xmpp:wang@localhost' }] },
    { name: 'Known self', points: [{ kind: 'handle', value: 'xmpp:lab@localhost' }] },
  ]);
  await page.goto(`${chat.url}?u=lab&with=wang`);
  const panel = await panelOf(page);
  await shows(panel, 'Known Wang');
  await expect(page.locator('converse-chat-heading [data-sidelight=chip]')).toHaveCount(1);

  await page.getByRole('link', { name: 'Zoë Müller' }).first().click();
  await shows(panel, 'Zoë Müller');
  await expect(chipsIn(page)).toHaveCount(0);

  const other = await context.newPage();
  // On a site of its own, which is not switched on: who is logged in on one is the user there.
  await other.goto(`${chat.url.replace('localhost', '127.0.0.1')}?u=wang&with=lab`);
  await other.locator('converse-chat[jid="lab@localhost"] textarea').fill('你好, the prices?');
  await other.keyboard.press('Enter');
  await page.bringToFront();
  await expect(page.locator('.msgs-indicator, .badge-incoming, [data-unread]').first()).toBeVisible();
  await shows(panel, 'Zoë Müller');

  await page.getByRole('link', { name: '王小明' }).first().click();
  await expect(page.getByText('你好, the prices?').first()).toBeVisible();
  await shows(panel, 'Known Wang');
  await expect(panel.locator('body')).not.toContainText('Known self');
});

/** What the panel says of somebody who waits for an answer. */
const OWED = 'not answered yet';

/** Somebody writes to somebody, and it stands there. */
async function says(page: Page, to: string, text: string): Promise<void> {
  const box = page.locator(`converse-chat[jid="${to}@localhost"] textarea`);
  await box.fill(text);
  await box.press('Enter');
  await expect(page.locator('converse-chat-message').getByText(text).last()).toBeVisible();
}

test('a conversation is logged once a day for who had the last word, each by itself, and is there for whoever comes back', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  await switchOn({ openPage, grantHost }, chat.url);
  await keep(openPage, [
    { name: 'Known Wang', points: [{ kind: 'handle', value: 'xmpp:wang@localhost' }] },
    { name: 'Known Zoe', points: [{ kind: 'handle', value: 'xmpp:zoe@localhost' }] },
  ]);
  const workspace = await openPage(BARE_WORKSPACE);
  await giveRemoteClient(workspace);
  const contacts = await callFrom<{ id: string; name: string }[]>(workspace, 'contacts.find', {
    text: 'Known',
    limit: 5,
  });
  const idOf = (name: string) => contacts.find((one) => one.name === name)?.id as string;
  const logged = async (name: string) =>
    (await callFrom<{ items: object[] }>(workspace, 'activities.list', { contactId: idOf(name) })).items;

  await page.goto(`${chat.url}?u=lab&with=wang`);
  const panel = await panelOf(page);
  await shows(panel, 'Known Wang');
  expect(await logged('Known Wang')).toEqual([]);
  await panel.getByRole('button', { name: 'Log this message' }).click();
  await expect(panel.getByText('Logged', { exact: true })).toBeVisible();
  expect(await faultsIn(panel)).toEqual([]);
  if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}-chat.png` });
  const day = new Date().toDateString();
  const [first, ...more] = (await logged('Known Wang')) as { at: number }[];
  expect(more).toEqual([]);
  // Nobody wrote: it came from nobody, and nothing waits for an answer.
  const told = { type: 'message', channel: 'xmpp', text: '' };
  expect(first).toMatchObject({ ...told, precision: 'day', direction: null });
  expect(new Date(first?.at ?? 0).toDateString()).toBe(day);
  await expect(panel.locator('body')).not.toContainText(OWED);

  // They have the last word, which waits, until the user has.
  const theirs = await context.newPage();
  await theirs.goto(`${chat.url.replace('localhost', '127.0.0.1')}?u=wang&with=lab`);
  await says(theirs, 'lab', '你好, the prices?');
  await page.bringToFront();
  await panel.getByRole('button', { name: 'Log this message' }).click();
  await expect(panel.locator('body')).toContainText(OWED);
  await expect(panel.locator('body')).toContainText('Web chat');
  if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}-chat-in.png` });
  await says(page, 'wang', 'The prices are sent, 谢谢');
  await panel.getByRole('button', { name: 'Log this message' }).click();
  await expect(panel.getByText('Logged', { exact: true })).toBeVisible();
  await expect(panel.locator('body')).not.toContainText(OWED);
  expect(await logged('Known Wang')).toMatchObject([
    { ...told, direction: 'out', precision: 'second' },
    { ...told, direction: 'in', precision: 'second' },
    { direction: null },
  ]);
  // What is said goes on, and it stays the conversation of this day.
  await says(page, 'wang', 'And a sample.');
  await expect(panel.getByText('Logged', { exact: true })).toBeVisible();
  await theirs.close();

  await page.getByRole('link', { name: 'Zoë Müller' }).first().click();
  await shows(panel, 'Known Zoe');
  await panel.getByRole('button', { name: 'Log this message' }).click();
  await expect(panel.getByText('Logged', { exact: true })).toBeVisible();

  await page.reload();
  const again = await panelOf(page);
  await shows(again, 'Known Wang');
  await expect(again.getByText('Logged', { exact: true })).toBeVisible();
  expect(await logged('Known Wang')).toHaveLength(3);
  expect(await logged('Known Zoe')).toHaveLength(1);
  expect(JSON.stringify(await logged('Known Wang'))).not.toContain('prices');
});
