import { normalizePoint } from '@/lib/exchange/points';
import type { PageContext } from '@/lib/sites/page-context';
import type { Database } from '@/lib/store/database';
import { learnOwn, ownSeen } from '@/lib/store/own-seen';
import { settingsOf } from '@/lib/store/settings';

/** Remembers the user's own identities that a page shows, for every page of its site. */
export async function rememberOwn(db: Database, site: string, contexts: PageContext[]): Promise<void> {
  const points = contexts
    .flatMap(({ viewer }) => viewer)
    .flatMap(({ contactPoints }) => contactPoints.map(({ kind, value }) => normalizePoint(kind, value)));
  const keys = points.flatMap((point) => ('error' in point ? [] : [point.key]));
  await learnOwn(db, site, [...new Set(keys)]);
}

/** Normal forms of the user's own addresses: those that they told, and those that the site has shown as theirs. */
export async function ownKeys(db: Database, site: string | null): Promise<Set<string>> {
  return (await ownKeysOf(db))(site);
}

/** The same for a site that is not known yet: read at once with what tells it. */
export async function ownKeysOf(db: Database): Promise<(site: string | null) => Set<string>> {
  const [{ ownPoints }, seenOn] = await Promise.all([settingsOf(db), ownSeen(db)]);
  return (site) => new Set([...ownPoints, ...(site ? seenOn(site) : [])]);
}
