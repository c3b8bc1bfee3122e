import type { Frame, Page } from 'puppeteer-core';
import { expect, type FirefoxFixtures } from './firefox.ts';

/** What a user does with the product in Firefox. */

/** Switches a site on by the form of the settings page, which is left open; Firefox asks nothing in tests. */
export async function switchOn(openPage: FirefoxFixtures['openPage'], url: string): Promise<Page> {
  const page = await openPage('workspace.html#/settings');
  const { protocol, hostname } = new URL(url);
  const address = await page.waitForSelector('input[placeholder="https://mail.example"]');
  await address?.type(`${protocol}//${hostname}`);
  await address?.press('Enter');
  const registered = () =>
    page.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length);
  await expect.poll(registered).toBe(1);
  const on = () => page.$$eval('[role=switch]', (all) => (all[0] as HTMLInputElement | undefined)?.checked);
  await expect.poll(on).toBe(true);
  return page;
}

/**
 * The panel's frame of a page, once `holds` answers true in it. Looked for again and again, the youngest first: Firefox tells
 * nothing of a frame in another process, and a frame that is gone may still be listed.
 */
export async function panelThat<A>(page: Page, holds: (argument: A) => boolean, argument: A): Promise<Frame> {
  let panel: Frame | undefined;
  const found = async () => {
    for (const frame of page.frames().reverse()) {
      if (!/^moz-extension:.*\/panel\.html/.test(frame.url())) continue;
      if (!(await frame.evaluate(holds as (given: unknown) => boolean, argument).catch(() => false)))
        continue;
      panel = frame;
      return true;
    }
    return false;
  };
  await expect.poll(found, { timeout: 20_000 }).toBe(true);
  return panel as Frame;
}

/** The panel's frame of a page, once it shows this text. */
export const panelWith = (page: Page, text: string): Promise<Frame> =>
  panelThat(page, (wanted) => document.body.innerText.includes(wanted), text);

/** Answers a tab by these pages alone, by address without fragment: nothing else of the web exists in it. */
export async function serveOnly(page: Page, served: ReadonlyMap<string, string>): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!request.url().startsWith('http')) return void request.continue();
    const body = served.get(request.url().split('#')[0] as string);
    void request.respond(
      body === undefined
        ? { status: 404, contentType: 'text/plain', body: '' }
        : { contentType: 'text/html; charset=utf-8', body },
    );
  });
}
