import type { ResultsView } from '@/lib/api/survey-views';
import type { SurveyResponse } from '@/lib/crm/surveys';
import { medianTime } from '@/lib/insight/careless';
import { byMonth } from '@/lib/insight/satisfaction-trend';
import { givenOf } from '../answer-flags';
import type { Database } from '../database';
import { questionsOf, readScope, type Scope, type Scoped } from '../results-scope';
import { type Measured, measureOf, scoreIn } from '../survey-measure';
import { questionResult } from './question-result';

const TABLES = ['surveys', 'responses', 'contacts', 'tags'];

/** The results of a survey. @throws StoreError `missing` */
export async function resultsView(db: Database, scope: Scope, zone: string): Promise<ResultsView> {
  return db.transaction('r', TABLES, async () => {
    const read = await readScope(db, scope, zone);
    const { survey, all, counted, people } = read;
    const questions = questionsOf(survey);
    const measured = measureOf(questions);
    return {
      surveyId: survey.id,
      name: survey.name,
      counts: {
        all: all.length,
        done: all.filter((one) => one.done).length,
        aside: all.filter((one) => one.aside !== null).length,
        known: all.filter((one) => people.has(one.contactId ?? '')).length,
      },
      medianMs: medianTime(counted.map(givenOf)),
      questions: questions.map((asked) => questionResult(asked, counted, people)),
      trend: measured ? byMonth(scoresOf(measured, counted), measured.figure, zone) : [],
      tags: measured ? await byTag(db, read, measured) : [],
      measure: measured?.type ?? null,
    };
  });
}

function scoresOf(measured: Measured, responses: SurveyResponse[]): { at: number; value: number }[] {
  return responses.flatMap((response) => {
    const value = scoreIn(measured, response);
    return value === null ? [] : [{ at: response.at, value }];
  });
}

/** The figure of contacts with each tag, the tag with most answers first. */
async function byTag(
  db: Database,
  { counted, people }: Scoped,
  measured: Measured,
): Promise<ResultsView['tags']> {
  const scores = new Map<string, number[]>();
  for (const response of counted) {
    const value = scoreIn(measured, response);
    if (value === null) continue;
    for (const tag of people.get(response.contactId ?? '')?.tags ?? []) {
      const list = scores.get(tag);
      if (list) list.push(value);
      else scores.set(tag, [value]);
    }
  }
  const rows = await db.tags.bulkGet([...scores.keys()]);
  const tags = rows.flatMap((row) => {
    const found = row && row.body.deletedAt === null ? measured.figure(scores.get(row.id) ?? []) : null;
    if (!row || !found) return [];
    const { value, low, high, n } = found;
    return [{ tagId: row.id, name: row.body.name, value, low, high, n }];
  });
  return tags.sort((a, b) => b.n - a.n || a.name.localeCompare(b.name));
}
