import { DEFAULT_DEVICE } from '@/lib/crm/defaults';
import type { DeviceSettings } from '@/lib/crm/settings';
import { refuseNewer } from './command';
import type { Database } from './database';
import { deviceOf } from './settings';

/** More than anybody has addresses on one site. */
const MOST = 20;
/** Accounts of one site that are remembered, the last ones: some sites name one by a number that each sign-in makes up. */
const MOST_ACCOUNTS = 8;

/** An account of a site: `name` is a digest of what the page calls it. */
export interface SeenAccount {
  name: string;
  lent: boolean;
}

/**
 * Keeps identities that a site showed as the user's. Some pages of a webmail show them and others do not, and a mail may be
 * opened in a tab of its own. What the user took out stays out, however often it is shown. Those of a lent mailbox are kept for it alone.
 * @param keys normal forms of contact points
 */
export async function learnOwn(
  db: Database,
  site: string,
  keys: readonly string[],
  account: SeenAccount | null = null,
): Promise<void> {
  if (db.newer || keys.length === 0) return;
  const { ownSeen, ownAccounts } = await deviceOf(db);
  const before = account && ownAccounts?.[site]?.[account.name];
  const after = account && accountWith(before ?? undefined, keys, account.lent);
  const isKnown =
    account?.lent ||
    keys.every((key) => key in (ownSeen[site] ?? {})) ||
    Object.keys(ownSeen[site] ?? {}).length >= MOST;
  if (isKnown && after === before) return;
  await changeDevice(db, (device) => ({
    ...device,
    ...(!isKnown && { ownSeen: { ...device.ownSeen, [site]: seenWith(device.ownSeen[site] ?? {}, keys) } }),
    ...(account && { ownAccounts: accountsWith(device.ownAccounts ?? {}, site, account, keys) }),
  }));
}

function seenWith(seen: Record<string, boolean>, keys: readonly string[]): Record<string, boolean> {
  const fresh = keys.filter((key) => !(key in seen)).map((key) => [key, true] as const);
  return Object.fromEntries([...Object.entries(seen), ...fresh].slice(0, MOST));
}

type Account = { keys: string[]; lent: boolean };

/** A site numbers its accounts anew when somebody signs in: one that shows nothing of what it showed before is another. */
function accountWith(before: Account | undefined, keys: readonly string[], lent: boolean): Account {
  const isSame = before?.lent === lent && before.keys.some((key) => keys.includes(key));
  if (isSame && keys.every((key) => before.keys.includes(key))) return before;
  return { keys: [...new Set([...(isSame ? before.keys : []), ...keys])].slice(0, MOST), lent };
}

function accountsWith(
  all: NonNullable<DeviceSettings['ownAccounts']>,
  site: string,
  { name, lent }: SeenAccount,
  keys: readonly string[],
): NonNullable<DeviceSettings['ownAccounts']> {
  const { [name]: before, ...others } = all[site] ?? {};
  const last = Object.entries(others).slice(-(MOST_ACCOUNTS - 1));
  return { ...all, [site]: { ...Object.fromEntries(last), [name]: accountWith(before, keys, lent) } };
}

/**
 * The site was wrong: this identity is somebody else's. Or the user was: it is theirs after all.
 * @throws StoreError `newer` when the data is of a newer version
 */
export async function disown(db: Database, site: string, key: string, mine = false): Promise<void> {
  refuseNewer(db);
  await changeDevice(db, ({ ownSeen, ...device }) => ({
    ...device,
    ownSeen: { ...ownSeen, [site]: { ...ownSeen[site], [key]: mine } },
  }));
}

/** What a site showed as the user's. */
export interface OwnSeen {
  /** What it showed anywhere, without lent mailboxes and without what the user took out. */
  mine: string[];
  /** What the account showed last; nothing where it is not known. */
  open: string[];
}

/** What each site showed as the user's; `account` is the digest of its name. */
export async function ownSeen(db: Database): Promise<(site: string, account: string | null) => OwnSeen> {
  const { ownSeen: sites, ownAccounts } = await deviceOf(db);
  return (site, account) => ({
    mine: Object.entries(sites[site] ?? {}).flatMap(([key, stands]) => (stands ? [key] : [])),
    open: (account !== null && ownAccounts?.[site]?.[account]?.keys) || [],
  });
}

async function changeDevice(db: Database, change: (device: DeviceSettings) => DeviceSettings): Promise<void> {
  await db.transaction('rw', db.device, async () => {
    const stored = { ...DEFAULT_DEVICE, ...(await db.device.get('device')), id: 'device' };
    await db.device.put({ ...change(stored), id: 'device' });
  });
}
