import type { Contact } from '@/lib/crm/contacts';
import type { Database } from './database';
import { heldPages } from './held-pages';
import { rootsOf } from './lookups';
import { idsOf } from './page-parts';

/**
 * Tags of contacts by id, inside a transaction; a deleted one is left out, a merged one has those of whom it went into. They stand in
 * the columns of the list: ten thousand contacts would take a second to read.
 */
export async function tagsOfPeople(
  db: Database,
  contactIds: string[],
): Promise<Map<string, readonly string[]>> {
  const wanted = new Set(contactIds);
  const found = new Map<string, readonly string[]>();
  if (wanted.size === 0) return found;
  for (const page of await heldPages(db, 'columns')) {
    const tags = page.tagIds.split(' ');
    let start = 0;
    for (const [at, id] of idsOf(page).entries()) {
      const end = start + page.tagged[at]!;
      if (wanted.has(id))
        found.set(
          id,
          Array.from(page.tags.subarray(start, end), (place) => tags[place]!),
        );
      start = end;
    }
  }
  const others = [...wanted].filter((id) => !found.has(id));
  for (const [id, body] of await standingFor(db, others)) found.set(id, Object.keys(body.tags));
  return found;
}

/** Names of contacts by id, inside a transaction, as `tagsOfPeople`. */
export { namesOf } from './lookups';

/** The contact that each of these stands for. */
async function standingFor(db: Database, ids: string[]): Promise<Map<string, Contact>> {
  if (ids.length === 0) return new Map();
  const rows = (await db.contacts.bulkGet(ids)).filter((row) => row !== undefined);
  const roots = await rootsOf(
    db,
    rows.filter((row) => row.body.deletedAt === null),
  );
  const known = new Set(rows.map((row) => row.id));
  const ends = await db.contacts.bulkGet([...new Set(roots.values())].filter((id) => !known.has(id)));
  const bodies = new Map([...rows, ...ends].flatMap((row) => (row ? [[row.id, row.body] as const] : [])));
  return new Map(
    [...roots].flatMap(([id, root]) => {
      const body = bodies.get(root);
      return body?.deletedAt === null ? [[id, body] as const] : [];
    }),
  );
}
