import { ACTIVITY_SCHEMA, type Activity } from '@/lib/crm/activities';
import type { Survey, SurveyResponse } from '@/lib/crm/surveys';
import { TASK_SCHEMA } from '@/lib/crm/tasks';
import { receiptNumber } from '@/lib/surveys/answer';
import { activityText, isLowScore, scoreOf, scoreText, titleOf, writtenIn } from './answer-text';
import { newCase } from './case-row';
import { provenance } from './provenance';
import { formOf } from './survey-reads';
import type { Work } from './work';

/**
 * Brings in line with an answer what it gives rise to, inside the running command: its activity on the contact's time line (of the
 * same id), and once, when it is decided, the task of a low score and the case of a complaint. `work` must have loaded the
 * activity of that id.
 */
export function settle(work: Work, response: SurveyResponse, survey: Survey): void {
  writeActivity(work, response, survey);
  if (response.done) follow(work, response, survey);
}

/** The time line shows the answer as it is now; one that the user took off it stays off. */
function writeActivity(work: Work, response: SurveyResponse, survey: Survey): void {
  if (!response.contactId) return;
  const fresh = surveyActivity(response, survey, work.now);
  const known = work.read('activities', response.id);
  const { at, text, participants, subject } = fresh;
  if (!known) {
    work.add('activities', fresh);
    return;
  }
  Object.assign(known, { at, text, participants, subject });
  if (known.claimed || fresh.claimed) known.claimed = fresh.claimed === true;
}

/** An answer as it stands on the time line of whoever gave it, under the answer's own id. */
export function surveyActivity(response: SurveyResponse, survey: Survey, now: number): Activity {
  const { id, contactId, at, page, version } = response;
  return {
    id,
    schema: ACTIVITY_SCHEMA,
    clock: '',
    deletedAt: null,
    type: 'survey',
    at,
    precision: 'minute',
    participants: contactId ? [{ contactId, role: 'from' }] : [],
    externalKeys: [],
    direction: 'in',
    channel: 'survey',
    subject: survey.name,
    text: activityText(formOf(survey, version), response),
    link: page,
    pinned: false,
    amount: null,
    minutes: null,
    promise: null,
    ...(isOnlyClaimed(response) ? { claimed: true } : {}),
    provenance: provenance(now, { source: survey.name, how: 'survey' }),
  };
}

/** Whose it is was said by a page alone: neither proved, nor by a file or a word of the user's. */
function isOnlyClaimed({ proof, via, assignedAt }: SurveyResponse): boolean {
  return proof === 'claimed' && via !== 'file' && via !== 'hand' && assignedAt === undefined;
}

/**
 * The id of what follows from an answer: its own as version 8, which is free for use (RFC 9562). Two computers that took the same
 * answer have one case or task when their data comes together.
 */
function followId(id: string): string {
  return `${id.slice(0, 14)}8${id.slice(15)}`;
}

/**
 * Decides once what follows: a complaint that was sent opens a case, whoever sent it; a low score of somebody known makes a task
 * for today. A stranger's low score stays in the inbox: nobody could be called about it.
 */
export function follow(work: Work, response: SurveyResponse, survey: Survey): void {
  // What came with a file was answered elsewhere, often long ago: nobody is called about it today.
  if (response.aside || response.via === 'file') return;
  const form = formOf(survey, response.version);
  const { contactId } = response;
  if (form?.kind === 'complaint' && response.done && !response.caseId) {
    const comment = writtenIn(form, response.values);
    const opened = newCase(work, {
      id: followId(response.id),
      kind: 'complaint',
      number: receiptNumber(response.id),
      title: titleOf(comment) || survey.name,
      text: comment,
      contactIds: contactId ? [contactId] : [],
      responseId: response.id,
      activityId: contactId ? response.id : null,
      openedAt: response.at,
      from: { source: survey.name, how: 'survey' },
    });
    response.caseId = opened.id;
    response.followedAt = work.now;
    return;
  }
  const score = scoreOf(form, response);
  if (!contactId || response.followedAt !== undefined) return;
  response.followedAt = work.now;
  if (!survey.followUp || !score || !isLowScore(score)) return;
  work.add('tasks', {
    id: followId(response.id),
    schema: TASK_SCHEMA,
    clock: '',
    deletedAt: null,
    title: titleOf(`${survey.name}: ${scoreText(score)}`, 500),
    contactIds: [contactId],
    due: { date: work.today },
    doneAt: null,
    activityId: response.id,
    createdAt: work.now,
    provenance: provenance(work.now, { source: survey.name, how: 'survey' }),
  });
}
