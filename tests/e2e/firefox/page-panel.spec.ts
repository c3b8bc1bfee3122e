import '../../support/webextension.ts';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { expect, test } from '../../support/firefox.ts';
import { panelThat, serveOnly, switchOn } from '../../support/firefox-product.ts';
import { asking } from '../../support/hostile/secrets.ts';
import { sitePage } from '../../support/site-pages.ts';

const GMAIL = 'https://mail.google.com/';
const WORK = 'mia.keller@lumen.example';
const CHEN = 'zh.chen@acme.example';

const knownAs = (name: string, value: string) => ({
  draft: { name, points: [{ kind: 'email' as const, value }] },
});

/** A tab in which these pages of Gmail exist, each at its address, and nothing else of the web. */
async function gmail(firefox: Browser, pages: { url: string; html: string }[]): Promise<Page> {
  const tab = await firefox.newPage();
  await tab.setViewport({ width: 1440, height: 900 });
  await serveOnly(tab, new Map(pages.map(({ url, html }) => [url.split('#')[0] as string, html])));
  return tab;
}

/** The panel in the page, once it is about this contact. */
const panelAbout = (tab: Page, name: string): Promise<Frame> =>
  panelThat(tab, (wanted) => document.querySelector('h1')?.textContent === wanted, name);

test('the panel in the page tells the accounts of a site apart; a template is copied for the draft, as Firefox cannot tell whether the panel is in sight', async ({
  firefox,
  openPage,
}) => {
  const ask = asking(await switchOn(openPage, GMAIL));
  await ask('contacts.add', knownAs('My work address', WORK));
  await ask('contacts.add', knownAs('Known Chen', CHEN));
  const template = { name: 'Price list', language: 'en' as const, labels: [], text: 'The list is ready.' };
  await ask('templates.put', { id: crypto.randomUUID(), template });
  const pages = ['thread-en', 'thread-between-accounts', 'compose-zh'] as const;
  const [first, second, draft] = pages.map((name) => ({ ...sitePage(`gmail/${name}`) }));
  if (!first || !second || !draft) throw new Error('A page is missing.');
  // The draft of the first account, at an address of its own.
  draft.url = draft.url.replace('#', '?draft#');
  const tab = await gmail(firefox, [first, second, draft]);

  // While only the second account was seen, who writes from the first is somebody else; then they are the user.
  await tab.goto(second.url);
  await panelAbout(tab, 'My work address');
  await tab.goto(first.url);
  await panelThat(tab, () => document.body.innerText.includes('Li Wei'), null);
  await tab.goto(second.url);
  const about = await panelAbout(tab, 'Known Chen');
  expect(await about.evaluate(() => document.body.innerText)).not.toContain('My work address');

  await tab.goto(draft.url);
  const panel = await panelThat(tab, () => document.body.innerText.includes('Templates'), null);
  await (await panel.waitForSelector('button ::-p-text(Templates)'))?.click();
  const find = await panel.waitForSelector('input[placeholder="Find a template"]');
  await find?.type('price');
  await find?.press('Enter');
  await (await panel.waitForSelector('button ::-p-text(Put into the mail)'))?.click();
  await panel.waitForSelector('::-p-text(Copied: paste it into the mail.)');

  const body = await tab.$('.Am.Al.editable');
  const text = () => body?.evaluate((editor) => (editor as HTMLElement).innerText.trim());
  expect(await text()).not.toContain('The list');
  await body?.click();
  for (const key of ['a', 'v'] as const) {
    await tab.keyboard.down('Control');
    await tab.keyboard.press(key);
    await tab.keyboard.up('Control');
  }
  await expect.poll(text).toBe('The list is ready.');
});
