import { localClient } from '@/lib/api/local';
import { type Database, openDatabase } from '@/lib/store/database';
import { fillLists } from '@/lib/store/fill-lists';
import { keepImages } from '@/lib/store/held-pages';
import { refreshInsight } from '@/lib/store/insight-job';

const WAKE = { ring: async () => undefined, listen: () => () => undefined };

/** The lists of a store whole, what is usual counted, and an image of its packed pages kept, as after its first day. */
export async function settled(): Promise<void> {
  const db = await openDatabase();
  await fillLists(db);
  await refreshInsight({ db, now: Date.now, zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  await keepImages(db);
  db.close();
}

export function clientOf(database: Database) {
  return localClient({ database, caller: 'workspace', wake: WAKE });
}

export async function timed<T>(run: () => Promise<T>): Promise<[number, T]> {
  const start = performance.now();
  const value = await run();
  return [performance.now() - start, value];
}

/** Logs a call with a contact, as the panel does. */
export async function logCall(client: ReturnType<typeof clientOf>, contactId: string): Promise<number> {
  const activity = { type: 'call' as const, contactIds: [contactId], at: Date.now() };
  const [ms] = await timed(() => client.call('activities.log', { activity }));
  return ms;
}
