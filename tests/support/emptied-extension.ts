import './webextension.ts';
import type { BrowserContext, Page, Worker } from '@playwright/test';
import type { Alarms } from 'webextension-polyfill';
import { WorkerKiller } from './worker-killer.ts';

/** The part of the browser's own page of extensions that is used here; its types come with no package. */
interface ExtensionsPage {
  chrome: {
    developerPrivate: {
      getExtensionInfo(id: string): Promise<{
        permissions: { runtimeHostPermissions?: { hosts: object[] }; simplePermissions: object[] };
      }>;
    };
  };
}

/** An alarm, with its first time from when the extension was installed, in ms. */
type Alarm = Pick<Alarms.Alarm, 'name' | 'periodInMinutes'> & { after: number };

/**
 * An installed extension that can be made as it was when it was installed: without scripts, stores and settings, with a worker that has
 * just been started. That takes a fraction of an installation, for which the browser compiles all of the worker's script and the
 * welcome page is drawn.
 */
export class EmptiedExtension {
  readonly id: string;
  private readonly context: BrowserContext;
  private readonly alarms: Alarm[];
  /** Stays open once it is needed, and runs nothing. */
  private quiet: Page | null = null;
  private readonly killer: WorkerKiller;

  private constructor(context: BrowserContext, id: string, alarms: Alarm[]) {
    this.context = context;
    this.id = id;
    this.alarms = alarms;
    this.killer = new WorkerKiller(() => this.quietPage());
  }

  /** @param worker of the new installation */
  static async of(context: BrowserContext, id: string, worker: Worker): Promise<EmptiedExtension> {
    return new EmptiedExtension(context, id, await worker.evaluate(alarmsSet));
  }

  owns = (page: Page): boolean => page === this.quiet;

  /**
   * Empties it, where all of its other pages are closed. False: something would be left, and it has to be installed anew. A browser never
   * forgets what its user has once granted an extension: what was given back is granted again without a question.
   */
  async empty(extensionsPage: Page): Promise<boolean> {
    if (await extensionsPage.evaluate(hasPermissions, this.id)) return false;
    const quiet = await this.quietPage();
    await quiet.evaluate(takeSettings, this.alarms);
    await this.killer.stop();
    const session = await this.context.newCDPSession(quiet);
    await session.send('Storage.clearDataForOrigin', {
      origin: `chrome-extension://${this.id}`,
      storageTypes: 'indexeddb,cache_storage,file_systems,local_storage',
    });
    await session.detach();
    const isRunning = this.context.serviceWorkers().some((worker) => worker.url().includes(this.id));
    const works = isRunning || this.context.waitForEvent('serviceworker', { timeout: 15_000 });
    await quiet.evaluate(wakeWorker);
    await works;
    return quiet.evaluate(isEmpty);
  }

  private async quietPage(): Promise<Page> {
    if (this.quiet && !this.quiet.isClosed()) return this.quiet;
    this.quiet = await this.context.newPage();
    await this.quiet.goto(`chrome-extension://${this.id}/manifest.json`);
    return this.quiet;
  }
}

/** Evaluated in the worker, which sets them a moment after it was installed. */
async function alarmsSet(): Promise<Alarm[]> {
  let all = await chrome.alarms.getAll();
  for (; all.length === 0; all = await chrome.alarms.getAll())
    await new Promise((resolve) => setTimeout(resolve, 20));
  return all.map(({ name, periodInMinutes, scheduledTime }) => ({
    name,
    periodInMinutes,
    after: scheduledTime - Date.now(),
  }));
}

/** Evaluated in the browser's page of extensions. */
async function hasPermissions(id: string): Promise<boolean> {
  const { developerPrivate } = (globalThis as unknown as ExtensionsPage).chrome;
  const { permissions } = await developerPrivate.getExtensionInfo(id);
  return !!permissions.runtimeHostPermissions?.hosts.length || permissions.simplePermissions.length > 0;
}

/** Evaluated in a page of the extension. */
async function takeSettings(alarms: Alarm[]): Promise<void> {
  await chrome.scripting.unregisterContentScripts();
  await chrome.alarms.clearAll();
  for (const { name, after, periodInMinutes } of alarms)
    await chrome.alarms.create(name, { when: Date.now() + after, periodInMinutes });
  await chrome.action.setBadgeText({ text: '' });
  await Promise.all([chrome.storage.session.clear(), chrome.storage.local.clear()]);
}

/** Evaluated in a page of the extension: what its worker does not know is refused. */
async function wakeWorker(): Promise<void> {
  await chrome.runtime.sendMessage({ api: 0 }).catch(() => undefined);
}

/** Evaluated in a page of the extension. */
async function isEmpty(): Promise<boolean> {
  const left = await Promise.all([
    chrome.scripting.getRegisteredContentScripts(),
    chrome.permissions.getAll().then(({ origins }) => origins ?? []),
    chrome.storage.local.get().then(Object.keys),
    chrome.storage.session.get().then(Object.keys),
  ]);
  return left.flat().length === 0 && localStorage.length === 0;
}
