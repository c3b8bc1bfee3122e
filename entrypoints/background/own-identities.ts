import { digest } from '@/lib/crm/digest';
import { normalizePoint } from '@/lib/exchange/points';
import type { PageContext } from '@/lib/sites/page-context';
import type { Database } from '@/lib/store/database';
import { learnOwn, ownSeen } from '@/lib/store/own-seen';
import { reading } from '@/lib/store/reading';
import { settingsOf } from '@/lib/store/settings';

/** Who the user is on a page, as normal forms of contact points. */
export interface Own {
  /** All that is theirs: what they told, what the site showed anywhere, and the account that is open. */
  mine: ReadonlySet<string>;
  /** What the account that is open is known by; empty where that is not known. */
  open: ReadonlySet<string>;
  /** What other accounts of the site are known by, and this one is not. */
  elsewhere: ReadonlySet<string>;
  /** What tells that account from the site's others, the same after each sign-in; null where it is not known. */
  account: string | null;
}

/** Tells the few accounts of one site apart, and says nothing of the address. */
const ACCOUNT_LENGTH = 6;

type Page = Pick<PageContext, 'viewer' | 'account'>;

/** Remembers the user's own identities that a document shows, for every page of its site and of the account that is open. */
export async function rememberOwn(db: Database, site: string, contexts: Page[]): Promise<void> {
  const account = contexts.find((one) => one.account)?.account;
  const seen = account ? { name: digest(account.name), lent: account.lent ?? false } : null;
  await learnOwn(db, site, shownAs(contexts), seen);
}

function shownAs(contexts: Page[]): string[] {
  const points = contexts
    .flatMap(({ viewer }) => viewer)
    .flatMap(({ contactPoints }) => contactPoints.map(({ kind, value }) => normalizePoint(kind, value)));
  return [...new Set(points.flatMap((point) => ('error' in point ? [] : [point.key])))];
}

/** Who the user is on a page of a site, or as far as their own word goes. */
export async function ownOn(db: Database, site: string | null, contexts: Page[]): Promise<Own> {
  return (await ownOf(db))(site, contexts);
}

/**
 * The same for a page that is not known yet: read at once with what tells it. What a document shows now is told before what its account
 * showed once: if both have nothing in common, the name has gone to another account.
 */
export async function ownOf(db: Database): Promise<(site: string | null, contexts: Page[]) => Own> {
  const [{ ownPoints }, seenOn] = await reading(db, ['settings', 'device'], () =>
    Promise.all([settingsOf(db), ownSeen(db)]),
  );
  return (site, contexts) => {
    const account = contexts.find((one) => one.account)?.account;
    const seen = site === null ? null : seenOn(site, account ? digest(account.name) : null);
    const shown = shownAs(contexts);
    const kept = seen?.open ?? [];
    const isOther = shown.length > 0 && !shown.some((key) => kept.includes(key));
    const stands = (key: string) => !seen?.out.has(key);
    // What was learnt first stands first: by it the account is told.
    const open = new Set([...(isOther ? [] : kept), ...shown].filter(stands));
    // A page of a lent mailbox shows whose it is and who reads it: its name tells it.
    const told = account?.lent ? account.name : account && [...open][0];
    return {
      mine: new Set([...ownPoints, ...(seen?.mine ?? []), ...open]),
      open,
      elsewhere: new Set(seen?.elsewhere.filter((key) => !open.has(key))),
      account: told === undefined ? null : digest(told).slice(0, ACCOUNT_LENGTH),
    };
  };
}
