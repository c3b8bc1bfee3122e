import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Frame, Page } from '@playwright/test';
import type { PageContext, Person } from '../../lib/sites/page-context.ts';
import { BARE_WORKSPACE } from './bare-workspace.ts';
import { ROOT } from './build.ts';
import type { ExtensionFixtures } from './extension.ts';
import { callFrom, giveRemoteClient } from './remote-client/index.ts';
import { type SitePage, sitePage } from './site-pages.ts';

/** A page of tests/fixtures/sites with what must be read from it. */
export interface EveryPage extends SitePage {
  name: string;
  /** The page around, where it stands in a frame. */
  parent?: string;
  /** The user's own addresses beside what the page tells. */
  own?: string[];
  expected: PageContext | null;
}

const FOLDER = path.join(ROOT, 'tests', 'fixtures', 'sites');

export function everyPage(): EveryPage[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.json'.length).replaceAll(path.sep, '/');
      const told = JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Omit<
        EveryPage,
        'html' | 'name'
      >;
      return { ...told, ...sitePage(name), name };
    });
}

/** Whom a contact is kept for: the first way to reach somebody, on whose page they are called otherwise. */
export const nameOf = ({ contactPoints: [point], name }: Person): string =>
  point ? `Known ${point.value}` : (name ?? '');

/** Grants the sites and switches them on by what their page in the settings sends; gives the bare page that sent it. */
export async function switchOnEvery(
  { openPage, grantHost }: Pick<ExtensionFixtures, 'openPage' | 'grantHost'>,
  urls: string[],
): Promise<Page> {
  const workspace = await openPage(BARE_WORKSPACE);
  await giveRemoteClient(workspace);
  const origins = [...new Set(urls.map((url) => new URL(url).origin))];
  for (const origin of origins) await grantHost(origin);
  const patterns = origins.map((origin) => `${origin}/*`);
  const granted = await workspace.evaluate((list) => chrome.permissions.request({ origins: list }), patterns);
  if (!granted) throw new Error('The browser refused the permission for the sites.');
  for (const origin of origins) await callFrom(workspace, 'sites.switch', { origin, on: true });
  return workspace;
}

/** Keeps a contact for everybody, by the first way to reach them. */
export async function keepEverybody(workspace: Page, people: Person[]): Promise<void> {
  const points = new Map(
    people.flatMap((person) => {
      const [point] = person.contactPoints;
      return point ? [[`${point.kind} ${point.value}`, { name: nameOf(person), point }] as const] : [];
    }),
  );
  for (const { name, point } of points.values())
    await callFrom(workspace, 'contacts.add', { draft: { name, points: [point] } });
}

const withoutHash = (url: string) => url.split('#')[0] as string;

/** What answers at which address (without its fragment) when a page is opened, in the frame of its parent if it has one. */
export function servedFor(
  all: EveryPage[],
  page: EveryPage,
  also: SitePage[] = [],
): { first: string; served: Map<string, string> } {
  const served = new Map([...also, page].map(({ url, html }) => [withoutHash(url), html]));
  const parent = all.find(({ name }) => name === page.parent);
  if (parent) {
    const source = `$& src="${page.url.replaceAll('&', '&amp;')}"`;
    served.set(withoutHash(parent.url), parent.html.replace('<iframe', source));
  }
  return { first: (parent ?? page).url, served };
}

/** Opens a page at its real address. Of its host nothing else exists but what stands in `also`. */
export async function openAt(
  context: BrowserContext,
  all: EveryPage[],
  page: EveryPage,
  also: SitePage[] = [],
): Promise<Page> {
  const tab = await context.newPage();
  const { first, served } = servedFor(all, page, also);
  await tab.route(/^https?:/, (route) => {
    const body = served.get(withoutHash(route.request().url()));
    return body === undefined
      ? route.fulfill({ status: 404, contentType: 'text/plain', body: '' })
      : route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
  await tab.goto(first);
  return tab;
}

/** What the documents of the newest tab have reported, as the background keeps it. */
export function reported(workspace: Page): Promise<PageContext[]> {
  return workspace.evaluate(async () => {
    const all = (await chrome.storage.session.get()) as Record<
      string,
      { frames: Record<string, { contexts: PageContext[] }> }
    >;
    const tabs = Object.keys(all).filter((key) => key.startsWith('tab:'));
    const newest = tabs.sort((a, b) => Number(a.slice(4)) - Number(b.slice(4))).at(-1);
    const frames = newest ? (all[newest]?.frames ?? {}) : {};
    // A page in a frame stands above the page around.
    return Object.keys(frames)
      .sort((a, b) => Number(b) - Number(a))
      .flatMap((id) => frames[id]?.contexts ?? []);
  });
}

/** Chips and dots of a tab, in all of its documents. */
export async function marksIn(tab: Page): Promise<number> {
  const count = (frame: Frame) => frame.locator('[data-sidelight=chip], [data-sidelight=dot]').count();
  const counts = await Promise.all(
    tab
      .frames()
      .filter((frame) => frame.url().startsWith('http'))
      .map(count),
  );
  return counts.reduce((sum, one) => sum + one, 0);
}
