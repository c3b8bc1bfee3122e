import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { buildsAnew, ensureBuild, ROOT } from './build.ts';
import { grantHostPermission, idOfExtension, launchWithExtension } from './chromium.ts';
import { switchOnSite } from './switch-on-site.ts';
import { type Need, provide } from './system-packages.ts';
import { shownBeside } from './webmail/beside.ts';
import { startWebmail, type Webmail } from './webmail/index.ts';
import { logIn } from './webmail/roundcube.ts';

/** The page that greets a newcomer. */
const WELCOME = 'welcome.html';
const PROFILE = path.join(ROOT, '.profile');
/** So long the picture waits for the panel, in milliseconds. */
const PATIENCE = 30_000;
const SCREENS = path.join(ROOT, '.screens', 'start');

/** What stands in the way of a start, in words that say what to do about it: nobody needs its stack. */
class Obstacle extends Error {}

const wantsWebmail = process.argv.includes('--webmail');
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** The browser's question whether to keep the webmail's password would stand over the panel, the first thing that is to be seen. */
function askForNoPassword(): void {
  const file = path.join(PROFILE, 'Default', 'Preferences');
  let kept: { profile?: object } = {};
  try {
    kept = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // The profile is new, or the browser will begin it anew.
  }
  const profile = { ...kept.profile, password_manager_enabled: false };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...kept, credentials_enable_service: false, profile }));
}

async function openChromium(): Promise<BrowserContext> {
  askForNoPassword();
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

/** The welcome page, which the extension opens by itself on its first start in a profile; the browser's empty tab is closed. */
async function welcomePage(context: BrowserContext, id: string): Promise<Page> {
  const url = `chrome-extension://${id}/${WELCOME}`;
  const opened = () => context.pages().find((page) => page.url().startsWith(url));
  for (let waited = 0; waited < 2000 && !opened(); waited += 100) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const page = opened() ?? context.pages()[0] ?? (await context.newPage());
  if (!page.url().startsWith(url)) await page.goto(url);
  const empty = context.pages().filter((one) => one !== page && one.url() === 'about:blank');
  for (const one of empty) await one.close();
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

/** Takes the picture, and says which it is and what it shows. */
async function screenshot(page: Page, name: string, shows: string): Promise<string> {
  await page.waitForLoadState('load');
  // What follows the load (fonts, answers of the background) has no event to wait for.
  await page.waitForTimeout(1500);
  const file = path.join(SCREENS, `${name}.png`);
  await page.screenshot({ path: file });
  return `  ${path.relative(ROOT, file)}: ${shows}`;
}

function build(): void {
  if (buildsAnew('chrome')) console.log('Building ...');
  try {
    ensureBuild('chrome');
  } catch (error) {
    throw new Obstacle(
      `The extension could not be built. If you changed nothing, \`npm ci\` sets the packages right.\n${(error as Error).message}`,
    );
  }
}

async function main(): Promise<void> {
  const needs: Need[] = ['chromium', 'fonts', ...(wantsWebmail ? (['webmail'] as const) : [])];
  const missing = provide(needs);
  for (const { reason } of missing) console.error(reason);
  // Without Chinese type everything still opens.
  if (missing.some(({ need }) => need !== 'fonts')) process.exit(1);

  build();
  const webmail = wantsWebmail
    ? await startWebmail().catch((error: Error) => {
        throw new Obstacle(`${error.message}\n\`npm start\` without --webmail needs no server.`);
      })
    : undefined;
  const context = await openChromium().catch(async (error: Error) => {
    await webmail?.stop();
    throw new Obstacle(
      `Chromium did not start. If a window of this profile (${path.relative(ROOT, PROFILE)}) is still open, close it and try again.\n${error.message}`,
    );
  });
  const end = async (code: number) => {
    await context.close().catch(() => undefined);
    await webmail?.stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));

  const id = await idOfExtension(context);
  const welcome = await welcomePage(context, id);
  const pictures: string[] = [];
  if (!hasDisplay) {
    rmSync(SCREENS, { recursive: true, force: true });
    mkdirSync(SCREENS, { recursive: true });
    pictures.push(await screenshot(welcome, 'welcome', await welcome.locator('h1').innerText()));
  }
  if (webmail) {
    try {
      const page = await openWebmail(context, id, webmail);
      if (!hasDisplay) {
        // For the picture alone: where the profile was used before, the panel may show another, or be hidden.
        const sender = webmail.mails[0]?.from.name ?? '';
        const shown = (await shownBeside(page, sender, PATIENCE)) ?? `not ${sender}`;
        pictures.push(await screenshot(page, 'webmail', `${await page.title()}, beside it ${shown}`));
      }
    } catch (error) {
      console.error(`The webmail could not be opened with Sidelight on: ${(error as Error).message}`);
      return end(1);
    }
    console.log(`Webmail: ${webmail.url} (user ${webmail.user}, password ${webmail.password})`);
  }
  if (!hasDisplay) {
    console.log(`There is no display here: screenshots are in ${path.relative(ROOT, SCREENS)}/.`);
    for (const picture of pictures) console.log(picture);
    return end(0);
  }
  console.log('Sidelight is open. Close the window or press Ctrl+C to end.');
  context.on('close', () => void end(0));
}

await main().catch((error: Error) => {
  console.error(error instanceof Obstacle ? error.message : error.stack);
  process.exit(1);
});
