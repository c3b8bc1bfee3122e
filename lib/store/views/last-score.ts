import type { ContactView } from '@/lib/api/views';
import { scoreOf } from '../answer-text';
import type { Database } from '../database';
import { identityOf } from '../lookups';
import { reading } from '../reading';
import { formOf, surveysById } from '../survey-reads';

/** Answers looked at for one with a score: a form without a scale gives none. */
const LOOKED_AT = 20;

/** The tables that it is read from. */
export const SCORE_TABLES = ['responses', 'surveys', 'contacts'];

/** The last answer of a contact that gave a score, and is not set aside. */
export async function lastScore(db: Database, contactId: string): Promise<ContactView['score']> {
  return reading(db, SCORE_TABLES, async () => {
    const ids = await identityOf(db, contactId);
    const lists = await Promise.all(
      ids.map((id) => db.responses.where('k.contact').between(`${id}|`, `${id}~`).limit(LOOKED_AT).toArray()),
    );
    const rows = lists.flat().sort((a, b) => b.body.at - a.body.at);
    const surveys = await surveysById(
      db,
      rows.map((row) => row.body.surveyId),
    );
    for (const { body } of rows) {
      const survey = surveys.get(body.surveyId);
      const score = survey ? scoreOf(formOf(survey, body.version), body) : null;
      if (survey && score && !body.aside) {
        return { responseId: body.id, survey: survey.name, at: body.at, ...score };
      }
    }
    return null;
  });
}
