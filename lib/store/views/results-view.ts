import type { ResultsView } from '@/lib/api/survey-views';
import { MOST_GOALS } from '@/lib/crm/survey-goals';
import { medianTime } from '@/lib/insight/careless';
import type { Dated } from '@/lib/insight/satisfaction-trend';
import { fillAnswers, packedAnswers } from '../answer-pages';
import type { Database } from '../database';
import { goalScales } from '../goal-scores';
import { rootFinder } from '../lookups';
import type { PackedAnswer } from '../packed-answers';
import { questionsOf, type Scope, type Scoped, scopeOf, surveyOf } from '../results-scope';
import type { When } from '../segment-frame';
import { type Measured, measureOf, scoreIn } from '../survey-measure';
import { readWords } from './answer-words';
import { placesOf } from './question-places';
import { questionResult, withTexts } from './question-result';
import { goalViews, peopleOfGoals } from './results-goal';
import { trendsOf } from './results-trend';

const TABLES = ['surveys', 'responses', 'answers', 'meta', 'contacts', 'columns', 'pageImages', 'tags'];

/** The group that is shown, by its id: its people stand in `among`. */
interface Named {
  segmentId?: string | undefined;
}

/** The results of a survey. @throws StoreError `missing` */
export async function resultsView(db: Database, scope: Scope & Named, when: When): Promise<ResultsView> {
  const { zone } = when;
  await fillAnswers(db);
  const whom = await peopleOfGoals(db, scope.surveyId, when);
  return db.transaction('r', TABLES, async () => {
    const survey = await surveyOf(db, scope);
    const answers = await packedAnswers(db, survey.id);
    const isAside = (one: PackedAnswer) => one.aside;
    const read = await scopeOf(db, scope, { answers, isAside, zone });
    const { all, counted, people } = read;
    const questions = questionsOf(survey);
    const measured = measureOf(questions);
    const rootOf = await rootFinder(db);
    // A goal is of its own people, whatever group is shown.
    const { surveyId, from, to, aside } = scope;
    const isOfAll = !scope.tagId && !scope.lang && !scope.among;
    const everybodys = isOfAll
      ? read
      : await scopeOf(db, { surveyId, from, to, aside }, { answers, isAside, zone });
    const texts = questions.map((asked) => withTexts(asked, counted));
    const shown = texts.flatMap((one) => one.answers);
    const words = await readWords(db, survey.id, { answers: shown, all: answers });
    const results = questions.map((asked, at) => {
      const places = placesOf(survey, asked, counted);
      const result = questionResult(asked, counted, { texts: texts[at]!, words });
      return places ? { ...result, places } : result;
    });
    return {
      surveyId: survey.id,
      name: survey.name,
      counts: {
        all: all.length,
        done: all.filter((one) => one.done).length,
        aside: all.filter((one) => one.aside).length,
        known: all.filter((one) => people.has(one.contactId ?? '')).length,
      },
      between: all.length > 0 ? [all.at(-1)!.at, all[0]!.at] : null,
      medianMs: medianTime(counted),
      questions: results,
      trend: trendsOf(measured, measured ? scoresOf(measured, counted, rootOf) : [], zone),
      tags: measured ? await byTag(db, read, measured) : [],
      measure: measured?.type ?? null,
      scales: goalScales(questions),
      mostGoals: MOST_GOALS,
      goals: goalViews({ survey, questions, rootOf, ...everybodys }, whom, scope),
    };
  });
}

function scoresOf(
  measured: Measured,
  responses: PackedAnswer[],
  rootOf: (contactId: string) => string,
): Dated[] {
  return responses.flatMap((response) => {
    const value = scoreIn(measured, response);
    const { at, contactId } = response;
    return value === null ? [] : [{ at, value, who: contactId === null ? undefined : rootOf(contactId) }];
  });
}

/** The figure of contacts with each tag, the tag with most answers first. */
async function byTag(
  db: Database,
  { counted, people }: Scoped<PackedAnswer>,
  measured: Measured,
): Promise<ResultsView['tags']> {
  const scores = new Map<string, number[]>();
  for (const response of counted) {
    const value = scoreIn(measured, response);
    if (value === null) continue;
    for (const tag of people.get(response.contactId ?? '') ?? []) {
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
