import { browser } from 'wxt/browser';

/** What may wake the background besides a message. Every listener is registered in the worker's first turn. */
export interface Lifecycle {
  installed(reason: string): void;
  started(): void;
  permissionsChanged(): void;
  tabClosed(tabId: number): void;
  command(name: string, tabId: number | null, windowId: number | null): void;
}

export function onLifecycle(on: Lifecycle): void {
  browser.runtime.onInstalled.addListener(({ reason }) => on.installed(reason));
  browser.runtime.onStartup.addListener(() => on.started());
  browser.permissions.onAdded.addListener(() => on.permissionsChanged());
  browser.permissions.onRemoved.addListener(() => on.permissionsChanged());
  browser.tabs.onRemoved.addListener((tabId) => on.tabClosed(tabId));
  browser.commands?.onCommand.addListener((name, tab) =>
    on.command(name, tab?.id ?? null, tab?.windowId ?? null),
  );
}
