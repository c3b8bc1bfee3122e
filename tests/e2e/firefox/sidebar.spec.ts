import '../../support/webextension.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../support/build.ts';
import { expect, test } from '../../support/firefox.ts';
import { panelThat, serveOnly, switchOn } from '../../support/firefox-product.ts';
import { pressInMenu, Sidebar } from '../../support/firefox-sidebar.ts';
import { asking } from '../../support/hostile/secrets.ts';
import { PEOPLE } from '../../support/webmail/index.ts';
import { logIn } from '../../support/webmail/roundcube.ts';

const POST = 'https://post.kite.example/m/7';
/** Without the link in its text nobody is recognised on it. */
const WEBMAIL = readFileSync(path.join(ROOT, 'tests', 'fixtures', 'teach', 'webmail.html'), 'utf8').replace(
  /<a href="mailto:[^<]*<\/a>/,
  '',
);
const ANNA = 'anna@harbour.example';

test('the sidebar teaches a page, shows whom it then says, and answers what is looked up from the menu', async ({
  firefox,
  openPage,
}) => {
  const settings = await switchOn(openPage, POST);
  const ask = asking(settings);
  await ask('contacts.add', { draft: { name: 'Known Anna', points: [{ kind: 'email', value: ANNA }] } });
  const page = await firefox.newPage();
  await page.setViewport({ width: 1000, height: 700 });
  await serveOnly(page, new Map([[POST, WEBMAIL]]));
  await page.goto(POST);
  const sidebar = await Sidebar.open(openPage, settings, page);
  await sidebar.press('Teach Sidelight this page');
  await page.waitForSelector('[data-sidelight=teach]');
  await page.click('.person-name');
  await page.click('.person');
  // The bar has put the focus on its first act: Save.
  await page.keyboard.press('Enter');
  await expect.poll(() => sidebar.heading()).toBe('Known Anna');
  await page.keyboard.press('Enter');
  const bars = () => page.$$eval('[data-sidelight=teach], [data-sidelight=panel]', (all) => all.length);
  await expect.poll(bars).toBe(0);

  const where = await page.$eval('.row-from', (row) => {
    getSelection()?.selectAllChildren(row);
    const { x, y, width, height } = row.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  await pressInMenu(firefox, page, where, 'Look up in Sidelight');
  await expect.poll(() => sidebar.heading()).toBe('Looked up: Otto Lind');
  await sidebar.press('Back');
  await expect.poll(() => sidebar.heading()).toBe('Known Anna');
});

test('a template goes into both editors of the real Roundcube from the sidebar', async ({
  firefox,
  openPage,
  webmail,
}) => {
  const { zoe } = PEOPLE;
  const settings = await switchOn(openPage, webmail.url);
  const ask = asking(settings);
  await ask('contacts.add', {
    draft: { name: zoe.name, points: [{ kind: 'email', value: zoe.address }] },
  });
  const template = {
    name: 'Price list',
    language: 'en' as const,
    labels: [],
    text: 'Hi {first name},\nsee below.\n',
  };
  await ask('templates.put', { id: crypto.randomUUID(), template });
  const page = await firefox.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  await logIn(page, webmail);
  await page.goto(`${webmail.url}?_task=mail&_action=compose&_to=${zoe.address}`);
  const inPage = await panelThat(
    page,
    (name) => document.querySelector('h1')?.textContent === name,
    zoe.name,
  );
  expect(inPage.url()).toContain('/panel.html');
  const sidebar = await Sidebar.open(openPage, settings, page);
  await expect.poll(() => sidebar.heading()).toBe(zoe.name);
  const putIn = async () => {
    await sidebar.press('Templates');
    await sidebar.write('Find a template', 'price');
    await sidebar.enter('Find a template');
    await sidebar.press('Put into the mail');
  };

  const body = () => page.$eval('#composebody', (field) => (field as HTMLTextAreaElement).value);
  await page.$eval('#composebody', (field) => {
    (field as HTMLTextAreaElement).value = 'Before.\n\nAfter.';
    (field as HTMLTextAreaElement).focus();
    (field as HTMLTextAreaElement).setSelectionRange(8, 8);
  });
  await putIn();
  await expect.poll(body).toBe('Before.\nHi Zoë,\nsee below.\n\nAfter.');

  page.once('dialog', (question) => void question.accept());
  await page.click('.editor-toolbar a.mce-i-html');
  const html = await (await page.waitForSelector('#composebody_ifr'))?.contentFrame();
  await html?.click('body');
  await page.keyboard.down('Control');
  await page.keyboard.press('End');
  await page.keyboard.up('Control');
  await page.keyboard.type('Dear all, ');
  await putIn();
  const written = () => html?.evaluate(() => document.body.innerText);
  await expect.poll(written).toMatch(/Dear all, *Hi Zoë,\s+see below\./);
});
