import type { Contact } from '@/lib/crm/contacts';
import type { Measures } from '@/lib/insight/measures';
import type { Subject } from '@/lib/insight/query-subject';
import { scoreOf } from './answer-text';
import type { Database } from './database';
import { isShown } from './keys';
import { identityOf } from './lookups';
import { placeIn } from './page-parts';
import { measuresOf } from './read-measures';
import type { When } from './segment-frame';
import { formOf } from './survey-reads';

/**
 * One contact with all that a question may ask of it, inside a transaction; null for one that is in no list.
 * @param figures of everybody, where they are at hand: nothing is read for them then
 */
export async function subjectOf(
  db: Database,
  id: string,
  when: When,
  figures?: Measures,
): Promise<Subject | null> {
  const contact = (await db.contacts.get(id))?.body;
  if (!isShown(contact)) return null;
  const contactIds = await identityOf(db, id);
  const ranges = contactIds.toSorted().map((one): [string, string] => [`${one}|`, `${one}~`]);
  const [activities, responses, cases, deals] = await Promise.all([
    db.activities.where('k.line').inAnyRange(ranges).distinct().toArray(),
    db.responses.where('k.contact').inAnyRange(ranges).toArray(),
    db.cases.where('k.contacts').anyOf(contactIds).distinct().toArray(),
    db.deals.where('k.contacts').anyOf(contactIds).distinct().toArray(),
  ]);
  const surveys = await db.surveys.bulkGet([...new Set(responses.map((row) => row.body.surveyId))]);
  const forms = new Map(surveys.flatMap((row) => (row ? [[row.id, row.body] as const] : [])));
  return {
    contact: contact as Contact,
    contactIds,
    activities: activities.map((row) => row.body),
    answers: responses.flatMap(({ body }) => {
      if (body.aside !== null) return [];
      const survey = forms.get(body.surveyId);
      const score = survey ? scoreOf(formOf(survey, body.version), body) : null;
      return [{ surveyId: body.surveyId, at: body.at, score: score?.value ?? null }];
    }),
    cases: cases.map((row) => row.body),
    deals: deals.map((row) => row.body),
    measures: figuresIn(figures ?? (await measuresOf(db, [id], when.now, when.zone)), id),
  };
}

function figuresIn(measures: Measures, id: string): Subject['measures'] {
  const at = placeIn(measures.ids, id);
  return at < 0 ? {} : measures.all(at);
}
