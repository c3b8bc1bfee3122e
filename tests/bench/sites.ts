import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { build } from 'vite';
import { ROOT } from '../support/build.ts';
import { grantHostPermission, idOfExtension, launchWithExtension } from '../support/chromium.ts';
import { type EveryPage, everyPage, keepEverybody, openAt, switchOnEvery } from '../support/every-site.ts';
import { type Figure, percentile } from './figures.ts';
import { addressOf, nameOf } from './numbers.ts';
import { scriptTime } from './profiler.ts';

/** No task of ours may hold a page up for longer. */
const LONGEST_TASK = 50;
const READ_BUDGET = 5;
/** Of a second in which a page never rests the overlay may take a tenth. */
const BURST_BUDGET = 100;
const READS = 101;
const ADDRESSES = 2000;
/** With so many a page is felt; with the second figure, which no page has, it must only come to an end. */
const NODES = [100_000, 1_000_000];

type InPage = typeof import('./reading.ts');

async function interpreter(): Promise<string> {
  const entry = path.join(ROOT, 'tests', 'bench', 'reading.ts');
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    build: { write: false, lib: { entry, formats: ['iife'], name: 'sites' } },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!result || !('output' in result)) throw new Error('The interpreter was not bundled.');
  return result.output[0].code;
}

/** Milliseconds of one reading, in the middle of many. */
async function readingTime(tab: Page, code: string): Promise<number> {
  // The site's policy does not bind what a debugger evaluates.
  await tab.evaluate(`${code}; globalThis.sites = sites`);
  const times = await tab.evaluate((count) => {
    const { readAll, recipesOf, RECIPES } = (globalThis as unknown as { sites: InPage }).sites;
    const recipes = recipesOf(location.hostname, RECIPES);
    return Array.from({ length: count }, () => {
      const start = performance.now();
      // Clocks of pages are coarse: ten readings are one figure.
      for (let turn = 0; turn < 10; turn++) readAll(document, location, recipes);
      return (performance.now() - start) / 10;
    });
  }, READS);
  return percentile(times, 0.5);
}

/** A second in which fifty elements come and go with every frame, and what the overlay does meanwhile. */
const churn = (tab: Page) =>
  tab.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const root = document.querySelector('main, [role=main], #app, #root') ?? document.body;
        const end = performance.now() + 1000;
        const box = document.createElement('div');
        const turn = () => {
          box.replaceChildren(...Array.from({ length: 50 }, () => document.createElement('p')));
          root.append(box);
          if (performance.now() < end) requestAnimationFrame(turn);
          else resolve();
        };
        turn();
      }),
  );

/** One page of each site, the first that shows somebody. */
function onePageEach(): EveryPage[] {
  const seen = new Set<string>();
  return everyPage().filter(({ expected, parent }) => {
    if (!expected || parent || /list|compose/.test(expected.kind) || seen.has(expected.site)) return false;
    seen.add(expected.site);
    return true;
  });
}

interface Browser {
  context: BrowserContext;
  extensionId: string;
  workspace: Page;
  close(): Promise<void>;
}

async function openBrowser(pages: EveryPage[]): Promise<Browser> {
  const profile = mkdtempSync(path.join(tmpdir(), 'sidelight-sites-'));
  const viewport = { width: 1440, height: 900 };
  const context = await launchWithExtension(profile, { headless: true, viewport, locale: 'en' });
  const extensionId = await idOfExtension(context);
  const workspace = await switchOnEvery(
    {
      openPage: async (place) => {
        const page = await context.newPage();
        await page.goto(`chrome-extension://${extensionId}/${place}`);
        return page;
      },
      grantHost: (origin) => grantHostPermission(context, extensionId, origin),
    },
    pages.map(({ url }) => url),
  );
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  return { context, extensionId, workspace, close };
}

async function eachSite(browser: Browser, pages: EveryPage[]): Promise<Figure[]> {
  const code = await interpreter();
  const figures: Figure[] = [];
  for (const page of pages) {
    const tab = await openAt(browser.context, pages, page);
    await tab.waitForTimeout(1500);
    const session = await browser.context.newCDPSession(tab);
    const { total } = await scriptTime(session, browser.extensionId, () => churn(tab));
    figures.push(
      {
        name: `${page.expected?.site}: to read ${page.name.split('/')[1]}`,
        value: await readingTime(tab, code),
        unit: 'ms',
        budget: READ_BUDGET,
        method: `readAll in the page, median of ${READS} times ten`,
      },
      {
        name: '- in a second of 50 new elements a frame',
        value: total,
        unit: 'ms',
        budget: BURST_BUDGET,
        method: "script of the extension on the page's main thread",
      },
    );
    await tab.close();
  }
  return figures;
}

const heap = async (session: CDPSession): Promise<number> => {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 2 ** 20;
};

/** Draws a page while the profiler looks on, until the overlay has been quiet for two seconds. */
async function drawn(
  browser: Browser,
  tab: Page,
  what: string,
  draw: () => Promise<void>,
): Promise<Figure[]> {
  const session = await browser.context.newCDPSession(tab);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  const { total, longest } = await scriptTime(session, browser.extensionId, async () => {
    await draw();
    await tab.waitForTimeout(2000);
    for (let turn = 0; turn < 5; turn++) {
      await tab.mouse.wheel(0, 2000);
      await tab.waitForTimeout(300);
    }
  });
  const marks = await tab.locator('[data-sidelight=chip], [data-sidelight=dot]').count();
  const method = "script of the extension on the page's main thread, scrolled through";
  return [
    { name: what, value: total, unit: 'ms', method: `${method}; ${marks} chips were drawn` },
    { name: '- its longest piece', value: longest, unit: 'ms', budget: LONGEST_TASK, method },
    {
      name: '- heap of scripts in the page',
      value: await heap(session),
      unit: 'MB',
      method: 'JSHeapUsedSize after a collection',
    },
  ];
}

/** A mail to two thousand people, a page that links to as many, and a page of a million elements. */
async function crowded(browser: Browser, pages: EveryPage[]): Promise<Figure[]> {
  const people = Array.from({ length: ADDRESSES }, (_, n) => ({ name: nameOf(n), address: addressOf(n) }));
  await keepEverybody(
    browser.workspace,
    people
      .filter((_, n) => n % 10 === 0)
      .map(({ name, address }) => ({
        role: 'mention',
        name,
        contactPoints: [{ kind: 'email', value: address }],
      })),
  );
  const open = async (site: string) => {
    const page = pages.find(({ expected }) => expected?.site === site);
    if (!page) throw new Error(`${site} has no page.`);
    const tab = await openAt(browser.context, pages, page);
    await tab.waitForTimeout(1500);
    return tab;
  };
  const figures: Figure[] = [];
  const mail = await open('gmail');
  figures.push(
    ...(await drawn(browser, mail, `A mail to ${ADDRESSES.toLocaleString('en')} people`, () =>
      mail.evaluate((list) => {
        const line = document.querySelector('[data-message-id].h7 .hb, [data-message-id] .hb') as Element;
        line.innerHTML = list
          .map(
            ({ name, address }) =>
              `<div><span class="g2" email="${address}" name="${name}">${name}</span></div>`,
          )
          .join('');
      }, people),
    )),
  );
  await mail.close();
  const links = await open('generic');
  figures.push(
    ...(await drawn(
      browser,
      links,
      `A page of no known site with ${ADDRESSES.toLocaleString('en')} addresses`,
      () =>
        links.evaluate((list) => {
          document.body.innerHTML = list
            .map(({ name, address }) => `<p><a href="mailto:${address}">${name}</a></p>`)
            .join('');
        }, people),
    )),
  );
  await links.close();
  for (const count of NODES) {
    const large = await open('gmail');
    const drew = await drawn(browser, large, `A page of ${count.toLocaleString('en')} elements`, () =>
      large.evaluate((nodes) => {
        const main = document.querySelector('[role=main]') as Element;
        main.insertAdjacentHTML('beforeend', '<p><i></i></p>'.repeat(nodes / 2));
      }, count),
    );
    figures.push(...drew.map((figure) => (count === NODES[0] ? figure : { ...figure, budget: undefined })));
    await large.close();
  }
  return figures;
}

/** What reading costs on each site, on a page that never rests, and on pages that are too large. */
export async function sites(): Promise<Figure[]> {
  const pages = onePageEach();
  const browser = await openBrowser(pages);
  try {
    return [...(await eachSite(browser, pages)), ...(await crowded(browser, pages))];
  } finally {
    await browser.close();
  }
}
