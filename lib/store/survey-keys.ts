import type { Case } from '@/lib/crm/cases';
import type { Invite, Survey, SurveyResponse } from '@/lib/crm/surveys';
import { newestFirst } from './keys';

/** Index keys of what is asked and what comes back, computed from the body and nothing else, as in `keys.ts`. */

export interface SurveyKeys {
  /** Public id of its form. */
  code: string;
  added: number;
}

export function surveyKeys(body: Survey): Partial<SurveyKeys> {
  return body.deletedAt === null ? { code: body.code, added: body.createdAt } : {};
}

export interface ResponseKeys {
  /** Time, newest first; behind the survey's id; behind the contact's id. */
  all: string;
  survey: string;
  contact: string;
  /** Newest first, of those that nobody has handled, and of those that nobody is known to have given. */
  open: string;
  unassigned: string;
  /** When the last post came of somebody's answer that may still be completed, while it is undecided what follows. */
  partial: number;
  /** The site's own id of a user whom somebody assigned by hand. */
  user: string;
  /** Contacts of a deleted row. */
  about: string[];
  /** 1 for an answer of nobody known in which an address, or a number of theirs, may stand; of a deleted row too, for erasing must find it. */
  says: number;
}

export function responseKeys(body: SurveyResponse): Partial<ResponseKeys> {
  const about = body.contactId ? [body.contactId] : [];
  const says = saysWho(body) ? { says: 1 } : {};
  if (body.deletedAt !== null) return { about, ...says };
  const at = newestFirst(body.at);
  const waits = body.handledAt === null && body.aside === null;
  return {
    all: at,
    survey: `${body.surveyId}|${at}`,
    ...(body.contactId ? { contact: `${body.contactId}|${at}` } : {}),
    ...(waits ? { open: at } : {}),
    ...(waits && !body.contactId ? { unassigned: at } : {}),
    ...(!body.done && body.contactId && body.followedAt === undefined ? { partial: body.receivedAt } : {}),
    ...(body.assignedAt !== undefined && body.proof === 'signed' && body.who.id ? { user: body.who.id } : {}),
    ...says,
  };
}

function saysWho({ contactId, who, values }: SurveyResponse): boolean {
  if (contactId !== null) return false;
  return (
    Boolean(who.id || who.email || who.phone) ||
    Object.values(values).some((value) => typeof value === 'string')
  );
}

export interface InviteKeys {
  /** None of who was held out: they got no link. */
  token: string;
  /** The survey's id; of who was held out `id|held`. */
  survey: string;
  /** `contact|time`, newest first. */
  contact: string;
  about: string[];
}

export function inviteKeys(body: Invite): Partial<InviteKeys> {
  if (body.deletedAt !== null) return { about: [body.contactId] };
  const contact = `${body.contactId}|${newestFirst(body.at)}`;
  if (body.heldOut) return { survey: heldKey(body.surveyId), contact };
  return { token: body.token, survey: body.surveyId, contact };
}

/** Under which those stand whom a survey's draw left out: apart from those who were asked. */
export const heldKey = (surveyId: string): string => `${surveyId}|held`;

export interface CaseKeys {
  /** Time of opening, newest first. */
  all: string;
  /** By when the first answer is due, of a case that is not resolved. */
  open: number;
  /** The same, of one without a first reply. */
  replyDue: number;
  /** Day on which to look whether it holds. */
  recheck: string;
  number: string;
  response: string;
  /** `''` for a case of nobody known. */
  contacts: string[];
  /** Contacts and answer of a deleted row. */
  about: string[];
}

export function caseKeys(body: Case): Partial<CaseKeys> {
  if (body.deletedAt !== null) return { about: [...body.contactIds, body.responseId ?? []].flat() };
  const open = body.state !== 'resolved';
  return {
    all: newestFirst(body.openedAt),
    ...(open ? { open: body.replyDueAt } : {}),
    ...(open && body.repliedAt === null ? { replyDue: body.replyDueAt } : {}),
    ...(body.recheckOn && body.recheckedAt === null ? { recheck: body.recheckOn } : {}),
    number: body.number,
    ...(body.responseId ? { response: body.responseId } : {}),
    contacts: body.contactIds.length > 0 ? [...new Set(body.contactIds)] : [''],
  };
}
