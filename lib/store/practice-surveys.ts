import { v7 as uuid, v4 } from 'uuid';
import type { Activity } from '@/lib/crm/activities';
import { CASE_SCHEMA, type Case } from '@/lib/crm/cases';
import type { Contact } from '@/lib/crm/contacts';
import { ANSWERS, reasonOf } from '@/lib/crm/practice/answers';
import { chance } from '@/lib/crm/practice/random';
import { relationshipAnswer } from '@/lib/crm/practice/relationship';
import type { PracticeLanguage, PracticePerson } from '@/lib/crm/practice/shape';
import {
  INVITE_SCHEMA,
  type Invite,
  RESPONSE_SCHEMA,
  SURVEY_SCHEMA,
  type Survey,
  type SurveyResponse,
} from '@/lib/crm/surveys';
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
  invites: Invite[];
  cases: Case[];
  activities: Activity[];
}

/** Somebody who is asked. */
interface Asked {
  person: PracticePerson;
  contact: Contact;
}

interface Filling {
  now: number;
  clock: string;
  /** In which the surveys are named: that of who looks at them. */
  language: PracticeLanguage;
}

/**
 * Two surveys that are under way, with answers of people of the practice mailbox: a short one, of whom one complained, and one about the
 * whole relationship, to which personal links were sent.
 */
export function practiceSurveys(
  people: PracticePerson[],
  contacts: Contact[],
  filling: Filling,
): PracticeSurveys {
  const { clock } = filling;
  const work = people
    .map((person, at) => ({ person, contact: contacts[at]! }))
    .filter(({ person }) => person.kind === 'work');
  const nps = surveyOf('nps', 'practice01', 'NPS', 240, filling);
  const asked = work.filter((_, at) => at % EVERY === EVERY - 1);
  const short = ANSWERS.slice(0, asked.length).map((answer, at) => {
    const reason = reasonOf(answer, asked[at]!.person.language);
    return responseOf(nps, asked[at]!, filling, {
      daysAgo: answer.daysAgo,
      unread: at < UNREAD,
      values: { q1: answer.score, ...(reason ? { q2: reason } : {}) },
    });
  });
  const angry = short.find((one) => one.handledAt !== null && Number(one.values.q1) <= 6 && one.values.q2);
  const whole = relationshipOf(
    work.filter((_, at) => at % ASKED_OF === 1),
    filling,
  );
  const told = (responses: SurveyResponse[], survey: Survey) =>
    responses.map((one) => ({ ...surveyActivity(one, survey, one.at), clock }));
  return {
    // The last one stands first in the list.
    surveys: [whole.survey, nps],
    responses: [...short, ...whole.responses],
    invites: whole.invites,
    cases: angry ? [caseOf(angry, clock)] : [],
    activities: [...told(short, nps), ...told(whole.responses, whole.survey)],
  };
}

/** Every so many-th of the people around was asked about the whole relationship; of three two answered. */
const ASKED_OF = 3;
const ANSWERED = 66;
const SEED = 1987;

function relationshipOf(asked: Asked[], filling: Filling) {
  const { now, clock } = filling;
  const survey = surveyOf('relationship', 'practice02', '', 250, filling);
  const by = chance(SEED);
  const responses: SurveyResponse[] = [];
  const invites = asked.map((one): Invite => {
    const answers = by.percent(ANSWERED);
    const { score, rated, remark, daysAgo } = relationshipAnswer(by, one.person.language);
    const values = {
      q1: score,
      ...Object.fromEntries(rated.map((value, at) => [`q${at + 2}`, value])),
      ...(remark ? { q7: remark } : {}),
    };
    const response = responseOf(survey, one, filling, { daysAgo, unread: false, values });
    if (answers) responses.push(response);
    return {
      id: uuid(),
      schema: INVITE_SCHEMA,
      clock,
      deletedAt: null,
      surveyId: survey.id,
      contactId: one.contact.id,
      token: uuid().replaceAll('-', '').slice(0, 22),
      channel: 'mail',
      at: now - ASKED_AGO * DAY,
      answeredAt: answers ? response.at : null,
    };
  });
  return { survey, responses, invites };
}

/** Links were sent before anybody answered. In days. */
const ASKED_AGO = 72;

/** @param name of the survey; as its template calls it where empty */
function surveyOf(
  templateId: string,
  code: string,
  name: string,
  madeAgo: number,
  { now, clock, language }: Filling,
): Survey {
  const template = TEMPLATES.find((one) => one.id === templateId)!;
  const draft = { ...structuredClone(template.form), id: code, version: 0 };
  const createdAt = now - madeAgo * DAY;
  return {
    id: uuid(),
    schema: SURVEY_SCHEMA,
    clock,
    deletedAt: null,
    name: name || draft.title[language] || templateId,
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
  { person, contact }: Asked,
  { now, clock }: Filling,
  given: { daysAgo: number; unread: boolean; values: SurveyResponse['values'] },
): SurveyResponse {
  const at = now - given.daysAgo * DAY;
  return {
    id: v4(),
    schema: RESPONSE_SCHEMA,
    clock,
    deletedAt: null,
    surveyId: survey.id,
    version: 1,
    lang: person.language,
    seq: 1,
    startedAt: at - 28_000 - 900 * given.daysAgo,
    at,
    receivedAt: at,
    done: true,
    values: given.values,
    page: null,
    hidden: {},
    who: {},
    proof: 'token',
    via: 'hub',
    contactId: contact.id,
    flags: [],
    aside: null,
    handledAt: given.unread ? null : at + DAY / 4,
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
