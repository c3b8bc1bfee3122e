import { RELATIONS } from '@/lib/crm/relations';
import type { Segment } from '@/lib/crm/segments';
import type { Database } from './database';
import type { Body } from './edits';
import type { Traces } from './erase';
import { scrubHistory } from './erase-own-texts';
import { type Called, isNamedBy, isTheirs } from './erase-words';
import { rowOf } from './work';

/**
 * A segment whose name, note or question names an erased person goes, with whom it held on each day, the rules that rest on it and the
 * history of it all. Answers which these are.
 */
export async function eraseSegments(
  db: Database,
  { called, named, clock, written }: Pick<Traces, 'called' | 'named' | 'clock' | 'written'>,
): Promise<Set<string>> {
  const gone = new Set<string>();
  for (const { id, body } of await db.segments.toArray()) {
    if (!(await speaks(db, called, body))) continue;
    gone.add(id);
    named.add(id);
    written.push({ table: 'segments', before: body as unknown as Body, after: null });
  }
  // What it was called before stands in its history, and in the taggings of its rules.
  await scrubHistory(
    db,
    (await db.segments.toCollection().primaryKeys()).filter((id) => !gone.has(id)),
    ({ table, before, after }) => table === 'segments' && isNamedBy(called, [before, after]),
  );
  if (gone.size === 0) return gone;
  await db.segments.bulkDelete([...gone]);
  await db.snapshots
    .where('k.segment')
    .anyOf([...gone])
    .delete();
  await eraseRules(db, gone, { called, clock, written });
  return gone;
}

async function speaks(db: Database, called: Called, { name, note, query }: Segment): Promise<boolean> {
  if (isNamedBy(called, [name, note, query])) return true;
  for (const text of partsAsked(query)) if (await isTheirs(db, called, text)) return true;
  return false;
}

/** Fields that hold the name of somebody. */
const OF_PEOPLE: ReadonlySet<unknown> = new Set(['nickname', ...RELATIONS]);

/** Texts in a question which stand for a part of a name or an address: other words may be a name by chance. */
function partsAsked(query: unknown): string[] {
  if (Array.isArray(query)) return query.flatMap(partsAsked);
  if (typeof query !== 'object' || query === null) return [];
  const { ask, field, value } = query as Record<string, unknown>;
  if (typeof value === 'string' && (ask === 'point' || OF_PEOPLE.has(field))) return [value];
  return Object.values(query).flatMap(partsAsked);
}

/** The tag stays, without the rule; what the rule gave stays, and says no more by which segment. */
async function eraseRules(
  db: Database,
  gone: ReadonlySet<string>,
  { called, clock, written }: Pick<Traces, 'called' | 'clock' | 'written'>,
): Promise<void> {
  const tags = await db.tags.filter(({ body }) => gone.has(body.rule?.segmentId ?? '')).toArray();
  for (const { id, body } of tags) {
    const { rule: _, ...rest } = body;
    const after = { ...rest, clock };
    await db.tags.put(rowOf('tags', after));
    written.push({ table: 'tags', before: body as unknown as Body, after: after as unknown as Body });
    await eraseSources(db, id, { called, clock });
  }
}

async function eraseSources(
  db: Database,
  tagId: string,
  { called, clock }: Pick<Traces, 'called' | 'clock'>,
): Promise<void> {
  const rows = await db.contacts
    .where('k.tags')
    .equals(tagId)
    .filter(({ body }) => isNamedBy(called, body.tags[tagId]?.source))
    .toArray();
  for (const { body } of rows) {
    const tags = { ...body.tags, [tagId]: { ...body.tags[tagId]!, source: '' } };
    await db.contacts.put(rowOf('contacts', { ...body, tags, clock }));
  }
  await scrubHistory(
    db,
    rows.map(({ id }) => id),
    ({ table, path, before, after }) =>
      table === 'contacts' && path[0] === 'tags' && path[1] === tagId && isNamedBy(called, [before, after]),
  );
}
