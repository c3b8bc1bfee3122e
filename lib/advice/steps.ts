import type { Step } from '@/lib/api/views';
import { isOwnWork } from '@/lib/crm/taken-up';
import type { Today } from '@/lib/insight/today';
import { caseSteps } from './case-steps';
import { dateSteps } from './date-steps';
import { promiseSteps, taskSteps } from './due-steps';
import { unansweredStep, waitingStep } from './mail-steps';
import { PLAYS } from './plays';
import { compareRanked, type Ranked } from './ranking';
import { cadenceStep, firstStep } from './rhythm-steps';
import type { Situation } from './situation';
import { isSnoozed, neverKey } from './snoozes';
import { talks } from './talk';

/**
 * The next steps of one contact, most pressing first: duties that the user or the other side set, each with its
 * reason and what it rests on. Which come first, and after how many days, is a matter of what the product is for. Who
 * must not be contacted keeps only what is owed to them.
 */
export function steps(situation: Situation, today: Today): Step[] {
  const { contact } = situation;
  const plays = PLAYS[situation.purpose];
  const talk = talks(situation, today);
  const duties: (Ranked | null)[] = [
    ...promiseSteps(situation, talk, today),
    ...taskSteps(situation, today),
    unansweredStep(contact, talk, plays, today),
    ...caseSteps(situation, today),
  ];
  if (!contact.doNotContact && isTouched(situation)) {
    duties.push(
      cadenceStep(contact, talk, today),
      ...dateSteps(contact, plays.dateLeadDays, today),
      waitingStep(contact, talk, plays, today),
      firstStep(contact, today),
    );
  }
  return duties
    .filter((one) => one !== null)
    .filter(({ step }) => !isSnoozed(contact, step, today.now))
    .sort((a, b) => compareRanked(plays.order, a, b))
    .map(({ step }) => ({ ...step, neverKey: neverKey(step) }));
}

/**
 * Whether the user took up this contact. One that only came with an imported file yields no steps until the user
 * writes, notes, tags or sets a cadence: else a file of a thousand birthdays would bury the day's work.
 */
export function isTouched({ contact, taken, tasks }: Situation): boolean {
  return isOwnWork(contact) || tasks.length > 0 || taken;
}
