import type { Survey, SurveyResponse } from '@/lib/crm/surveys';
import type { AuthorForm } from '@/lib/surveys/form';
import type { Database } from './database';

/** Small reads about surveys, to be combined inside one transaction. */

/** Number of the last version; 0 before the first. */
export function lastVersion({ versions }: Survey): number {
  return Math.max(0, ...Object.keys(versions).map(Number));
}

/** The form as it was shown; null when that version does not exist here. */
export function formOf(survey: Survey, version: number): AuthorForm | null {
  return survey.versions[String(version)]?.form ?? null;
}

/** Surveys by the public id of their form; deleted ones are left out. */
export async function surveysByCode(db: Database, codes: string[]): Promise<Map<string, Survey>> {
  const rows = await db.surveys
    .where('k.code')
    .anyOf([...new Set(codes)])
    .toArray();
  return new Map(rows.map((row) => [row.body.code, row.body]));
}

/** Surveys by id, deleted ones too: an answer is read by its version even when its survey is gone. */
export async function surveysById(db: Database, ids: string[]): Promise<Map<string, Survey>> {
  const rows = await db.surveys.bulkGet([...new Set(ids)]);
  return new Map(rows.flatMap((row) => (row ? [[row.id, row.body] as const] : [])));
}

/** All surveys by id, deleted ones too: they are few. */
export async function allSurveys(db: Database): Promise<Map<string, Survey>> {
  const rows = await db.surveys.toArray();
  return new Map(rows.map((row) => [row.id, row.body]));
}

/** Answers of a survey, newest first. */
export async function answersOf(db: Database, surveyId: string): Promise<SurveyResponse[]> {
  const rows = await db.responses.where('k.survey').between(`${surveyId}|`, `${surveyId}~`).toArray();
  return rows.map((row) => row.body);
}
