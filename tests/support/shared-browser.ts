import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { buildDir } from './build.ts';
import { closeWelcome, EXTENSIONS_PAGE, type LaunchOptions, launchChromium } from './chromium.ts';

export type ThirdPartyCookies = 'blocked' | 'allowed';

/**
 * Parts of the browser's own window that are switched off, as its page chrome://flags does: each is a page with scripts, takes more than a
 * second to start with every browser, and shows what stands below an address that nobody types here.
 */
const FLAGS = ['webui-omnibox-popup@2', 'webui-omnibox-aim-popup@2'];

/** A new folder for a browser's profile. Debian's Chromium blocks third-party cookies. */
export function newProfile(cookies: ThirdPartyCookies): string {
  const profile = mkdtempSync(path.join(tmpdir(), 'sidelight-chromium-'));
  mkdirSync(path.join(profile, 'Default'));
  const preferences = { profile: { cookie_controls_mode: cookies === 'blocked' ? 1 : 0 } };
  writeFileSync(path.join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const state = { browser: { enabled_labs_experiments: FLAGS } };
  writeFileSync(path.join(profile, 'Local State'), JSON.stringify(state));
  return profile;
}

export const removeProfile = (profile: string): void =>
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

interface Running {
  profile: string;
  context: BrowserContext;
  session: CDPSession;
  /** Holds the browser open while the tabs of a test go, and shows its page of extensions. */
  keeper: Page;
  /** Where pages of the test that runs have been. */
  origins: Set<string>;
  extensionId: string | null;
  inPrivate: boolean;
}

/** So many browsers stand ready at once, each for other options; one takes some 300 MB and no time. */
const KEPT = 4;

/**
 * One browser for many tests, of each kind that they want. For each of them the extension is taken out of it, which forgets its stores, permissions,
 * registered scripts and alarms, and is installed anew; tabs, routes, cookies, stores of pages and the cache of files go too.
 * What is left is the browser's own process.
 */
export class SharedBrowser {
  /** By what they were started with; the one used last stands last. */
  private readonly running = new Map<string, Running>();

  /**
   * The browser with a newly installed extension and nothing else in it; another one when the last had other options.
   * @param inPrivate the user lets the extension into private windows
   */
  async fresh(
    cookies: ThirdPartyCookies,
    options: LaunchOptions,
    inPrivate = false,
  ): Promise<BrowserContext> {
    const key = JSON.stringify([cookies, options, inPrivate]);
    await this.leave(key);
    const running = this.running.get(key) ?? (await this.another(key, cookies, options, inPrivate));
    this.running.delete(key);
    this.running.set(key, running);
    const { context, session } = running;
    const works = context.waitForEvent('serviceworker', { timeout: 15_000 });
    const welcome = closeWelcome(context);
    const { id } = await session.send('Extensions.loadUnpacked', {
      path: buildDir('chrome'),
      enableInIncognito: inPrivate,
    });
    running.extensionId = id;
    await Promise.all([works, welcome]);
    return context;
  }

  async close(): Promise<void> {
    const all = [...this.running.values()];
    this.running.clear();
    await Promise.all(all.map(end));
  }

  /** Cleans the browser of the last test, also where the next wants another: what stands ready does nothing. */
  private async leave(next: string): Promise<void> {
    const last = [...this.running].at(-1);
    if (!last) return;
    const [key, running] = last;
    // Chromium ends when a private window goes into which an extension was let: it is no browser to keep.
    if (key === next || !running.inPrivate) return clean(running);
    this.running.delete(key);
    await end(running);
  }

  private async another(
    key: string,
    cookies: ThirdPartyCookies,
    options: LaunchOptions,
    inPrivate: boolean,
  ): Promise<Running> {
    const [longest] = this.running;
    if (longest && this.running.size >= KEPT) {
      this.running.delete(longest[0]);
      await end(longest[1]);
    }
    const running = { ...(await start(cookies, options)), inPrivate };
    running.context.once('close', () => this.running.delete(key));
    return running;
  }
}

async function end({ context, profile }: Running): Promise<void> {
  await context.close();
  removeProfile(profile);
}

async function start(
  cookies: ThirdPartyCookies,
  options: LaunchOptions,
): Promise<Omit<Running, 'inPrivate'>> {
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
  return { profile, context, session, keeper, origins, extensionId: null };
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
