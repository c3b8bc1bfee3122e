import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Frame, Page } from '@playwright/test';
import { BARE_WORKSPACE } from './bare-workspace.ts';
import { ROOT } from './build.ts';
import type { ExtensionFixtures } from './extension.ts';
import { asking } from './hostile/secrets.ts';
import { switchOn } from './product.ts';

/** A page of our own making and the real address at which it is served. */
export interface SitePage {
  url: string;
  html: string;
}

/** A page of tests/fixtures/sites by its name: `gmail/thread-en`. */
export function sitePage(name: string): SitePage {
  const file = (ending: string) =>
    readFileSync(path.join(ROOT, 'tests', 'fixtures', 'sites', `${name}.${ending}`), 'utf8');
  return { url: (JSON.parse(file('json')) as { url: string }).url, html: file('html') };
}

const withoutHash = (url: string) => url.split('#')[0] as string;

/** Serves pages at their addresses; whatever else is asked of their hosts does not exist. */
export async function serve(context: BrowserContext, pages: SitePage[]): Promise<void> {
  for (const origin of new Set(pages.map(({ url }) => new URL(url).origin)))
    await context.route(`${origin}/**`, (route) => {
      const asked = withoutHash(route.request().url());
      const found = pages.find(({ url }) => withoutHash(url) === asked);
      return found
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: found.html })
        : route.fulfill({ status: 404, contentType: 'text/plain', body: '' });
    });
}

export interface Kept {
  name: string;
  points?: { kind: 'email' | 'handle'; value: string }[];
  company?: string;
  /** A task that is late, so that there is something open. */
  late?: boolean;
}

/** A contact who is called otherwise than on the page: whoever shows this name was recognised by the address. */
export const known = (email: string, late = false): Kept => ({
  name: `Known ${email}`,
  points: [{ kind: 'email', value: email }],
  late,
});

/** Puts contacts into the store by the product's own client. */
export async function keep(openPage: ExtensionFixtures['openPage'], contacts: Kept[]): Promise<void> {
  const page = await openPage(BARE_WORKSPACE);
  await addAll(page, contacts);
  await page.close();
}

async function addAll(page: Page, contacts: Kept[]): Promise<void> {
  const ask = asking(page);
  for (const { name, points = [], company, late } of contacts) {
    const facts = company ? [{ field: 'company', value: company }] : [];
    const { id } = (await ask('contacts.add', { draft: { name, points, facts } })) as { id: string };
    const due = { date: '2026-01-02' };
    if (late) await ask('tasks.add', { title: 'Call', contactIds: [id], due });
  }
}

/** Switches the site on, keeps the contacts, serves the pages and opens the first. */
export async function openSite(
  product: Pick<ExtensionFixtures, 'openPage' | 'grantHost'> & { context: BrowserContext; page: Page },
  pages: SitePage[],
  contacts: Kept[],
): Promise<void> {
  const [first] = pages;
  if (!first) throw new Error('There is no page to open.');
  await switchOn(product, first.url, (workspace) => addAll(workspace, contacts));
  // From here on each request of any page goes through the runner: the workspace has been loaded by then.
  await serve(product.context, pages);
  await product.page.goto(first.url);
}

/** What a document shows of chips or dots: for each the address, or else the text, of the element that it stands behind. */
export function chipsAt(frame: Page | Frame, shape: 'chip' | 'dot'): Promise<string[]> {
  return frame.locator(`[data-sidelight=${shape}]`).evaluateAll((hosts) =>
    hosts.map((host) => {
      const anchor = host.previousElementSibling;
      const address = ['email', 'data-hovercard-id', 'e', 'addr']
        .map((name) => anchor?.getAttribute(name))
        .find((value) => value);
      return (address ?? anchor?.textContent ?? '').toLowerCase();
    }),
  );
}
