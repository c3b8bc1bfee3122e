import type { Activity } from '@/lib/crm/activities';
import type { Database } from './database';
import { sameMail } from './keys';
import { withAny } from './lookups';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** What tells one event from another; times in epoch ms. */
export interface Told {
  type: Activity['type'];
  at: number;
  precision?: Activity['precision'] | undefined;
  direction?: Activity['direction'] | undefined;
  subject?: string | undefined;
  externalKeys?: readonly string[] | undefined;
}

/**
 * The event that is on a time line already: by a name of it, or as the same mail of one of these contacts.
 * A table of a transaction, or of none.
 * @param identities ids of the contacts, with those that were merged into them
 */
export async function findLogged(
  { activities }: Pick<Database, 'activities'>,
  told: Told,
  identities: readonly string[],
): Promise<Activity | undefined> {
  const keys = (told.externalKeys ?? []).flatMap(asNamedEarlier);
  if (keys.length > 0) {
    const named = await withAny(activities.where('k.external'), keys).first();
    if (named) return named.body;
  }
  if (told.type !== 'mail') return undefined;
  const same = identities.map((id) => sameMail(id, told.direction ?? null, told.subject ?? ''));
  const rows = await withAny(activities.where('k.same'), same).toArray();
  return rows.find(({ body }) => isSameMail(body, told))?.body;
}

/**
 * A time known to the day only is compared by the day; two names that one account of a site gave are two mails. Of a mail that
 * was seen when it was sent, or that two accounts of a site hold, the server's minute may be the next one.
 */
function isSameMail(stored: Activity, told: Told): boolean {
  const names = told.externalKeys ?? [];
  const givers = new Set(stored.externalKeys.map(giverOf));
  if (names.some((key) => givers.has(giverOf(key)))) return false;
  const coarse = stored.precision === 'day' || told.precision === 'day';
  if (coarse) return Math.abs(stored.at - told.at) < DAY;
  const apart = Math.abs(Math.floor(stored.at / MINUTE) - Math.floor(told.at / MINUTE));
  const oneNamed = stored.externalKeys.length > 0 !== names.length > 0;
  const sites = new Set(stored.externalKeys.map(siteOf));
  return apart <= (oneNamed || names.some((key) => sites.has(siteOf(key))) ? 1 : 0);
}

/** Site and account of `site/account:name`; an account that is not known is told of nobody. */
function giverOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}

function siteOf(key: string): string {
  return giverOf(key).replace(/\/.*/, '');
}

/** A name with its account, and without: as it was kept before accounts were told apart. */
function asNamedEarlier(key: string): string[] {
  const [giver, site] = [giverOf(key), siteOf(key)];
  return giver === site ? [key] : [key, site + key.slice(giver.length)];
}
