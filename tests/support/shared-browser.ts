import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { buildDir } from './build.ts';
import { closeWelcome, EXTENSIONS_PAGE, type LaunchOptions, launchChromium } from './chromium.ts';
import { EmptiedExtension } from './emptied-extension.ts';

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
  /** Once it is installed. */
  extension: EmptiedExtension | null;
  inPrivate: boolean;
}

/** So many browsers stand ready at once, each for other options; one takes some 300 MB and no time. */
const KEPT = 4;

/**
 * One browser for many tests, of each kind that they want. Between them the extension is emptied as if it had just been installed, or
 * is installed anew where it was granted something; tabs, routes, cookies, stores of pages and the cache of files go too. What is left
 * is the browser's own process, and the installation.
 */
export class SharedBrowser {
  /** By what they were started with; the one used last stands last. */
  private readonly running = new Map<string, Running>();

  /**
   * The browser with an extension as it is newly installed and nothing else in it; another one when the last had other options.
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
    running.extension ??= await install(running);
    return running.context;
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
  return { profile, context, session, keeper, origins, extension: null };
}

async function asKeeper(page: Page): Promise<Page> {
  await page.goto(EXTENSIONS_PAGE);
  return page;
}

async function install({ context, session, inPrivate }: Running): Promise<EmptiedExtension> {
  const works = context.waitForEvent('serviceworker', { timeout: 15_000 });
  const welcome = closeWelcome(context);
  const { id } = await session.send('Extensions.loadUnpacked', {
    path: buildDir('chrome'),
    enableInIncognito: inPrivate,
  });
  const [worker] = await Promise.all([works, welcome]);
  return EmptiedExtension.of(context, id, worker);
}

async function clean(running: Running): Promise<void> {
  const { context, session, origins, extension } = running;
  if (running.keeper.isClosed()) running.keeper = await asKeeper(await context.newPage());
  const { keeper } = running;
  const isKept = (page: Page) => page === keeper || extension?.owns(page);
  await Promise.all(context.pages().map((page) => (isKept(page) ? undefined : page.close())));
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  if (extension && !(await extension.empty(keeper))) {
    const workers = context.serviceWorkers().filter((worker) => worker.url().includes(extension.id));
    const stopped = workers.map((worker) => new Promise((resolve) => worker.once('close', resolve)));
    await session.send('Extensions.uninstall', { id: extension.id });
    await Promise.all(stopped);
    running.extension = null;
  }
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
