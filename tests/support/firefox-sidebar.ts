import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { expect, type FirefoxFixtures } from './firefox.ts';

/** What is done in the sidebar's document, from a page beside it. */
type Act = { press: string } | { write: string; into: string } | { enter: string };

/**
 * The panel in Firefox's sidebar. It is no tab, and the driver reaches no key or pointer into it: its document is reached from another page
 * of the extension, which runs in the same process, and what is pressed there is pressed by script.
 */
export class Sidebar {
  private constructor(private readonly beside: Page) {}

  /**
   * Opens it as a user does, by a click: Firefox opens it for nothing else.
   * @param front the page that is to be in front
   */
  static async open(openPage: FirefoxFixtures['openPage'], beside: Page, front: Page): Promise<Sidebar> {
    const popup = await openPage('popup.html');
    const button = await popup.waitForSelector('button ::-p-text(Open in the side panel)');
    await (button as ElementHandle<Element>).click();
    const sidebar = new Sidebar(beside);
    await expect.poll(() => sidebar.isOpen()).toBe(true);
    await popup.close();
    await front.bringToFront();
    return sidebar;
  }

  isOpen(): Promise<boolean> {
    return this.beside.evaluate(() => {
      const views = chrome.extension.getViews as (of: object) => Window[];
      return views({ type: 'sidebar' }).length === 1;
    });
  }

  /** What a reader sees in it. */
  text(): Promise<string> {
    return this.beside.evaluate(() => {
      const views = chrome.extension.getViews as (of: object) => Window[];
      return views({ type: 'sidebar' })[0]?.document.body.innerText ?? '';
    });
  }

  /** The heading of whom it shows, or '' while it shows nobody. */
  heading(): Promise<string> {
    return this.beside.evaluate(() => {
      const views = chrome.extension.getViews as (of: object) => Window[];
      return views({ type: 'sidebar' })[0]?.document.querySelector('h1')?.textContent ?? '';
    });
  }

  /** Presses the button of this name, as soon as it is there. */
  press = (name: string): Promise<void> => this.act({ press: name });
  /** Writes into the field of this name. */
  write = (field: string, text: string): Promise<void> => this.act({ write: text, into: field });
  /** Presses Enter in the field of this name. */
  enter = (field: string): Promise<void> => this.act({ enter: field });

  private async act(act: Act): Promise<void> {
    const done = () =>
      this.beside.evaluate((act) => {
        const views = chrome.extension.getViews as unknown as (of: object) => (typeof globalThis)[];
        const [panel] = views({ type: 'sidebar' });
        if (!panel) return false;
        const name = 'press' in act ? act.press : 'write' in act ? act.into : act.enter;
        const named = (one: Element) =>
          (one.getAttribute('aria-label') ?? one.textContent ?? '').trim() === name ||
          ('labels' in one &&
            [...((one as HTMLInputElement).labels ?? [])].some(
              (label) => label.textContent?.trim() === name,
            ));
        const found = [...panel.document.querySelectorAll<HTMLInputElement>('button, input, textarea')].find(
          (one) => named(one) && !one.disabled,
        );
        if (!found) return false;
        if ('press' in act) found.click();
        else if ('enter' in act)
          found.dispatchEvent(
            new panel.KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
          );
        else {
          found.value = act.write;
          found.dispatchEvent(new panel.InputEvent('input', { bubbles: true }));
        }
        return true;
      }, act);
    await expect.poll(done, JSON.stringify(act)).toBe(true);
  }
}

/** A command of WebDriver BiDi that Puppeteer has no word for. */
interface Driver {
  connection: { send(method: string, params: object): Promise<{ result: never }> };
}

/** Evaluates in the browser's own window, in which its menus are. */
export async function inBrowser(firefox: Browser, expression: string): Promise<unknown> {
  const { connection } = firefox as unknown as Driver;
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = tree.result as { contexts: { context: string; url: string }[] };
  const context = contexts.find(({ url }) => url.endsWith('/browser.xhtml'))?.context;
  const answer = await connection.send('script.evaluate', {
    expression,
    target: { context },
    awaitPromise: true,
  });
  return (answer.result as { result: { value?: unknown } }).result.value;
}

/** Presses the right button of the mouse on a place of a page, and then this item of the browser's menu. */
export async function pressInMenu(
  firefox: Browser,
  page: Page,
  { x, y }: { x: number; y: number },
  label: string,
): Promise<void> {
  await page.mouse.click(x, y, { button: 'right' });
  const menu = `document.getElementById('contentAreaContextMenu')`;
  const item = `[...${menu}.querySelectorAll('menuitem')].find((one) => one.label === ${JSON.stringify(label)} && !one.hidden)`;
  await expect.poll(() => inBrowser(firefox, `${menu}.state === 'open' && ${item} !== undefined`)).toBe(true);
  await inBrowser(firefox, `${menu}.activateItem(${item})`);
}
