/** Frozen. Whom a contact names (who introduced them, family) can be asked from the other end; imports leave a report. */

export const version = 4;

/** What is new or has a further index. */
export const tables = {
  contacts:
    'id, k.name, k.company, k.added, k.kind, *k.points, *k.tags, *k.companies, *k.words, k.full, k.identity, *k.refs',
  imports: 'id, k.at',
} as const;

interface Row {
  id: string;
  k: { refs?: string[] };
  body: { facts: Record<string, { field: string; ref?: string }> };
}

/** What is asked of Dexie's transaction here. */
interface Upgrade {
  table(name: string): {
    where(index: string): { above(id: string): { limit(n: number): { toArray(): PromiseLike<Row[]> } } };
    bulkPut(rows: Row[]): PromiseLike<unknown>;
  };
}

const PART = 2000;

/** Gives their key to the contacts that name another; the others are read and left as they are. */
export async function upgrade(transaction: Upgrade): Promise<void> {
  const table = transaction.table('contacts');
  for (let last = '', more = true; more; ) {
    const rows = await table.where('id').above(last).limit(PART).toArray();
    const naming = rows.flatMap((row) => {
      const named = Object.values(row.body.facts).filter((fact) => fact.field !== 'company' && fact.ref);
      const refs = [...new Set(named.map((fact) => fact.ref as string))];
      return refs.length > 0 ? [{ ...row, k: { ...row.k, refs } }] : [];
    });
    if (naming.length > 0) await table.bulkPut(naming);
    last = rows.at(-1)?.id ?? last;
    more = rows.length === PART;
  }
}
