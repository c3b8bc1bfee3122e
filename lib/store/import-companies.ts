import { v7 as uuid } from 'uuid';
import type { Company } from '@/lib/crm/companies';
import type { FileCompany } from '@/lib/exchange/file-contacts';
import { pointOf } from './contact-draft';
import { fold } from './fold';
import { bringDeals, type DealBook } from './import-deals';
import type { Named } from './named';
import { type Origin, provenance } from './provenance';
import type { Work } from './work';

/** What became of the rows of a file that are about companies. */
interface Counts {
  added: number;
  changed: number;
  same: number;
}

/** What a whole import holds that companies hang on. */
interface Given {
  named: Named;
  deals: DealBook;
  zone: string;
}

/** Completes companies by their names, and brings the deals that are theirs alone. A contact that names one of them finds it. */
export async function writeCompanies(
  work: Work,
  companies: FileCompany[],
  { named, deals, zone }: Given,
  from: Origin,
  written: Counts,
): Promise<void> {
  const ids = companies.map(({ name }) => named.company(name));
  await work.load('companies', ids);
  for (const [at, given] of companies.entries()) {
    const body = work.read('companies', ids[at]!);
    if (!body) continue;
    const isNew = body.clock === '' && Object.keys(body.facts).length + Object.keys(body.points).length === 0;
    const isCompleted = completeCompany(work, body, given, named, from);
    const made = bringDeals(work, { companyId: ids[at]! }, given.deals ?? [], deals, { from, zone });
    const isMore = isCompleted || made > 0;
    if (isNew) written.added += 1;
    else written[isMore ? 'changed' : 'same'] += 1;
  }
}

function completeCompany(
  work: Work,
  company: Company,
  { points, facts, tags, note }: FileCompany,
  named: Named,
  from: Origin,
): boolean {
  const keys = new Set(Object.values(company.points).map((point) => point.key));
  const said = new Set(Object.values(company.facts).map(({ field, value }) => `${field}|${fold(value)}`));
  const origin = provenance(work.now, from);
  let isMore = false;
  for (const input of points) {
    const point = pointOf(input, origin, named.region, 'import');
    if (keys.has(point.key)) continue;
    keys.add(point.key);
    company.points[uuid()] = point;
    isMore = true;
  }
  for (const { field, value } of [
    ...facts,
    ...(note ? [{ field: 'note', value: note.slice(0, 4000) }] : []),
  ]) {
    if (said.has(`${field}|${fold(value)}`)) continue;
    said.add(`${field}|${fold(value)}`);
    company.facts[uuid()] = { field, value, ...origin };
    isMore = true;
  }
  for (const path of tags) {
    const id = named.tag(path);
    if (company.tags[id]) continue;
    company.tags[id] = origin;
    isMore = true;
  }
  return isMore;
}
