import type { ContactFilter, ContactSort } from '@/lib/api/operations/contacts';
import type { Database } from './database';
import { idsByWords } from './find';
import { LAST } from './keys';
import { withChildren } from './tag-tree';

const DAY = 86_400_000;

/** Ids of the contacts that pass the filter, in order: index keys alone are read, no body. */
export async function contactIds(
  db: Database,
  { filter, sort, now }: { filter: ContactFilter; sort: ContactSort; now: number },
): Promise<string[]> {
  return db.transaction('r', [db.contacts, db.tags, db.figures], async () => {
    const [ordered, ...passes] = await Promise.all([inOrder(db, sort.by), ...filters(db, filter, now)]);
    const sets = passes.filter((pass) => pass !== null);
    const ids = sets.length > 0 ? ordered.filter((id) => sets.every((pass) => pass.has(id))) : ordered;
    return sort.descending ? ids.reverse() : ids;
  });
}

/** Every contact in ascending order. */
function inOrder(db: Database, by: ContactSort['by']): Promise<string[]> {
  switch (by) {
    case 'name':
    case 'company':
    case 'added':
      return db.contacts.orderBy(`k.${by}`).primaryKeys();
    case 'last':
      return db.figures.orderBy('lastAt').primaryKeys();
    case 'next':
      return db.figures.orderBy('nextAt').primaryKeys();
  }
}

function filters(db: Database, filter: ContactFilter, now: number): Promise<ReadonlySet<string> | null>[] {
  const { contacts, figures } = db;
  const keys = async (list: PromiseLike<string[]>) => new Set(await list);
  return [
    filter.text ? idsByWords(db, 'contacts', filter.text) : null,
    filter.tagId
      ? withChildren(db, filter.tagId).then((ids) => keys(contacts.where('k.tags').anyOf(ids).primaryKeys()))
      : null,
    filter.companyId ? keys(contacts.where('k.companies').equals(filter.companyId).primaryKeys()) : null,
    filter.kind ? keys(contacts.where('k.kind').equals(filter.kind).primaryKeys()) : null,
    filter.open ? keys(figures.where('open').equals(1).primaryKeys()) : null,
    filter.quietDays
      ? keys(
          figures
            .where('lastAt')
            .below(now - filter.quietDays * DAY)
            .primaryKeys(),
        )
      : null,
  ].filter((one) => one !== null);
}

/** How many there are of each noun. */
export async function counts(
  db: Database,
): Promise<{ contacts: number; companies: number; tags: number; tasks: number }> {
  return db.transaction('r', [db.contacts, db.companies, db.tags, db.tasks], async () => {
    const [contacts, companies, tags, tasks] = await Promise.all([
      db.contacts.where('k.name').between('', LAST, true, true).count(),
      db.companies.where('k.name').between('', LAST, true, true).count(),
      db.tags.where('k.name').between('', LAST, true, true).count(),
      db.tasks.where('k.due').between('', LAST, true, true).count(),
    ]);
    return { contacts, companies, tags, tasks };
  });
}
