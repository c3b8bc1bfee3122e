import { chipWords, focusChip, tipsShown } from '../support/chips.ts';
import { expect, test } from '../support/extension.ts';
import { panelOf, shows } from '../support/product.ts';
import { chipsAt, known, openSite, sitePage } from '../support/site-pages.ts';

test.use({ viewport: { width: 1440, height: 900 } });

/** The user keeps their own addresses too: they are never taken for a customer. */
const SELF = known('mia.keller@lumen.example', true);
const PRIVATE = known('mia.private@home.example', true);

test('a thread: its last sender who is not the user, in a page with hidden panes and forged senders', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  const others = ['hidden.pane@elsewhere.example', 'trap@evil.example', 'forged@evil.example'];
  const contacts = [
    SELF,
    known('li.wei@acme.example', true),
    known('zh.chen@acme.example'),
    ...others.map((one) => known(one)),
  ];
  await openSite({ context, page, openPage, grantHost }, [sitePage('gmail/thread-en')], contacts);
  const panel = await panelOf(page);
  await shows(panel, 'Known li.wei@acme.example');
  await expect.poll(() => chipsAt(page, 'chip')).toEqual(['li.wei@acme.example', 'zh.chen@acme.example']);
  expect(await chipWords(page)).toEqual(['Something is late', 'In your contacts']);
  await expect(panel.locator('body')).not.toContainText(/mia\.keller|elsewhere|evil/);
});

test('a list of the second account: a dot where something is open, none beside the user', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  const contacts = [PRIVATE, known('m.ali@gulf.example', true)];
  await openSite({ context, page, openPage, grantHost }, [sitePage('gmail/list-second-account')], contacts);
  const panel = await panelOf(page);
  await expect(panel.getByRole('button', { name: 'Known m.ali@gulf.example' })).toBeVisible();
  await expect.poll(() => chipsAt(page, 'dot')).toEqual(['m.ali@gulf.example']);
  expect(await chipsAt(page, 'chip')).toEqual([]);
  await expect(panel.locator('body')).not.toContainText('mia.private');
  // It is quiet: six pixels, and its words only for the pointer or the keyboard that is on it.
  const dot = page.locator('[data-sidelight=dot]');
  expect(await dot.boundingBox()).toMatchObject({ width: 6, height: 6 });
  expect(await tipsShown(page)).toEqual([]);
  await dot.hover();
  await expect.poll(() => tipsShown(page)).toEqual(['Something is late']);
  await page.mouse.move(5, 5);
  await expect.poll(() => tipsShown(page)).toEqual([]);
  await focusChip(page);
  await expect.poll(() => tipsShown(page)).toEqual(['Something is late']);
});

test('a draft: chips that say no more than that somebody is known', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  const contacts = [SELF, known('zh.chen@acme.example', true)];
  await openSite({ context, page, openPage, grantHost }, [sitePage('gmail/compose-zh')], contacts);
  await shows(await panelOf(page), 'Known zh.chen@acme.example');
  await expect.poll(() => chipsAt(page, 'chip')).toEqual(['zh.chen@acme.example']);
  expect(await chipWords(page)).toEqual(['In your contacts']);
});

test('the preview pane: of two people of one name the one whose mail is open', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  const contacts = [SELF, known('li.wei@other.example'), known('li.wei@acme.example', true)];
  await openSite({ context, page, openPage, grantHost }, [sitePage('gmail/preview-pane')], contacts);
  await shows(await panelOf(page), 'Known li.wei@other.example');
  await expect.poll(() => chipsAt(page, 'chip')).toEqual(['li.wei@other.example']);
  await expect.poll(() => chipsAt(page, 'dot')).toEqual(['li.wei@acme.example']);
});

test('two accounts: whoever is the user in one is somebody else in the other', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  const first = sitePage('gmail/thread-en');
  const second = sitePage('gmail/list-second-account');
  await openSite({ context, page, openPage, grantHost }, [second, first], [SELF, PRIVATE]);
  await expect.poll(() => chipsAt(page, 'dot')).toEqual(['mia.keller@lumen.example']);
  const other = await context.newPage();
  await other.goto(first.url);
  const panel = await panelOf(other);
  await shows(panel, 'Li Wei');
  await expect(panel.getByRole('button', { name: 'Add contact' })).toBeVisible();
  expect(await chipsAt(other, 'chip')).toEqual([]);
});
