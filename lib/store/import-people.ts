import type { FileDraft } from '@/lib/exchange/file-contacts';
import { readPoint } from './contact-draft';
import type { Database } from './database';
import { fold } from './fold';
import { externalKey } from './keys';
import { rootsOf } from './lookups';

/** Ways to reach somebody by which a person is known again. A page or a postal address is shared by colleagues and families. */
const TELLING = ['email', 'phone', 'handle', 'wechat', 'whatsapp', 'line', 'qq'];
/** Contacts read at once. */
const PART = 2000;

/** By what a draft is known again: addresses, phones, handles, the number in another program. */
export function keysOf(draft: FileDraft, region: string | null): string[] {
  const points = draft.points
    .filter(({ kind }) => TELLING.includes(kind))
    .map((point) => readPoint(point, region))
    .filter((point) => point.isRead)
    .map((point) => point.key);
  return [...new Set([...points, ...(draft.external ?? []).map(externalKey)])];
}

/**
 * Whom a file is about: for each key the contacts that have it, merged ones as what they went into. Where a file names many, all
 * contacts are read once, which is quicker than a request for each key; as soon as anybody else has written, it asks again.
 */
export class People {
  private all: Map<string, string[]> | null = null;
  /** Revision of the store on which `all` rests. */
  private asOf: unknown = null;

  constructor(
    private readonly db: Database,
    private readonly wanted: ReadonlySet<string>,
  ) {}

  /** Reads everything at once when the file is large beside the store. Inside no transaction or one that may read contacts. */
  async read(): Promise<void> {
    const contacts = await this.db.contacts.count();
    if (this.wanted.size * 3 < contacts) return;
    this.asOf = await revision(this.db);
    const all = new Map<string, string[]>();
    const into = new Map<string, string>();
    for (let last = '', more = contacts > 0; more; ) {
      const rows = await this.db.contacts.where('id').above(last).limit(PART).toArray();
      for (const { id, k, body } of rows) {
        if (body.mergedInto) into.set(id, body.mergedInto);
        for (const key of k.points ?? []) if (this.wanted.has(key)) note(all, key, id);
      }
      last = rows.at(-1)?.id ?? last;
      more = rows.length === PART;
    }
    for (const [key, ids] of all) all.set(key, [...new Set(ids.flatMap((id) => rootOf(id, into)))]);
    this.all = all;
  }

  /** Contacts of these keys, in the running transaction. */
  async find(keys: string[]): Promise<Map<string, string[]>> {
    if (this.all && (await revision(this.db)) !== this.asOf) this.all = null;
    const { all } = this;
    if (all) return new Map(keys.map((key) => [key, all.get(key) ?? []]));
    const lists = await Promise.all(
      keys.map((key) => this.db.contacts.where('k.points').equals(key).toArray()),
    );
    const roots = await rootsOf(this.db, lists.flat());
    return new Map(
      keys.map((key, at) => [key, [...new Set((lists[at] ?? []).flatMap((row) => roots.get(row.id) ?? []))]]),
    );
  }

  /** Notes what the running transaction wrote. `clock` is what it leaves as the revision. */
  wrote(clock: string, keyed: { id: string; keys: string[] }[]): void {
    if (!this.all) return;
    this.asOf = clock;
    for (const { id, keys } of keyed) for (const key of keys) note(this.all, key, id);
  }
}

async function revision(db: Database): Promise<unknown> {
  return (await db.meta.get('revision'))?.value;
}

function note(all: Map<string, string[]>, key: string, id: string): void {
  const ids = all.get(key);
  if (!ids) all.set(key, [id]);
  else if (!ids.includes(id)) ids.push(id);
}

function rootOf(id: string, into: Map<string, string>): string[] {
  const seen = new Set<string>();
  let root = id;
  for (let up = into.get(root); up && !seen.has(root); up = into.get(root)) {
    seen.add(root);
    root = up;
  }
  return into.has(root) ? [] : [root];
}

/** Contacts of these whole names, whatever their case, in the running transaction. */
export async function namesakes(db: Database, names: string[]): Promise<string[]> {
  const folded = [...new Set(names.map(fold))];
  const lists = await Promise.all(
    folded.map((name) => db.contacts.where('k.full').equals(name).primaryKeys()),
  );
  return lists.flat();
}

/** The notes of these contacts. */
export async function notesOf(db: Database, ids: string[]): Promise<Map<string, Set<string>>> {
  const notes = new Map(ids.map((id) => [id, new Set<string>()]));
  if (ids.length === 0) return notes;
  const ranges = [...ids].sort().map((id): [string, string] => [`${id}|note|`, `${id}|note|~`]);
  for (const { body } of await db.activities.where('k.typed').inAnyRange(ranges).toArray()) {
    for (const { contactId } of body.participants) notes.get(contactId)?.add(body.text);
  }
  return notes;
}

/** Of these external keys those that stand on a time line. */
export async function eventsOf(db: Database, keys: string[]): Promise<Set<string>> {
  const counts = await Promise.all(keys.map((key) => db.activities.where('k.external').equals(key).count()));
  return new Set(keys.filter((_, at) => counts[at]));
}
