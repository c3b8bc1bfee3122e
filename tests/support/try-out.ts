import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { ensureBuild, isFresh, ROOT } from './build.ts';
import { grantHostPermission, idOfExtension, launchWithExtension } from './chromium.ts';
import { switchOnSite } from './switch-on-site.ts';
import { type Need, provide } from './system-packages.ts';
import { startWebmail, type Webmail } from './webmail/index.ts';
import { logIn } from './webmail/roundcube.ts';

/** The page that greets a newcomer. */
const WELCOME = 'welcome.html';
const PROFILE = path.join(ROOT, '.profile');
const SCREENS = path.join(ROOT, '.screens', 'start');

const wantsWebmail = process.argv.includes('--webmail');
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

async function openChromium(): Promise<BrowserContext> {
  // Chromium keeps the worker's script of an unpacked extension and would go on running the build before this one.
  rmSync(path.join(PROFILE, 'Default', 'Service Worker'), { recursive: true, force: true });
  return launchWithExtension(PROFILE, {
    headless: !hasDisplay,
    viewport: hasDisplay ? null : { width: 1280, height: 800 },
    colorScheme: hasDisplay ? null : 'light',
    chromiumSandbox: hasDisplay && process.getuid?.() !== 0,
    // The window is for a person: pages need not know that a program opened it, and Ctrl+C is handled below.
    ignoreDefaultArgs: ['--enable-automation'],
    args: ['--disable-blink-features=AutomationControlled'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** The welcome page, which the extension opens by itself on its first start in a profile. */
async function welcomePage(context: BrowserContext, id: string): Promise<Page> {
  const url = `chrome-extension://${id}/${WELCOME}`;
  const opened = () => context.pages().find((page) => page.url().startsWith(url));
  for (let waited = 0; waited < 2000 && !opened(); waited += 100) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const page = opened() ?? context.pages()[0] ?? (await context.newPage());
  if (!page.url().startsWith(url)) await page.goto(url);
  return page;
}

/** Switches Sidelight on for the webmail as a user does in the settings, logs in and opens the newest mail. */
async function openWebmail(context: BrowserContext, id: string, webmail: Webmail): Promise<Page> {
  const settings = await context.newPage();
  await settings.goto(`chrome-extension://${id}/workspace.html#/settings`);
  await grantHostPermission(context, id, webmail.url);
  await switchOnSite(settings, webmail.url);
  await settings.close();
  const page = await context.newPage();
  await logIn(page, webmail);
  await page.locator('#messagelist tr.message').first().click();
  await page.frameLocator('#messagecontframe').locator('.message-part, .message-htmlpart').first().waitFor();
  return page;
}

async function screenshot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('load');
  // What follows the load (fonts, answers of the background) has no event to wait for.
  await page.waitForTimeout(1500);
  await page.screenshot({ path: path.join(SCREENS, `${name}.png`) });
}

async function main(): Promise<void> {
  const needs: Need[] = ['chromium', 'fonts', ...(wantsWebmail ? (['webmail'] as const) : [])];
  const missing = provide(needs);
  for (const { reason } of missing) console.error(reason);
  // Without Chinese type everything still opens.
  if (missing.some(({ need }) => need !== 'fonts')) process.exit(1);

  if (!isFresh('chrome')) console.log('Building ...');
  ensureBuild('chrome');
  const webmail = wantsWebmail ? await startWebmail() : undefined;
  const context = await openChromium().catch(async (error: Error) => {
    await webmail?.stop();
    throw new Error(`Chromium did not start. Is a window of this profile still open?\n${error.message}`);
  });
  const end = async (code: number) => {
    await context.close().catch(() => undefined);
    await webmail?.stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));

  const id = await idOfExtension(context);
  const welcome = await welcomePage(context, id);
  if (!hasDisplay) {
    mkdirSync(SCREENS, { recursive: true });
    await screenshot(welcome, 'welcome');
  }
  if (webmail) {
    const page = await openWebmail(context, id, webmail).catch(async (error: Error) => {
      console.error(`The webmail could not be opened with Sidelight on: ${error.message}`);
      return end(1);
    });
    if (!hasDisplay && page) await screenshot(page, 'webmail');
    console.log(`Webmail: ${webmail.url} (user ${webmail.user}, password ${webmail.password})`);
  }
  if (!hasDisplay) {
    console.log(`There is no display here: screenshots are in ${path.relative(ROOT, SCREENS)}/.`);
    await end(0);
  }
  console.log('Sidelight is open. Close the window or press Ctrl+C to end.');
  context.on('close', () => void end(0));
}

await main().catch((error: Error) => {
  console.error(error.stack);
  process.exit(1);
});
