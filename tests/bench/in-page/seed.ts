import type { Contact } from '@/lib/crm/contacts';
import { talkFigures, withContact } from '@/lib/insight/figures';
import { openDatabase } from '@/lib/store/database';
import { fillLists } from '@/lib/store/fill-lists';
import { keepSearch } from '@/lib/store/search/keep';
import { rowOf } from '@/lib/store/work';
import { COMPANY_SIZE } from '../numbers.ts';
import { settled } from './everybody';
import { activity, company, contact, tags, talksOf } from './people';

const PART = 2000;

/** What was written, and the milliseconds in which the lists of all of it were filled. */
export interface Seeded {
  contacts: number;
  activities: number;
  lists: number;
  /** The same of the search index. */
  search: number;
}

/**
 * Fills the database of this profile with people of the given numbers, by the product's own rows, keys and figures but
 * without a history: a million changes would take an hour.
 */
export async function seed(contacts: number): Promise<Seeded> {
  const db = await openDatabase();
  const now = Date.now();
  const day = new Date(now).toISOString().slice(0, 10);
  const tagRows = tags();
  await db.tags.bulkPut(tagRows.map((tag) => rowOf('tags', tag)));
  const tagIds = tagRows.map((tag) => tag.id);
  let activities = 0;
  for (let from = 0; from < contacts; from += PART) {
    const numbers = Array.from({ length: Math.min(PART, contacts - from) }, (_, at) => from + at);
    const companies = Array.from({ length: Math.ceil(numbers.length / COMPANY_SIZE) }, (_, at) =>
      company(from / COMPANY_SIZE + at, now),
    );
    const people = numbers.map((n): { n: number; body: Contact } => ({
      n,
      body: contact(n, companies[Math.floor((n - from) / COMPANY_SIZE)]!, tagIds, now),
    }));
    const talks = people.map(({ n, body }) =>
      Array.from({ length: talksOf(n) }, (_, turn) => activity(n, turn, body.id, now)),
    );
    activities += talks.flat().length;
    await db.transaction('rw', [db.contacts, db.companies, db.activities, db.figures], async () => {
      await db.companies.bulkAdd(companies.map((body) => rowOf('companies', body)));
      await db.contacts.bulkAdd(people.map(({ body }) => rowOf('contacts', body)));
      await db.activities.bulkAdd(talks.flat().map((body) => rowOf('activities', body)));
      await db.figures.bulkAdd(
        people.map(({ body }, at) =>
          withContact(talkFigures(body.id, talks[at]!, [body.id]), body, day, body.clock),
        ),
      );
    });
  }
  await db.meta.delete('lists');
  db.close();
  const start = performance.now();
  const filled = await openDatabase();
  await fillLists(filled);
  const lists = performance.now() - start;
  const between = performance.now();
  await keepSearch(filled);
  const search = performance.now() - between;
  filled.close();
  await settled();
  return { contacts, activities, lists, search };
}
