import type { Collection, WhereClause } from 'dexie';
import type { Activity, ActivityType } from '@/lib/crm/activities';
import type { Contact } from '@/lib/crm/contacts';
import type { Task } from '@/lib/crm/tasks';
import type { Database, Row } from './database';
import type { ContactKeys } from './keys';
import { once } from './reading';
import type { TagPath } from './reads';

/** Small reads by index, to be combined inside one transaction. */

/** The contact's id and the ids of all that were merged into it, however long the chain. */
export async function identityOf(db: Database, id: string): Promise<string[]> {
  const found = await once(`identity ${id}`, () => readIdentity(db, id));
  return [...found];
}

async function readIdentity(db: Database, id: string): Promise<string[]> {
  const ids = [id];
  for (let frontier = ids; frontier.length > 0; ) {
    const found = await withAny(db.contacts.where('k.identity'), frontier).primaryKeys();
    frontier = found.filter((one) => !ids.includes(one));
    ids.push(...frontier);
  }
  return ids;
}

/** The row of a contact. */
export function contactRow(
  db: Database,
  id: string,
): PromiseLike<Row<Partial<ContactKeys>, Contact> | undefined> {
  return once(`contact ${id}`, () => db.contacts.get(id));
}

/** Rows with any of these keys, each once: with one they come all together, for more a cursor goes from hit to hit. */
export function withAny<T>(where: WhereClause<T, string>, keys: string[]): Collection<T, string> {
  return keys.length === 1 ? where.equals(keys[0]!) : where.anyOf(keys).distinct();
}

/** For each contact its id and those of all that were merged into it. */
export async function identitiesOf(db: Database, ids: string[]): Promise<Map<string, string[]>> {
  const identities = new Map(ids.map((id) => [id, [id]]));
  const rootOf = new Map(ids.map((id) => [id, id]));
  for (let frontier = ids; frontier.length > 0; ) {
    const rows = await db.contacts.where('k.identity').anyOf(frontier).toArray();
    const found = rows.filter((row) => !rootOf.has(row.id));
    for (const { id, body } of found) {
      const root = rootOf.get(body.mergedInto ?? '') ?? id;
      rootOf.set(id, root);
      identities.get(root)?.push(id);
    }
    frontier = found.map((row) => row.id);
  }
  return identities;
}

/**
 * The contact that each of these stands for: itself, or the one that it went into, however long the chain. Left out are
 * those of a ring, which two devices can make: there nobody is left.
 */
export async function rootsOf(
  db: Database,
  rows: { id: string; body: Contact }[],
): Promise<Map<string, string>> {
  const into = new Map<string, string | null>();
  for (let at = rows; at.length > 0; ) {
    for (const { id, body } of at) into.set(id, body.mergedInto);
    const next = new Set(at.flatMap(({ body }) => body.mergedInto ?? []).filter((id) => !into.has(id)));
    const found = next.size > 0 ? await db.contacts.bulkGet([...next]) : [];
    at = found.filter((row) => row !== undefined);
  }
  const roots = new Map<string, string>();
  for (const { id } of rows) {
    const seen = new Set<string>();
    let root = id;
    for (let up = into.get(root); up && !seen.has(root); up = into.get(root)) {
      seen.add(root);
      root = up;
    }
    if (!into.get(root)) roots.set(id, root);
  }
  return roots;
}

/** By each contact that was merged the one that stands for it: the index names them all, who are few. */
export async function mergedRoots(db: Database): Promise<Map<string, string>> {
  return rootsOf(db, await db.contacts.orderBy('k.identity').toArray());
}

/** For whom rows about a contact count: for the one that it went into, or for itself. */
export async function rootFinder(db: Database): Promise<(id: string) => string> {
  const roots = await mergedRoots(db);
  return (id) => roots.get(id) ?? id;
}

/** Activities of these contacts, newest first. */
export async function newestOf(
  db: Database,
  contactIds: string[],
  { limit, type, before }: { limit: number; type?: ActivityType; before?: string },
): Promise<Activity[]> {
  const pages = await Promise.all(
    contactIds.map((id) => {
      const start = type ? `${id}|${type}|` : `${id}|`;
      const index = db.activities.where(type ? 'k.typed' : 'k.line');
      return index
        .between(before ? start + before : start, `${start}~`, !before)
        .limit(limit)
        .toArray();
    }),
  );
  if (pages.length === 1) return pages[0]!.map((row) => row.body);
  const once = new Map(pages.flat().map((row) => [row.id, row.body]));
  return [...once.values()].sort((a, b) => b.at - a.at).slice(0, limit);
}

/**
 * Open promises and open tasks of these contacts, tasks by due day.
 * @param doneSince epoch ms; tasks done from then on are in `done`, the latest first
 */
export async function dutiesOf(
  db: Database,
  contactIds: string[],
  doneSince = Number.POSITIVE_INFINITY,
): Promise<{ promises: Activity[]; tasks: Task[]; done: Task[] }> {
  if (contactIds.length === 0) return { promises: [], tasks: [], done: [] };
  const [promised, listed] = await Promise.all([
    withAny(db.activities.where('k.promised'), contactIds).toArray(),
    withAny(db.tasks.where('k.contacts'), contactIds).toArray(),
  ]);
  const open = listed.filter((row) => row.body.doneAt === null);
  open.sort((a, b) => ((a.k.due ?? '') < (b.k.due ?? '') ? -1 : 1));
  const doneAt = (task: Task) => task.doneAt ?? Number.NEGATIVE_INFINITY;
  const done = listed.map((row) => row.body).filter((task) => doneAt(task) >= doneSince);
  done.sort((a, b) => doneAt(b) - doneAt(a));
  return { promises: promised.map((row) => row.body), tasks: open.map((row) => row.body), done };
}

/** Names of contacts by id, without those in `except`; deleted ones have none, one that was merged that of the one it went into. */
export async function namesOf(
  db: Database,
  ids: string[],
  except: string[] = [],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => !except.includes(id));
  const rows = wanted.length > 0 ? await db.contacts.bulkGet(wanted) : [];
  const live = rows.filter((row) => row !== undefined && row.body.deletedAt === null);
  const names = new Map(live.map((row) => [row!.id, row!.body.name]));
  const merged = live.filter((row) => row!.body.mergedInto !== null) as Row<unknown, Contact>[];
  if (merged.length === 0) return names;
  const roots = await rootsOf(db, merged);
  const ends = new Map((await db.contacts.bulkGet([...roots.values()])).map((row) => [row?.id, row?.body]));
  for (const { id } of merged) {
    const root = roots.get(id) ?? '';
    const name = ends.get(root)?.deletedAt === null ? ends.get(root)?.name : undefined;
    if (name === undefined || except.includes(root)) names.delete(id);
    else names.set(id, name);
  }
  return names;
}

/** Tags with their paths, by path; an id whose tag is gone is left out. */
export async function tagPaths(db: Database, ids: string[]): Promise<TagPath[]> {
  const known = new Map<string, { name: string; parentId: string | null }>();
  const seen = new Set<string>();
  for (let wanted = ids; wanted.length > 0; ) {
    const rows = await db.tags.bulkGet(wanted);
    for (const id of wanted) seen.add(id);
    for (const row of rows) if (row && row.body.deletedAt === null) known.set(row.id, row.body);
    const parents = rows.flatMap((row) => row?.body.parentId ?? []);
    wanted = [...new Set(parents)].filter((id) => !seen.has(id));
  }
  const paths = ids.flatMap((id) => {
    const tag = known.get(id);
    return tag ? [{ id, name: tag.name, path: pathOf(known, id) }] : [];
  });
  return paths.sort((a, b) => (a.path.join('\n') < b.path.join('\n') ? -1 : 1));
}

/** Names from the root down. A ring, which two devices can make, is cut where it closes. */
export function pathOf(tags: Map<string, { name: string; parentId: string | null }>, id: string): string[] {
  const path: string[] = [];
  const seen = new Set<string>();
  for (let at: string | null = id; at && !seen.has(at); at = tags.get(at)?.parentId ?? null) {
    seen.add(at);
    const name = tags.get(at)?.name;
    if (name !== undefined) path.unshift(name);
  }
  return path;
}
