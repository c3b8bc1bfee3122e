import type { Activity } from '@/lib/crm/activities';
import { dayNumber } from '@/lib/crm/calendar';
import type { Case } from '@/lib/crm/cases';
import type { Contact } from '@/lib/crm/contacts';
import type { Deal } from '@/lib/crm/deals';
import type { SurveyResponse } from '@/lib/crm/surveys';
import { minutesOf } from '@/lib/insight/events';
import {
  bodyParams,
  type CountParams,
  datesIn,
  NO_COUNTS,
  type OwnPromise,
} from '@/lib/insight/measure-params';
import { scoreOf } from './answer-text';
import { byPerson, peopleOf } from './around';
import type { Database } from './database';
import { same } from './edits';
import { isShown } from './keys';
import { identitiesOf } from './lookups';
import { type MeasureChange, writeMeasures } from './measure-pages';
import { around, isMoved } from './moved';
import { Owners } from './owners';
import { formOf, surveysById } from './survey-reads';
import type { Figured, Written } from './written';

/**
 * Brings what figures rest on up to date, inside the transaction that wrote rows. Answers which pages were written.
 * @param to contacts above this id do not count yet
 */
export async function refreshMeasures(
  db: Database,
  written: Written[],
  figured: Map<string, Figured>,
  to: string,
): Promise<string[]> {
  const contacts = written.filter(({ table }) => table === 'contacts');
  const about = [...written.flatMap(countedFor), ...contacts.filter(isMoved).flatMap(around)];
  const changes = new Map<string, MeasureChange>();
  for (const { before, after } of contacts) {
    const [was, is] = [before, after] as unknown as [Contact | null, Contact | null];
    const id = (after ?? before)!.id;
    if (!isShown(is)) changes.set(id, null);
    else if (!isShown(was)) changes.set(id, { ...ofBody(is, NO_COUNTS), promises: [] });
    else if (!same(ofBody(was), ofBody(is))) changes.set(id, ofBody(is));
  }
  if (about.length > 0) {
    const owners = await Owners.read(db, about, figured);
    const roots = new Set(about.flatMap((id) => owners.of(id) ?? []));
    const counted = await countsOf(
      db,
      [...roots].filter((id) => id <= to),
    );
    for (const [id, { params, promises }] of counted) {
      const own = changes.get(id);
      changes.set(id, { ...own, params: { ...own?.params, ...params }, promises });
    }
  }
  return writeMeasures(db, new Map([...changes].filter(([id]) => id <= to)));
}

/** What is packed of the contact's own row, and what was counted beside it. */
export function ofBody(body: Contact, counted: Partial<CountParams> = {}) {
  return { params: { ...bodyParams(body), ...counted }, dates: datesIn(body) };
}

/** Contacts whose counts a written row may move. */
function countedFor({ table, before, after }: Written): string[] {
  const bodies = [before, after].filter((body) => body !== null) as unknown[];
  switch (table) {
    case 'activities':
      return (bodies as Activity[]).flatMap((body) => (body.type === 'promise' ? peopleOf(body) : []));
    case 'cases':
    case 'deals':
      return (bodies as (Case | Deal)[]).flatMap((body) => body.contactIds);
    case 'responses':
      return (bodies as SurveyResponse[]).flatMap((body) => body.contactId ?? []);
    case 'contacts': {
      const [was, is] = [before, after].map((body) => introducersOf(body as unknown as Contact | null));
      return same(was, is) ? [] : [...was!, ...is!];
    }
    default:
      return [];
  }
}

/** Whom a contact in lists names as the one who introduced them. */
function introducersOf(body: Contact | null): string[] {
  if (!isShown(body)) return [];
  const facts = Object.values(body.facts).filter(({ field }) => field === 'introducer');
  return facts.flatMap(({ ref }) => ref ?? []).sort();
}

/** What rows about these contacts come to, counted from the rows. */
export async function countsOf(
  db: Database,
  ids: string[],
): Promise<Map<string, { params: CountParams; promises: OwnPromise[] }>> {
  if (ids.length === 0) return new Map();
  const identities = await identitiesOf(db, ids);
  const all = [...identities.values()].flat().sort();
  const behind = (id: string): [string, string] => [`${id}|`, `${id}~`];
  const [promised, cases, deals, answers, introduced] = await Promise.all([
    promisesOf(db, all),
    db.cases.where('k.contacts').anyOf(all).distinct().toArray(),
    db.deals.where('k.contacts').anyOf(all).distinct().toArray(),
    db.responses.where('k.contact').inAnyRange(all.map(behind)).toArray(),
    db.contacts.where('k.refs').anyOf(all).distinct().toArray(),
  ]);
  const scores = await scoresOf(
    db,
    answers.map((row) => row.body),
  );
  const bodies = <T>(rows: { body: T }[], people: (body: T) => string[]) =>
    byPerson(
      rows.map((row) => row.body),
      people,
    );
  const by = {
    promises: bodies(promised, peopleOf),
    cases: bodies(
      cases.filter(({ body }) => body.state !== 'resolved'),
      (body) => body.contactIds,
    ),
    deals: bodies(
      deals.filter(({ body }) => body.state === 'open'),
      (body) => body.contactIds,
    ),
    answers: bodies(
      answers.filter(({ body }) => body.aside === null),
      (body) => [body.contactId ?? ''],
    ),
    introduced: bodies(introduced, introducersOf),
  };
  return new Map(
    ids.map((id) => {
      const own = identities.get(id) ?? [id];
      const of = <T>(rows: Map<string, Set<T>>) => [
        ...new Set(own.flatMap((one) => [...(rows.get(one) ?? [])])),
      ];
      const given = of(by.answers);
      const scored = given.filter((one) => scores.has(one.id)).sort((a, b) => b.at - a.at)[0];
      const params: CountParams = {
        openCases: of(by.cases).length,
        openDeals: of(by.deals).length,
        score: scored ? scores.get(scored.id)! + 1 : 0,
        scoreAt: scored ? minutesOf(scored.at) : 0,
        answers: given.length,
        referred: of(by.introduced).length,
      };
      return [id, { params, promises: of(by.promises).flatMap(ownPromise).sort(byDue) }];
    }),
  );
}

/** A range of each contact is read at once: an index that is gone through from range to range takes a step for each contact. */
async function promisesOf(db: Database, ids: readonly string[]) {
  const ranges = ids.map((id) =>
    db.activities.where('k.typed').between(`${id}|promise|`, `${id}|promise~`).toArray(),
  );
  return [...new Map((await Promise.all(ranges)).flat().map((row) => [row.id, row])).values()];
}

function ownPromise({ promise }: Activity): OwnPromise[] {
  if (promise?.by !== 'me') return [];
  return [
    {
      // One that counts as kept has no day that it could be late for.
      due: promise.due && !promise.counts ? dayNumber(promise.due.date) : null,
      done: promise.doneAt === null ? null : minutesOf(promise.doneAt),
    },
  ];
}

/** One order for equal sets of promises. */
function byDue(a: OwnPromise, b: OwnPromise): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (a.due ?? last) - (b.due ?? last) || (a.done ?? last) - (b.done ?? last);
}

/** Answers to "would you recommend", by the answer's id. */
async function scoresOf(db: Database, answers: SurveyResponse[]): Promise<Map<string, number>> {
  if (answers.length === 0) return new Map();
  const surveys = await surveysById(
    db,
    answers.map((one) => one.surveyId),
  );
  return new Map(
    answers.flatMap((answer): [string, number][] => {
      const survey = surveys.get(answer.surveyId);
      const score = survey ? scoreOf(formOf(survey, answer.version), answer) : null;
      return score?.type === 'nps' ? [[answer.id, score.value]] : [];
    }),
  );
}
