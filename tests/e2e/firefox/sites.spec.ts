import '../../support/webextension.ts';
import type { Browser, Page } from 'puppeteer-core';
import { type EveryPage, everyPage, nameOf, servedFor } from '../../support/every-site.ts';
import { expect, type FirefoxFixtures, test } from '../../support/firefox.ts';
import { panelThat, serveOnly } from '../../support/firefox-product.ts';
import { asking } from '../../support/hostile/secrets.ts';

const ALL = everyPage();
const CORE = [
  'gmail/thread-en',
  'outlook/message-en',
  'qq-mail/read',
  'netease-mail/read-163',
  'linkedin/profile-2026',
  'x/profile-en',
].map((name) => ALL.find((page) => page.name === name) as EveryPage);

/** Switches the sites on as a user does, one after the other; Firefox asks nothing in tests. */
async function switchOn(openPage: FirefoxFixtures['openPage']): Promise<Page> {
  const settings = await openPage('workspace.html#/settings');
  const origins = [...new Set(CORE.map(({ url }) => new URL(url).origin))];
  for (const [at, origin] of origins.entries()) {
    const field = await settings.waitForSelector('input[placeholder="https://mail.example"]');
    await field?.type(origin);
    await field?.press('Enter');
    const registered = () =>
      settings.evaluate(
        async () => (await chrome.scripting.getRegisteredContentScripts())[0]?.matches?.length,
      );
    await expect.poll(registered).toBe(at + 1);
  }
  return settings;
}

/** Opens a page at its real address; nothing else of its host exists. */
async function openAt(firefox: Browser, page: EveryPage): Promise<Page> {
  const tab = await firefox.newPage();
  await tab.setViewport({ width: 1440, height: 900 });
  const { first, served } = servedFor(ALL, page);
  await serveOnly(tab, served);
  await tab.goto(first);
  return tab;
}

test('pages of the core sites at their real addresses: the panel is about whom they show', async ({
  firefox,
  openPage,
}) => {
  const settings = await switchOn(openPage);
  const ask = asking(settings);
  // Some are the same person on several sites.
  const people = new Map(
    CORE.flatMap(({ expected }) => expected?.people[0] ?? []).map((one) => [nameOf(one), one]),
  );
  for (const [name, { contactPoints }] of people)
    await ask('contacts.add', { draft: { name, points: contactPoints.slice(0, 1) } });
  for (const page of CORE) {
    const person = page.expected?.people[0];
    if (!person) throw new Error(`${page.name} shows nobody.`);
    const tab = await openAt(firefox, page);
    const panel = await panelThat(
      tab,
      (name) => document.querySelector('h1')?.textContent === name,
      nameOf(person),
    );
    expect(await panel.evaluate(() => document.body.innerText)).not.toMatch(/hidden@|forged@|trap@/);
    await tab.close();
  }
});
