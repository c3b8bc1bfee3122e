import { lateDays } from '@/lib/advice/due-steps';
import { proofHeld } from '@/lib/advice/evidence';
import type { TaskView, TimelineItem } from '@/lib/api/views';
import type { Activity } from '@/lib/crm/activities';
import type { Task } from '@/lib/crm/tasks';
import type { Today } from '@/lib/insight/today';

/**
 * An activity as the time line shows it.
 * @param names of the others who took part, by contact id: the contact whose time line it is has none here
 */
export function timelineItem(activity: Activity, names: Map<string, string>, today: Today): TimelineItem {
  const { id, type, at, precision, direction, channel, subject, text, link, pinned, amount, minutes } =
    activity;
  return {
    id,
    type,
    at,
    precision,
    direction,
    channel,
    subject,
    text,
    link,
    pinned,
    amount,
    minutes,
    ...(activity.value === undefined ? {} : { value: activity.value }),
    promise: promiseView(activity, today),
    withOthers: people(
      activity.participants.map((one) => one.contactId),
      names,
    ),
    ...(activity.claimed || proofHeld(activity) === 'claimed' ? { claimed: true } : {}),
    provenance: activity.provenance,
  };
}

function promiseView({ promise }: Activity, today: Today): TimelineItem['promise'] {
  if (!promise) return null;
  const { by, due, doneAt } = promise;
  return { by, due, doneAt, lateDays: due && doneAt === null ? lateDays(due, today) : null };
}

/** A task as lists show it. `names` as for `timelineItem`. */
export function taskView(task: Task, names: Map<string, string>, today: Today): TaskView {
  const { id, title, due, doneAt, contactIds } = task;
  const late = due && doneAt === null ? lateDays(due, today) : null;
  return { id, title, due, doneAt, lateDays: late, contacts: people(contactIds, names) };
}

function people(ids: string[], names: Map<string, string>): { id: string; name: string }[] {
  return [...new Set(ids)].flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
}
