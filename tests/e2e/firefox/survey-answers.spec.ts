import '../../support/webextension.ts';
import type { Page } from 'puppeteer-core';
import { expect, test as inFirefox } from '../../support/firefox.ts';
import { asking } from '../../support/hostile/secrets.ts';
import { startHub, type TestHub } from '../../support/hub.ts';
import {
  addPerson,
  answersOf,
  npsInEnglish,
  npsSurvey,
  OPEN_ROOTS,
  strictPage,
} from '../../support/surveys/fixtures.ts';
import { ensureWidget } from '../../support/widget/built.ts';
import { type Site, startSite } from '../../support/widget/site.ts';

const LENA = { email: 'lena.wirth@lab.test', name: 'Lena Wirth' };
const IDENTIFY = `sidelight('identify', ${JSON.stringify(LENA)});`;
const BOX = 'sidelight-box >>> ';

const test = inFirefox.extend<{ hub: TestHub; site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture without others is written like this
  hub: async ({}, use) => {
    ensureWidget();
    const hub = await startHub();
    await use(hub);
    await hub.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: a fixture without others is written like this
  site: async ({}, use) => {
    const site = await startSite();
    await use(site);
    await site.close();
  },
});

/** What a visitor's page has noted since it was opened. */
interface Noted {
  violations: string[];
  sealed: string[];
}
declare global {
  interface Window {
    noted: Noted;
  }
}

/** Notes what the page's policy refuses, and the sealed texts that any script of the page can hear. */
const TAKE_NOTES = () => {
  const noted: Noted = { violations: [], sealed: [] };
  window.noted = noted;
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    // Firefox asks for the icon of any page by itself.
    if (!blockedURI.endsWith('/favicon.ico')) noted.violations.push(`${violatedDirective} ${blockedURI}`);
  });
  document.addEventListener('sidelight:sealed', (event) => noted.sealed.push((event as CustomEvent).detail));
};

/** Opens a page as a visitor does. */
async function visit(newPage: () => Promise<Page>, url: string): Promise<Page> {
  const page = await newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.evaluateOnNewDocument(OPEN_ROOTS);
  await page.evaluateOnNewDocument(TAKE_NOTES);
  await page.goto(url);
  return page;
}

const words = (page: Page) =>
  page.evaluate(() => document.querySelector('sidelight-box')?.shadowRoot?.querySelector('h2')?.textContent);

/** What has the focus within the survey: a tag, and its text or value. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const active = document.querySelector('sidelight-box')?.shadowRoot?.activeElement;
    if (!active) return null;
    return `${active.localName} ${active instanceof HTMLInputElement ? active.value : (active.textContent ?? '')}`.trim();
  });

/** Presses Tab until something of the survey has the focus that is looked for. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 10; presses += 1) {
    if (wanted.test((await focused(page)) ?? '')) return;
    await page.keyboard.press('Tab');
  }
  expect(await focused(page)).toMatch(wanted);
}

/** Answers the survey of `npsSurvey` without a pointer. */
async function answerByKeys(page: Page, score: string, reason: string): Promise<void> {
  await page.waitForSelector(`${BOX}input[type=radio]`);
  await tabTo(page, /^input/);
  await page.keyboard.press(score as '0');
  const chosen = () =>
    page.$eval(`${BOX}input:checked`, (input) => (input as HTMLInputElement).value).catch(() => null);
  expect(await chosen()).toBe(score);
  await page.keyboard.press('Enter');
  await expect.poll(() => words(page)).toBe('What is the main reason?');
  await tabTo(page, /^textarea/);
  await page.keyboard.type(reason);
  await tabTo(page, /^button Send/);
  await page.keyboard.press('Enter');
  await expect.poll(() => words(page)).toBe('Thank you.');
}

const badge = (page: Page) => page.evaluate(() => chrome.action.getBadgeText({}));

/** Lets the alarm that asks the hub ring at once, and then as often as before. */
const ringNow = (page: Page) =>
  page.evaluate(async () => {
    const { periodInMinutes } = (await chrome.alarms.get('pull')) ?? {};
    if (periodInMinutes !== 5) throw new Error(`the alarm rings every ${periodInMinutes} minutes`);
    chrome.alarms.create('pull', { when: Date.now(), periodInMinutes });
  });

test('a survey is published to a hub, answered by keyboard under the strictest policy, and stands on the time line', async ({
  firefox,
  hub,
  openPage,
  site,
}) => {
  const settings = await openPage('workspace.html#/settings');
  const workspace = await openPage('workspace.html#/contacts');
  const ask = asking(settings);
  const lena = await addPerson(ask, LENA.name, LENA.email);
  const { id } = (await ask('surveys.add', { name: 'Shop', form: npsSurvey('kilnstreet') })) as {
    id: string;
  };
  await workspace.evaluate((to) => {
    location.hash = to;
  }, `#/surveys/${id}/publish`);
  const address = await workspace.waitForSelector('.hub input');
  await address?.type(hub.connection);
  await address?.press('Enter');
  await workspace.waitForSelector(`::-p-text(The hub at ${hub.url}.)`);
  await (await workspace.waitForSelector('.release button ::-p-text(Publish)'))?.click();
  await workspace.waitForSelector('::-p-text(Waiting for the first answer)');

  const { publicKey } = (await ask('hub.key', {})) as { publicKey: string };
  // That page asks the hub without a pause: once it is closed what comes waits for the alarm.
  await workspace.close();
  strictPage(site, '/', { hub: hub.url, space: hub.space, key: publicKey }, IDENTIFY);
  const visitor = await visit(() => firefox.newPage(), site.url);
  await visitor.waitForSelector(`${BOX}input[type=radio]`);
  // It is drawn, with its own style, above the page and within the window.
  const drawn = await visitor.evaluate(() => {
    const box = document.querySelector('sidelight-box')?.shadowRoot?.querySelector('[role=dialog]');
    const { left, top, right, bottom } = box!.getBoundingClientRect();
    return {
      label: box!.getAttribute('aria-label'),
      inside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
      above: document.elementFromPoint((left + right) / 2, (top + bottom) / 2)?.localName,
      background: getComputedStyle(box!).backgroundColor,
    };
  });
  expect(drawn).toMatchObject({ label: 'Kiln Street', inside: true, above: 'sidelight-box' });
  expect(drawn.background).toMatch(/^rgb\(/);
  await answerByKeys(visitor, '0', 'It came in pieces');
  await visitor.waitForSelector(`${BOX}::-p-text(Sent)`);
  expect(await visitor.evaluate(() => window.noted.violations)).toEqual([]);

  // The alarm rings now instead of in five minutes.
  expect([await badge(settings), await answersOf(ask, lena)]).toEqual(['', []]);
  await ringNow(settings);
  await expect.poll(() => badge(settings)).toBe('1');
  expect(await answersOf(ask, lena)).toMatchObject([{ subject: 'Shop', text: '0 / 10\nIt came in pieces' }]);
  const { items } = (await ask('responses.list', {})) as { items: { id: string }[] };
  expect(items).toMatchObject([
    { contactId: lena, done: true, via: 'hub', proof: 'claimed', score: { value: 0 } },
  ]);
  await settings.bringToFront();
  await settings.evaluate((to) => {
    location.hash = to;
  }, `#/contacts/${lena}`);
  await settings.waitForSelector('main ::-p-text(It came in pieces)');
  await ask('responses.handle', { ids: items.map(({ id }) => id), handled: true });
  await expect.poll(() => badge(settings)).toBe('');
});

test('without a hub, by the bridge of a site that the user approved', async ({ firefox, openPage, site }) => {
  ensureWidget();
  const workspace = await openPage('workspace.html#/settings');
  const ask = asking(workspace);
  const lena = await addPerson(ask, LENA.name, LENA.email);
  const { publicKey } = (await ask('hub.key', {})) as { publicKey: string };
  const { id } = (await ask('surveys.add', { name: 'Shop', form: npsSurvey('kilnstreet') })) as {
    id: string;
  };
  await ask('surveys.publish', { id });
  const { code } = (await ask('surveys.view', { id })) as { code: string };
  const { protocol, hostname } = new URL(site.url);
  const address = await workspace.waitForSelector('input[placeholder="https://shop.example"]');
  await address?.type(`${protocol}//${hostname}`);
  await address?.press('Enter');
  const scripts = () =>
    workspace.evaluate(async () =>
      (await chrome.scripting.getRegisteredContentScripts()).map((script) => script.id),
    );
  await expect.poll(scripts).toEqual(['bridge']);
  strictPage(
    site,
    '/',
    { key: publicKey, forms: [{ ...npsInEnglish('kilnstreet'), id: code, version: 1 }] },
    IDENTIFY,
  );
  const visitor = await visit(() => firefox.newPage(), site.url);
  await answerByKeys(visitor, '9', 'The ash glaze');
  await visitor.waitForSelector(`${BOX}::-p-text(Sent)`);
  await expect
    .poll(() => answersOf(ask, lena))
    .toMatchObject([{ subject: 'Shop', text: '9 / 10\nThe ash glaze' }]);
  const { items } = (await ask('responses.list', {})) as { items: unknown[] };
  expect(items).toMatchObject([{ contactId: lena, done: true, via: 'bridge', score: { value: 9 } }]);
  const { violations, sealed } = await visitor.evaluate(() => window.noted);
  expect(violations).toEqual([]);
  expect(sealed.length).toBeGreaterThanOrEqual(2);
  for (const text of sealed)
    expect(text).toMatch(new RegExp(`^1\\.[\\w-]+\\.${code}\\.[0-9a-f-]{36}-\\d+\\.[\\w-]{300,}$`));
  // What was taken is not kept in the page for another try.
  expect(
    await visitor.evaluate((kept) => JSON.stringify({ ...localStorage }).includes(kept), sealed[0]!),
  ).toBe(false);
});
