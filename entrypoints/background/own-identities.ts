import { normalizePoint } from '@/lib/exchange/points';
import { readSession, updateSession } from '@/lib/platform/session';
import type { PageContext, Person } from '@/lib/sites/page-context';
import type { Database } from '@/lib/store/database';
import { settingsOf } from '@/lib/store/settings';

/** More than anybody has accounts on one site. */
const MOST = 20;
const keyOf = (site: string) => `own:${site}`;

/**
 * Remembers the user's own identities that a page shows. Some pages of a webmail show them and others do not, and a mail may
 * be opened in a tab of its own: they are kept by site, for as long as the browser runs.
 */
export async function rememberOwn(site: string, contexts: PageContext[]): Promise<void> {
  const shown = contexts.flatMap(({ viewer }) => viewer);
  if (!shown.length) return;
  await updateSession<Person[]>(keyOf(site), (before) => {
    const known = before ?? [];
    const once = new Map(
      [...known, ...shown].map((person) => [JSON.stringify(person.contactPoints), person]),
    );
    return once.size === known.length ? before : [...once.values()].slice(-MOST);
  });
}

/** Normal forms of the user's own addresses: those that they told, and those that the site has shown as theirs. */
export async function ownKeys(db: Database, site: string | null): Promise<Set<string>> {
  const [{ ownPoints }, shown] = await Promise.all([
    settingsOf(db),
    site ? readSession<Person[]>(keyOf(site)) : null,
  ]);
  const points = (shown ?? []).flatMap(({ contactPoints }) =>
    contactPoints.map(({ kind, value }) => normalizePoint(kind, value)),
  );
  return new Set([...ownPoints, ...points.flatMap((point) => ('error' in point ? [] : [point.key]))]);
}
