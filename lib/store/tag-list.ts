import type { TagNode, TagView } from '@/lib/api/views';
import type { Database } from './database';
import { fold } from './fold';
import { LAST } from './keys';
import { pathOf, tagPaths } from './lookups';
import { idsByText } from './search/listed';

/** The tree as a list by path, with the number of contacts that have each tag, and it or one below it. */
export async function tagTree(db: Database): Promise<TagNode[]> {
  return db.transaction('r', [db.tags, db.tagFigures], async () => {
    const [rows, figures] = await Promise.all([
      db.tags.where('k.name').between('', LAST, true, true).toArray(),
      db.tagFigures.toArray(),
    ]);
    const tags = new Map(rows.map((row) => [row.id, row.body]));
    const counts = new Map(figures.map((one) => [one.tagId, one]));
    const nodes = rows.map(({ id, body }) => ({
      id,
      name: body.name,
      path: pathOf(tags, id),
      parentId: body.parentId && tags.has(body.parentId) ? body.parentId : null,
      synonyms: body.synonyms,
      own: counts.get(id)?.own ?? 0,
      total: counts.get(id)?.total ?? 0,
    }));
    return nodes.sort(byPath);
  });
}

/** Tags by the beginning of a word of name or synonym; without text the first by name. */
export async function findTags(
  db: Database,
  { text, limit }: { text: string; limit: number },
): Promise<TagView[]> {
  const found = await idsByText(db, 'tag', text);
  return db.transaction('r', db.tags, async () => {
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
