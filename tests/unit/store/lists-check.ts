import { expect } from 'vitest';
import { unpack } from '@/lib/store/columns';
import type { Database } from '@/lib/store/database';
import { computeLists, type Lists } from '@/lib/store/fill-lists';

/** Each table in one order, whatever the pages that its contacts stand in. */
function plain({ companyFigures, tagFigures, tallies, columns }: Lists) {
  const sorted = <T>(rows: T[], key: (row: T) => string) =>
    [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return {
    companies: sorted(companyFigures, (row) => row.companyId),
    tags: sorted(tagFigures, (row) => row.tagId),
    tallies: sorted(tallies, (row) => row.noun),
    listed: columns.flatMap(unpack),
  };
}

/** The tables that lists are read from say what computing them from nothing says. */
export async function expectListsTrue(db: Database): Promise<void> {
  const kept: Lists = {
    companyFigures: await db.companyFigures.toArray(),
    tagFigures: await db.tagFigures.toArray(),
    tallies: await db.tallies.toArray(),
    columns: await db.columns.toArray(),
  };
  expect(plain(kept)).toEqual(plain(await computeLists(db)));
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
