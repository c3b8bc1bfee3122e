import Dexie from 'dexie';
import type { ContactHit, MarkWord } from '@/lib/api/views';
import { type Day, localMoment, zoneHere } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import { inForce } from '@/lib/crm/in-force';
import type { Figures } from '@/lib/insight/figures';
import type { Database } from './database';
import { fold } from './fold';
import { identityOf, rootsOf } from './lookups';
import { isNeverLogged } from './never-log';
import { reading } from './reading';
import { findLogged, type Told } from './same-mail';

/** Reads for a page: who has these addresses, what is open with them. One request a key, all at once. */

export interface PointMatch {
  contactId: string;
  /** When the contact point was added, epoch ms. */
  since: number;
}

/** Contacts by contact point key. A row that was merged or deleted has no key in the index: its addresses stand in the one that it went into. */
export async function matchPoints(db: Database, keys: string[]): Promise<Map<string, PointMatch[]>> {
  const wanted = new Set(keys);
  if (!wanted.size) return new Map();
  return reading(db, ['contacts'], () => readPoints(db, wanted));
}

async function readPoints(db: Database, wanted: ReadonlySet<string>): Promise<Map<string, PointMatch[]>> {
  const found = new Map<string, PointMatch[]>();
  // One request a key, all at once: `anyOf` walks a cursor from hit to hit, and costs ten times as much.
  const lists = await Promise.all(
    [...wanted].map((key) => db.contacts.where('k.points').equals(key).toArray()),
  );
  const rows = new Map(lists.flat().map((row) => [row.id, row]));
  for (const { id: contactId, body } of rows.values()) {
    for (const { key, at } of Object.values(body.points)) {
      if (!wanted.has(key)) continue;
      const matches = found.get(key) ?? [];
      if (!matches.some((match) => match.contactId === contactId)) matches.push({ contactId, since: at });
      found.set(key, matches);
    }
  }
  return found;
}

/**
 * Contacts whose whole name is this one, whatever its case and accents.
 * @param since only who was added after it, epoch ms
 */
export async function matchNames(
  db: Database,
  name: string,
  since = Number.NEGATIVE_INFINITY,
): Promise<string[]> {
  return reading(db, ['contacts'], async () => {
    const all = await db.contacts.where('k.full').equals(fold(name)).toArray();
    const rows = all.filter(({ body }) => body.addedAt > since);
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
    title: inForce(facts.filter(({ field }) => field === 'title'))?.value ?? null,
    company: inForce(facts.filter(({ field }) => field === 'company'))?.value ?? null,
    address: points.find(({ kind }) => kind === 'email')?.value ?? points[0]?.value ?? null,
    matched: null,
  };
}

/**
 * Who has these addresses, and for whom something is open the word that a chip may say. One transaction: it is asked
 * for while the user looks at the page. No contact is read: the index names whom it is about, since a row that was merged or
 * deleted has no key in it, and a contact's own row is far and cold.
 * @param zone IANA name; the one of this computer when left out
 */
export async function lookUp(
  db: Database,
  keys: string[],
  now: number,
  zone?: string,
): Promise<{ found: Map<string, string[]>; words: Map<string, MarkWord> }> {
  const wanted = [...new Set(keys)];
  if (!wanted.length) return { found: new Map(), words: new Map() };
  // What was read is there before the browser has ended the transaction, for which nobody need wait.
  const { found, figures } = await new Promise<Marked>((resolve, reject) => {
    db.transaction('r', [db.contacts, db.figures], async ({ idbtrans }) =>
      resolve(await readMarked(idbtrans, wanted)),
    ).catch(reject);
  });
  return { found, words: wordsOf(figures, now, zone) };
}

interface Marked {
  found: Map<string, string[]>;
  figures: Figures[];
}

/**
 * Contacts by key, and figures of each. By the browser's own requests: of a look-up that is asked for with every page what lies between
 * would be a third.
 */
function readMarked(transaction: IDBTransaction, keys: readonly string[]): PromiseLike<Marked> {
  const points = transaction.objectStore('contacts').index('k.points');
  const store = transaction.objectStore('figures');
  const marked: Marked = { found: new Map(), figures: [] };
  const seen = new Set<string>();
  let waiting = keys.length;
  return new Dexie.Promise<Marked>((resolve, reject) => {
    const request = <T>(of: IDBRequest<T>, take: (value: T) => void) => {
      of.onerror = () => reject(of.error);
      of.onsuccess = () => {
        take(of.result);
        waiting -= 1;
        if (waiting === 0) resolve(marked);
      };
    };
    const readFigures = (id: string) => {
      if (seen.has(id)) return;
      seen.add(id);
      waiting += 1;
      request<Figures | undefined>(store.get(id), (one) => one && marked.figures.push(one));
    };
    for (const key of keys)
      request(points.getAllKeys(key), (ids) => {
        if (ids.length > 0) marked.found.set(key, ids as string[]);
        for (const id of ids as string[]) readFigures(id);
      });
  });
}

function wordsOf(figures: readonly Figures[], now: number, zone: string | undefined): Map<string, MarkWord> {
  // Which day it is costs more than the look-up, and matters to those with a due day.
  const today = figures.some(({ dueOn }) => dueOn) ? todayIn(now, zone) : '';
  const isLate = ({ dueOn }: Figures) => dueOn !== undefined && dueOn < today;
  const words = new Map<string, MarkWord>();
  for (const figure of figures) {
    const { contactId, dueOn, promises, waitingSince, cadenceAt } = figure;
    if (isLate(figure)) words.set(contactId, 'late');
    else if (promises > 0) words.set(contactId, 'promise');
    else if (dueOn !== undefined && dueOn === today) words.set(contactId, 'task');
    else if (waitingSince !== undefined) words.set(contactId, 'waiting');
    else if (cadenceAt !== undefined && cadenceAt <= now) words.set(contactId, 'due');
  }
  return words;
}

function todayIn(now: number, zone = zoneHere()): Day {
  return localMoment(now, zone).day;
}

/** Whether this event stands on the contact's time line, under a name of its or as the same mail. */
export async function isLogged(db: Database, told: Told, contactId: string): Promise<boolean> {
  const ids = await identityOf(db, contactId);
  const event = await findLogged(db, told, ids);
  return event?.participants.some((one) => ids.includes(one.contactId)) ?? false;
}

/** How many mails of a contact were logged by hand. At most `limit` rows are looked at. */
export async function manualLogs(db: Database, contactId: string, limit = 20): Promise<number> {
  const lists = await Promise.all(
    (await identityOf(db, contactId)).map((id) =>
      db.activities.where('k.typed').between(`${id}|mail|`, `${id}|mail|~`).limit(limit).toArray(),
    ),
  );
  const rows = lists.flat();
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
    const excluded = Object.values(row.body.points).some(({ key }) => isNeverLogged(key, never));
    return excluded ? [] : [row.id];
  });
}
