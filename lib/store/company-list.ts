import type { CompanyRow } from '@/lib/api/views';
import type { Company } from '@/lib/crm/companies';
import type { Database } from './database';
import { idsByText } from './search/listed';

/** Companies by name, with how many people they have and when one of them was last in contact. */
export async function listCompanies(
  db: Database,
  { text }: { text?: string | undefined },
): Promise<CompanyRow[]> {
  const found = text ? await idsByText(db, 'company', text) : null;
  return db.transaction('r', [db.companies, db.companyFigures], async () => {
    const ids = found && [...found];
    const [rows, figures] = await Promise.all([
      ids ? db.companies.bulkGet(ids) : db.companies.toArray(),
      ids ? db.companyFigures.bulkGet(ids) : db.companyFigures.toArray(),
    ]);
    const known = new Map(figures.flatMap((one) => (one ? [[one.companyId, one] as const] : [])));
    const listed = rows.flatMap((row) => (row?.k.name === undefined ? [] : [{ ...row, name: row.k.name }]));
    listed.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
    return listed.map(({ id, body }) => ({
      id,
      name: body.name,
      people: known.get(id)?.people ?? 0,
      domain: domainOf(body),
      lastAt: known.get(id)?.lastAt || null,
    }));
  });
}

function domainOf({ points }: Company): string | null {
  const values = Object.values(points);
  const url = values.find((point) => point.kind === 'url');
  if (url && URL.canParse(url.value)) return new URL(url.value).hostname.replace(/^www\./, '');
  const mail = values.find((point) => point.kind === 'email');
  return mail ? mail.key.slice(mail.key.lastIndexOf('@') + 1) : null;
}
