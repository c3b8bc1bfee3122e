import type { Tag } from '@/lib/crm/tags';
import { contactIdsBy } from './contact-index';
import type { Database } from './database';
import { LAST } from './keys';
import { type Move, refsOf, type Written } from './written';

/** How many contacts have a tag. */
export interface TagFigures {
  tagId: string;
  /** Contacts that have the tag itself, also one that was deleted: it may come back. */
  own: number;
  /** Contacts that have it or one below it, each once; 0 for a tag that is not there. */
  total: number;
}

/** Parent of each tag that is there. */
export type Parents = Map<string, string | null>;

/** The tag itself and those above it. A ring, which two devices can make, is walked once. */
export function upFrom(parents: Parents, id: string): string[] {
  const ids = new Set<string>();
  for (let at: string | null | undefined = id; at && parents.has(at) && !ids.has(at); at = parents.get(at)) {
    ids.add(at);
  }
  return [...ids];
}

/** For each tag that is there the ids of it and all below it. */
export function subtrees(parents: Parents): Map<string, string[]> {
  const below = new Map([...parents.keys()].map((id) => [id, [] as string[]]));
  for (const id of parents.keys()) for (const above of upFrom(parents, id)) below.get(above)?.push(id);
  return below;
}

export async function parentsNow(db: Database): Promise<Parents> {
  const rows = await db.tags.where('k.name').between('', LAST, true, true).toArray();
  return new Map(rows.map((row) => [row.id, row.body.parentId]));
}

/**
 * Brings the counts of tags up to date, after tags and contacts were written. Where the tree itself changed around
 * contacts, the tags above are counted anew; else what a contact got or lost is added and taken.
 * @param to contacts above this id do not count yet
 */
export async function refreshTagFigures(
  db: Database,
  written: Written[],
  moves: Move[],
  to: string,
): Promise<void> {
  const changed = moves
    .map(({ before, after }) => ({ from: refsOf(before, 'tags'), to: refsOf(after, 'tags') }))
    .filter(({ from, to }) => from.length !== to.length || from.some((id) => !to.includes(id)));
  const replanted = written.filter(({ table, before, after }) => {
    return table === 'tags' && placeOf(before) !== placeOf(after);
  });
  if (changed.length === 0 && replanted.length === 0) return;
  const [parents, known] = await Promise.all([parentsNow(db), db.tagFigures.toArray()]);
  const figures = new Map(known.map((row) => [row.tagId, { ...row }]));
  const anew = aroundReplanted(replanted, parents, figures);
  const touched = new Set<string>(anew);
  const count = (tagId: string, field: 'own' | 'total', delta: number) => {
    const one = figures.get(tagId) ?? { tagId, own: 0, total: 0 };
    one[field] += delta;
    figures.set(tagId, one);
    touched.add(tagId);
  };
  const above = (ids: string[]) => new Set(ids.flatMap((id) => upFrom(parents, id)));
  for (const { from, to } of changed) {
    for (const id of from) if (!to.includes(id)) count(id, 'own', -1);
    for (const id of to) if (!from.includes(id)) count(id, 'own', 1);
    const [was, is] = [above(from), above(to)];
    for (const id of was) if (!is.has(id)) count(id, 'total', -1);
    for (const id of is) if (!was.has(id)) count(id, 'total', 1);
  }
  await recount(db, [...anew], parents, figures, to);
  const rows = [...touched].flatMap((id) => figures.get(id) ?? []);
  const empty = (row: TagFigures) => row.own === 0 && row.total === 0;
  await db.tagFigures.bulkDelete(rows.filter(empty).map((row) => row.tagId));
  await db.tagFigures.bulkPut(rows.filter((row) => !empty(row)));
}

/** Where a tag stands in the tree; undefined for one that is not there. */
function placeOf(body: Written['before']): string | undefined {
  const tag = body as unknown as Tag | null;
  return tag && tag.deletedAt === null ? (tag.parentId ?? '') : undefined;
}

/** Tags whose totals a change of the tree makes doubtful. A tag that nobody has, and none below it, moves no total. */
function aroundReplanted(
  replanted: Written[],
  parents: Parents,
  figures: Map<string, TagFigures>,
): Set<string> {
  const anew = new Set<string>();
  if (replanted.length === 0) return anew;
  const before = new Map(parents);
  for (const { before: body, after } of replanted) {
    const place = placeOf(body);
    const id = (after ?? body)!.id;
    if (place === undefined) before.delete(id);
    else before.set(id, place || null);
  }
  for (const tree of [before, parents]) {
    const below = subtrees(tree);
    for (const { before: body, after } of replanted) {
      const id = (after ?? body)!.id;
      anew.add(id);
      if (!below.get(id)?.some((one) => figures.get(one)?.own)) continue;
      for (const one of upFrom(tree, id)) anew.add(one);
    }
  }
  return anew;
}

async function recount(
  db: Database,
  ids: string[],
  parents: Parents,
  figures: Map<string, TagFigures>,
  to: string,
): Promise<void> {
  if (ids.length === 0) return;
  const below = subtrees(parents);
  const used = ids.map((id) => (below.get(id) ?? []).filter((one) => figures.get(one)?.own));
  const shared = [...new Set(used.flatMap((tags) => (tags.length > 1 ? tags : [])))];
  const lists = await Promise.all(shared.map((id) => contactIdsBy(db, 'tags', id, to)));
  const contacts = new Map(shared.map((id, at) => [id, lists[at] ?? []]));
  for (const [at, tagId] of ids.entries()) {
    const tags = used[at] ?? [];
    const own = figures.get(tagId)?.own ?? 0;
    figures.set(tagId, { tagId, own, total: totalOf(tags, contacts, figures) });
  }
}

/** How many contacts have one of these tags; who they are matters only where several tags have some. */
export function totalOf(
  tags: string[],
  contacts: Map<string, Iterable<string>>,
  figures: Map<string, TagFigures>,
): number {
  if (tags.length < 2) return figures.get(tags[0] ?? '')?.own ?? 0;
  return new Set(tags.flatMap((id) => [...(contacts.get(id) ?? [])])).size;
}
