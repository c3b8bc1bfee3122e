/** Frozen. Answers packed, so that results need not read each body; and whom an answer or a deleted case may be about, for erasing. */

export const version = 8;

/** What is new or has a further index. The pages are filled when results are first asked for. */
export const tables = {
  answers: 'from',
  responses: 'id, k.all, k.survey, k.contact, k.open, k.unassigned, k.partial, k.user, *k.about, k.says',
} as const;

interface Row {
  id: string;
  k: { about?: string[]; says?: number };
  body: {
    deletedAt: number | null;
    contactId?: string | null;
    who?: { email?: string; phone?: string };
    values?: Record<string, unknown>;
    contactIds?: string[];
    responseId?: string | null;
  };
}

/** What is asked of Dexie's transaction here. */
interface Upgrade {
  table(name: string): {
    where(index: string): { above(id: string): { limit(n: number): { toArray(): PromiseLike<Row[]> } } };
    bulkPut(rows: Row[]): PromiseLike<unknown>;
  };
}

const PART = 2000;

/** Gives their key to answers of nobody known that may name somebody, and to deleted cases that rest on an answer. */
export async function upgrade(transaction: Upgrade): Promise<void> {
  await each(transaction, 'responses', ({ k, body }) => {
    const { contactId, who = {}, values = {} } = body;
    const says =
      contactId === null &&
      (Boolean(who.email || who.phone) || Object.values(values).some((value) => typeof value === 'string'));
    return says ? { ...k, says: 1 } : null;
  });
  await each(transaction, 'cases', ({ k, body: { deletedAt, contactIds = [], responseId } }) =>
    deletedAt !== null && responseId ? { ...k, about: [...contactIds, responseId] } : null,
  );
}

async function each(transaction: Upgrade, name: string, keys: (row: Row) => Row['k'] | null): Promise<void> {
  const table = transaction.table(name);
  for (let last = '', more = true; more; ) {
    const rows = await table.where('id').above(last).limit(PART).toArray();
    const changed = rows.flatMap((row) => {
      const k = keys(row);
      return k ? [{ ...row, k }] : [];
    });
    if (changed.length > 0) await table.bulkPut(changed);
    last = rows.at(-1)?.id ?? last;
    more = rows.length === PART;
  }
}
