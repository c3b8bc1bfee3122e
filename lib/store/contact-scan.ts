import type { Contact } from '@/lib/crm/contacts';
import { idsMarked } from './columns';
import type { Database } from './database';
import { heldPages, withPages } from './held-pages';
import { isShown } from './keys';

/** Contacts read at once: fewer than a frame's time of work. */
const PART = 500;

/** Goes through all contacts in lists, in the order of their ids. */
export async function eachContact(db: Database, look: (body: Contact) => void): Promise<void> {
  for (let last = '', more = true; more; ) {
    const rows = await db.contacts.where('id').above(last).limit(PART).toArray();
    for (const { body } of rows) if (isShown(body)) look(body);
    last = rows.at(-1)?.id ?? last;
    more = rows.length === PART;
  }
}

/** Goes through some contacts, those that are in lists. */
export async function eachOf(
  db: Database,
  ids: readonly string[],
  look: (body: Contact) => void,
): Promise<void> {
  for (let at = 0; at < ids.length; at += PART) {
    const rows = await db.contacts.bulkGet(ids.slice(at, at + PART));
    for (const row of rows) if (isShown(row?.body)) look(row.body);
  }
}

/** Goes through the contacts that have one of some marks (their bits) in the packed pages, so that the others need not be read. */
export async function eachMarked(db: Database, bits: number, look: (body: Contact) => void): Promise<void> {
  const pages = await db.transaction('r', withPages('columns'), async () => heldPages(db, 'columns'));
  await eachOf(db, idsMarked(pages, bits), look);
}
