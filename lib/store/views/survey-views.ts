import type { SurveyRow, SurveyView } from '@/lib/api/survey-views';
import type { Survey } from '@/lib/crm/surveys';
import { fillAnswers, packedAnswers } from '../answer-pages';
import type { Database } from '../database';
import { questionsOf } from '../results-scope';
import { type Measured, measureOf, scoreIn } from '../survey-measure';
import { formOf, lastVersion } from '../survey-reads';
import { isChanged } from '../surveys';

/** Surveys, the one that was made last first. */
export async function listSurveys(db: Database): Promise<SurveyRow[]> {
  await fillAnswers(db);
  return db.transaction('r', [db.surveys, db.responses, db.answers, db.meta], async () => {
    const rows = await db.surveys.orderBy('k.added').reverse().toArray();
    return Promise.all(rows.map((row) => surveyRow(db, row.body)));
  });
}

/** Null when it does not exist or was deleted. */
export async function surveyView(
  db: Database,
  id: string,
  { hub, atHub, key }: Pick<SurveyView, 'hub' | 'atHub' | 'key'>,
): Promise<SurveyView | null> {
  await fillAnswers(db);
  return db.transaction('r', [db.surveys, db.responses, db.answers, db.meta], async () => {
    const survey = (await db.surveys.get(id))?.body;
    if (!survey || survey.deletedAt !== null) return null;
    const { code, draft, versions, followUp, report = null } = survey;
    return {
      ...(await surveyRow(db, survey)),
      code,
      draft,
      published: formOf(survey, lastVersion(survey)),
      versions: Object.entries(versions)
        .map(([version, { at }]) => ({ version: Number(version), at }))
        .sort((a, b) => b.version - a.version),
      changed: isChanged(survey),
      followUp,
      report,
      hub,
      atHub,
      key,
    };
  });
}

async function surveyRow(db: Database, survey: Survey): Promise<SurveyRow> {
  const measured = measureOf(questionsOf(survey));
  const scores: number[] = [];
  const row = { answers: 0, fresh: 0, lastAt: null as number | null };
  for (const answer of await packedAnswers(db, survey.id)) {
    row.lastAt ??= answer.at;
    if (answer.aside) continue;
    if (answer.done) row.answers += 1;
    if (!answer.handled) row.fresh += 1;
    const score = measured && scoreIn(measured, answer);
    if (score !== null) scores.push(score);
  }
  const { id, name, state, draft } = survey;
  return {
    id,
    name,
    kind: draft.kind,
    state,
    version: lastVersion(survey),
    score: scoreOf(measured, scores),
    ...row,
  };
}

function scoreOf(measured: Measured | null, scores: number[]): SurveyRow['score'] {
  const found = measured?.figure(scores);
  if (!measured || !found) return null;
  const { value, low, high, n } = found;
  return { type: measured.type, figure: { value, low, high, n } };
}
