import { sameDate } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import { normalizePoint } from '@/lib/exchange/points';
import type { Draft } from './contact-draft';
import type { Database } from './database';
import { fold } from './fold';
import { matchPoints } from './matches';
import { pathNames, type TagTree } from './tag-tree';

/** Which contact a draft is about, and what of it is new. A name alone never makes two people one. */

/** Notes of contacts, by contact id. */
export type Notes = Map<string, Set<string>>;

export interface Known {
  region: string | null;
  tags: TagTree;
  notes: Notes;
}

/** Normal forms of a draft's contact points; what cannot be read has none. */
export function keysOf(draft: Pick<Draft, 'points'>, region: string | null): string[] {
  return draft.points.flatMap(({ kind, value }) => {
    const point = normalizePoint(kind, value, { region: region ?? undefined });
    return 'error' in point ? [] : [point.key];
  });
}

/**
 * For each draft the contact that has one of its addresses: of several the one of the same name. A draft without any
 * address is matched by a contact of its name only when it would add nothing to it: so that the same file twice changes
 * nothing.
 */
export async function matchDrafts(
  db: Database,
  drafts: Draft[],
  { region, tags }: Pick<Known, 'region' | 'tags'>,
): Promise<{ contacts: (Contact | null)[]; notes: Notes }> {
  const keys = drafts.map((draft) => keysOf(draft, region));
  const found = await matchPoints(db, [...new Set(keys.flat())]);
  const ids = keys.map((own) => own.flatMap((key) => found.get(key) ?? []).map((one) => one.contactId));
  const bare = drafts.filter((_, index) => keys[index]?.length === 0).map((draft) => fold(draft.name));
  const [rows, named] = await Promise.all([
    db.contacts.bulkGet([...new Set(ids.flat())]),
    bare.length > 0 ? db.contacts.where('k.full').anyOf(bare).toArray() : [],
  ]);
  const bodies = new Map(
    [...rows, ...named].flatMap((row) =>
      row?.body.deletedAt === null && row.body.mergedInto === null ? [[row.id, row.body]] : [],
    ),
  );
  const notes = await notesOf(db, drafts.some((draft) => draft.note) ? [...bodies.keys()] : []);
  const known = { region, tags, notes };
  const twinOf = (draft: Draft) =>
    [...bodies.values()].find((body) => fold(body.name) === fold(draft.name) && !newIn(body, draft, known)) ??
    null;
  const contacts = drafts.map((draft, index) => {
    if (keys[index]?.length === 0) return twinOf(draft);
    const candidates = (ids[index] ?? []).flatMap((id) => bodies.get(id) ?? []);
    return candidates.find((one) => fold(one.name) === fold(draft.name)) ?? candidates[0] ?? null;
  });
  return { contacts, notes };
}

/** The notes of these contacts. */
export async function notesOf(db: Database, ids: string[]): Promise<Notes> {
  const notes: Notes = new Map(ids.map((id) => [id, new Set()]));
  if (ids.length === 0) return notes;
  const ranges = [...ids].sort().map((id): [string, string] => [`${id}|note|`, `${id}|note|~`]);
  for (const { body } of await db.activities.where('k.typed').inAnyRange(ranges).toArray()) {
    for (const { contactId } of body.participants) notes.get(contactId)?.add(body.text);
  }
  return notes;
}

/** The part of a draft that the contact does not have yet; null when it has it all. Its name is never changed. */
export function newIn(contact: Contact, draft: Draft, { region, tags, notes }: Known): Draft | null {
  const points = new Set(Object.values(contact.points).map((point) => point.key));
  const facts = new Set(Object.values(contact.facts).map(({ field, value }) => `${field}|${fold(value)}`));
  const paths = new Set(Object.keys(contact.tags).map((id) => pathText(tags.path(id))));
  const rest: Draft = {
    ...draft,
    points: draft.points.filter((point) => !points.has(keyOf(point, region))),
    facts: draft.facts.filter(({ field, value }) => !facts.has(`${field}|${fold(value)}`)),
    dates: draft.dates.filter(
      (date) =>
        !Object.values(contact.dates).some((one) => one.kind === date.kind && sameDate(one.date, date.date)),
    ),
    tags: draft.tags.filter((path) => !paths.has(pathText(pathNames(path)))),
    note: draft.note?.trim() && !notes.get(contact.id)?.has(draft.note) ? draft.note : undefined,
  };
  const added = rest.points.length + rest.facts.length + rest.dates.length + rest.tags.length;
  return added > 0 || rest.note ? rest : null;
}

function keyOf({ kind, value }: Draft['points'][number], region: string | null): string {
  const point = normalizePoint(kind, value, { region: region ?? undefined });
  return 'error' in point ? `unread:${kind}:${fold(value)}` : point.key;
}

function pathText(names: string[]): string {
  return names.map(fold).join('\n');
}
