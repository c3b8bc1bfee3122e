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
 * opened in a tab of its own. What the user took out stays out, however often it is shown. Those of a lent mailbox are kept for
 * it alone; one that an earlier version took for the user's goes back to it.
 * @param keys normal forms of contact points
 */
export async function learnOwn(
  db: Database,
  site: string,
  keys: readonly string[],
  account: SeenAccount | null = null,
): Promise<void> {
  if (db.newer) return;
  const device = await deviceOf(db);
  const after = learnt(device, site, keys, account);
  if (after !== device) await changeDevice(db, (stored) => learnt(stored, site, keys, account));
}

type Seen = Pick<DeviceSettings, 'ownSeen' | 'ownAccounts'>;

/** The same settings, with what a page showed; themselves if nothing of it is new. */
function learnt<S extends Seen>(
  device: S,
  site: string,
  keys: readonly string[],
  account: SeenAccount | null,
): S {
  const accounts = device.ownAccounts?.[site] ?? {};
  const nextAccounts = account ? accountsWith(accounts, account, keys) : accounts;
  const seen = device.ownSeen[site] ?? {};
  const nextSeen = account?.lent ? seenWithout(seen, keys, accounts) : seenWith(seen, keys);
  if (nextSeen === seen && nextAccounts === accounts) return device;
  return {
    ...device,
    ...(nextSeen !== seen && { ownSeen: { ...device.ownSeen, [site]: nextSeen } }),
    ...(nextAccounts !== accounts && { ownAccounts: { ...device.ownAccounts, [site]: nextAccounts } }),
  };
}

type Keys = Record<string, boolean>;

function seenWith(seen: Keys, keys: readonly string[]): Keys {
  const fresh = keys.filter((key) => !(key in seen)).map((key) => [key, true] as const);
  if (fresh.length === 0 || Object.keys(seen).length >= MOST) return seen;
  return Object.fromEntries([...Object.entries(seen), ...fresh].slice(0, MOST));
}

/** Without what no account of the user's own showed; what they took out stays out. */
function seenWithout(seen: Keys, keys: readonly string[], accounts: Accounts): Keys {
  const gone = keys.filter((key) => seen[key] && !isOwn(accounts, key));
  return gone.length === 0 ? seen : withoutKeys(seen, gone);
}

function withoutKeys(seen: Keys, gone: readonly string[]): Keys {
  return Object.fromEntries(Object.entries(seen).filter(([key]) => !gone.includes(key)));
}

type Account = { keys: string[]; lent: boolean };
type Accounts = Record<string, Account>;

/** A site numbers its accounts anew when somebody signs in: one that shows nothing of what it showed before is another. */
function accountWith(before: Account | undefined, keys: readonly string[], lent: boolean): Account {
  const isSame = before?.lent === lent && before.keys.some((key) => keys.includes(key));
  if (isSame && keys.every((key) => before.keys.includes(key))) return before;
  return { keys: [...new Set([...(isSame ? before.keys : []), ...keys])].slice(0, MOST), lent };
}

/** One that is read again while it is among the older half moves to the end: what is used stays, and is seldom written. */
function accountsWith(all: Accounts, { name, lent }: SeenAccount, keys: readonly string[]): Accounts {
  const { [name]: before, ...others } = all;
  const after = keys.length > 0 ? accountWith(before, keys, lent) : before;
  if (!after) return all;
  const isRecent = Object.keys(all)
    .slice(-MOST_ACCOUNTS / 2)
    .includes(name);
  if (after === before && isRecent) return all;
  const last = Object.entries(others).slice(-(MOST_ACCOUNTS - 1));
  return { ...Object.fromEntries(last), [name]: after };
}

function isOwn(accounts: Accounts, key: string): boolean {
  return Object.values(accounts).some(({ keys, lent }) => !lent && keys.includes(key));
}

function isLent(accounts: Accounts, key: string): boolean {
  return (
    Object.values(accounts).some(({ keys, lent }) => lent && keys.includes(key)) && !isOwn(accounts, key)
  );
}

/**
 * The site was wrong: this identity is somebody else's. Or the user was: it is theirs after all, or the lent mailbox's.
 * @throws StoreError `newer` when the data is of a newer version
 */
export async function disown(db: Database, site: string, key: string, mine = false): Promise<void> {
  refuseNewer(db);
  await changeDevice(db, ({ ownSeen, ...device }) => {
    const seen = ownSeen[site] ?? {};
    const isBack = mine && isLent(device.ownAccounts?.[site] ?? {}, key);
    return {
      ...device,
      ownSeen: { ...ownSeen, [site]: isBack ? withoutKeys(seen, [key]) : { ...seen, [key]: mine } },
    };
  });
}

/** What a site showed as the user's. */
export interface OwnSeen {
  /** What it showed anywhere, without lent mailboxes and without what the user took out. */
  mine: string[];
  /** What the account showed last; nothing where it is not known. */
  open: string[];
  /** What the site's other accounts showed last, lent ones too. */
  elsewhere: string[];
  /** What the user took out. */
  out: ReadonlySet<string>;
}

/** What each site showed as the user's; `account` is the digest of its name. */
export async function ownSeen(db: Database): Promise<(site: string, account: string | null) => OwnSeen> {
  const { ownSeen: sites, ownAccounts } = await deviceOf(db);
  return (site, account) => {
    const seen = Object.entries(sites[site] ?? {});
    const { [account ?? '']: open, ...others } = ownAccounts?.[site] ?? {};
    return {
      mine: seen.flatMap(([key, stands]) => (stands ? [key] : [])),
      open: open?.keys ?? [],
      elsewhere: Object.values(others).flatMap(({ keys }) => keys),
      out: new Set(seen.flatMap(([key, stands]) => (stands ? [] : [key]))),
    };
  };
}

/** What the user took out, of every site: `[site, key]`. */
export async function ownTakenOut(db: Database): Promise<[string, string][]> {
  const { ownSeen: sites } = await deviceOf(db);
  return Object.entries(sites).flatMap(([site, seen]) =>
    Object.entries(seen).flatMap(([key, stands]): [string, string][] => (stands ? [] : [[site, key]])),
  );
}

async function changeDevice(db: Database, change: (device: DeviceSettings) => DeviceSettings): Promise<void> {
  await db.transaction('rw', db.device, async () => {
    const stored = { ...DEFAULT_DEVICE, ...(await db.device.get('device')), id: 'device' };
    await db.device.put({ ...change(stored), id: 'device' });
  });
}
