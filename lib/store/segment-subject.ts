import type { Measures } from '@/lib/insight/measures';
import type { Subject } from '@/lib/insight/query-subject';
import { activitiesBy } from './activities-about';
import { scoreOf } from './answer-text';
import { byPerson } from './around';
import type { Database } from './database';
import { isShown } from './keys';
import { identitiesOf } from './lookups';
import { placeIn } from './page-parts';
import { measuresOf } from './read-measures';
import type { When } from './segment-frame';
import { formOf } from './survey-reads';

/** One contact with all that a question may ask of it, inside a transaction; null for one that is in no list. */
export async function subjectOf(db: Database, id: string, when: When): Promise<Subject | null> {
  return (await subjectsOf(db, [id], when)).get(id) ?? null;
}

/**
 * Contacts with all that a question may ask of them, inside a transaction, by id; those that are in no list are left out.
 * @param figures of everybody, where they are at hand: nothing is read for them then
 */
export async function subjectsOf(
  db: Database,
  ids: readonly string[],
  when: When,
  figures?: Measures,
): Promise<Map<string, Subject>> {
  const rows = await db.contacts.bulkGet([...ids]);
  const bodies = rows.flatMap((row) => (isShown(row?.body) ? [row.body] : []));
  const shown = bodies.map((body) => body.id);
  const identities = await identitiesOf(db, shown);
  const all = [...identities.values()].flat();
  const ranges = all.toSorted().map((one): [string, string] => [`${one}|`, `${one}~`]);
  const [activities, responses, cases, deals] = await Promise.all([
    activitiesBy(db, all),
    db.responses.where('k.contact').inAnyRange(ranges).toArray(),
    db.cases.where('k.contacts').anyOf(all).distinct().toArray(),
    db.deals.where('k.contacts').anyOf(all).distinct().toArray(),
  ]);
  const surveys = await db.surveys.bulkGet([...new Set(responses.map((row) => row.body.surveyId))]);
  const forms = new Map(surveys.flatMap((row) => (row ? [[row.id, row.body] as const] : [])));
  const measures = figures ?? (await measuresOf(db, shown, when.now, when.zone));
  const of = <T>(found: { body: T }[], people: (body: T) => string[]) =>
    byPerson(
      found.map((row) => row.body),
      people,
    );
  const by = {
    answers: of(responses, (body) => [body.contactId ?? '']),
    cases: of(cases, (body) => body.contactIds),
    deals: of(deals, (body) => body.contactIds),
  };
  return new Map(
    bodies.map((contact) => {
      const own = identities.get(contact.id) ?? [contact.id];
      const about = <T>(found: Map<string, Iterable<T>>) => [
        ...new Set(own.flatMap((id) => [...(found.get(id) ?? [])])),
      ];
      const subject: Subject = {
        contact,
        contactIds: own,
        activities: about(activities),
        answers: about(by.answers).flatMap((body) => {
          if (body.aside !== null) return [];
          const survey = forms.get(body.surveyId);
          const score = survey ? scoreOf(formOf(survey, body.version), body) : null;
          return [{ surveyId: body.surveyId, at: body.at, score: score?.value ?? null }];
        }),
        cases: about(by.cases),
        deals: about(by.deals),
        measures: figuresIn(measures, contact.id),
      };
      return [contact.id, subject];
    }),
  );
}

function figuresIn(measures: Measures, id: string): Subject['measures'] {
  const at = placeIn(measures.ids, id);
  return at < 0 ? {} : measures.all(at);
}
