import type { ResponseRow, ResponseView } from '@/lib/api/survey-views';
import type { Contact } from '@/lib/crm/contacts';
import type { Survey, SurveyResponse } from '@/lib/crm/surveys';
import { inOrder } from '@/lib/surveys/blocks';
import { commentOf, scoreOf } from '../answer-text';
import type { Database } from '../database';
import { fold } from '../fold';
import { namesOf, rootsOf } from '../lookups';
import { listResponses, type Wanted } from '../response-list';
import { questionsIn } from '../results-scope';
import { settingsOf } from '../settings';
import { formOf, surveysById } from '../survey-reads';
import { askedIn, claimOf } from '../whose';
import { pointViews } from './profile';

/** A page of answers with what stands in their rows. */
export async function responseRows(
  db: Database,
  wanted: Wanted,
): Promise<{ items: ResponseRow[]; more: boolean }> {
  return db.transaction('r', db.responses, db.surveys, db.contacts, async () => {
    const surveys = new Map((await db.surveys.toArray()).map((row) => [row.id, row.body]));
    const { responses, more } = await listResponses(db, wanted, surveys);
    return { items: await rowsOf(db, responses, surveys), more };
  });
}

/** What stands in the rows of some answers, inside a transaction. */
export async function rowsOf(
  db: Database,
  responses: SurveyResponse[],
  surveys: ReadonlyMap<string, Survey>,
): Promise<ResponseRow[]> {
  const people = await peopleOf(
    db,
    responses.flatMap((one) => one.contactId ?? []),
  );
  return responses.map((one) => responseRow(one, surveys.get(one.surveyId), people));
}

/** Contacts that are still here, by id. */
async function peopleOf(db: Database, ids: string[]): Promise<Map<string, Contact>> {
  const rows = await db.contacts.bulkGet([...new Set(ids)]);
  return new Map(
    rows.flatMap((row) => (row && row.body.deletedAt === null ? [[row.id, row.body] as const] : [])),
  );
}

function mailOf({ points }: Contact): string | undefined {
  return pointViews(points).find(({ kind }) => kind === 'email')?.value;
}

function responseRow(
  response: SurveyResponse,
  survey: Survey | undefined,
  people: Map<string, Contact>,
): ResponseRow {
  const { id, surveyId, contactId, at, done, proof, via, page, flags, aside, handledAt, caseId, who } =
    response;
  const form = survey ? formOf(survey, response.version) : null;
  const asked = form && askedIn(form, response.values);
  // An answer of a contact that was deleted is nobody's while it is.
  const contact = people.get(contactId ?? '') ?? null;
  return {
    id,
    surveyId,
    survey: survey?.name ?? '',
    contactId: contact && contactId,
    name: contact?.name ?? who.name ?? asked?.name ?? who.email ?? null,
    address: (contact && mailOf(contact)) ?? who.email ?? asked?.emails[0] ?? null,
    at,
    done,
    proof,
    ...(response.misSigned ? { misSigned: true } : {}),
    via,
    file: response.brought?.file ?? null,
    score: scoreOf(form, response),
    comment: commentOf(form, response.values),
    page,
    flags,
    aside,
    looks: response.looks ?? [],
    handledAt,
    caseId,
  };
}

/** Null when it does not exist or was deleted. */
export async function responseView(db: Database, id: string): Promise<ResponseView | null> {
  return db.transaction('r', db.responses, db.surveys, db.contacts, db.settings, async () => {
    const response = (await db.responses.get(id))?.body;
    if (!response || response.deletedAt !== null) return null;
    const survey = (await surveysById(db, [response.surveyId])).get(response.surveyId);
    const form = survey ? formOf(survey, response.version) : null;
    const people = await peopleOf(db, [response.contactId ?? []].flat());
    const { version, lang, startedAt, receivedAt, values, order = {}, hidden, who } = response;
    return {
      ...responseRow(response, survey, people),
      version,
      lang,
      startedAt,
      receivedAt,
      questions: form ? questionsIn(inOrder(form, order)).filter((one) => one.id in values) : [],
      values,
      hidden,
      who,
      candidates: await candidatesOf(db, response, survey),
    };
  });
}

type Candidate = ResponseView['candidates'][number];

/** Contacts that it could belong to. `why` is the address or phone that they share, or the name. */
async function candidatesOf(
  db: Database,
  response: SurveyResponse,
  survey: Survey | undefined,
): Promise<Candidate[]> {
  const { region } = await settingsOf(db);
  const form = survey ? formOf(survey, response.version) : null;
  const asked = form ? askedIn(form, response.values) : { emails: [], phones: [], name: null };
  const { keys } = claimOf(response.who, { signed: false, asked, region });
  const name = response.who.name ?? asked.name;
  const [byPoint, byName] = await Promise.all([
    db.contacts.where('k.points').anyOf(keys).distinct().toArray(),
    name ? db.contacts.where('k.full').equals(fold(name)).toArray() : [],
  ]);
  const roots = await rootsOf(db, [...byPoint, ...byName]);
  const found = new Map<string, Candidate>();
  for (const { id, body } of byPoint) {
    const root = roots.get(id);
    const shared = Object.values(body.points).find((point) => keys.includes(point.key));
    if (root && shared) found.set(root, { id: root, name: '', why: shared.value });
  }
  for (const { id, body } of byName) {
    const root = roots.get(id);
    if (root && !found.has(root)) found.set(root, { id: root, name: '', why: body.name });
  }
  const names = await namesOf(db, [...found.keys()]);
  return [...found.values()].flatMap((one) => {
    const known = names.get(one.id);
    return known === undefined ? [] : [{ ...one, name: known }];
  });
}
