import { RESPONSE_SCHEMA, type Survey, type SurveyResponse } from '@/lib/crm/surveys';
import type { Given } from '@/lib/insight/careless';
import type { Answer, Payload, TrackedEvent } from '@/lib/surveys/answer';
import { EVENTS } from '@/lib/surveys/answer';
import { inOrder, possibleOrder } from '@/lib/surveys/blocks';
import { computedOf, computing } from '@/lib/surveys/compute';
import type { AuthorForm } from '@/lib/surveys/form';
import { kept } from '@/lib/surveys/path';
import { clean } from '@/lib/surveys/validate';
import { answerFlags, companyOf, givenOf } from './answer-flags';
import { isLowScore, scoreOf } from './answer-text';
import { command } from './command';
import type { Database } from './database';
import { flush } from './durable';
import { isErased } from './erase-surveys';
import { settle } from './follow-up';
import { askedInPerson } from './invites';
import { settingsOf } from './settings';
import { formOf, surveysByCode } from './survey-reads';
import { trackedActivity } from './tracked';
import { undoneBatches } from './undone-batches';
import { askedIn, type Claim, claimOf, Owners } from './whose';
import type { Context, Work } from './work';

/** An answer that was opened, on its way into the store. */
export interface Arrival {
  payload: Payload;
  /** The site's server vouches for `id`, or without one for `email`. */
  signed: boolean;
  via: SurveyResponse['via'];
  /** Whose answer the user noted. */
  contactId?: string | null;
  /** Of an answer that a file brings. */
  brought?: Brought;
}

export interface Brought {
  file: string;
  batchId: string;
  /** The file says that it does not count, and why. */
  aside: string | null;
}

/** What became of it. `unknown`: its form, or that version of it, does not exist here. */
export interface Arrived {
  state: 'new' | 'updated' | 'already' | 'unknown';
  /** Of the response, or of an event's activity; null when nothing was kept. */
  id: string | null;
  form: string;
  /** Its person was erased: whoever still has a copy is to forget it. */
  erased?: true;
}

/**
 * Takes answers into the store in one transaction: the response by its id and `seq`, whose it is, its activity, what follows from
 * it. The same post by another way, a second time or after a later one changes nothing, also when its response was deleted.
 * @param together runs in the same transaction: the cursor of the hub moves with what it brought
 */
export async function takeAnswers(
  ctx: Context,
  arrivals: Arrival[],
  together: (results: Arrived[]) => Promise<void> = async () => {},
): Promise<Arrived[]> {
  const taken = await command(ctx, async (work) => {
    const known = await readFor(work, arrivals, await surveysOf(work, arrivals));
    for (const { contactId, survey, payload } of known) {
      if (!contactId || !survey || work.read('responses', payload.id)) continue;
      await askedInPerson(work, { surveyId: survey.id, contactId, at: payload.at });
    }
    const results = known.map((one) => take(work, one));
    await together(results);
    return results;
  });
  await flush(ctx.db);
  return taken;
}

/**
 * Takes answers to one survey that a file brings, inside the running command. One that came before stays as it is, unless the import that
 * brought it was undone as a whole; one that was deleted by itself stays deleted.
 */
export async function takeBrought(work: Work, survey: Survey, arrivals: Arrival[]): Promise<Arrived[]> {
  const known = await readFor(work, arrivals, new Map([[survey.code, survey]]));
  const deleted = known
    .map(({ payload }) => work.read('responses', payload.id))
    .filter((one) => one?.deletedAt);
  const undone = await undoneBatches(
    work.db,
    deleted.flatMap((one) => one?.brought?.batchId ?? []),
  );
  return known.map((one) => {
    const before = work.read('responses', one.payload.id);
    const isUndone = !!before?.deletedAt && undone.has(before.brought?.batchId ?? '');
    if (before && !isUndone && !givesWay(before))
      return { state: 'already', id: before.id, form: survey.code };
    if (before && isUndone) reset(work, before);
    const taken = take(work, one);
    const response = work.read('responses', one.payload.id);
    if (response && taken.state === 'new') one.company.get(survey.id)?.push(givenOf(response));
    return isUndone && taken.state === 'updated' ? { ...taken, state: 'new' } : taken;
  });
}

/** To what a file says gives way only what a file said before, and what was half given then. */
export function givesWay({ via, done, deletedAt }: SurveyResponse): boolean {
  return deletedAt === null && via === 'file' && !done;
}

/** As if nothing had come yet: what the user did with it was undone with it. */
function reset(work: Work, before: SurveyResponse): void {
  Object.assign(before, { deletedAt: null, seq: -1, contactId: null, handledAt: null, aside: null });
  const activity = work.read('activities', before.id);
  if (activity) activity.deletedAt = null;
}

const take = (work: Work, one: Known): Arrived =>
  'track' in one.payload ? takeEvent(work, one, one.payload) : takeAnswer(work, one, one.payload);

/** Whether this post, or a later one of the same submission, was taken before; a deleted one was. */
export async function isTaken(db: Database, payload: Payload): Promise<boolean> {
  if ('track' in payload) return (await db.activities.where('id').equals(payload.id).count()) > 0;
  const body = (await db.responses.get(payload.id))?.body;
  return body !== undefined && (body.deletedAt !== null || body.seq >= payload.seq);
}

interface Known extends Arrival {
  survey: Survey | null;
  form: AuthorForm | null;
  values: Answer['values'];
  claim: Claim;
  owners: Owners;
  /** The last answers to the same survey. */
  company: Map<string, Given[]>;
}

function surveysOf({ db }: Work, arrivals: Arrival[]): Promise<Map<string, Survey>> {
  return surveysByCode(
    db,
    arrivals.map(({ payload }) => payload.form),
  );
}

/** Reads in bulk all that the answers may meet. @param surveys by the public id of their form */
async function readFor(work: Work, arrivals: Arrival[], surveys: Map<string, Survey>): Promise<Known[]> {
  const { db } = work;
  const ids = arrivals.map(({ payload }) => payload.id);
  const { region } = await settingsOf(db);
  await work.load('responses', ids);
  await work.load('activities', ids);
  await work.all(
    'contacts',
    arrivals.flatMap((one) => one.contactId ?? []),
  );
  const read = arrivals.map((arrival) => {
    const { payload, signed } = arrival;
    const survey = surveys.get(payload.form) ?? null;
    const form = survey && 'version' in payload ? formOf(survey, payload.version) : null;
    const values = form && 'values' in payload ? valuesOf(form, payload, arrival.via) : {};
    const asked = form ? askedIn(form, values) : { emails: [], phones: [], name: null };
    return { ...arrival, survey, form, values, claim: claimOf(payload.who ?? {}, { signed, asked, region }) };
  });
  const owners = await Owners.read(
    db,
    read.map((one) => one.claim),
  );
  const invites = [...owners.invites.values()].map((invite) => invite.id);
  await work.load('invites', invites);
  const company = await companyOf(
    db,
    [...surveys.values()].map((survey) => survey.id),
  );
  return read.map((one) => ({ ...one, owners, company }));
}

/** The values that this form can have had from this visitor: well-formed, on the path that they make, and with what is computed of them. */
function valuesOf(
  form: AuthorForm,
  { values, order = {}, hidden, lang, page, who }: Answer,
  via: Arrival['via'],
): Answer['values'] {
  // Elsewhere another path led to the questions: what was answered was asked.
  if (via === 'file') return clean(form, values);
  const variables = { ...hidden, ...(who?.name && { name: who.name }), lang, url: page ?? '' };
  const shown = inOrder(form, possibleOrder(form, order));
  const counted = kept(shown, clean(shown, values), computing(form, variables));
  return { ...counted, ...computedOf(form, counted, variables) };
}

function takeAnswer(work: Work, known: Known, answer: Answer): Arrived {
  const { survey, form } = known;
  const nothing = (state: Arrived['state'], id: string | null): Arrived => ({ state, id, form: answer.form });
  const before = work.read('responses', answer.id);
  if (before && isErased(before)) return { ...nothing('already', answer.id), erased: true };
  if (!survey || !form) return nothing('unknown', null);
  // An id is a submission's for ever: whoever sends another survey's, or that of an event, means no harm or should not succeed.
  if (before && before.surveyId !== survey.id) return nothing('unknown', null);
  const activity = work.read('activities', answer.id);
  if (activity && activity.type !== 'survey') return nothing('unknown', null);
  if (before && (before.deletedAt !== null || before.seq >= answer.seq)) return nothing('already', answer.id);

  const fresh = responseOf(work, known, answer, survey, before);
  const response = before ? Object.assign(before, fresh) : work.add('responses', fresh);
  const flags = answerFlags(response, survey, known.company.get(survey.id) ?? [], answer.bot === true);
  // Whoever copies from paper is quick; of many a file nobody knows how long it took.
  const isTimed = known.via !== 'hand' && (known.via !== 'file' || response.at > response.startedAt);
  response.flags = isTimed ? flags : flags.filter((flag) => flag !== 'fast');
  settle(work, response, survey);
  if (known.brought) settleBrought(work, response, known.brought);
  if (known.via === 'hand' && isDoneWith(response, form)) response.handledAt ??= work.now;
  answered(work, known, response);
  return nothing(before ? 'updated' : 'new', answer.id);
}

/** Whoever names themselves and is nobody known waits; of the others there is nothing left to do. */
function settleBrought(work: Work, response: SurveyResponse, { aside, ...brought }: Brought): void {
  response.brought = brought;
  if (aside) response.aside ??= { at: work.now, why: aside };
  const isNamed = Object.keys(response.who).length > 0;
  if (response.contactId || !isNamed) response.handledAt ??= work.now;
}

/** Who noted it has read it. A low score, or an answer of nobody known, asks for more than that. */
function isDoneWith(response: SurveyResponse, form: AuthorForm): boolean {
  return response.done && response.contactId !== null && !isLowScore(scoreOf(form, response));
}

/** The response as this post has it. What the user did with an earlier one stays: whose it is, that it is handled. */
function responseOf(
  work: Work,
  { form, claim, owners, values, via, signed, contactId: noted }: Known,
  answer: Answer,
  survey: Survey,
  before: SurveyResponse | undefined,
): SurveyResponse {
  const { token: _token, hmac, ...who } = answer.who ?? {};
  const owner = owners.of(claim);
  const kept = before?.contactId && (before.assignedAt !== undefined || !owner || isWeaker(owner, before));
  const { contactId, proof } = kept
    ? before
    : { contactId: noted ?? owner?.contactId ?? null, proof: proofOf(claim, owner) };
  // What a file brings was given before its survey was here.
  const since = via === 'file' ? 0 : (survey.versions[String(answer.version)]?.at ?? 0);
  const at = clamp(answer.at, since, work.now);
  return {
    id: answer.id,
    schema: RESPONSE_SCHEMA,
    clock: '',
    deletedAt: null,
    surveyId: survey.id,
    version: answer.version,
    lang: answer.lang,
    seq: answer.seq,
    startedAt: at - clamp(answer.at - answer.startedAt, 0, LONGEST),
    at,
    receivedAt: work.now,
    done: answer.done,
    values,
    ...(form?.blocks && answer.order ? { order: possibleOrder(form, answer.order) } : {}),
    ...(answer.times ? { times: answer.times } : {}),
    page: webPage(answer.page),
    hidden: answer.hidden ?? {},
    who,
    proof,
    ...(hmac && !signed ? { misSigned: true } : {}),
    via,
    contactId: contactId ?? null,
    ...(noted && !kept ? { assignedAt: work.now } : {}),
    flags: [],
    aside: before?.aside ?? null,
    handledAt: before?.handledAt ?? null,
    caseId: before?.caseId ?? null,
  };
}

/** Nobody answers for longer than a week; a computer's clock that was set meanwhile is no time taken. */
const LONGEST = 7 * 86_400_000;

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}

const STRENGTH = ['none', 'claimed', 'signed', 'token'];

function isWeaker(owner: { proof: string }, before: { proof: string }): boolean {
  return STRENGTH.indexOf(owner.proof) < STRENGTH.indexOf(before.proof);
}

/** What speaks for an answer of nobody known yet: a signed one that the user assigns tells whose the site's id is. */
function proofOf(claim: Claim, owner: { proof: SurveyResponse['proof'] } | null): SurveyResponse['proof'] {
  if (claim.user || claim.signedKey) return owner?.proof === 'token' ? 'token' : 'signed';
  return owner?.proof ?? (claim.keys.length > 0 ? 'claimed' : 'none');
}

/** As stored. Letters that an address writes as `%E5%AD%97` make it longer than what was sent. */
const LONGEST_PAGE = 2000;

/** It becomes a link: nothing but a web page's address will do. */
function webPage(page: string | undefined): string | null {
  if (!page || !URL.canParse(page)) return null;
  const { protocol, origin, pathname } = new URL(page);
  const address = `${origin}${pathname}`;
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && address.length <= LONGEST_PAGE ? address : null;
}

/** Whoever was asked has answered. */
function answered(work: Work, { claim, owners }: Known, response: SurveyResponse): void {
  const invite = work.read('invites', owners.invites.get(claim.token ?? '')?.id ?? '');
  if (invite && invite.surveyId === response.surveyId) invite.answeredAt ??= response.at;
}

/** A purchase or visit of somebody known goes on their time line; of anybody else nothing is kept. */
function takeEvent(work: Work, { claim, owners }: Known, event: TrackedEvent): Arrived {
  const form = EVENTS;
  if (work.read('activities', event.id) || work.read('responses', event.id)) {
    return { state: 'already', id: event.id, form };
  }
  const owner = owners.of(claim);
  if (!owner) return { state: 'already', id: null, form };
  work.add('activities', trackedActivity(work, event, owner, webPage(event.page)));
  return { state: 'new', id: event.id, form };
}
