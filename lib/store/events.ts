import type { Activity } from '@/lib/crm/activities';
import type { Contact } from '@/lib/crm/contacts';
import { type Event, eventOf } from '@/lib/insight/events';
import { activitiesBy } from './activities-about';
import { peopleOf } from './around';
import type { Database } from './database';
import { type EventChange, writeEvents } from './event-pages';
import { isShown } from './keys';
import { identitiesOf } from './lookups';
import { around, isMoved } from './moved';
import { Owners } from './owners';
import type { Figured, Written } from './written';

/**
 * Brings the events of contacts up to date, inside the transaction that wrote activities and contacts: what was added and taken is
 * added and taken; of somebody who was merged, parted or brought back all are read anew. Answers which pages were written.
 * @param to contacts above this id do not count yet
 */
export async function refreshEvents(
  db: Database,
  written: Written[],
  figured: Map<string, Figured>,
  to: string,
): Promise<string[]> {
  const activities = written.filter(({ table }) => table === 'activities');
  const contacts = written.filter(({ table }) => table === 'contacts');
  const owners = await Owners.read(
    db,
    [...activities.flatMap(peopleIn), ...contacts.flatMap(around)],
    figured,
  );
  const changes = new Map<string, EventChange>();
  const anew = new Set<string>();
  for (const { before, after } of contacts) {
    const id = (after ?? before)!.id;
    if (!isShown(after as unknown as Contact | null)) changes.set(id, null);
    else if (before === null && !changes.has(id)) changes.set(id, { less: [], more: [] });
    if (isMoved({ before, after }))
      for (const one of around({ before, after })) anew.add(owners.of(one) ?? '');
  }
  for (const { before, after } of activities) {
    for (const [body, is] of [
      [before, 'less'],
      [after, 'more'],
    ] as const) {
      for (const [root, event] of eventsIn(body as unknown as Activity | null, owners)) {
        const change = changes.get(root) ?? { less: [], more: [] };
        if (change && 'less' in change) change[is].push(event);
        changes.set(root, change);
      }
    }
  }
  const wanted = [...anew].filter((id) => id !== '' && id <= to);
  for (const [id, all] of await eventsAnew(db, wanted)) changes.set(id, { all });
  return writeEvents(db, new Map([...changes].filter(([id]) => id <= to)));
}

/** All events of these contacts, read from activities. */
export async function eventsAnew(db: Database, ids: string[]): Promise<Map<string, Event[]>> {
  if (ids.length === 0) return new Map();
  const identities = await identitiesOf(db, ids);
  const activities = await activitiesBy(db, [...identities.values()].flat());
  return new Map(
    ids.map((id) => {
      const own = identities.get(id) ?? [id];
      const all = new Set(own.flatMap((one) => [...(activities.get(one) ?? [])]));
      return [id, [...all].map((activity) => eventOf(activity, own))];
    }),
  );
}

const peopleIn = ({ before, after }: Written): string[] =>
  [before, after].flatMap((body) => (body ? peopleOf(body as unknown as Activity) : []));

/** The event that an activity is for each contact that it counts for. */
function eventsIn(activity: Activity | null, owners: Owners): [string, Event][] {
  if (!activity || activity.deletedAt !== null) return [];
  const own = new Map<string, string[]>();
  for (const id of new Set(peopleOf(activity))) {
    const root = owners.of(id);
    if (root) own.set(root, [...(own.get(root) ?? []), id]);
  }
  return [...own].map(([root, ids]) => [root, eventOf(activity, ids)]);
}
