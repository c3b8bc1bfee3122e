import { sameDate } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import { normalizePoint } from '@/lib/exchange/points';
import type { Draft } from './contact-draft';
import type { Database } from './database';
import { fold } from './fold';
import { newestOf, tagPaths } from './lookups';
import { matchPoints } from './matches';
import { pathNames } from './tag-tree';

/** Which contact a draft is about, and what of it is new. A name alone never makes two people one. */

/** Normal forms of a draft's contact points; what cannot be read has none. */
export function keysOf(draft: Pick<Draft, 'points'>, region: string | null): string[] {
  return draft.points.flatMap(({ kind, value }) => {
    const point = normalizePoint(kind, value, { region: region ?? undefined });
    return 'error' in point ? [] : [point.key];
  });
}

/**
 * For each draft the contact that has one of its addresses: of several the one of the same name. A draft without any
 * address is matched only by a contact of its name to which it would add nothing: so that the same file twice changes
 * nothing.
 */
export async function matchDrafts(
  db: Database,
  drafts: Draft[],
  region: string | null,
): Promise<(Contact | null)[]> {
  const keys = drafts.map((draft) => keysOf(draft, region));
  const found = await matchPoints(db, [...new Set(keys.flat())]);
  const ids = keys.map((own) => [
    ...new Set(own.flatMap((key) => found.get(key) ?? []).map((one) => one.contactId)),
  ]);
  const rows = await db.contacts.bulkGet([...new Set(ids.flat())]);
  const bodies = new Map(rows.flatMap((row) => (row?.body.deletedAt === null ? [[row.id, row.body]] : [])));
  return Promise.all(
    drafts.map(async (draft, index) => {
      const candidates = (ids[index] ?? []).flatMap((id) => bodies.get(id) ?? []);
      const named = candidates.find((one) => fold(one.name) === fold(draft.name));
      return named ?? candidates[0] ?? (keys[index]?.length ? null : await twinOf(db, draft, region));
    }),
  );
}

async function twinOf(db: Database, draft: Draft, region: string | null): Promise<Contact | null> {
  const rows = await db.contacts.where('k.full').equals(fold(draft.name)).toArray();
  for (const { body } of rows) {
    if (body.mergedInto === null && !(await newIn(db, body, draft, region))) return body;
  }
  return null;
}

/** The part of a draft that the contact does not have yet; null when it has it all. Its name is never changed. */
export async function newIn(
  db: Database,
  contact: Contact,
  draft: Draft,
  region: string | null,
): Promise<Draft | null> {
  const points = new Set(Object.values(contact.points).map((point) => point.key));
  const facts = new Set(Object.values(contact.facts).map(({ field, value }) => `${field}|${fold(value)}`));
  const tags = draft.tags.length > 0 ? await tagPaths(db, Object.keys(contact.tags)) : [];
  const paths = new Set(tags.map((tag) => pathText(tag.path)));
  const rest: Draft = {
    ...draft,
    points: draft.points.filter((point) => !points.has(keyOf(point, region))),
    facts: draft.facts.filter(({ field, value }) => !facts.has(`${field}|${fold(value)}`)),
    dates: draft.dates.filter(
      (date) =>
        !Object.values(contact.dates).some((one) => one.kind === date.kind && sameDate(one.date, date.date)),
    ),
    tags: draft.tags.filter((path) => !paths.has(pathText(pathNames(path)))),
    note: (await hasNote(db, contact.id, draft.note)) ? undefined : draft.note,
  };
  const { points: p, facts: f, dates: d, tags: t, note } = rest;
  return p.length + f.length + d.length + t.length > 0 || note ? rest : null;
}

function keyOf({ kind, value }: Draft['points'][number], region: string | null): string {
  const point = normalizePoint(kind, value, { region: region ?? undefined });
  return 'error' in point ? `unread:${kind}:${fold(value)}` : point.key;
}

function pathText(names: string[]): string {
  return names.map(fold).join('\n');
}

async function hasNote(db: Database, contactId: string, text: string | undefined): Promise<boolean> {
  if (!text?.trim()) return true;
  const notes = await newestOf(db, [contactId], { limit: 1000, type: 'note' });
  return notes.some((note) => note.text === text);
}
