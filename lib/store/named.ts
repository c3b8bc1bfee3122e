import { v7 as uuid } from 'uuid';
import { COMPANY_SCHEMA, type Company } from '@/lib/crm/companies';
import { type Contact, kindOfNew } from '@/lib/crm/contacts';
import { cutText } from '@/lib/crm/whole-text';
import { fold } from './fold';
import { settingsOf } from './settings';
import { TagTree } from './tag-tree';
import type { Work } from './work';

const LONGEST_NAME = 300;

/**
 * What drafts name and the store knows by id: companies, tags; and what the settings say of new contacts. Read in one go before a
 * command writes: a transaction is lost when a hundred drafts are awaited one by one with nothing read between them.
 */
export interface Named {
  /** Of phone numbers. */
  region: string | null;
  /** Of contacts of which nothing else is said. */
  kind: Contact['kind'];
  tags: TagTree;
  company(name: string): string;
  tag(path: string): string;
}

/** Looks up companies by their folded names; one that is missing is created when it is asked for. */
export async function readNamed(work: Work, companyNames: string[]): Promise<Named> {
  const folded = [...new Set(companyNames.map((name) => fold(asName(name))))];
  const [{ region, purpose }, tags, rows] = await Promise.all([
    settingsOf(work.db),
    TagTree.read(work.db),
    folded.length > 0 ? work.db.companies.where('k.name').anyOf(folded).toArray() : [],
  ]);
  const own = new Map(rows.map((row) => [fold(row.body.name), row.id]));
  const merged = await mergedByName(
    work,
    folded.filter((name) => !own.has(name)),
  );
  const companies = new Map([...merged, ...own]);
  return {
    region,
    kind: kindOfNew(purpose),
    tags,
    tag: (path) => tags.at(work, path),
    company: (told) => {
      const name = asName(told);
      const id = companies.get(fold(name)) ?? newCompany(work, name);
      companies.set(fold(name), id);
      return id;
    },
  };
}

/**
 * By its name each company that went into another, with the id of the one that stands for it: whoever names it again means that one.
 * A merged company has no name in the index, so those that merged, which are few, are read.
 */
async function mergedByName(work: Work, names: string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const wanted = new Set(names);
  const merged = new Map<string, Company>();
  for (const { id, body } of await work.db.companies.orderBy('k.identity').toArray()) merged.set(id, body);
  const standing = await rootsOf(
    work,
    [...merged.values()].filter((body) => wanted.has(fold(body.name))),
    merged,
  );
  return new Map(standing.map(({ name, root }) => [fold(name), root]));
}

/** Where each chain of merges ends, of those that end in a company that is still there: two devices can make a ring. */
async function rootsOf(
  work: Work,
  companies: Company[],
  merged: ReadonlyMap<string, Company>,
): Promise<{ name: string; root: string }[]> {
  const ends = companies.map((company) => {
    const seen = new Set<string>();
    let id = company.id;
    for (let into = merged.get(id)?.mergedInto; into && !seen.has(id); into = merged.get(id)?.mergedInto) {
      seen.add(id);
      id = into;
    }
    return { name: company.name, root: id };
  });
  const rows = await work.db.companies.bulkGet(ends.map(({ root }) => root));
  return ends.filter((_, at) => rows[at]?.body.deletedAt === null && !rows[at]?.body.mergedInto);
}

/** As a company is called: what stands in the field of a contact may be longer, and stays there. */
function asName(told: string): string {
  return cutText(told, LONGEST_NAME);
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
