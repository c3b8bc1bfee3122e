import { v7 as uuid } from 'uuid';
import type { Activity } from '@/lib/crm/activities';
import { localMoment, monthsAfter } from '@/lib/crm/calendar';
import type { ContactDate } from '@/lib/crm/contacts';
import { type NewActivity, newActivity } from './activity-row';
import { batch, type Progress } from './batch';
import { command } from './command';
import type { Database } from './database';
import { newestFirst } from './keys';
import { identitiesOf, identityOf, namesOf, newestOf } from './lookups';
import { findLogged } from './same-mail';
import type { Context, Work } from './work';

/** What `activities.list` is made of. A page never ends between two activities of one moment, so that none is skipped. */
export async function listActivities(
  db: Database,
  {
    contactId,
    types,
    limit,
    before,
  }: {
    contactId: string;
    types?: Activity['type'][] | undefined;
    limit: number;
    before?: number | undefined;
  },
): Promise<{ activities: Activity[]; names: Map<string, string>; more: boolean }> {
  return db.transaction('r', [db.activities, db.contacts], async () => {
    const ids = await identityOf(db, contactId);
    const at = before === undefined ? {} : { before: newestFirst(before) };
    const kinds = types?.length ? [...new Set(types)] : [undefined];
    const page = async (size: number) => {
      const pages = kinds.map((type) => newestOf(db, ids, { limit: size, ...at, ...(type ? { type } : {}) }));
      return (await Promise.all(pages)).flat().sort((a, b) => b.at - a.at);
    };
    let read = await page(limit + 1);
    let end = endOfPage(read, limit);
    for (let size = limit * 2; end === null; size *= 2) {
      read = await page(size);
      end = endOfPage(read, limit) ?? (read.length < size ? read.length : null);
    }
    const activities = read.slice(0, end);
    const people = activities.flatMap((one) => one.participants.map((person) => person.contactId));
    return { activities, names: await namesOf(db, people, ids), more: read.length > end };
  });
}

/** Where a page of about `limit` ends with no later row of the same moment; null when that cannot be told yet. */
function endOfPage(read: Activity[], limit: number): number | null {
  if (read.length <= limit) return read.length;
  const last = read[limit - 1]?.at;
  const end = read.findIndex((one, index) => index >= limit && one.at !== last);
  return end === -1 ? null : end;
}

/**
 * Puts an event on the time line of its contacts. An event that is there already (same external key; or the same mail
 * of the same minute) is answered, and what it lacked is added to it: contacts, external keys, the link.
 */
export function logActivity(
  ctx: Context,
  { activity, warrantyMonths }: { activity: NewActivity; warrantyMonths?: number | undefined },
): Promise<{ id: string; already: boolean }> {
  return command(ctx, async (work) => {
    const people = await work.all('contacts', activity.contactIds);
    const ids = [...new Set(people.map(({ id }) => id))];
    const identities = await identitiesOf(work.db, ids);
    const told = { ...activity, at: activity.at ?? work.now };
    const known = (await findLogged(work.db, told, [...identities.values()].flat()))?.id;
    if (!known) {
      const added = newActivity(work, withoutDone(activity));
      if (added.type === 'purchase' && warrantyMonths)
        for (const { dates } of new Set(people)) dates[uuid()] = warrantyOf(added, warrantyMonths, ctx.zone);
      return { id: added.id, already: false };
    }
    const [event] = await work.live('activities', [known]);
    const there = new Set(event?.participants.map((one) => one.contactId));
    const isThere = (root: string) => identities.get(root)?.some((one) => there.has(one));
    const missing = activity.contactIds.filter((_, at) => !isThere(people[at]!.id));
    for (const contactId of missing) event?.participants.push({ contactId, role: roleIn(event) });
    if (event) {
      const keys = activity.externalKeys?.filter((key) => !event.externalKeys.includes(key)) ?? [];
      event.externalKeys.push(...keys);
      event.link ??= activity.link ?? null;
    }
    return { id: known, already: missing.length === 0 };
  });
}

/** The day on which the warranty of what was bought ends; of a month that is too short, its last one. */
function warrantyOf({ id, at, subject, provenance }: Activity, months: number, zone: string): ContactDate {
  return {
    kind: 'warranty',
    activityId: id,
    ...(subject === '' ? {} : { label: subject.slice(0, MOST_LABEL) }),
    date: { calendar: 'gregorian', ...monthsAfter(localMoment(at, zone).day, months) },
    ...provenance,
  };
}

/** As long as the label of a date may be. */
const MOST_LABEL = 120;

function withoutDone(activity: NewActivity): NewActivity {
  return activity.promise ? { ...activity, promise: { ...activity.promise, doneAt: null } } : activity;
}

function roleIn(event: Activity): Activity['participants'][number]['role'] {
  return event.participants[0]?.role ?? 'with';
}

/** Sets fields of an activity. */
export function editActivity(
  ctx: Context,
  given: { id: string } & {
    [F in 'at' | 'subject' | 'text' | 'amount' | 'minutes' | 'promise']?: Activity[F] | undefined;
  },
): Promise<Record<string, never>> {
  return command(ctx, async (work) => {
    const activity = await work.one('activities', given.id);
    const { id: _, promise, ...fields } = given;
    for (const [field, value] of Object.entries(fields)) if (value !== undefined) activity[field] = value;
    if (promise !== undefined) activity.promise = promise && { ...activity.promise, ...promise };
    return {};
  });
}

/** Deletes events, and of purchases the ends of their warranties. */
export function deleteActivities(
  ctx: Context & Progress,
  { ids }: { ids: string[] },
): Promise<{ count: number }> {
  return batch(ctx, {
    items: ids,
    start: { count: 0 },
    run: async (work, part, { count }) => {
      const gone = await work.live('activities', [...part]);
      for (const activity of gone) activity.deletedAt = work.now;
      await dropWarranties(work, gone);
      return { count: count + gone.length };
    },
  });
}

async function dropWarranties(work: Work, gone: readonly Activity[]): Promise<void> {
  const bought = gone.filter(({ type }) => type === 'purchase');
  const ids = new Set(bought.map(({ id }) => id));
  const people = bought.flatMap(({ participants }) => participants.map(({ contactId }) => contactId));
  for (const { dates } of await work.live('contacts', people)) {
    for (const [key, { activityId }] of Object.entries(dates))
      if (activityId && ids.has(activityId)) delete dates[key];
  }
}
