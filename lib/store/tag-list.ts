import type { TagNode, TagView } from '@/lib/api/views';
import type { Database } from './database';
import { idsByWords } from './find';
import { fold } from './fold';
import { LAST } from './keys';
import { pathOf, tagPaths } from './lookups';

/** The tree as a list by path, with the number of contacts that have each tag, and it or one below it. */
export async function tagTree(db: Database): Promise<TagNode[]> {
  return db.transaction('r', [db.tags, db.contacts], async () => {
    const rows = await db.tags.where('k.name').between('', LAST, true, true).toArray();
    const tags = new Map(rows.map((row) => [row.id, row.body]));
    const below = new Map(rows.map((row) => [row.id, [] as string[]]));
    for (const { id } of rows) {
      for (const ancestor of ancestorsOf(tags, id)) below.get(ancestor)?.push(id);
    }
    const own = await Promise.all(rows.map((row) => db.contacts.where('k.tags').equals(row.id).count()));
    const counts = new Map(rows.map((row, index) => [row.id, own[index] ?? 0]));
    const totals = await unions(db, counts, below);
    const nodes = rows.map(({ id, body }) => ({
      id,
      name: body.name,
      path: pathOf(tags, id),
      parentId: body.parentId && tags.has(body.parentId) ? body.parentId : null,
      synonyms: body.synonyms,
      own: counts.get(id) ?? 0,
      total: totals.get(id) ?? 0,
    }));
    return nodes.sort(byPath);
  });
}

/**
 * How many contacts have one of the tags of each subtree. Only where two of them have contacts is it looked up who: the
 * browser walks the index either way, but a count hands over no ids.
 */
async function unions(
  db: Database,
  counts: Map<string, number>,
  below: Map<string, string[]>,
): Promise<Map<string, number>> {
  const used = [...below].map(([id, ids]) => [id, ids.filter((one) => counts.get(one))] as const);
  const shared = [...new Set(used.flatMap(([, ids]) => (ids.length > 1 ? ids : [])))];
  const lists = await Promise.all(shared.map((id) => db.contacts.where('k.tags').equals(id).primaryKeys()));
  const contacts = new Map(shared.map((id, index) => [id, lists[index] ?? []]));
  return new Map(
    used.map(([id, ids]) => [
      id,
      ids.length > 1
        ? new Set(ids.flatMap((one) => contacts.get(one) ?? [])).size
        : (counts.get(ids[0] ?? '') ?? 0),
    ]),
  );
}

/** The tag itself and those above it. */
function ancestorsOf(tags: Map<string, { parentId: string | null }>, id: string): Set<string> {
  const ids = new Set<string>();
  for (let at: string | null = id; at && !ids.has(at); at = tags.get(at)?.parentId ?? null) ids.add(at);
  return ids;
}

/** Tags by the beginning of a word of name or synonym; without text the first by name. */
export async function findTags(
  db: Database,
  { text, limit }: { text: string; limit: number },
): Promise<TagView[]> {
  return db.transaction('r', db.tags, async () => {
    const found = await idsByWords(db, 'tags', text);
    const ids = found ?? (await db.tags.orderBy('k.name').limit(limit).primaryKeys());
    const paths = await tagPaths(db, [...ids]);
    const asked = fold(text);
    const rank = (name: string) => (fold(name).startsWith(asked) ? 0 : 1);
    return paths.sort((a, b) => rank(a.name) - rank(b.name) || byPath(a, b)).slice(0, limit);
  });
}

function byPath(a: { path: string[] }, b: { path: string[] }): number {
  const [left, right] = [a.path, b.path].map((path) => path.map(fold).join('\n'));
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
