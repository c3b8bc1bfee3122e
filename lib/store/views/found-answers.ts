import type { ResponseRow } from '@/lib/api/survey-views';
import type { Database } from '../database';
import { StoreError } from '../errors';
import { resultsFile } from '../results-csv';
import type { When } from '../segment-frame';
import { surveysById } from '../survey-reads';
import { findAnswers, type WantedAnswers } from './counted-answers';
import { rowsOf } from './response-views';

/** The first answers that a filter finds, how many it finds, and how many there are at all: of its survey, else of every one. */
export async function foundRows(
  db: Database,
  { limit, ...wanted }: WantedAnswers & { limit: number },
  when: When,
): Promise<{ items: ResponseRow[]; found: number; all: number }> {
  const { ids, all } = await findAnswers(db, wanted, when);
  return db.transaction('r', db.responses, db.surveys, db.contacts, async () => {
    const rows = await db.responses.bulkGet(ids.slice(0, limit));
    const responses = rows.flatMap((row) => (row && row.body.deletedAt === null ? [row.body] : []));
    const surveys = await surveysById(
      db,
      responses.map((one) => one.surveyId),
    );
    return { items: await rowsOf(db, responses, surveys), found: ids.length, all };
  });
}

/** The answers that a filter finds as a table for a spreadsheet. @throws StoreError `missing`, and `invalid` without a survey, whose questions are the columns */
export async function foundFile(
  db: Database,
  wanted: WantedAnswers,
  when: When,
): Promise<{ file: string; name: string }> {
  const { surveyId } = wanted;
  if (!surveyId) throw new StoreError('invalid', 'Choose a survey: its questions are the columns.');
  const { ids } = await findAnswers(db, wanted, when);
  return resultsFile(db, { surveyId, aside: true }, when.zone, new Set(ids));
}
