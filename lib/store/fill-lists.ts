import type { Contact } from '@/lib/crm/contacts';
import { type Columns, type Listed, listedFigures, listedOf, packed } from './columns';
import type { CompanyFigures } from './company-figures';
import type { Database, Row } from './database';
import type { Body } from './edits';
import { isShown, listKeys } from './keys';
import { parentsNow, subtrees, type TagFigures, totalOf } from './tag-figures';
import { counts, TALLIED, type Tallied, type Tally } from './tallies';

/** The tables that lists are read from, computed from nothing. */
export interface Lists {
  companyFigures: CompanyFigures[];
  tagFigures: TagFigures[];
  tallies: Tally[];
  columns: Columns[];
}

/** Grows when what is kept in these tables changes: they are filled anew then. */
const LISTS_VERSION = 1;
/** Rows read at once. */
const PART = 2000;

/** Fills the tables that lists are read from where they are not, or of an older version of the product. */
export async function fillLists(db: Database): Promise<void> {
  if (await isFilled(db)) return;
  await db.transaction('rw', db.tables, async () => {
    if (await isFilled(db)) return;
    const lists = await computeLists(db);
    for (const [name, rows] of Object.entries(lists)) {
      await db.table(name).clear();
      await db.table(name).bulkPut(rows);
    }
    await db.meta.put({ key: 'lists', value: LISTS_VERSION });
  });
}

async function isFilled(db: Database): Promise<boolean> {
  return (await db.meta.get('lists'))?.value === LISTS_VERSION;
}

/** Computes them from rows and figures, inside a transaction. */
export async function computeLists(db: Database): Promise<Lists> {
  const listed: Listed[] = [];
  const companies = new Map<string, CompanyFigures>();
  const tagged = new Map<string, string[]>();
  await eachPart<Contact>(db, 'contacts', async (part) => {
    const bodies = part.filter(isShown);
    const figures = await db.figures.bulkGet(bodies.map((body) => body.id));
    for (const [at, body] of bodies.entries()) {
      const own = figures[at];
      const { tags, companies: refs } = listKeys(body);
      if (own) listed.push({ ...listedOf(body), ...listedFigures(own) });
      for (const tag of tags) {
        const list = tagged.get(tag);
        if (list) list.push(body.id);
        else tagged.set(tag, [body.id]);
      }
      for (const companyId of refs) {
        const one = companies.get(companyId) ?? { companyId, people: 0, lastAt: 0 };
        const lastAt = Math.max(one.lastAt, own?.lastAt ?? 0);
        companies.set(companyId, { companyId, people: one.people + 1, lastAt });
      }
    }
  });
  return {
    companyFigures: [...companies.values()],
    tagFigures: await tagFiguresOf(db, tagged),
    tallies: await talliesOf(db),
    columns: listed.length > 0 ? packed('', listed) : [],
  };
}

/** Hands over all bodies of a table, a part at a time. */
async function eachPart<B>(
  db: Database,
  table: Tallied,
  run: (bodies: B[]) => Promise<void> | void,
): Promise<void> {
  let last = '';
  for (let more = true; more; ) {
    const rows: Row<unknown, B>[] = await db.table(table).where('id').above(last).limit(PART).toArray();
    await run(rows.map((row) => row.body));
    last = rows.at(-1)?.id ?? last;
    more = rows.length === PART;
  }
}

async function tagFiguresOf(db: Database, tagged: Map<string, string[]>): Promise<TagFigures[]> {
  const below = subtrees(await parentsNow(db));
  const own = new Map([...tagged].map(([tagId, ids]) => [tagId, { tagId, own: ids.length, total: 0 }]));
  return [...new Set([...below.keys(), ...tagged.keys()])]
    .map((tagId) => {
      const tags = (below.get(tagId) ?? []).filter((id) => tagged.has(id));
      return { tagId, own: own.get(tagId)?.own ?? 0, total: totalOf(tags, tagged, own) };
    })
    .filter((row) => row.own > 0 || row.total > 0);
}

async function talliesOf(db: Database): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const noun of TALLIED) {
    let count = 0;
    await eachPart<Body>(db, noun, (part) => {
      count += part.filter((body) => counts(noun, body)).length;
    });
    if (count > 0) tallies.push({ noun, count });
  }
  return tallies;
}
