import type { Contact } from '@/lib/crm/contacts';
import { type ContactHealth, HEALTH_OF_CONTACTS } from '@/lib/crm/health-kinds';
import { completeness } from '@/lib/insight/completeness';
import { confirmedAt, healthOf } from '@/lib/insight/health';
import { eachContact } from './contact-scan';
import type { Database } from './database';
import { type Mending, mend } from './health-fix';
import { isShown } from './keys';
import { settingsOf } from './settings';

/**
 * What is out of order with each contact, kept in memory by the context that looked through them all, and brought up to date by what was
 * changed since. Nothing of it is stored: who is erased leaves no trace in it.
 */

/** Contact as looked through: a bit for each kind of disorder, and for each that can be mended without doubt. */
export interface Looked {
  wrong: number;
  sure: number;
  percent: number;
  confirmedAt: number | null;
  tags: readonly string[];
  ownerId: string | null;
}

export interface Scan {
  /** The last that this device had taken. */
  clock: string;
  /** Changes there were: when some were taken back without a trace, all are looked through again. */
  changes: number;
  region: string | null;
  /** Day on which it was begun: what is old is told by the day. */
  day: number;
  contacts: Map<string, Looked>;
  /** Contacts that went into another. */
  merged: Set<string>;
}

/** More changes than these are caught up with faster by reading all. */
const CHANGES = 300;
const CONTACTS = 2000;
const ERASE = 'contacts.erase';
const DAY = 86_400_000;

const scans = new WeakMap<Database, Promise<Scan>>();

export function bitOf(kind: ContactHealth): number {
  return 1 << HEALTH_OF_CONTACTS.indexOf(kind);
}

/** The state of all contacts as it is now. Several who ask at once look once. */
export function scanned(
  db: Database,
  now: number,
  onProgress?: (done: number, total: number) => void,
): Promise<Scan> {
  const before = scans.get(db) ?? Promise.resolve(null);
  const next = before.catch(() => null).then((scan: Scan | null) => upToDate(db, scan, now, onProgress));
  scans.set(db, next);
  return next;
}

/** Contacts with a kind of disorder. */
export async function unwellIds(db: Database, kind: ContactHealth, now: number): Promise<Set<string>> {
  const { contacts } = await scanned(db, now);
  const bit = bitOf(kind);
  return new Set([...contacts].flatMap(([id, one]) => (one.wrong & bit ? [id] : [])));
}

async function upToDate(
  db: Database,
  scan: Scan | null,
  now: number,
  onProgress?: (done: number, total: number) => void,
): Promise<Scan> {
  // Every command takes a clock, also one that changes no field: erasing.
  const clock = String((await db.meta.get('clock'))?.value ?? '');
  const [count, { region }] = await Promise.all([db.changes.count(), settingsOf(db)]);
  const day = Math.floor(now / DAY);
  const isOf = scan && scan.region === region && scan.day === day;
  if (isOf && scan.clock === clock && scan.changes === count) return scan;
  const ids = isOf ? await changedSince(db, scan, count) : null;
  if (!ids || !scan) return lookThrough(db, { clock, changes: count, region, day }, now, onProgress);
  await lookAt(db, scan, ids, now);
  return Object.assign(scan, { clock, changes: count });
}

/** Contacts that were changed since, and those who name them; null when these are too many, or cannot be told. */
async function changedSince(db: Database, scan: Scan, count: number): Promise<string[] | null> {
  const fresh = count - scan.changes;
  if (fresh < 0 || fresh > CHANGES) return null;
  const newest = await db.changes
    .orderBy('k.at')
    .reverse()
    .limit(fresh + 1)
    .toArray();
  const [rows, before] = [newest.slice(0, fresh), newest[fresh]];
  // A clock that was set back, or history that came with a backup: the newest are not the last written.
  if (rows.some(({ body }) => body.clock <= scan.clock)) return null;
  // As many were taken back without a trace: what these had changed cannot be told.
  if (before && before.body.clock > scan.clock) return null;
  // Whom erasing took away its change does not say.
  if (rows.some(({ body }) => body.op === ERASE)) return null;
  const edits = rows.flatMap(({ body }) => body.edits);
  const ids = [...new Set(edits.flatMap((edit) => (edit.table === 'contacts' ? [edit.id] : [])))];
  if (ids.length > CONTACTS) return null;
  const naming = await db.contacts.where('k.refs').anyOf(ids).primaryKeys();
  return [...new Set([...ids, ...naming])];
}

async function lookAt(db: Database, scan: Scan, ids: string[], now: number): Promise<void> {
  const rows = await db.contacts.bulkGet(ids);
  for (const [at, row] of rows.entries()) {
    const id = ids[at]!;
    scan.contacts.delete(id);
    scan.merged.delete(id);
    if (row?.body.mergedInto && row.body.deletedAt === null) scan.merged.add(id);
    // Stands in already, so that two who name each other see each other.
    if (isShown(row?.body)) scan.contacts.set(id, NOTHING);
  }
  for (const row of rows) if (isShown(row?.body)) scan.contacts.set(row.id, looked(row.body, scan, now));
}

const NOTHING: Looked = { wrong: 0, sure: 0, percent: 0, confirmedAt: null, tags: [], ownerId: null };

async function lookThrough(
  db: Database,
  state: Omit<Scan, 'contacts' | 'merged'>,
  now: number,
  onProgress?: (done: number, total: number) => void,
): Promise<Scan> {
  const [ids, merged] = await Promise.all([
    db.contacts.where('k.name').above('').primaryKeys(),
    db.contacts.where('k.identity').above('').primaryKeys(),
  ]);
  const scan: Scan = {
    ...state,
    contacts: new Map(ids.map((id) => [id, NOTHING])),
    merged: new Set(merged),
  };
  let done = 0;
  await eachContact(db, (body) => {
    scan.contacts.set(body.id, looked(body, scan, now));
    done += 1;
    if (done % 1000 === 0) onProgress?.(Math.min(done, ids.length), ids.length);
  });
  return scan;
}

/** How a contact stands against the others. */
export function groundOf({ contacts, merged, region }: Scan, now: number): Mending {
  return { now, region, exists: (id) => contacts.has(id) || merged.has(id) };
}

function looked(body: Contact, scan: Scan, now: number): Looked {
  const ground = groundOf(scan, now);
  const kinds = healthOf(body, ground);
  const sure = kinds.filter((kind) => mend(structuredClone(body), kind, ground));
  return {
    wrong: bits(kinds),
    sure: bits(sure),
    percent: completeness(body).percent,
    confirmedAt: confirmedAt(body),
    tags: Object.keys(body.tags),
    ownerId: body.ownerId,
  };
}

function bits(kinds: readonly ContactHealth[]): number {
  return kinds.reduce((sum, kind) => sum | bitOf(kind), 0);
}
