import { perform } from '@/components/contacts/command';
import { type Desk, useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { toast } from '@/components/ui/toast';
import type { Step } from '@/lib/api/views';
import { t } from '@/lib/i18n';

/** Local midnight so many days from now. */
export function inDays(days: number, now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}

/** Ticks what stands behind a step: a task, a promise; else the step itself is over for good. */
async function finish(desk: Desk, step: Step): Promise<void> {
  const doneAt = Date.now();
  if (step.taskId) {
    await perform(desk, 'tasks.edit', { id: step.taskId, doneAt });
    return;
  }
  if (step.caseId) {
    const isRecheck = step.key.includes(':recheck:');
    if (isRecheck) await perform(desk, 'cases.recheck', { id: step.caseId, holds: true });
    else await perform(desk, 'cases.replied', { id: step.caseId });
    return;
  }
  const promise = step.kind === 'promise' ? await promiseOf(desk, step) : null;
  if (promise) {
    await perform(desk, 'activities.edit', {
      id: promise.id,
      promise: { by: promise.by, due: promise.due, doneAt },
    });
    return;
  }
  await perform(desk, 'steps.snooze', { contactId: step.contactId, key: step.key, until: null });
}

/** The promise behind a step, as it stands now: only its `doneAt` is to change. */
async function promiseOf(desk: Desk, step: Step) {
  const list = await desk.client.call('activities.list', {
    contactId: step.contactId,
    types: ['promise'],
    limit: 1000,
  });
  const item = list.items.find((one) => one.id === step.activityId);
  return item?.promise ? { id: item.id, by: item.promise.by, due: item.promise.due } : null;
}

/** What can be done with a next step. Each can be undone; a failure is a message. */
export function useStepActions() {
  const desk = useDesk();
  const guard = (work: Promise<unknown>) =>
    work.catch((failure) => void toast(failureWords(failure), { failed: true }));
  const snooze = ({ contactId }: Step, key: string, until: number | null, said: string) =>
    guard(perform(desk, 'steps.snooze', { contactId, key, until }, said));

  return {
    done: (step: Step) => guard(finish(desk, step)),
    later: (step: Step, days: number) =>
      snooze(step, step.key, inDays(days, Date.now()), t('panel.snoozed', { count: days })),
    never: (step: Step) => snooze(step, step.neverKey, null, t('panel.never_again')),
  };
}
