import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page, Worker } from '@playwright/test';
import { buildDir, ROOT } from '../support/build.ts';
import { grantHostPermission, idOfExtension, launchWithExtension } from '../support/chromium.ts';
import { switchOnSite } from '../support/switch-on-site.ts';
import { codeOf } from './bundled.ts';
import type { Bench } from './in-page/index.ts';
import { MAIL_URL } from './mail-page.ts';

/** A browser with the extension over a full store, switched on for the mail page. */
export interface World {
  context: BrowserContext;
  extensionId: string;
  /** Runs the bench's code in the extension's own worker, which holds what the product's worker holds. */
  inWorker<T>(run: (worker: Worker) => Promise<T>): Promise<T>;
  /** A page of the extension that runs no script of the product. */
  quietPage(): Promise<Page>;
  /** The bench's code, to be evaluated before `bench` is called. */
  script: string;
  close(): Promise<void>;
}

const FOLDER = path.join(ROOT, '.tmp', 'bench');
const SEARCH = 'lib/store/search';
const MIGRATIONS = 'lib/store/migrations';
const IN_PAGE = path.join(ROOT, 'tests', 'bench', 'in-page');

/** The code that runs inside the extension, as one script. */
const inPage = () => codeOf('tests/bench/in-page/index.ts');

/**
 * Databases filled once and copied into a new profile for each run: a profile that is kept would go on running the worker
 * of the build that it was made with. The name holds all that they depend on: rows, tables, the extension's place.
 */
function filledDatabases(contacts: number): string {
  const sources = [
    ...readdirSync(IN_PAGE).map((name) => path.join(IN_PAGE, name)),
    path.join(ROOT, 'tests/bench/numbers.ts'),
    ...readdirSync(path.join(ROOT, MIGRATIONS)).map((name) => path.join(ROOT, MIGRATIONS, name)),
    ...['keys', 'columns', 'fact-pages', 'filled', 'fill-lists'].map((name) =>
      path.join(ROOT, `lib/store/${name}.ts`),
    ),
    path.join(ROOT, 'lib/insight/figures.ts'),
    ...['build', 'words', 'texts', 'blocks', 'runs'].map((name) => path.join(ROOT, SEARCH, `${name}.ts`)),
  ].filter((file) => !/exercise|look-up|in-page.(search|segments|insight|today|everybody|index)/.test(file));
  const hash = createHash('sha256').update(buildDir('chrome'));
  for (const file of sources.sort()) hash.update(readFileSync(file));
  return path.join(FOLDER, `databases-${contacts}-${hash.digest('hex').slice(0, 12)}`);
}

const launch = (profile: string) =>
  launchWithExtension(profile, { headless: true, viewport: { width: 1440, height: 900 }, locale: 'en' });

/** Where Chromium keeps the databases, inside a profile. */
const DATABASES = path.join('Default', 'IndexedDB');

async function fill(databases: string, contacts: number, script: string): Promise<void> {
  console.log(`Filling a store with ${contacts.toLocaleString('en')} contacts, once ...`);
  const profile = mkdtempSync(path.join(FOLDER, 'fill-'));
  const context = await launch(profile);
  const page = await context.newPage();
  await page.goto(`chrome-extension://${await idOfExtension(context)}/manifest.json`);
  await page.evaluate(script);
  const start = performance.now();
  const made = await page.evaluate(
    (count) => (globalThis as unknown as { bench: Bench }).bench.seed(count),
    contacts,
  );
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(
    `${made.contacts.toLocaleString('en')} contacts, ${made.activities.toLocaleString('en')} activities in ${seconds} s; the lists of all of it, as after an update, in ${(made.lists / 1000).toFixed(1)} s, its search index in ${(made.search / 1000).toFixed(1)} s.`,
  );
  await context.close();
  renameSync(path.join(profile, DATABASES), databases);
  rmSync(profile, { recursive: true, maxRetries: 5, retryDelay: 100 });
}

/** A page of the extension over an empty store, with the bench's code in it. */
export async function openEmpty(): Promise<{ page: Page; close(): Promise<void> }> {
  mkdirSync(FOLDER, { recursive: true });
  const profile = mkdtempSync(path.join(FOLDER, 'empty-'));
  const context = await launch(profile);
  const page = await context.newPage();
  await page.goto(`chrome-extension://${await idOfExtension(context)}/manifest.json`);
  await page.evaluate(await inPage());
  return {
    page,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** A new profile over a copy of the full store, with the mail page's site switched on. */
export async function openWorld(contacts: number): Promise<World> {
  mkdirSync(FOLDER, { recursive: true });
  const script = await inPage();
  const databases = filledDatabases(contacts);
  if (!existsSync(databases)) await fill(databases, contacts, script);
  const profile = mkdtempSync(path.join(FOLDER, 'run-'));
  cpSync(databases, path.join(profile, DATABASES), { recursive: true });
  const context = await launch(profile);
  const extensionId = await idOfExtension(context);
  await grantHostPermission(context, extensionId, MAIL_URL);
  const settings = await context.newPage();
  await settings.goto(`chrome-extension://${extensionId}/workspace.html#/settings`);
  await switchOnSite(settings, MAIL_URL);
  await settings.close();
  const quietPage = async () => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/manifest.json`);
    return page;
  };
  // The first read of a copied database waits until the browser has put its files in order.
  const first = await quietPage();
  await first.evaluate(script);
  await first.evaluate(
    (count) => (globalThis as unknown as { bench: Bench }).bench.lookUp(count, 200, 3),
    contacts,
  );
  await first.close();
  return {
    context,
    extensionId,
    script,
    quietPage,
    async inWorker(run) {
      const worker = context.serviceWorkers()[0];
      if (!worker) throw new Error('The worker does not run.');
      await worker.evaluate(script);
      return run(worker);
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
