import type { ContactFilter, FactTest } from '@/lib/crm/contact-filter';
import type { Contact } from '@/lib/crm/contacts';
import { idsMarked } from './columns';
import type { Database } from './database';
import { fold } from './fold';
import { heldPages, withPages } from './held-pages';
import { isShown, LAST } from './keys';

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

/** Whether a filter asks what neither an index nor a packed page tells, so that every contact is read. */
export function readsAll({ facts, untagged }: ContactFilter): boolean {
  return !!facts?.length || !!untagged;
}

/** Contacts that pass what no index tells; null where nothing of it is asked. */
export async function idsByReading(db: Database, filter: ContactFilter): Promise<Set<string> | null> {
  if (!readsAll(filter)) return null;
  const tags = filter.untagged ? await liveTags(db) : new Set<string>();
  const tests = filter.facts?.map(factTest) ?? [];
  const ids = new Set<string>();
  await eachContact(db, (contact) => {
    if (filter.untagged && Object.keys(contact.tags).some((id) => tags.has(id))) return;
    if (tests.every((test) => test(contact))) ids.add(contact.id);
  });
  return ids;
}

/** A deleted tag stays with its contacts unseen. */
async function liveTags(db: Database): Promise<Set<string>> {
  return new Set(await db.tags.where('k.name').between('', LAST, true, true).primaryKeys());
}

/** The test of one field. Values that were put aside do not count. */
export function factTest({ field, has, value = '' }: FactTest): (contact: Contact) => boolean {
  const wanted = fold(value);
  const tested = (text: string) => (has === 'is' ? fold(text) === wanted : fold(text).includes(wanted));
  return (contact) => {
    const values = valuesOf(contact, field);
    if (has === 'empty') return values.length === 0;
    if (has === 'filled') return values.length > 0;
    return values.some(tested);
  };
}

const POINT = 'point:';

function valuesOf(contact: Contact, field: string): string[] {
  if (field.startsWith(POINT)) {
    const kind = field.slice(POINT.length);
    return Object.values(contact.points).flatMap((point) => (point.kind === kind ? [point.value] : []));
  }
  return Object.values(contact.facts).flatMap((fact) =>
    fact.field === field && fact.asideAt === undefined ? [fact.value] : [],
  );
}
