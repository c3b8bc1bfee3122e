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
    const [rows, found, byLast] = await Promise.all([
      db.companies.where('k.name').between('', LAST, true, true).toArray(),
      text ? idsByWords(db, 'companies', text) : null,
      db.figures.orderBy('lastAt').primaryKeys(),
    ]);
    const listed = found ? rows.filter((row) => found.has(row.id)) : rows;
    const people = await Promise.all(
      listed.map((row) => db.contacts.where('k.companies').equals(row.id).primaryKeys()),
    );
    // The order of all contacts by last contact tells who was the last one, so that one row a company is read.
    const rank = new Map(byLast.map((id, index) => [id, index]));
    const last = people.map((ids) =>
      ids.reduce((best, id) => (isLater(rank, id, best) ? id : best), ids[0] ?? ''),
    );
    const figures = await db.figures.bulkGet(last);
    return listed.map((row, index) => ({
      id: row.id,
      name: row.body.name,
      people: people[index]?.length ?? 0,
      domain: domainOf(row.body),
      lastAt: figures[index]?.lastAt || null,
    }));
  });
}

function isLater(rank: Map<string, number>, id: string, than: string): boolean {
  return (rank.get(id) ?? -1) > (rank.get(than) ?? -1);
}

function domainOf({ points }: Company): string | null {
  const values = Object.values(points);
  const url = values.find((point) => point.kind === 'url');
  if (url && URL.canParse(url.value)) return new URL(url.value).hostname.replace(/^www\./, '');
  const mail = values.find((point) => point.kind === 'email');
  return mail ? mail.key.slice(mail.key.lastIndexOf('@') + 1) : null;
}
