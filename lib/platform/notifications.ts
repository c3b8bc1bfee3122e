import { browser } from './native';

const PERMISSION = { permissions: ['notifications' as const] };

/** Asks the user for notifications. Must run inside a click. */
export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION);
}

/** Gives the permission back, so that the browser too says that there are none. */
export async function releaseNotifications(): Promise<void> {
  await browser.permissions.remove(PERMISSION);
}

/** Shows a notification; one that stands already under this id is replaced. */
export async function notify(
  id: string,
  { title, message }: { title: string; message: string },
): Promise<void> {
  const iconUrl = browser.runtime.getURL('/icon-128.png' as never);
  await browser.notifications.create(id, { type: 'basic', iconUrl, title, message });
}

/** Takes away what still stands in the system's list, for those ids of which it is said so. */
export async function clearNotifications(of: (ids: string[]) => Promise<string[]>): Promise<void> {
  const ids = Object.keys(await browser.notifications.getAll());
  if (ids.length === 0) return;
  for (const id of await of(ids)) await browser.notifications.clear(id);
}

/**
 * Calls back when a notification is pressed, which is then taken away. To be called in the worker's first turn; the browser has that
 * part of itself only while the permission is held, so it is tried again when that changes.
 */
export function onNotificationPressed(listener: (id: string) => void): void {
  const pressed = (id: string) => {
    void browser.notifications.clear(id);
    listener(id);
  };
  // One that listens already is not added twice.
  const begin = () => browser.notifications?.onClicked.addListener(pressed);
  begin();
  browser.permissions.onAdded.addListener(begin);
}
