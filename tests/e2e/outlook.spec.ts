import { expect, test } from '../support/extension.ts';
import { panelOf, shows } from '../support/product.ts';
import { chipsAt, known, openSite, sitePage } from '../support/site-pages.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('a conversation: its last sender who is not the user, and chips at the names', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  const addresses = ['mia.keller@lumen.example', 'hidden@elsewhere.example', 'forged@evil.example'];
  const contacts = [
    known('li.wei@acme.example'),
    known('zh.chen@acme.example'),
    ...addresses.map((one) => known(one)),
  ];
  await openSite({ context, page, openPage, grantHost }, [sitePage('outlook/message-en')], contacts);
  const panel = await panelOf(page);
  await shows(panel, 'Known li.wei@acme.example');
  await expect
    .poll(() => chipsAt(page, 'chip'))
    .toEqual(['li wei<li.wei@acme.example>', '陈志强 <zh.chen@acme.example>']);
  await expect(panel.locator('body')).not.toContainText(/mia\.keller|elsewhere|evil/);
});

test('a list in German: a dot where something is open', async ({ context, page, openPage, grantHost }) => {
  const contacts = [known('zoe@fabrik.example', true)];
  await openSite({ context, page, openPage, grantHost }, [sitePage('outlook/list-de')], contacts);
  await expect((await panelOf(page)).getByRole('button', { name: 'Known zoe@fabrik.example' })).toBeVisible();
  await expect.poll(() => chipsAt(page, 'dot')).toHaveLength(1);
});

test('a name without an address is asked about, and the answer holds for its thread alone', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  const thread = sitePage('outlook/message-zh-name-only');
  const other = {
    url: `${thread.url}other`,
    html: thread.html.replaceAll('CONV_c9_', 'CONV_c10_').replaceAll('b1', 'b2'),
  };
  const contact = {
    name: '李伟',
    company: 'Acme',
    points: [{ kind: 'email' as const, value: 'li.wei@acme.example' }],
  };
  const namesake = { name: '王芳', company: 'Yunfan' };
  await openSite({ context, page, openPage, grantHost }, [thread, other], [contact, namesake]);

  const asked = await panelOf(page);
  const question = { name: 'Is this 李伟 of Acme?' };
  await expect(asked.getByRole('heading', question)).toBeVisible();
  await expect(asked.getByRole('textbox', { name: 'Note', exact: true })).toHaveCount(0);
  expect(await chipsAt(page, 'chip')).toEqual([]);
  // The user is known by name alone here, and is not among the people.
  await expect(asked.locator('body')).not.toContainText('王芳');
  await asked.getByRole('button', { name: 'Yes, 李伟, Acme' }).click();
  await expect(asked.getByText('by your answer for this thread')).toBeVisible();
  await expect(asked.getByRole('textbox', { name: 'Note', exact: true })).toBeVisible();

  await page.reload();
  const again = await panelOf(page);
  await shows(again, '李伟');
  await expect(again.getByText('by your answer for this thread')).toBeVisible();
  await expect(again.getByRole('heading', question)).toHaveCount(0);

  await page.goto(other.url);
  await expect((await panelOf(page)).getByRole('heading', question)).toBeVisible();
});
