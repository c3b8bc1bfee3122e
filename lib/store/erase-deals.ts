import type { Deal } from '@/lib/crm/deals';
import type { Database } from './database';
import type { Body } from './edits';
import type { Traces } from './erase';
import { isNamedBy } from './erase-words';
import { rowOf } from './work';

/** Stands where a title named nobody but the erased person. */
const UNTITLED = '–';

/**
 * A deal with others, or with a company, is about these too: it stays in the books, without the person and without the texts that name them.
 * One of the person alone goes. Answers which stay.
 */
export async function eraseDeals(db: Database, traces: Traces): Promise<string[]> {
  const { ids, named, touched, written, clock } = traces;
  const of = (key: string) =>
    db.deals
      .where(key)
      .anyOf([...ids])
      .toArray();
  const rows = new Map(
    (await Promise.all([of('k.contacts'), of('k.about')])).flat().map((row) => [row.id, row.body]),
  );
  const stay: string[] = [];
  for (const [id, body] of rows) {
    const contactIds = body.contactIds.filter((one) => !ids.has(one));
    const before = body as unknown as Body;
    for (const one of contactIds) touched.add(one);
    if (contactIds.length === 0 && !body.companyId) {
      named.add(id);
      await db.deals.delete(id);
      written.push({ table: 'deals', before, after: null });
      continue;
    }
    const after = { ...(await unnamed(db, body, traces)), contactIds, clock };
    await db.deals.put(rowOf('deals', after));
    written.push({ table: 'deals', before, after: after as unknown as Body });
    stay.push(id);
  }
  return stay;
}

async function unnamed(db: Database, deal: Deal, { called }: Traces): Promise<Deal> {
  const speaks = (value: unknown) => isNamedBy(called, value);
  const { external, provenance, ...rest } = deal;
  const company = deal.companyId ? (await db.companies.get(deal.companyId))?.body.name : undefined;
  const title = company && !speaks(company) ? company : UNTITLED;
  return {
    ...rest,
    ...(external !== undefined && !speaks(external) ? { external } : {}),
    provenance: speaks(provenance) ? { source: '', at: provenance.at, how: provenance.how } : provenance,
    title: speaks(deal.title) ? title : deal.title,
    note: speaks(deal.note) ? '' : deal.note,
    reason: speaks(deal.reason) ? '' : deal.reason,
    nextStep: speaks(deal.nextStep) ? null : deal.nextStep,
  };
}
