import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { ensureBuild, ROOT } from './build.ts';
import { idOfExtension, launchWithExtension } from './chromium.ts';
import { startHub } from './hub.ts';
import { openPractice, openSurvey, settled, showMail } from './practice.ts';
import { provide } from './system-packages.ts';

/** The pictures of the documents, taken from the running product on the invented people of the practice mailbox. */
const PICTURES = path.join(ROOT, 'docs', 'images');

/** Whose mail stands open in the pictures. */
const SHOWN = 'Ingrid Solheim';

async function take(page: Page, name: string): Promise<void> {
  await settled(page);
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  console.log(path.relative(ROOT, path.join(PICTURES, `${name}.png`)));
}

async function takeAll(context: BrowserContext): Promise<void> {
  const id = await idOfExtension(context);
  const open = async (place: string) => {
    const page = await context.newPage();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`chrome-extension://${id}/${place}`);
    return page;
  };

  const page = await openPractice(open);
  await showMail(page, SHOWN);
  await take(page, 'beside');
  await page.emulateMedia({ colorScheme: 'dark' });
  await take(page, 'beside-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.locator('.practice-panel').screenshot({ path: path.join(PICTURES, 'panel.png') });

  for (const name of ['today', 'contacts'] as const) {
    await page.goto(`chrome-extension://${id}/workspace.html?practice#/${name}`);
    await page.getByRole('main').getByText(SHOWN).or(page.getByRole('row').nth(5)).first().waitFor();
    await take(page, name);
  }
  await page.keyboard.press('Control+k');
  await page.keyboard.type(SHOWN);
  await page.getByRole('option', { name: SHOWN }).first().click();
  await page.getByRole('heading', { level: 1, name: SHOWN }).waitFor();
  await take(page, 'contact');

  await takeSurveys(page, `chrome-extension://${id}/workspace.html?practice`);
  await take(await open('welcome.html'), 'welcome');
}

/** The survey that the practice people answered: how it was made, handed out, and what came. */
async function takeSurveys(page: Page, workspace: string): Promise<void> {
  const hub = await startHub();
  try {
    const survey = await openSurvey(page, workspace);
    await take(page, 'survey');
    await page.goto(`${survey}/publish`);
    await page.getByRole('textbox', { name: 'Connection address' }).fill(hub.connection);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible();
    await take(page, 'publish');
    await page.goto(`${survey}/results`);
    await take(page, 'results');
    await page.goto(`${workspace}#/responses`);
    await take(page, 'answers');
  } finally {
    await hub.close();
  }
}

async function main(): Promise<void> {
  const missing = provide(['chromium', 'fonts']);
  for (const { reason } of missing) console.error(reason);
  if (missing.some(({ need }) => need === 'chromium')) process.exit(1);
  ensureBuild('chrome');
  mkdirSync(PICTURES, { recursive: true });
  const profile = mkdtempSync(path.join(tmpdir(), 'sidelight-pictures-'));
  const context = await launchWithExtension(profile, {
    locale: 'en-US',
    args: ['--lang=en-US'],
    colorScheme: 'light',
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1.5,
  });
  try {
    await takeAll(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

await main();
