import type { CaseRow, CaseView } from '@/lib/api/survey-views';
import { firstReply } from '@/lib/crm/case-text';
import type { Case } from '@/lib/crm/cases';
import { missingOf } from '../cases';
import type { Database } from '../database';
import { identityOf, namesOf } from '../lookups';

/** More cases than anybody looks through. */
const MOST = 1000;

/** Cases, of a contact or of all: the open ones by when the first reply is due, others the last opened first. */
export async function listCases(
  db: Database,
  { which, contactId }: { which: 'open' | 'all' | 'late'; contactId?: string | undefined },
  now: number,
): Promise<CaseRow[]> {
  return db.transaction('r', db.cases, db.contacts, async () => {
    const cases = await read(db, which, contactId, now);
    const names = await namesOf(
      db,
      cases.flatMap((one) => one.contactIds),
    );
    return cases.map((one) => caseRow(one, names));
  });
}

async function read(
  db: Database,
  which: 'open' | 'all' | 'late',
  contactId: string | undefined,
  now: number,
): Promise<Case[]> {
  if (contactId) {
    const rows = await db.cases
      .where('k.contacts')
      .anyOf(await identityOf(db, contactId))
      .distinct()
      .toArray();
    const own = rows.map((row) => row.body).filter((one) => isIn(one, which, now));
    return own.sort((a, b) => b.openedAt - a.openedAt);
  }
  const rows =
    which === 'all'
      ? db.cases.orderBy('k.all')
      : which === 'open'
        ? db.cases.orderBy('k.open')
        : db.cases.where('k.replyDue').below(now);
  return (await rows.limit(MOST).toArray()).map((row) => row.body);
}

function isIn({ state, repliedAt, replyDueAt }: Case, which: 'open' | 'all' | 'late', now: number): boolean {
  if (which === 'all') return true;
  return state !== 'resolved' && (which === 'open' || (repliedAt === null && replyDueAt < now));
}

export function caseRow(stored: Case, names: Map<string, string>): CaseRow {
  const { id, number, kind, title, state, owner, contactIds } = stored;
  const { openedAt, replyDueAt, repliedAt, resolvedAt, toldAt, recheckOn, recheckedAt } = stored;
  return {
    id,
    number,
    kind,
    title,
    state,
    owner,
    contacts: contactIds.flatMap((one) => {
      const name = names.get(one);
      return name === undefined ? [] : [{ id: one, name }];
    }),
    openedAt,
    replyDueAt,
    repliedAt,
    resolvedAt,
    toldAt,
    recheckOn,
    recheckedAt,
  };
}

/** Null when it does not exist or was deleted. */
export async function caseView(db: Database, id: string): Promise<CaseView | null> {
  return db.transaction('r', db.cases, db.contacts, db.responses, async () => {
    const stored = (await db.cases.get(id))?.body;
    if (!stored || stored.deletedAt !== null) return null;
    const response = stored.responseId ? (await db.responses.get(stored.responseId))?.body : undefined;
    const row = caseRow(stored, await namesOf(db, stored.contactIds));
    const name = row.contacts[0]?.name ?? response?.who.name ?? null;
    const { text, expectation, cause, responseId, activityId, provenance } = stored;
    return {
      ...row,
      text,
      expectation,
      cause,
      responseId,
      activityId,
      link: provenance.link ?? null,
      apology: firstReply(
        { ...stored, text: `${stored.title}\n${text}` },
        { name, lang: response?.lang ?? null },
      ),
      missing: missingOf(stored),
    };
  });
}
