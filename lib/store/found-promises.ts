import type { FoundPromiseView } from '@/lib/api/care-views';
import type { Activity } from '@/lib/crm/activities';
import type { Due } from '@/lib/crm/calendar';
import { digest } from '@/lib/crm/digest';
import { findPromises } from '@/lib/exchange/promises';
import type { WhenOptions } from '@/lib/exchange/when';
import { newActivity } from './activity-row';
import { command } from './command';
import type { Database } from './database';
import { StoreError } from './errors';
import { identityOf, newestOf } from './lookups';
import type { Context } from './work';

/** What may hold a promise, of so many days and rows. */
const KINDS = new Set<Activity['type']>(['note', 'mail', 'message', 'call', 'meeting', 'visit']);
const [DAYS, LATEST] = [30, 40];
const DAY = 86_400_000;

/** Sentences that seem to be promises and were not weighed yet, the latest first. Imported history is left alone. */
export async function foundPromises(
  db: Database,
  { contactId, activityId }: { contactId: string; activityId?: string | undefined },
  { now, ...how }: Pick<WhenOptions, 'now' | 'zone' | 'language'>,
): Promise<FoundPromiseView[]> {
  return db.transaction('r', db.contacts, db.activities, async () => {
    const ids = await identityOf(db, contactId);
    const people = (await db.contacts.bulkGet(ids)).flatMap((row) => (row ? [row.body] : []));
    const names = people.flatMap(({ name, facts }) => [
      name,
      ...Object.values(facts).flatMap((fact) => (fact.field === 'nickname' ? [fact.value] : [])),
    ]);
    const latest = activityId
      ? (await db.activities.bulkGet([activityId])).flatMap((row) => (row ? [row.body] : []))
      : await newestOf(db, ids, { limit: LATEST });
    return latest
      .filter((one) => isOfUser(one, ids, now))
      .flatMap((one) => {
        const options = { ...how, now: one.at, names, speaker: speakerOf(one) };
        return findPromises(textOf(one), options)
          .filter(({ quote }) => one.weighed?.[digest(quote)] === undefined)
          .map((found) => ({ activityId: one.id, ...found }));
      });
  });
}

function isOfUser(one: Activity, ids: string[], now: number): boolean {
  return (
    KINDS.has(one.type) &&
    one.deletedAt === null &&
    one.provenance.how !== 'import' &&
    one.at > now - DAYS * DAY &&
    one.participants.some(({ contactId }) => ids.includes(contactId))
  );
}

/** What came in is the contact's word; all else was written by the user. */
function speakerOf({ type, direction }: Activity): 'me' | 'them' {
  return (type === 'mail' || type === 'message') && direction === 'in' ? 'them' : 'me';
}

function textOf({ subject, text }: Activity): string {
  return [subject, text].filter(Boolean).join('\n');
}

/** The sentence becomes a promise of the day on which it was written, theirs of this contact alone, and is not asked about again. */
export function takePromise(
  ctx: Context,
  given: {
    activityId: string;
    contactId: string;
    quote: string;
    what: string;
    by: 'me' | 'them';
    due: Due | null;
  },
): Promise<{ id: string }> {
  return command(ctx, async (work) => {
    const { activityId, contactId, quote, what, by, due } = given;
    const source = await work.one('activities', activityId);
    if (!textOf(source).includes(quote))
      throw new StoreError('missing', 'This sentence is not there any more.');
    // What one of several promised is not a promise of the others.
    const contactIds = by === 'them' ? [contactId] : source.participants.map((one) => one.contactId);
    await work.all('contacts', contactIds);
    source.weighed = { ...source.weighed, [digest(quote)]: true };
    const promise = newActivity(work, {
      type: 'promise',
      contactIds,
      at: source.at,
      precision: source.precision,
      subject: what,
      link: source.link,
      promise: { by, due, doneAt: null },
      from: { evidence: quote },
    });
    return { id: promise.id };
  });
}

export function declinePromise(
  ctx: Context,
  { activityId, quote }: { activityId: string; quote: string },
): Promise<Record<string, never>> {
  return command(ctx, async (work) => {
    const source = await work.one('activities', activityId);
    source.weighed = { ...source.weighed, [digest(quote)]: false };
    return {};
  });
}
