import { expect } from 'vitest';
import type { Contact } from '@/lib/crm/contacts';
import { type Columns, type Listed, listedFigures, listedOf, unpack } from '@/lib/store/columns';
import type { CompanyFigures } from '@/lib/store/company-figures';
import type { Database } from '@/lib/store/database';
import { filledTo } from '@/lib/store/filled';
import { isShown, listKeys } from '@/lib/store/keys';
import { parentsNow, subtrees, type TagFigures } from '@/lib/store/tag-figures';
import { counts, TALLIED, type Tally } from '@/lib/store/tallies';
import { expectPackedTrue } from './insight-check';

/** The tables that lists are read from. */
interface Lists {
  companyFigures: CompanyFigures[];
  tagFigures: TagFigures[];
  tallies: Tally[];
  columns: Listed[];
}

/** Computes them from rows and figures, from nothing, for contacts up to an id. */
async function computeLists(db: Database, to: string): Promise<Lists> {
  const rows = await db.contacts.where('id').belowOrEqual(to).toArray();
  const bodies = rows.map((row) => row.body).filter(isShown);
  const figures = new Map((await db.figures.toArray()).map((one) => [one.contactId, one]));
  const having = (tags: string[]) =>
    bodies.filter((body: Contact) => Object.keys(body.tags).some((id) => tags.includes(id))).length;
  const companies = new Set(bodies.flatMap((body) => listKeys(body).companies));
  const below = subtrees(await parentsNow(db));
  const tags = new Set([...below.keys(), ...bodies.flatMap((body) => Object.keys(body.tags))]);
  const tallies = await Promise.all(
    TALLIED.map(async (noun): Promise<Tally> => {
      const all = await db.table(noun).toArray();
      return { noun, count: all.filter((row) => counts(noun, row.body)).length };
    }),
  );
  return {
    companyFigures: [...companies].map((companyId) => {
      const people = bodies.filter((body) => listKeys(body).companies.includes(companyId));
      const talks = people.map((body) => figures.get(body.id)?.lastAt ?? 0);
      return { companyId, people: people.length, lastAt: Math.max(...talks) };
    }),
    tagFigures: [...tags]
      .map((tagId) => ({ tagId, own: having([tagId]), total: having(below.get(tagId) ?? []) }))
      .filter((row) => row.own > 0 || row.total > 0),
    tallies: tallies.filter((row) => row.count > 0),
    columns: bodies.flatMap((body) => {
      const own = figures.get(body.id);
      return own ? [{ ...listedOf(body), ...listedFigures(own) }] : [];
    }),
  };
}

/** Each table in one order, whatever the pages that its contacts stand in. */
function plain({ companyFigures, tagFigures, tallies, columns }: Lists) {
  const sorted = <T>(rows: T[], key: (row: T) => string) =>
    [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return {
    companies: sorted(companyFigures, (row) => row.companyId),
    tags: sorted(tagFigures, (row) => row.tagId),
    tallies: sorted(tallies, (row) => row.noun),
    listed: columns,
  };
}

const listed = (pages: Columns[]): Listed[] => pages.flatMap(unpack);

/** The tables that lists are read from say what computing them from nothing says, as far as they are filled. */
export async function expectListsTrue(db: Database): Promise<void> {
  const kept: Lists = {
    companyFigures: await db.companyFigures.toArray(),
    tagFigures: await db.tagFigures.toArray(),
    tallies: await db.tallies.toArray(),
    columns: listed(await db.columns.toArray()),
  };
  expect(plain(kept)).toEqual(plain(await computeLists(db, await filledTo(db))));
  await expectPackedTrue(db);
  // The indexes know who is in a list without the rule by which rows are counted.
  const tallied = (noun: string) => kept.tallies.find((row) => row.noun === noun)?.count ?? 0;
  for (const [noun, key] of [
    ['contacts', 'k.name'],
    ['companies', 'k.name'],
    ['tags', 'k.name'],
    ['tasks', 'k.due'],
  ] as const) {
    expect([noun, tallied(noun)]).toEqual([noun, await db.table(noun).orderBy(key).count()]);
  }
}
