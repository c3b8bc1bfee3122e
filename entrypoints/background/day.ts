import { onDayAlarm } from '@/lib/platform/alarms';
import type { Database } from '@/lib/store/database';

/** What a day does, for who keeps to the panel and opens no workspace. Registers its listener at once: its alarm may have started the worker. */
export function watchDay(database: Promise<Database>): void {
  onDayAlarm(() => void runDay(database).catch(() => undefined));
}

async function runDay(database: Promise<Database>): Promise<void> {
  const run = await import('./run-day');
  await run.runDay(await database);
}
