import type { SurveyResponse } from '@/lib/crm/surveys';
import type { Database } from '../database';
import { newestFirst } from '../keys';
import type { PackedAnswer } from '../packed-answers';
import { namesOf } from '../people-tags';

/** What is read of answers that are shown with their texts. */
export interface Words {
  /** By the answer's id. */
  bodies: Map<string, SurveyResponse>;
  /** Names of contacts by id. */
  names: Map<string, string>;
}

/** Reads texts and names of these answers to a survey, inside a transaction. @param all newest first, those among them */
export async function readWords(
  db: Database,
  surveyId: string,
  { answers, all }: { answers: PackedAnswer[]; all: PackedAnswer[] },
): Promise<Words> {
  const rows = await rowsOf(db, surveyId, new Set(answers.map((one) => one.id)), all);
  const names = await namesOf(
    db,
    answers.flatMap((one) => one.contactId ?? []),
  );
  return { bodies: new Map(rows.flatMap((row) => (row ? [[row.id, row.body] as const] : []))), names };
}

/** One read of a range takes as long as some ten of single rows: so many more than are wanted may stand in it. */
const MORE = 5;

async function rowsOf(db: Database, surveyId: string, ids: Set<string>, all: PackedAnswer[]) {
  const first = all.findIndex((one) => ids.has(one.id));
  const last = all.findLastIndex((one) => ids.has(one.id));
  if (first < 0 || last - first > ids.size * MORE) return db.responses.bulkGet([...ids]);
  const key = (at: number) => `${surveyId}|${newestFirst(at)}`;
  return db.responses
    .where('k.survey')
    .between(key(all[first]!.at), key(all[last]!.at), true, true)
    .toArray();
}
