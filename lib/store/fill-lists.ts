import type { Contact } from '@/lib/crm/contacts';
import { writeListed } from './columns';
import { refreshCompanyFigures } from './company-figures';
import type { Database } from './database';
import { writeEvents } from './event-pages';
import { eventsAnew } from './events';
import { packFacts } from './fact-pages';
import { filled, isWhole, putFilled } from './filled';
import { isShown } from './keys';
import { listChange } from './lists';
import { writeMeasures } from './measure-pages';
import { countsOf, ofBody } from './measures';
import { forgetPages } from './page-log';
import { refreshTagFigures } from './tag-figures';
import { TALLIED, type Tally } from './tallies';
import type { Move } from './written';

/** Contacts gone through in one transaction before a store is open: all of a small one. */
const PART = 512;
/** And behind that, when whoever looks somebody up beside a mail waits for its end: those of a full page. */
const SMALL = 256;

/** What is filled. */
const LISTS = ['companyFigures', 'tagFigures', 'tallies', 'columns', 'events', 'measures', 'facts'] as const;

/** The index that holds the rows of a noun that count, and no others. */
const COUNTED = { contacts: 'k.name', companies: 'k.name', tags: 'k.name', tasks: 'k.due' } as const;

/**
 * Fills the tables that lists are read from where they are not, or are of an older version of the product: a part at a time, each
 * from where the last one ended, whoever did that. One page at a time does it; another waits, and goes on when the first one dies.
 * @returns whether there was anything to do
 */
export function fillLists(db: Database): Promise<boolean> {
  return navigator.locks.request(`lists of ${db.name}`, async () => {
    if (isWhole(await filled(db))) return false;
    for (let more = true; more; ) more = await fillPart(db, SMALL);
    return true;
  });
}

/** How far it is, in contacts; null when the lists are whole. */
export async function filling(db: Database): Promise<{ done: number; of: number } | null> {
  const state = await filled(db);
  if (isWhole(state)) return null;
  const of = (await db.tallies.get('contacts'))?.count ?? 0;
  return { done: Math.min(state?.done ?? 0, of), of };
}

/** Goes through the next contacts. Answers whether there are more. */
export function fillPart(db: Database, size = PART): Promise<boolean> {
  const read = [db.contacts, db.figures, db.companies, db.tags, db.tasks, db.activities];
  const counted = [db.cases, db.deals, db.responses, db.surveys];
  return db.transaction(
    'rw',
    [...LISTS.map((name) => db.table(name)), db.pageImages, db.meta, ...read, ...counted],
    async () => {
      const state = await filled(db);
      if (isWhole(state)) return false;
      const from = state ?? (await begin(db));
      const rows = await db.contacts.where('id').above(from.to).limit(size).toArray();
      const bodies = rows.map((row) => row.body).filter(isShown);
      const figures = await db.figures.bulkGet(bodies.map((body) => body.id));
      const moves = bodies.map((after, at): Move => {
        const figured = { body: after, was: undefined, is: figures[at] };
        return { id: after.id, before: null, after, figured };
      });
      const to = rows.at(-1)?.id ?? from.to;
      await refreshTagFigures(db, [], moves, to);
      await refreshCompanyFigures(db, moves, to);
      await writeListed(db, new Map(moves.flatMap(listChange)));
      await packInsight(db, bodies);
      await forgetPages(db);
      const more = rows.length === size;
      await putFilled(db, more ? { to, done: from.done + bodies.length } : null);
      return more;
    },
  );
}

/** Packs what figures and segments are read from. */
async function packInsight(db: Database, bodies: Contact[]): Promise<void> {
  const ids = bodies.map((body) => body.id);
  const events = await eventsAnew(db, ids);
  await writeEvents(db, new Map([...events].map(([id, all]) => [id, { all }])));
  const counts = await countsOf(db, ids);
  const changes = bodies.map((body) => {
    const counted = counts.get(body.id);
    return [body.id, { ...counted, ...ofBody(body, counted?.params) }] as const;
  });
  await writeMeasures(db, new Map(changes));
  await packFacts(db, bodies);
}

async function begin(db: Database) {
  for (const name of LISTS) await db.table(name).clear();
  const counts = await Promise.all(TALLIED.map((noun) => db.table(noun).orderBy(COUNTED[noun]).count()));
  const tallies = TALLIED.map((noun, at): Tally => ({ noun, count: counts[at] ?? 0 }));
  await db.tallies.bulkPut(tallies.filter(({ count }) => count > 0));
  return { to: '', done: 0 };
}
