import type { ContactHit, MarkWord } from '@/lib/api/views';
import { localMoment } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import type { Database } from './database';
import { fold } from './fold';
import { rootsOf } from './lookups';

/** Reads for a page: who has these addresses, what is open with them. Each is one or two bulk reads, whatever the number. */

export interface PointMatch {
  contactId: string;
  /** When the contact point was added, epoch ms. */
  since: number;
}

/** Contacts by contact point key. A merged contact is answered by the one it went into. */
export async function matchPoints(db: Database, keys: string[]): Promise<Map<string, PointMatch[]>> {
  const wanted = new Set(keys);
  const found = new Map<string, PointMatch[]>();
  if (!wanted.size) return found;
  // One request a key, all at once: `anyOf` walks a cursor from hit to hit, and costs ten times as much.
  const { rows, roots } = await db.transaction('r', db.contacts, async () => {
    const lists = await Promise.all(
      [...wanted].map((key) => db.contacts.where('k.points').equals(key).toArray()),
    );
    const once = new Map(lists.flat().map((row) => [row.id, row]));
    return { rows: once, roots: await rootsOf(db, [...once.values()]) };
  });
  for (const { id, body } of rows.values()) {
    const contactId = roots.get(id) ?? id;
    for (const { key, at } of Object.values(body.points)) {
      if (!wanted.has(key)) continue;
      const matches = found.get(key) ?? [];
      if (!matches.some((match) => match.contactId === contactId)) matches.push({ contactId, since: at });
      found.set(key, matches);
    }
  }
  return found;
}

/** Contacts whose whole name is this one, whatever its case and accents. */
export async function matchNames(db: Database, name: string): Promise<string[]> {
  return db.transaction('r', db.contacts, async () => {
    const rows = await db.contacts.where('k.full').equals(fold(name)).toArray();
    return [...new Set((await rootsOf(db, rows)).values())];
  });
}

/** Short descriptions of contacts, in the order asked; those that are gone are left out. */
export async function contactHits(db: Database, ids: string[]): Promise<ContactHit[]> {
  if (!ids.length) return [];
  const rows = await db.contacts.bulkGet(ids);
  return rows.flatMap((row) => (row && row.body.deletedAt === null ? [hitOf(row.body)] : []));
}

function hitOf(body: Contact): ContactHit {
  const facts = Object.values(body.facts);
  const points = Object.values(body.points);
  return {
    id: body.id,
    name: body.name,
    title: facts.find(({ field }) => field === 'title')?.value ?? null,
    company: facts.find(({ field }) => field === 'company')?.value ?? null,
    address: points.find(({ kind }) => kind === 'email')?.value ?? points[0]?.value ?? null,
    matched: null,
  };
}

/** For contacts with something open, the word that a chip may say. */
export async function openMarks(
  db: Database,
  ids: string[],
  now: number,
  zone = Intl.DateTimeFormat().resolvedOptions().timeZone,
): Promise<Map<string, MarkWord>> {
  if (!ids.length) return new Map();
  const figures = await db.figures.bulkGet(ids);
  // Whoever has no duty has no promise. One request a contact, as in matchPoints.
  const owing = figures.flatMap((figure) => (figure && figure.duties > 0 ? [figure.contactId] : []));
  const promised = await Promise.all(owing.map((id) => db.activities.where('k.promised').equals(id).count()));
  const promises = new Set(owing.filter((_, at) => promised[at]));
  const today = localMoment(now, zone).day;
  const marks = new Map<string, MarkWord>();
  for (const figure of figures) {
    if (!figure) continue;
    const { contactId, dueOn, waitingSince, cadenceAt } = figure;
    const word: MarkWord | null =
      dueOn !== undefined && dueOn < today
        ? 'late'
        : promises.has(contactId)
          ? 'promise'
          : dueOn === today
            ? 'task'
            : waitingSince !== undefined
              ? 'waiting'
              : cadenceAt !== undefined && cadenceAt <= now
                ? 'due'
                : null;
    if (word) marks.set(contactId, word);
  }
  return marks;
}

/** Whether the event with this external key stands on the contact's time line. */
export async function isLogged(db: Database, externalKey: string, contactId: string): Promise<boolean> {
  const rows = await db.activities.where('k.external').equals(externalKey).toArray();
  return rows.some(({ body }) => body.participants.some((one) => one.contactId === contactId));
}

/** How many mails of a contact were logged by hand. At most `limit` rows are looked at. */
export async function manualLogs(db: Database, contactId: string, limit = 20): Promise<number> {
  const rows = await db.activities
    .where('k.typed')
    .between(`${contactId}|mail|`, `${contactId}|mail|~`)
    .limit(limit)
    .toArray();
  return rows.filter(({ body }) => body.provenance.how === 'page').length;
}

/**
 * Of these contacts those whose mails are to be logged without asking: who was switched on, or everybody on a site that
 * was; never one whose address or domain the user excluded.
 */
export async function contactsToAutolog(
  db: Database,
  ids: string[],
  { all, never }: { all: boolean; never: ReadonlySet<string> },
): Promise<string[]> {
  const rows = await db.contacts.bulkGet([...new Set(ids)]);
  return rows.flatMap((row) => {
    if (!row || row.body.deletedAt !== null || !(all || row.body.autolog)) return [];
    const excluded = Object.values(row.body.points).some(
      ({ key }) => never.has(key) || never.has(key.slice(key.lastIndexOf('@') + 1)),
    );
    return excluded ? [] : [row.id];
  });
}
