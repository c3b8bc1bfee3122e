import type { Clause } from '@/lib/crm/segments';
import { CLAUSES } from '@/lib/insight/query-clauses';
import { daysWithin, inRange, isWithin } from '@/lib/insight/query-days';
import type { Frame } from '@/lib/insight/query-subject';
import { packedAnswers } from './answer-pages';
import { scoreOf } from './answer-text';
import type { Database } from './database';
import { LAST } from './keys';
import { formOf } from './survey-reads';

/** Whom rows beside the contact speak of, by clause: sets of ids of contacts, those that were merged among them. */

type Of<A extends Clause['ask']> = Extract<Clause, { ask: A }>;

export async function ofCompany(db: Database, { companyId }: Of<'company'>): Promise<string[]> {
  return db.contacts.where('k.companies').equals(companyId).primaryKeys();
}

/** Who gave such an answer; those that were left out of the results are none. */
export async function whoAnswered(db: Database, clause: Of<'answer'>, frame: Frame): Promise<string[]> {
  const rows = await db.surveys.toArray();
  const days = daysWithin(clause.within, frame.today);
  const asked = rows.filter(({ id }) => clause.surveyId === null || id === clause.surveyId);
  const lists = await Promise.all(
    asked.map(async ({ id, body }) => {
      const answers = await packedAnswers(db, id);
      return answers.flatMap((one) => {
        if (one.aside || one.contactId === null) return [];
        if (clause.within && !isWithin(days, frame.dayOf(one.at))) return [];
        const score = clause.score && (scoreOf(formOf(body, one.version), one)?.value ?? null);
        return clause.score && !inRange(clause.score, score) ? [] : [one.contactId];
      });
    }),
  );
  return lists.flat();
}

export async function withOpenCase(db: Database): Promise<string[]> {
  const rows = await db.cases.where('k.open').above(Number.NEGATIVE_INFINITY).toArray();
  return rows.flatMap((row) => row.body.contactIds);
}

export async function withDeal(db: Database, clause: Of<'deal'>, frame: Frame): Promise<string[]> {
  const rows = await db.deals.where('k.all').between('', LAST, true, true).toArray();
  return rows.flatMap(({ body }) => {
    const subject = { deals: [body] } as unknown as Parameters<(typeof CLAUSES)['deal']>[1];
    return CLAUSES.deal(clause, subject, frame).holds ? body.contactIds : [];
  });
}
