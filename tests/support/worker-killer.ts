import type { CDPSession, Page } from '@playwright/test';

/**
 * Stops the extension's service worker by the debugging protocol. The session hangs on a tab with a file of the
 * extension that runs no script, so that the tab itself never wakes the worker.
 */
export class WorkerKiller {
  private page: Page | undefined;
  private session: CDPSession | undefined;
  /** The state the browser told last: stopped, starting, running or stopping. */
  private state = 'stopped';
  private waiting: (() => void)[] = [];

  private readonly openQuiet: () => Promise<Page>;

  /** @param openQuiet opens the tab, when the worker is first stopped */
  constructor(openQuiet: () => Promise<Page>) {
    this.openQuiet = openQuiet;
  }

  private async attach(): Promise<CDPSession> {
    if (this.session) return this.session;
    this.page = await this.openQuiet();
    this.session = await this.page.context().newCDPSession(this.page);
    const session = this.session;
    const known = new Promise<void>((resolve) => {
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        // A worker of an extension that was taken out may be told of once more.
        const living = versions.filter(({ status }) => status !== 'redundant');
        this.state = living.at(-1)?.runningStatus ?? this.state;
        if (this.state === 'stopped') for (const done of this.waiting.splice(0)) done();
        if (living.length > 0) resolve();
      });
    });
    await session.send('ServiceWorker.enable');
    await known;
    return session;
  }

  /** Resolves when the worker stands still: true when it ran until now. */
  async stop(): Promise<boolean> {
    const session = await this.attach();
    if (this.state === 'stopped') return false;
    const stopped = new Promise<void>((resolve) => this.waiting.push(resolve));
    await session.send('ServiceWorker.stopAllWorkers');
    await stopped;
    return true;
  }

  async release(): Promise<void> {
    await this.page?.close();
  }
}
