import type { Case } from '@/lib/crm/cases';
import type { ChangedTable } from '@/lib/crm/changes';
import type { SurveyResponse } from '@/lib/crm/surveys';
import { answersAbout, rangesOf } from './answers-about';
import { connectionOf, noteConnection } from './connections';
import type { Database } from './database';
import type { Body } from './edits';
import type { Traces } from './erase';
import { rowOf } from './work';
import type { Written } from './written';

type People = Pick<Traces, 'ids' | 'called' | 'named' | 'clock' | 'written'>;

/**
 * Removes what a person answered, was asked and complained of. Of an answer a row with nothing in it stays, so that a copy which is
 * still on its way does not bring it back; the hub is asked to forget what it has when it is asked next. One that is connected later is
 * asked for everything, and told to forget what these rows stand for.
 */
export async function eraseSurveyTraces(db: Database, people: People, now: number): Promise<void> {
  const answers = await answersAbout(db, { ids: people.ids, keys: people.called.keys });
  for (const { id } of answers) people.named.add(id);
  const left = answers.map((body) => emptied(body, people.clock, now));
  await db.responses.bulkPut(left.map((body) => rowOf('responses', body)));
  for (const [at, body] of left.entries()) people.written.push(written('responses', answers[at]!, body));
  await eraseInvites(db, people);
  await eraseCases(db, people);
  const hub = await connectionOf(db);
  if (!hub || answers.length === 0) return;
  const rids = answers.flatMap(({ id, seq }) => Array.from({ length: seq + 1 }, (_, at) => `${id}-${at}`));
  await noteConnection(
    db,
    hub,
    (connection) => {
      connection.forget = [...(connection.forget ?? []), ...rids];
    },
    now,
  );
}

function written(table: ChangedTable, before: object, after: object | null): Written {
  return { table, before: before as Body, after: after as Body | null };
}

/** Whether a row is what erasing its person has left of it: no version of a form has the number 0. */
export function isErased({ deletedAt, version }: SurveyResponse): boolean {
  return deletedAt !== null && version === 0;
}

function emptied({ id, schema, surveyId }: SurveyResponse, clock: string, now: number): SurveyResponse {
  return {
    id,
    schema,
    clock,
    deletedAt: now,
    surveyId,
    version: 0,
    lang: '',
    seq: 0,
    startedAt: 0,
    at: 0,
    receivedAt: 0,
    done: false,
    values: {},
    page: null,
    hidden: {},
    who: {},
    proof: 'none',
    via: 'hand',
    contactId: null,
    flags: [],
    aside: null,
    handledAt: null,
    caseId: null,
  };
}

async function eraseInvites(db: Database, { ids, named }: People): Promise<void> {
  const [live, deleted] = await Promise.all([
    db.invites.where('k.contact').inAnyRange(rangesOf(ids)).primaryKeys(),
    db.invites
      .where('k.about')
      .anyOf([...ids])
      .primaryKeys(),
  ]);
  const gone = [...live, ...deleted];
  for (const id of gone) named.add(id);
  await db.invites.bulkDelete(gone);
}

/** A case of several people stays with the others, without what this one wrote. */
async function eraseCases(db: Database, people: People): Promise<void> {
  const { ids, named, clock } = people;
  const found = await Promise.all([
    db.cases
      .where('k.contacts')
      .anyOf([...ids])
      .toArray(),
    db.cases
      .where('k.response')
      .anyOf([...named])
      .toArray(),
    db.cases
      .where('k.about')
      .anyOf([...named])
      .toArray(),
  ]);
  const rows = new Map(found.flat().map((row) => [row.id, row])).values();
  const gone: string[] = [];
  for (const { id, body } of rows) {
    const contactIds = body.contactIds.filter((one) => !ids.has(one));
    if (contactIds.length === 0) {
      gone.push(id);
      named.add(id);
      people.written.push(written('cases', body, null));
      continue;
    }
    const wroteIt = named.has(body.responseId ?? '');
    const left = { responseId: null, title: body.number, text: '', expectation: '' };
    const after = { ...body, ...(wroteIt ? left : {}), contactIds, clock };
    await db.cases.put(rowOf('cases', after));
    if (wroteIt) await eraseTitle(db, after, people);
    people.written.push(written('cases', body, after));
  }
  await db.cases.bulkDelete(gone);
}

/** On the time lines of the others the case stands with its title, which was what the erased person wrote. */
async function eraseTitle(
  db: Database,
  { number, contactIds }: Case,
  { clock, written: told }: People,
): Promise<void> {
  const ranges = [...contactIds].sort().map((id): [string, string] => [`${id}|case|`, `${id}|case|~`]);
  const rows = await db.activities.where('k.typed').inAnyRange(ranges).distinct().toArray();
  for (const { body } of rows) {
    if (body.text !== number) continue;
    const after = { ...body, subject: number, clock };
    await db.activities.put(rowOf('activities', after));
    told.push(written('activities', body, after));
  }
}
