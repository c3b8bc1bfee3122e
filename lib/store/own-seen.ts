import { DEFAULT_DEVICE } from '@/lib/crm/defaults';
import { refuseNewer } from './command';
import type { Database } from './database';
import { deviceOf } from './settings';

/** More than anybody has accounts on one site. */
const MOST = 20;

/**
 * Keeps identities that a site showed as the user's. Some pages of a webmail show them and others do not, and a mail may be
 * opened in a tab of its own. What the user took out stays out, however often it is shown.
 * @param keys normal forms of contact points
 */
export async function learnOwn(db: Database, site: string, keys: readonly string[]): Promise<void> {
  if (db.newer || keys.length === 0) return;
  const isKnown = (seen: Record<string, boolean>) =>
    keys.every((key) => key in seen) || Object.keys(seen).length >= MOST;
  if (isKnown((await deviceOf(db)).ownSeen[site] ?? {})) return;
  await changeSeen(db, site, (seen) => {
    const fresh = keys.filter((key) => !(key in seen)).map((key) => [key, true] as const);
    return Object.fromEntries([...Object.entries(seen), ...fresh].slice(0, MOST));
  });
}

/**
 * The site was wrong: this identity is somebody else's.
 * @throws StoreError `newer` when the data is of a newer version
 */
export async function disown(db: Database, site: string, key: string): Promise<void> {
  refuseNewer(db);
  await changeSeen(db, site, (seen) => ({ ...seen, [key]: false }));
}

/** Identities that each site showed as the user's, and that the user has left standing. */
export async function ownSeen(db: Database): Promise<(site: string) => string[]> {
  const { ownSeen: sites } = await deviceOf(db);
  return (site) => Object.entries(sites[site] ?? {}).flatMap(([key, stands]) => (stands ? [key] : []));
}

async function changeSeen(
  db: Database,
  site: string,
  change: (seen: Record<string, boolean>) => Record<string, boolean>,
): Promise<void> {
  await db.transaction('rw', db.device, async () => {
    const stored = { ...DEFAULT_DEVICE, ...(await db.device.get('device')), id: 'device' };
    const ownSeen = { ...stored.ownSeen, [site]: change(stored.ownSeen[site] ?? {}) };
    await db.device.put({ ...stored, ownSeen });
  });
}
