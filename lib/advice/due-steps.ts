import type { Evidence, Words } from '@/lib/api/views';
import type { Activity } from '@/lib/crm/activities';
import { type Due, daysUntil } from '@/lib/crm/calendar';
import type { Task } from '@/lib/crm/tasks';
import type { Today } from '@/lib/insight/today';
import { evidenceOf, provenanceOf, words } from './evidence';
import { dueRank, type Ranked } from './ranking';
import type { Situation } from './situation';
import type { Talk } from './talk';
import { shorten } from './topic';

/** Whether it is a promise that is neither kept nor called off. */
export function isOpenPromise(activity: Activity): boolean {
  return activity.type === 'promise' && activity.promise !== null && activity.promise.doneAt === null;
}

/** How late: whole days since the day, negative before, 0 where no day was named. */
export function lateDays(due: Due | null, today: Today): number {
  return due ? -daysUntil(due, today) || 0 : 0;
}

/** Steps of promises, the user's own and theirs. */
export function promiseSteps(situation: Situation, talk: Talk[], today: Today): Ranked[] {
  return situation.activities.filter(isOpenPromise).map((activity) => {
    const due = activity.promise?.due ?? null;
    const mine = activity.promise?.by === 'me';
    const step = {
      key: `promise:${activity.id}`,
      kind: 'promise' as const,
      contactId: situation.contact.id,
      title: words(mine ? 'promise_mine_title' : 'promise_theirs_title', { what: shorten(activity.subject) }),
      ...promiseReason(activity, mine, due, talk, today),
      due,
      lateDays: lateDays(due, today),
      activityId: activity.id,
      taskId: null,
      link: activity.link,
    };
    // What they owe is no word of the user's own: late, it is as pressing as what is due today.
    return { rank: dueRank(step, mine ? 'late-promise' : 'today'), step };
  });
}

function promiseReason(activity: Activity, mine: boolean, due: Due | null, talk: Talk[], today: Today) {
  const who = mine ? 'promise_mine' : 'promise_theirs';
  const evidence = [evidenceOf(activity, today)];
  // Thanks of the same day are no reminder.
  const made = today.dayAt(activity.at);
  const since = talk.filter((one) => one.way === 'in' && today.dayAt(one.activity.at) > made);
  const [newest] = since;
  if (mine && newest && lateDays(due, today) > 0) {
    const reason = dueWords(`${who}_late_mails`, due, today);
    reason.params.mails = since.length;
    return { reason, evidence: [...evidence, evidenceOf(newest.activity, today)] };
  }
  return { reason: dueWords(`${who}_${dueState(due, today)}`, due, today), evidence };
}

/** Steps of open tasks. */
export function taskSteps(situation: Situation, today: Today): Ranked[] {
  return situation.tasks
    .filter((task) => task.doneAt === null)
    .map((task) => {
      const step = {
        key: `task:${task.id}`,
        kind: 'task' as const,
        contactId: situation.contact.id,
        title: words('task_title', { what: shorten(task.title) }),
        reason: dueWords(`task_${dueState(task.due, today)}`, task.due, today),
        evidence: [taskEvidence(task, situation, today)],
        due: task.due,
        lateDays: lateDays(task.due, today),
        activityId: null,
        taskId: task.id,
        link: task.provenance.link ?? null,
      };
      return { rank: dueRank(step, 'late-task'), step };
    });
}

function taskEvidence(task: Task, situation: Situation, today: Today): Evidence {
  const cause = situation.activities.find((one) => one.id === task.activityId);
  return cause ? evidenceOf(cause, today) : provenanceOf(task.provenance, 'from_task', task.title);
}

function dueState(due: Due | null, today: Today): 'late' | 'today' | 'ahead' | 'undated' {
  if (!due) return 'undated';
  const late = lateDays(due, today);
  return late > 0 ? 'late' : late === 0 ? 'today' : 'ahead';
}

function dueWords(key: string, due: Due | null, today: Today): Words {
  return words(key, due ? { due: { due }, count: lateDays(due, today) } : {});
}
