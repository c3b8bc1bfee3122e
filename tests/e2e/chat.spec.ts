import { type Chat, chatObstacle, startChat } from '../support/chat.ts';
import { expect, test } from '../support/extension.ts';
import { chipsIn, panelOf, shows, switchOn } from '../support/product.ts';
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
