import { dayFromNumber } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import type { Clause } from '@/lib/crm/segments';
import { CLAUSES } from '@/lib/insight/query-clauses';
import { daysWithin } from '@/lib/insight/query-days';
import type { Frame, Subject } from '@/lib/insight/query-subject';
import { hasDate, traitTest } from '@/lib/insight/traits';
import { eachContact, eachOf } from './contact-scan';
import type { Database } from './database';
import { askFacts } from './field-tests';
import type { Everybody } from './segment-columns';
import { NO, type Truths, YES } from './segment-truths';

/** Clauses that a contact's own row tells, and for some of them its traits, which are packed. */
const BY_ROW = ['fact', 'point', 'date', 'need', 'tier'] as const;
type Of<A extends Clause['ask']> = Extract<Clause, { ask: A }>;
export type RowClause = Of<(typeof BY_ROW)[number]>;

export const isByRow = (clause: Clause): clause is RowClause =>
  (BY_ROW as readonly string[]).includes(clause.ask) && traitTest(clause) === null;

export function holdsFor(clause: RowClause, contact: Contact, frame: Frame): boolean {
  const answer = CLAUSES[clause.ask] as (...given: [Clause, Subject, Frame]) => { holds: boolean };
  return answer(clause, { contact } as Subject, frame).holds;
}

/**
 * Asks clauses that rows of contacts tell, of everybody with ids: of those alone for whom packed pages or an index do not tell it, else of all
 * in one reading.
 */
export async function readRows(
  db: Database,
  everybody: Everybody,
  clauses: RowClause[],
  frame: Frame,
): Promise<{ clause: RowClause; truths: Truths }[]> {
  const asked: { clause: RowClause; truths: Truths; among: string[] | null }[] = [];
  for (const clause of clauses) {
    if (clause.ask === 'fact' || clause.ask === 'point')
      asked.push({ clause, ...(await askFacts(db, everybody, clause)) });
    else {
      const truths = new Uint8Array(everybody.size);
      asked.push({ clause, truths, among: await mayHold(db, everybody, clause, frame) });
    }
  }
  const ask = ({ clause, truths }: (typeof asked)[number], contact: Contact) => {
    const place = everybody.placeOf(contact.id);
    if (place >= 0) truths[place] = holdsFor(clause, contact, frame) ? YES : NO;
  };
  for (const one of asked) if (one.among) await eachOf(db, one.among, (contact) => ask(one, contact));
  const ofAll = asked.filter(({ among }) => !among);
  if (ofAll.length > 0)
    await eachContact(db, (contact) => {
      for (const one of ofAll) ask(one, contact);
    });
  return asked;
}

/** Rows of so many are read sooner than an index says whom not to read. */
const FEW = 200;

/** Ids of all for whom a clause may hold; null: anybody. */
async function mayHold(
  db: Database,
  everybody: Everybody,
  clause: RowClause,
  { today }: Frame,
): Promise<string[] | null> {
  if (clause.ask === 'need') return everybody.ids.filter((_, at) => everybody.needy[at] === 1);
  if (clause.ask !== 'date') return null;
  const traits = everybody.traits();
  const isDated = hasDate(clause.kind);
  const dated = everybody.ids.filter((_, at) => isDated(traits[at]!));
  const [from, to] = daysWithin(clause.within, today);
  // What comes from today on is in the index of what comes next.
  if (dated.length < FEW || from < today || !Number.isFinite(to)) return dated;
  const next = await db.figures.where('dateOn').belowOrEqual(dayFromNumber(to)).primaryKeys();
  const soon = new Set(next);
  return dated.filter((id) => soon.has(id));
}
