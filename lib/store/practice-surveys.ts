import { v7 as uuid, v4 } from 'uuid';
import type { Activity } from '@/lib/crm/activities';
import { CASE_SCHEMA, type Case } from '@/lib/crm/cases';
import type { Contact } from '@/lib/crm/contacts';
import { ANSWERS, type PracticeAnswer, reasonOf } from '@/lib/crm/practice/answers';
import type { PracticePerson } from '@/lib/crm/practice/shape';
import { RESPONSE_SCHEMA, SURVEY_SCHEMA, type Survey, type SurveyResponse } from '@/lib/crm/surveys';
import { receiptNumber } from '@/lib/surveys/answer';
import { TEMPLATES } from '@/lib/surveys/templates';
import { REPLY_WITHIN } from './case-row';
import { surveyActivity } from './follow-up';

const DAY = 86_400_000;
/** The newest of them nobody has looked at yet. */
const UNREAD = 3;
/** Every so many-th of the people around was asked. */
const EVERY = 7;

export interface PracticeSurveys {
  surveys: Survey[];
  responses: SurveyResponse[];
  cases: Case[];
  activities: Activity[];
}

/** A survey that is under way, with answers of people of the practice mailbox, one of whom complained. */
export function practiceSurveys(
  people: PracticePerson[],
  contacts: Contact[],
  now: number,
  clock: string,
): PracticeSurveys {
  const survey = surveyOf(now, clock);
  const asked = people
    .map((person, at) => ({ person, contact: contacts[at]! }))
    .filter(({ person }) => person.kind === 'work')
    .filter((_, at) => at % EVERY === EVERY - 1);
  const responses = ANSWERS.slice(0, asked.length).map((answer, at) =>
    responseOf(survey, answer, asked[at]!, { unread: at < UNREAD, now, clock }),
  );
  const angry = responses.find(
    (one) => one.handledAt !== null && Number(one.values.q1) <= 6 && one.values.q2,
  );
  const cases = angry ? [caseOf(angry, clock)] : [];
  return {
    surveys: [survey],
    responses,
    cases,
    activities: responses.map((one) => ({ ...surveyActivity(one, survey, one.at), clock })),
  };
}

function surveyOf(now: number, clock: string): Survey {
  const code = 'practice01';
  const template = TEMPLATES.find((one) => one.id === 'nps')!;
  const draft = { ...structuredClone(template.form), id: code, version: 0 };
  const createdAt = now - 240 * DAY;
  return {
    id: uuid(),
    schema: SURVEY_SCHEMA,
    clock,
    deletedAt: null,
    name: 'NPS',
    code,
    state: 'open',
    draft,
    versions: { '1': { at: createdAt, form: { ...draft, version: 1 } } },
    createdAt,
    followUp: true,
  };
}

function responseOf(
  survey: Survey,
  answer: PracticeAnswer,
  { person, contact }: { person: PracticePerson; contact: Contact },
  { unread, now, clock }: { unread: boolean; now: number; clock: string },
): SurveyResponse {
  const at = now - answer.daysAgo * DAY;
  const reason = reasonOf(answer, person.language);
  return {
    id: v4(),
    schema: RESPONSE_SCHEMA,
    clock,
    deletedAt: null,
    surveyId: survey.id,
    version: 1,
    lang: person.language,
    seq: 1,
    startedAt: at - 28_000 - 900 * answer.daysAgo,
    at,
    receivedAt: at,
    done: true,
    values: { q1: answer.score, ...(reason ? { q2: reason } : {}) },
    page: null,
    hidden: {},
    who: {},
    proof: 'token',
    via: 'hub',
    contactId: contact.id,
    flags: [],
    aside: null,
    handledAt: unread ? null : at + DAY / 4,
    followedAt: at,
    caseId: null,
  };
}

/** A complaint that was replied to and is being looked into. */
function caseOf(response: SurveyResponse, clock: string): Case {
  const text = String(response.values.q2 ?? '');
  const stored: Case = {
    id: uuid(),
    schema: CASE_SCHEMA,
    clock,
    deletedAt: null,
    number: receiptNumber(response.id),
    kind: 'complaint',
    title: text || 'NPS',
    text,
    contactIds: [response.contactId].flatMap((id) => id ?? []),
    owner: '',
    state: 'inProgress',
    openedAt: response.at,
    replyDueAt: response.at + REPLY_WITHIN,
    repliedAt: response.at + DAY / 3,
    expectation: '',
    cause: '',
    resolvedAt: null,
    toldAt: null,
    recheckOn: null,
    recheckedAt: null,
    responseId: response.id,
    activityId: response.id,
    provenance: { source: 'NPS', at: response.at, how: 'practice' },
  };
  response.caseId = stored.id;
  return stored;
}
