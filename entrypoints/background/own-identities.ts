import { normalizePoint } from '@/lib/exchange/points';
import type { PageContext } from '@/lib/sites/page-context';
import type { Database } from '@/lib/store/database';
import { learnOwn, ownSeenOn } from '@/lib/store/own-seen';
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
  const [{ ownPoints }, seen] = await Promise.all([settingsOf(db), site ? ownSeenOn(db, site) : []]);
  return new Set([...ownPoints, ...seen]);
}
