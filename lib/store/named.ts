import { v7 as uuid } from 'uuid';
import { COMPANY_SCHEMA } from '@/lib/crm/companies';
import { fold } from './fold';
import { settingsOf } from './settings';
import { TagTree } from './tag-tree';
import type { Work } from './work';

/**
 * What drafts name and the store knows by id: companies, tags, the region of phone numbers. Read in one go before a
 * command writes: a transaction is lost when a hundred drafts are awaited one by one with nothing read between them.
 */
export interface Named {
  region: string | null;
  tags: TagTree;
  company(name: string): string;
  tag(path: string): string;
}

/** Looks up companies by their folded names; one that is missing is created when it is asked for. */
export async function readNamed(work: Work, companyNames: string[]): Promise<Named> {
  const folded = [...new Set(companyNames.map(fold))];
  const [{ region }, tags, rows] = await Promise.all([
    settingsOf(work.db),
    TagTree.read(work.db),
    folded.length > 0 ? work.db.companies.where('k.name').anyOf(folded).toArray() : [],
  ]);
  const companies = new Map(rows.map((row) => [fold(row.body.name), row.id]));
  return {
    region,
    tags,
    tag: (path) => tags.at(work, path),
    company: (name) => {
      const id = companies.get(fold(name)) ?? newCompany(work, name);
      companies.set(fold(name), id);
      return id;
    },
  };
}

function newCompany(work: Work, name: string): string {
  const body = work.add('companies', {
    id: uuid(),
    schema: COMPANY_SCHEMA,
    clock: '',
    deletedAt: null,
    name,
    facts: {},
    points: {},
    tags: {},
    mergedInto: null,
    addedAt: work.now,
  });
  return body.id;
}
