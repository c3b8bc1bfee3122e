import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { buildDir } from './build.ts';
import { closeWelcome, EXTENSIONS_PAGE, type LaunchOptions, launchChromium } from './chromium.ts';

export type ThirdPartyCookies = 'blocked' | 'allowed';

/** A new folder for a browser's profile. Debian's Chromium blocks third-party cookies. */
export function newProfile(cookies: ThirdPartyCookies): string {
  const profile = mkdtempSync(path.join(tmpdir(), 'sidelight-chromium-'));
  mkdirSync(path.join(profile, 'Default'));
  const preferences = { profile: { cookie_controls_mode: cookies === 'blocked' ? 1 : 0 } };
  writeFileSync(path.join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
}

export const removeProfile = (profile: string): void =>
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

interface Running {
  /** What it was started with: another wish needs another browser. */
  key: string;
  profile: string;
  context: BrowserContext;
  session: CDPSession;
  /** Holds the browser open while the tabs of a test go, and shows its page of extensions. */
  keeper: Page;
  /** Where pages of the test that runs have been. */
  origins: Set<string>;
  extensionId: string | null;
}

/**
 * One browser for many tests. For each of them the extension is taken out of it, which forgets its stores, permissions,
 * registered scripts and alarms, and is installed anew; tabs, routes, cookies, stores of pages and the cache of files go too.
 * What is left is the browser's own process.
 */
export class SharedBrowser {
  private running: Running | null = null;

  /**
   * The browser with a newly installed extension and nothing else in it; another one when the last had other options.
   * @param inPrivate the user lets the extension into private windows
   */
  async fresh(
    cookies: ThirdPartyCookies,
    options: LaunchOptions,
    inPrivate = false,
  ): Promise<BrowserContext> {
    // Chromium ends when a private window goes into which an extension was let: it is no browser for others.
    const key = JSON.stringify([cookies, options, inPrivate]);
    if (this.running?.key === key) await clean(this.running);
    else {
      await this.close();
      this.running = await start(key, cookies, options);
    }
    const { context, session } = this.running;
    const works = context.waitForEvent('serviceworker', { timeout: 15_000 });
    const welcome = closeWelcome(context);
    const { id } = await session.send('Extensions.loadUnpacked', {
      path: buildDir('chrome'),
      enableInIncognito: inPrivate,
    });
    this.running.extensionId = id;
    await Promise.all([works, welcome]);
    return context;
  }

  async close(): Promise<void> {
    if (!this.running) return;
    const { context, profile } = this.running;
    this.running = null;
    await context.close();
    removeProfile(profile);
  }
}

async function start(key: string, cookies: ThirdPartyCookies, options: LaunchOptions): Promise<Running> {
  const profile = newProfile(cookies);
  const context = await launchChromium(profile, {
    ...options,
    args: ['--enable-unsafe-extension-debugging', ...(options.args ?? [])],
    ignoreDefaultArgs: ['--disable-extensions'],
  });
  const browser = context.browser();
  if (!browser) throw new Error('The browser has gone.');
  const origins = new Set<string>();
  context.on('page', (page) =>
    page.on('framenavigated', (frame) => {
      if (/^https?:/.test(frame.url())) origins.add(new URL(frame.url()).origin);
    }),
  );
  const keeper = await asKeeper(context.pages()[0] ?? (await context.newPage()));
  const session = await browser.newBrowserCDPSession();
  return { key, profile, context, session, keeper, origins, extensionId: null };
}

async function asKeeper(page: Page): Promise<Page> {
  await page.goto(EXTENSIONS_PAGE);
  return page;
}

async function clean(running: Running): Promise<void> {
  const { context, session, origins, extensionId } = running;
  const workers = context.serviceWorkers().filter((worker) => worker.url().startsWith('chrome-extension:'));
  const stopped = workers.map((worker) => new Promise((resolve) => worker.once('close', resolve)));
  if (extensionId) await session.send('Extensions.uninstall', { id: extensionId });
  running.extensionId = null;
  await Promise.all(stopped);
  if (running.keeper.isClosed()) running.keeper = await asKeeper(await context.newPage());
  const { keeper } = running;
  await Promise.all(context.pages().map((page) => (page === keeper ? undefined : page.close())));
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.clearCookies();
  await context.clearPermissions();
  const storage = await context.newCDPSession(keeper);
  for (const origin of origins)
    await storage.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  // What a hub said of its forms to the last test is not true in the next.
  await storage.send('Network.clearBrowserCache');
  await storage.detach();
  origins.clear();
}
