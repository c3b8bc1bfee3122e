import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page, Worker } from '@playwright/test';
import { build } from 'vite';
import { buildDir, ROOT } from '../support/build.ts';
import { grantHostPermission, idOfExtension, launchWithExtension } from '../support/chromium.ts';
import { switchOnSite } from '../support/switch-on-site.ts';
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
const IN_PAGE = path.join(ROOT, 'tests', 'bench', 'in-page');

/** The code that runs inside the extension, as one script. */
async function bundle(): Promise<string> {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      lib: { entry: path.join(IN_PAGE, 'index.ts'), formats: ['iife'], name: 'bundle' },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!result || !('output' in result)) throw new Error('The bench was not bundled.');
  return result.output[0].code;
}

/** A profile filled once and copied for each run. Its name holds all that it depends on: rows, tables, the extension's place. */
function seededProfile(contacts: number): string {
  const sources = [
    ...readdirSync(IN_PAGE).map((name) => path.join(IN_PAGE, name)),
    path.join(ROOT, 'tests/bench/numbers.ts'),
    path.join(ROOT, 'lib/store/keys.ts'),
    path.join(ROOT, 'lib/store/migrations/0001-first.ts'),
    path.join(ROOT, 'lib/insight/figures.ts'),
  ].filter((file) => !/exercise|look-up/.test(file));
  const hash = createHash('sha256').update(buildDir('chrome'));
  for (const file of sources.sort()) hash.update(readFileSync(file));
  return path.join(FOLDER, `profile-${contacts}-${hash.digest('hex').slice(0, 12)}`);
}

const launch = (profile: string) =>
  launchWithExtension(profile, { headless: true, viewport: { width: 1440, height: 900 }, locale: 'en' });

async function fill(profile: string, contacts: number, script: string): Promise<void> {
  console.log(`Filling a store with ${contacts.toLocaleString('en')} contacts, once ...`);
  const unfinished = `${profile}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  const context = await launch(unfinished);
  const id = await idOfExtension(context);
  const page = await context.newPage();
  await page.goto(`chrome-extension://${id}/manifest.json`);
  await page.evaluate(script);
  const start = performance.now();
  const made = await page.evaluate(
    (count) => (globalThis as unknown as { bench: Bench }).bench.seed(count),
    contacts,
  );
  console.log(
    `${made.contacts.toLocaleString('en')} contacts, ${made.activities.toLocaleString('en')} activities in ${Math.round((performance.now() - start) / 1000)} s.`,
  );
  await page.goto(`chrome-extension://${id}/workspace.html#/settings`);
  await grantHostPermission(context, id, MAIL_URL);
  await switchOnSite(page, MAIL_URL);
  await context.close();
  cpSync(unfinished, profile, { recursive: true });
  rmSync(unfinished, { recursive: true });
}

/** Opens a copy of the full profile. */
export async function openWorld(contacts: number): Promise<World> {
  mkdirSync(FOLDER, { recursive: true });
  const script = await bundle();
  const seeded = seededProfile(contacts);
  if (!existsSync(seeded)) await fill(seeded, contacts, script);
  const profile = mkdtempSync(path.join(FOLDER, 'run-'));
  cpSync(seeded, profile, { recursive: true });
  const context = await launch(profile);
  const extensionId = await idOfExtension(context);
  const quietPage = async () => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/manifest.json`);
    return page;
  };
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
