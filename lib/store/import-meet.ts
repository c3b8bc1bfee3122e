import type { Contact } from '@/lib/crm/contacts';
import type { FileDraft } from '@/lib/exchange/file-contacts';
import type { Database } from './database';
import { fold } from './fold';
import { dealKeysOf } from './import-deals';
import { type Ground, type Known, knownOf } from './import-known';
import { eventsOf, keysOf, namesakes, notesOf, type People } from './import-people';
import type { Candidate } from './import-settle';
import type { TagTree } from './tag-tree';

/** Those whom records may be about, by their keys and names. */
export class Circle {
  private readonly byKey = new Map<string, Candidate[]>();
  private readonly byName = new Map<string, Candidate[]>();

  add(candidate: Candidate, keys: string[]): void {
    this.addKeys(candidate, keys);
    append(this.byName, fold(candidate.name), candidate);
  }

  /** Somebody of the circle is known by more keys from now on. */
  addKeys(candidate: Candidate, keys: string[]): void {
    for (const key of keys) append(this.byKey, key, candidate);
  }

  sharing(keys: string[]): Candidate[] {
    return [...new Set(keys.flatMap((key) => this.byKey.get(key) ?? []))];
  }

  namesakes(name: string): Candidate[] {
    return this.byName.get(fold(name)) ?? [];
  }
}

function append(map: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  const list = map.get(key);
  if (list) {
    if (!list.includes(candidate)) list.push(candidate);
  } else map.set(key, [candidate]);
}

/** Somebody of whom it is read only when asked what is known: of most nobody asks. */
export function candidateOf({ id, name }: { id: string; name: string }, read: () => Known): Candidate {
  let known: Known | undefined;
  return {
    id,
    name,
    known: () => {
      known ??= read();
      return known;
    },
  };
}

/** How bodies are read: as they stand, or as copies that a command may change. */
export type Load = (ids: string[]) => Promise<(Contact | undefined)[]>;

/** Reads in bulk all that a part of a file may meet, in the running transaction. */
export async function meet(
  db: Database,
  drafts: FileDraft[],
  { people, region, tags, load }: { people: People; region: string | null; tags: TagTree; load: Load },
): Promise<{ circle: Circle; ground: Ground }> {
  const keys = drafts.map((draft) => keysOf(draft, region));
  const byKey = await people.find([...new Set(keys.flat())]);
  const bare = drafts.filter((_, at) => keys[at]?.length === 0).map((draft) => draft.name);
  const byName = bare.length > 0 ? await namesakes(db, bare) : [];
  const ids = [...new Set([...[...byKey.values()].flat(), ...byName])];
  const bodies = ids.length > 0 ? await load(ids) : [];
  const notes = await notesOf(db, drafts.some((draft) => draft.note) ? ids : []);
  const deals = await dealKeysOf(db, drafts.some((draft) => draft.deals) ? ids : []);
  const told = drafts.flatMap((draft) => [...(draft.activities ?? []), ...(draft.cases ?? [])]);
  const events = await eventsOf(db, [...new Set(told.map(({ key }) => key))]);
  const keysById = new Map<string, string[]>();
  for (const [key, owners] of byKey) {
    for (const id of owners) keysById.set(id, [...(keysById.get(id) ?? []), key]);
  }
  const circle = new Circle();
  for (const body of bodies) {
    if (!body || body.deletedAt !== null || body.mergedInto !== null) continue;
    const candidate = candidateOf(body, () =>
      knownOf(body, notes.get(body.id) ?? [], tags, deals.get(body.id)),
    );
    circle.add(candidate, keysById.get(body.id) ?? []);
  }
  return { circle, ground: { region, tags, events } };
}
