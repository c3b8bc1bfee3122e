import { v7 as uuid } from 'uuid';
import { TAG_PATH_SEPARATOR, TAG_SCHEMA, type Tag } from '@/lib/crm/tags';
import type { Database } from './database';
import { StoreError } from './errors';
import { fold } from './fold';
import { LAST } from './keys';
import { pathOf } from './lookups';
import type { Work } from './work';

const LONGEST_NAME = 80;

/** The names of a path as typed: `Region / Norway`. */
export function pathNames(path: string): string[] {
  return path
    .split(TAG_PATH_SEPARATOR)
    .map((name) => name.trim().slice(0, LONGEST_NAME))
    .filter((name) => name !== '');
}

/** Every tag there is, read once by a command: the tree is small, and a part of a path is looked up without waiting. */
export class TagTree {
  private readonly tags = new Map<string, Tag>();
  private readonly children = new Map<string, string>();

  private constructor(tags: Tag[]) {
    for (const tag of tags) this.add(tag);
  }

  static async read(db: Database): Promise<TagTree> {
    const rows = await db.tags.where('k.name').between('', LAST, true, true).toArray();
    return new TagTree(rows.map((row) => row.body));
  }

  /** The tag at a path, by name or synonym, in whatever case; what is missing of it is created by the command. */
  at(work: Work, path: string): string {
    const names = pathNames(path);
    if (names.length === 0) throw new StoreError('invalid', 'A tag needs a name.');
    return names.reduce<string | null>(
      (parentId, name) => this.children.get(childKey(parentId, name)) ?? this.create(work, parentId, name),
      null,
    ) as string;
  }

  /** The tag at a path, or null where there is none. */
  find(path: string): string | null {
    return (
      pathNames(path).reduce<string | null | undefined>(
        (parentId, name) =>
          parentId === undefined ? undefined : this.children.get(childKey(parentId, name)),
        null,
      ) ?? null
    );
  }

  /** Names from the root down. */
  path(id: string): string[] {
    return pathOf(this.tags, id);
  }

  private create(work: Work, parentId: string | null, name: string): string {
    const row = { id: uuid(), schema: TAG_SCHEMA, clock: '', deletedAt: null };
    const tag = work.add('tags', { ...row, name, parentId, synonyms: [] });
    this.add(tag);
    return tag.id;
  }

  private add(tag: Tag): void {
    this.tags.set(tag.id, tag);
    for (const name of [tag.name, ...tag.synonyms]) {
      const key = childKey(tag.parentId, name);
      // A name goes before another tag's synonym.
      if (name === tag.name || !this.children.has(key)) this.children.set(key, tag.id);
    }
  }
}

function childKey(parentId: string | null, name: string): string {
  return `${parentId ?? ''}|${fold(name)}`;
}

/** A tag and all below it, by id. */
export async function withChildren(db: Database, id: string): Promise<string[]> {
  const ids = [id];
  for (let frontier = ids; frontier.length > 0; ) {
    const children = await db.tags.where('k.parent').anyOf(frontier).primaryKeys();
    frontier = children.filter((child) => !ids.includes(child));
    ids.push(...frontier);
  }
  return ids;
}
