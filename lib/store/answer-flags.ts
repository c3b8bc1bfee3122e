import type { Survey, SurveyResponse } from '@/lib/crm/surveys';
import { flagsOf, type Given, medianTime } from '@/lib/insight/careless';
import type { Database } from './database';
import { formOf } from './survey-reads';

/** Answers before this one that it is compared with: enough for the usual time, and for who answered before. */
const COMPARED = 500;

/** The last answers to each of these surveys, to compare new ones with. */
export async function companyOf(db: Database, surveyIds: string[]): Promise<Map<string, Given[]>> {
  const ids = [...new Set(surveyIds)];
  const lists = await Promise.all(
    ids.map((id) => db.responses.where('k.survey').between(`${id}|`, `${id}~`).limit(COMPARED).toArray()),
  );
  return new Map(ids.map((id, at) => [id, lists[at]!.map((row) => givenOf(row.body))]));
}

/** Signs that an answer was given without care, or by no hand. */
export function answerFlags(
  response: SurveyResponse,
  survey: Survey,
  others: readonly Given[],
  isBot: boolean,
): SurveyResponse['flags'] {
  const form = formOf(survey, response.version);
  const company = { medianMs: medianTime(others), others };
  const flags = form ? flagsOf(givenOf(response), form, company, response.hidden) : [];
  return isBot ? [...flags, 'bot'] : flags;
}

export function givenOf(response: SurveyResponse): Given {
  const { id, startedAt, at, done, values, order, contactId, who } = response;
  const person = contactId ?? who.id ?? who.email?.toLowerCase() ?? who.phone ?? null;
  return { id, startedAt, at, done, values, order, person };
}
