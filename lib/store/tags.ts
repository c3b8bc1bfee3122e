import { TAG_PATH_SEPARATOR } from '@/lib/crm/tags';
import { batch, type Progress } from './batch';
import { command } from './command';
import { StoreError } from './errors';
import { type Origin, provenance } from './provenance';
import { TagTree, withChildren } from './tag-tree';
import type { Context, Work } from './work';

type Done = Record<string, never>;

/** Creates a tag with what is missing of its path, or answers the one that is there. */
export function addTag(ctx: Context, { path }: { path: string }): Promise<{ id: string }> {
  return command(ctx, async (work) => ({ id: (await TagTree.read(work.db)).at(work, path) }));
}

/** Renames a tag, moves it in the tree, sets its other names. */
export function editTag(
  ctx: Context,
  given: {
    id: string;
    name?: string | undefined;
    parentId?: string | null | undefined;
    synonyms?: string[] | undefined;
  },
): Promise<Done> {
  return command(ctx, async (work) => {
    const tag = await work.one('tags', given.id);
    // Written as a path it would be read as two.
    if (given.name?.includes(TAG_PATH_SEPARATOR)) {
      throw new StoreError('invalid', 'A name of a tag cannot hold what parts the names of a path.');
    }
    if (given.parentId) {
      await work.one('tags', given.parentId);
      const below = await withChildren(work.db, given.id);
      if (below.includes(given.parentId)) {
        throw new StoreError('invalid', 'A tag cannot be moved into itself or below itself.');
      }
    }
    if (given.name !== undefined) tag.name = given.name;
    if (given.parentId !== undefined) tag.parentId = given.parentId;
    if (given.synonyms !== undefined) tag.synonyms = given.synonyms;
    return {};
  });
}

/** Tags contacts, by tag id or by path. `count` is how many did not have the tag before. */
export function assignTag(
  ctx: Context & Progress,
  given: {
    contactIds: string[];
    tagId?: string | undefined;
    path?: string | undefined;
    from?: Origin | undefined;
  },
): Promise<{ id: string; count: number }> {
  return batch(ctx, {
    items: given.contactIds,
    start: { id: '', count: 0 },
    run: async (work, part, { id: known, count }) => {
      const id = known || (await tagOf(work, given));
      const contacts = await work.live('contacts', [...part]);
      if (contacts.length === 0 && !known) throw new StoreError('missing', 'This contact is gone.');
      // What a rule gave is given by hand now: the rule does not take it away any more.
      const fresh = contacts.filter(({ tags }) => !tags[id] || tags[id].how === 'rule');
      for (const contact of fresh) contact.tags[id] = provenance(work.now, given.from);
      return { id, count: count + fresh.length };
    },
  });
}

async function tagOf(work: Work, given: { tagId?: string | undefined; path?: string | undefined }) {
  if (given.tagId) return (await work.one('tags', given.tagId)).id;
  return (await TagTree.read(work.db)).at(work, given.path ?? '');
}

/** Takes a tag off contacts. `count` is how many had it. */
export function unassignTag(
  ctx: Context & Progress,
  { contactIds, tagId }: { contactIds: string[]; tagId: string },
): Promise<{ count: number }> {
  return batch(ctx, {
    items: contactIds,
    start: { count: 0 },
    run: async (work, part, { count }) => {
      const tagged = (await work.live('contacts', [...part])).filter((contact) => tagId in contact.tags);
      for (const contact of tagged) delete contact.tags[tagId];
      return { count: count + tagged.length };
    },
  });
}

/** Deletes a tag; its children move up to its parent. Contacts keep the tagging unseen, so that undo is complete. */
export function deleteTag(ctx: Context, { id }: { id: string }): Promise<{ count: number }> {
  return command(ctx, async (work) => {
    const tag = await work.one('tags', id);
    const count = await work.db.contacts.where('k.tags').equals(id).count();
    const children = await work.db.tags.where('k.parent').equals(id).primaryKeys();
    for (const child of await work.live('tags', children)) child.parentId = tag.parentId;
    tag.deletedAt = work.now;
    return { count };
  });
}

/**
 * Puts the contacts and children of one tag under another. The name that goes stays as a synonym.
 * `count` is how many contacts were moved.
 */
export function mergeTags(
  ctx: Context & Progress,
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<{ count: number }> {
  const { db } = ctx;
  return batch<string, { count: number }>(ctx, {
    // The tags themselves are done with the first part.
    items: async () => [fromId, ...(await db.contacts.where('k.tags').equals(fromId).primaryKeys())],
    start: { count: 0 },
    run: async (work, part, { count }) => {
      if (part[0] === fromId) await mergeNodes(work, fromId, intoId);
      const contacts = await work.live(
        'contacts',
        part.filter((id) => id !== fromId),
      );
      for (const { tags } of contacts) {
        const tagging = tags[fromId];
        if (tagging) tags[intoId] ??= tagging;
        delete tags[fromId];
      }
      return { count: count + contacts.length };
    },
  });
}

async function mergeNodes(work: Work, fromId: string, intoId: string): Promise<void> {
  const [from, into] = [await work.one('tags', fromId), await work.one('tags', intoId)];
  if ((await withChildren(work.db, fromId)).includes(intoId)) {
    throw new StoreError('invalid', 'A tag cannot be merged into itself or into a tag below it.');
  }
  const children = await work.db.tags.where('k.parent').equals(fromId).primaryKeys();
  for (const child of await work.live('tags', children)) child.parentId = intoId;
  into.synonyms = [...new Set([...into.synonyms, from.name, ...from.synonyms])].slice(0, 50);
  from.deletedAt = work.now;
}
