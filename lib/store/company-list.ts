import type { CompanyRow } from '@/lib/api/views';
import type { Company } from '@/lib/crm/companies';
import type { Database } from './database';
import { idsByWords } from './find';
import { LAST } from './keys';

/** Companies by name, with how many people they have and when one of them was last in contact. */
export async function listCompanies(
  db: Database,
  { text }: { text?: string | undefined },
): Promise<CompanyRow[]> {
  return db.transaction('r', [db.companies, db.contacts, db.figures], async () => {
    const [rows, found] = await Promise.all([
      db.companies.where('k.name').between('', LAST, true, true).toArray(),
      text ? idsByWords(db, 'companies', text) : null,
    ]);
    const listed = found ? rows.filter((row) => found.has(row.id)) : rows;
    const people = await Promise.all(
      listed.map((row) => db.contacts.where('k.companies').equals(row.id).primaryKeys()),
    );
    const last = await lastTalks(db, people);
    return listed.map((row, index) => ({
      id: row.id,
      name: row.body.name,
      people: people[index]?.length ?? 0,
      domain: domainOf(row.body),
      lastAt: last[index] ?? null,
    }));
  });
}

/** Up to so many figures are read one by one rather than all in their order. */
const FEW = 1000;

/** When one of each group of contacts was last in contact, epoch ms; null for a group that never was. */
async function lastTalks(db: Database, groups: string[][]): Promise<(number | null)[]> {
  const everybody = groups.flat();
  const few = everybody.length <= FEW;
  // The order of all who ever were in contact tells who was the last one, so that one row a group is read.
  const talked = few ? [] : await db.figures.where('lastAt').above(0).primaryKeys();
  const rank = new Map(talked.map((id, index) => [id, index]));
  const read = few ? everybody : groups.flatMap((ids) => latest(rank, ids) ?? []);
  const figures = await db.figures.bulkGet(read);
  const at = new Map(read.map((id, index) => [id, figures[index]?.lastAt ?? 0]));
  return groups.map((ids) => ids.reduce((best, id) => Math.max(best, at.get(id) ?? 0), 0) || null);
}

function latest(rank: Map<string, number>, ids: string[]): string | null {
  let best: string | null = null;
  for (const id of ids) {
    if ((rank.get(id) ?? -1) > (best === null ? -1 : (rank.get(best) ?? -1))) best = id;
  }
  return best;
}

function domainOf({ points }: Company): string | null {
  const values = Object.values(points);
  const url = values.find((point) => point.kind === 'url');
  if (url && URL.canParse(url.value)) return new URL(url.value).hostname.replace(/^www\./, '');
  const mail = values.find((point) => point.kind === 'email');
  return mail ? mail.key.slice(mail.key.lastIndexOf('@') + 1) : null;
}
