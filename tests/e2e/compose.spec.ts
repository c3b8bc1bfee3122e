import type { Locator, Page } from '@playwright/test';
import { faultsIn } from '../support/axe.ts';
import { BARE_WORKSPACE } from '../support/bare-workspace.ts';
import { putIn } from '../support/compose.ts';
import { type EveryPage, everyPage, openAt, switchOnEvery } from '../support/every-site.ts';
import { panelOf, shows, switchOn } from '../support/product.ts';
import { callFrom, giveRemoteClient } from '../support/remote-client/index.ts';
import { openSite, sitePage } from '../support/site-pages.ts';
import { addPerson, expect, npsSurvey, test } from '../support/surveys/fixtures.ts';
import { PEOPLE } from '../support/webmail/index.ts';
import { logIn } from '../support/webmail/roundcube.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const { zoe, petrov } = PEOPLE;
const TEXT = 'Hi {first name},\nthe new price list of {company} is ready, and I send it on Monday.\n';
const FILLED = 'Hi Zoë,\nthe new price list of Fjordlys is ready, and I send it on Monday.\n';

/** Two contacts of two companies, and a template, which stands on its page. */
async function fill(workspace: Page): Promise<void> {
  await giveRemoteClient(workspace);
  for (const [{ name, address }, company] of [
    [zoe, 'Fjordlys'],
    [petrov, 'Bergen Bank'],
  ] as const) {
    const draft = {
      name,
      points: [{ kind: 'email', value: address }],
      facts: [{ field: 'company', value: company }],
    };
    await callFrom(workspace, 'contacts.add', { draft });
  }
  const template = { name: 'Price list', language: 'en', labels: [], text: TEXT };
  await callFrom(workspace, 'templates.put', { id: crypto.randomUUID(), template });
  await workspace.goto(`${workspace.url().split('?')[0]}#/templates`);
  await expect(workspace.getByRole('link', { name: 'Price list' })).toBeVisible();
  expect(await faultsIn(workspace)).toEqual([]);
  await workspace.getByRole('link', { name: 'Price list' }).click();
  await expect(workspace.getByRole('region', { name: 'Preview' })).toContainText('is ready');
  expect(await faultsIn(workspace)).toEqual([]);
  await workspace.close();
}

test('Roundcube: what is to be known of two companies, a template in both editors, taken back by its undo, and sent', async ({
  page,
  webmail,
  openPage,
  grantHost,
}) => {
  await switchOn({ openPage, grantHost }, webmail.url);
  await fill(await openPage(BARE_WORKSPACE));
  await page.bringToFront();
  await logIn(page, webmail);
  const subject = `Prices ${Date.now()}`;
  await page.goto(`${webmail.url}?_task=mail&_action=compose&_to=${zoe.address},${petrov.address}`);
  const panel = await panelOf(page);
  await shows(panel, zoe.name);

  const check = panel.getByRole('region', { name: 'Before sending' });
  await check.getByRole('button', { name: /2 companies: Fjordlys and Bergen Bank/ }).click();
  await expect(check.getByRole('button', { name: `${petrov.name} · Bergen Bank` })).toBeVisible();
  await expect(page.locator('[data-sidelight=chip]')).toHaveCount(2);

  const body = page.locator('#composebody');
  await body.fill('Before.\n\nAfter.');
  await body.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(8, 8));
  const others = await page.locator('form[name=form] input, form[name=form] select').evaluateAll(values);
  await putIn(panel, 'price');
  await expect(body).toHaveValue(`Before.\n${FILLED}\nAfter.`);
  await expect(body).toBeFocused();
  await page.keyboard.press('Control+Z');
  await expect(body).toHaveValue('Before.\n\nAfter.');
  await page.keyboard.press('Control+Shift+Z');
  await expect(body).toHaveValue(`Before.\n${FILLED}\nAfter.`);
  expect(await page.locator('form[name=form] input, form[name=form] select').evaluateAll(values)).toEqual(
    others,
  );

  // What is greeted is read only where the user says so.
  await body.fill('Hi Anna,\nhow are you?');
  await expect(check.getByText(/It greets Anna/)).toHaveCount(0);
  await check.getByRole('switch', { name: 'Check what I write on this site' }).click();
  await body.pressSequentially(' Fine?');
  await expect(check.getByRole('button', { name: /It greets Anna, and goes to Zoë/ })).toBeVisible();
  await body.fill('Hi Zoë,\n');
  await expect(check.getByText(/It greets Anna/)).toHaveCount(0);

  page.once('dialog', (question) => void question.accept());
  await page.locator('.editor-toolbar a.mce-i-html').click();
  const html = page.frameLocator('#composebody_ifr').locator('body');
  await html.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Dear all, ');
  await putIn(panel, 'price');
  await expect(html).toContainText('is ready, and I send it on Monday.');
  await expect(html).toContainText('Dear all,');
  await page.keyboard.press('Control+Z');
  await expect(html).not.toContainText('is ready');
  await expect(html).toContainText('Dear all,');
  await page.keyboard.press('Control+Y');
  await expect(html).toContainText('is ready');

  await page.locator('#compose-subject').fill(subject);
  await page.locator('#compose-content button.send').click();
  const sent = async () => (await webmail.sent()).find((mail) => mail.subject === subject);
  await expect.poll(async () => (await sent())?.to).toEqual([zoe.address, petrov.address]);
  expect((await sent())?.raw).toContain('price list of Fjordlys');
});

const values = (fields: Element[]) =>
  fields.map((field) => [field.getAttribute('name'), (field as HTMLInputElement).value]);

/** Around the text of a draft Outlook has an element with an id of its own. */
const asOutlook = (html: string) =>
  html.replace(/<div role="textbox"[^>]*>.*?<\/div>/, (box) => `<div id="editorParent_1">${box}</div>`);

for (const [name, editor, made] of [
  ['gmail/compose-zh', '.Am.Al.editable', (html: string) => html],
  ['outlook/compose-zh', '[id^=editorParent_] [contenteditable=true]', asOutlook],
] as const)
  test(`${name}: a template at the caret, taken back by one undo`, async ({
    context,
    page,
    openPage,
    grantHost,
  }) => {
    const draft = sitePage(name);
    const served = { ...draft, html: made(draft.html) };
    await openSite({ context, page, openPage, grantHost }, [served], []);
    await fill(await openPage(BARE_WORKSPACE));
    await page.bringToFront();
    const body = page.locator(editor);
    await body.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('AB');
    await page.keyboard.press('ArrowLeft');
    await putIn(await panelOf(page), 'price');
    await expect(body).toContainText(/^A.*is ready, and I send it on Monday\.\s*B/s);
    await page.keyboard.press('Control+Z');
    await expect(body).toHaveText('AB');
  });

const DAY = 86_400_000;

test('Gmail: all that is to be known before sending, each with what it rests on, and nothing of it in the mail', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  const draft = sitePage('gmail/compose-zh');
  await openSite({ context, page, openPage, grantHost }, [draft], []);
  const workspace = await openPage(BARE_WORKSPACE);
  await giveRemoteClient(workspace);
  const add = async (name: string, address: string, company: string) => {
    const points = [{ kind: 'email', value: address }];
    const facts = [{ field: 'company', value: company }];
    return (await callFrom<{ id: string }>(workspace, 'contacts.add', { draft: { name, points, facts } })).id;
  };
  const chen = await add('陈志强', 'zh.chen@acme.example', '东方贸易');
  await add('王芳', 'info@müller.example', 'Bergen Bank');
  const text = '我们下个月起按新的价目表供货，详情请见附件。';
  await callFrom(workspace, 'contacts.edit', { id: chen, doNotContact: { reason: 'asked on the phone' } });
  const consent = { state: 'withdrawn', basis: 'by mail' };
  await callFrom(workspace, 'contacts.setConsent', { id: chen, channel: 'mail', consent });
  await callFrom(workspace, 'cases.open', { kind: 'complaint', title: '灯具发错', contactIds: [chen] });
  await callFrom(workspace, 'contacts.setStage', {
    id: chen,
    stage: { stage: 'decline', reason: 'seen so' },
  });
  const mail = { type: 'mail', direction: 'out', subject: 'Prices', text, contactIds: [chen] };
  for (let week = 0; week < 12; week++) {
    const activity = { ...mail, at: Date.now() - (200 + 7 * week) * DAY };
    await callFrom(workspace, 'activities.log', { activity });
  }
  await callFrom(workspace, 'sites.reads', { origin: new URL(draft.url).origin, on: true });
  await workspace.close();

  await page.reload();
  const body = page.locator('.Am.Al.editable');
  await body.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(`李总好，\n${text}`);
  const written = await body.innerText();
  const panel = await panelOf(page);
  const check = panel.getByRole('region', { name: 'Before sending' });
  for (const words of [
    /陈志强 does not want to be contacted/,
    /陈志强 took back/,
    /It greets 李/,
    /2 companies: .*东方贸易/,
    /陈志强 has an open case: 灯具发错/,
    /A text like this was put into a mail to 陈志强/,
    /陈志强 is declining/,
    /No exchange with 陈志强 logged for 200 days; \d+ are usual/,
  ])
    await expect(check.getByRole('button', { name: words }), String(words)).toBeVisible();
  expect(await faultsIn(panel)).toEqual([]);
  await expect(page.locator('[data-sidelight=chip]')).toHaveCount(2);
  expect(await body.innerText()).toBe(written);
  if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}-check.png` });
});

/** Drafts at their real addresses: whom the panel shows, and where the text stands, in a frame or not. */
const DRAFTS: [string, string, (tab: Page) => Locator][] = [
  ['fastmail/compose-en', 'Li Wei', (tab) => tab.locator('.v-RichText-input:visible')],
  [
    'zoho-mail/compose-zh',
    'Chen Zhiqiang',
    (tab) => tab.locator('iframe.ze_area:visible').contentFrame().locator('[contenteditable]'),
  ],
  ['qq-mail-new/compose-en', 'Chen Zhiqiang', (tab) => tab.locator('.xmail-cmp-editor-content:visible')],
  [
    'qq-mail/exmail-compose',
    'Li Wei',
    (tab) => tab.frameLocator('#mainFrame').frameLocator('#QMEditorIfrmEditArea').locator('body'),
  ],
];

test('Fastmail, Zoho, QQ and Exmail: a survey link of their own is put into a draft, and taken back by one undo', async ({
  context,
  desk: { ask },
  openPage,
  grantHost,
  hub,
  publish,
}) => {
  await ask('hub.connect', { address: hub.connection });
  const { id: surveyId, code } = await publish(npsSurvey('kilnstreet'));
  const people = {
    'Li Wei': await addPerson(ask, 'Li Wei', 'li.wei@acme.example'),
    'Chen Zhiqiang': await addPerson(ask, 'Chen Zhiqiang', 'zh.chen@acme.example'),
  };
  const all = everyPage();
  const pages = DRAFTS.map(([name]) => all.find((page) => page.name === name) as EveryPage);
  await switchOnEvery(
    { openPage, grantHost },
    pages.map(({ url }) => url),
  );
  const links = new Set<string>();
  for (const [at, [name, person, editorOf]] of DRAFTS.entries())
    await test.step(name, async () => {
      const tab = await openAt(context, all, pages[at] as EveryPage);
      const panel = await panelOf(tab);
      await shows(panel, person);
      const editor = editorOf(tab);
      const before = await editor.innerText();
      await putIn(panel, 'shop');
      const [link] = /http\S+/.exec(await editor.innerText()) ?? [];
      expect(link).toMatch(new RegExp(`^${hub.url}/f/${hub.space}/${code}#[\\w-]+\\.[\\w-]+$`));
      links.add(link as string);
      await tab.keyboard.press('Control+Z');
      await expect.poll(() => editor.innerText()).toBe(before);
      await tab.close();
    });
  // One for each person and mail: none says of another who answered.
  expect(links.size).toBe(DRAFTS.length);
  const asked = (await ask('invites.asked', { surveyId })) as { contactId: string }[];
  expect(new Set(asked.map(({ contactId }) => contactId))).toEqual(new Set(Object.values(people)));
});
