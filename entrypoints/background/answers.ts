import { onPullAlarm } from '@/lib/platform/alarms';
import { onStored } from '@/lib/platform/wake';
import type { Database } from '@/lib/store/database';

/** Whoever woke the worker is answered first; it lives for half a minute at least. In ms. */
export const AFTER_START = 2000;

/**
 * Fetches answers now and then while a hub is connected, and keeps the number of those that nobody has looked at on the toolbar.
 * Registers its listeners at once: the worker may have been started by one of these events.
 */
export function watchAnswers(database: Promise<Database>): void {
  const keepUp = async () => (await import('./pull-answers')).keepUp(await database);
  onPullAlarm(async () => (await import('./pull-answers')).pullNow(await database));
  onStored(keepUp);
  setTimeout(keepUp, AFTER_START);
}
