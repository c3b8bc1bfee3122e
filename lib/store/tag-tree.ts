import { v7 as uuid } from 'uuid';
import { TAG_PATH_SEPARATOR, TAG_SCHEMA } from '@/lib/crm/tags';
import { StoreError } from './errors';
import { fold, termsOf } from './fold';
import type { Work } from './work';

const LONGEST_NAME = 80;

/** The names of a path as typed: `Region / Norway`. */
export function pathNames(path: string): string[] {
  return path
    .split(TAG_PATH_SEPARATOR)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The tag at a path, by name or synonym, in whatever case; what is missing of it is created. */
export async function tagAt(work: Work, path: string): Promise<string> {
  let parentId: string | null = null;
  for (const name of pathNames(path))
    parentId = await childNamed(work, parentId, name.slice(0, LONGEST_NAME));
  if (!parentId) throw new StoreError('invalid', 'A tag needs a name.');
  return parentId;
}

async function childNamed(work: Work, parentId: string | null, name: string): Promise<string> {
  const memo = `tag|${parentId ?? ''}|${fold(name)}`;
  const known = work.memo.get(memo) ?? (await existing(work, parentId, name));
  const id = known ?? uuid();
  if (!known) {
    const row = { id, schema: TAG_SCHEMA, clock: '', deletedAt: null };
    work.add('tags', { ...row, name, parentId, synonyms: [] });
  }
  work.memo.set(memo, id);
  return id;
}

async function existing(work: Work, parentId: string | null, name: string): Promise<string | undefined> {
  const { tags } = work.db;
  const folded = fold(name);
  const term = termsOf(name)[0];
  const [named, worded] = await Promise.all([
    tags.where('k.name').equals(folded).toArray(),
    term ? tags.where('k.words').equals(term).toArray() : [],
  ]);
  const siblings = [...named, ...worded].filter((row) => row.body.parentId === parentId);
  const match = siblings.find(
    ({ k, body }) => k.name === folded || body.synonyms.some((synonym) => fold(synonym) === folded),
  );
  return match?.id;
}

/** A tag and all below it, by id. */
export async function withChildren(
  tags: { where(index: 'k.parent'): { anyOf(ids: string[]): { primaryKeys(): PromiseLike<string[]> } } },
  id: string,
): Promise<string[]> {
  const ids = [id];
  for (let frontier = ids; frontier.length > 0; ) {
    const children = await tags.where('k.parent').anyOf(frontier).primaryKeys();
    frontier = children.filter((child) => !ids.includes(child));
    ids.push(...frontier);
  }
  return ids;
}
