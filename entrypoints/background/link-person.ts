import type { Input } from '@/lib/api/client';
import type { PageContext, Person } from '@/lib/sites/page-context';
import type { Database } from '@/lib/store/database';
import { rememberIdentity } from '@/lib/store/identities';
import { matchPoints } from '@/lib/store/matches';
import { keysOf, personKey, placeOf } from './recognise';

interface OnPage {
  shown: Person;
  context: PageContext;
  /** Site that showed the page. */
  origin: string;
}

/**
 * By what a contact is to be known as the person on a page: the first point that the page tells of them, with the page as its source.
 * Null where nothing is left to write: the contact has it, or there is none. Then the answer holds for the thread.
 */
export async function linkTo(
  db: Database,
  { shown, context, origin }: OnPage,
  contactId: string,
  now: number,
): Promise<Input<'contacts.setPoint'>['point'] | null> {
  const [point] = keysOf(shown);
  const owners = point ? ((await matchPoints(db, [point.key])).get(point.key) ?? []) : [];
  if (!point || owners.length > 0) {
    const place = placeOf(context);
    if (place) await rememberIdentity(db, place, personKey(shown), contactId, now);
  }
  if (!point || owners.some((one) => one.contactId === contactId)) return null;
  const from = {
    how: 'page' as const,
    source: new URL(origin).host,
    ...(context.permalink && { link: context.permalink }),
  };
  return { kind: point.kind, value: point.value, from };
}
