import type { ChangeView } from '@/lib/api/views';
import type { Change, Edit } from '@/lib/crm/changes';
import { fieldOf, valueText } from './change-text';
import type { Database } from './database';
import { identityOf } from './lookups';

/** Edits of one change that are shown; `total` says how many there are. */
const SHOWN = 50;

/**
 * What changed, the last first, for one row or for all. A page never ends between two changes of one moment, so that
 * the next, asked with `before`, skips none.
 */
export async function listChanges(
  db: Database,
  { subject, limit, before }: { subject?: string | undefined; limit: number; before?: number | undefined },
): Promise<{ items: ChangeView[]; more: boolean }> {
  return db.transaction(
    'r',
    [db.changes, db.contacts, db.companies, db.tags, db.tasks, db.activities, db.surveys, db.cases],
    async () => {
      const { items, more } = subject
        ? await ofSubject(db, subject, limit, before)
        : await ofAll(db, limit, before);
      const names = await namesIn(
        db,
        items.flatMap((change) => shown(change, subject)),
      );
      return { items: items.map((change) => viewOf(change, subject, names)), more };
    },
  );
}

async function ofSubject(db: Database, subject: string, limit: number, before: number | undefined) {
  const rows = await db.changes
    .where('k.subjects')
    .anyOf(await identityOf(db, subject))
    .distinct()
    .toArray();
  const found = rows
    .map((row) => row.body)
    .filter((change) => before === undefined || change.at < before)
    .sort((a, b) => b.at - a.at || (a.clock < b.clock ? 1 : -1));
  return page(found, limit);
}

async function ofAll(db: Database, limit: number, before: number | undefined) {
  let last: number | null = null;
  let count = 0;
  const rows = await db.changes
    .where('k.at')
    .below(before ?? Number.POSITIVE_INFINITY)
    .reverse()
    .filter(({ body }) => body.edits.length > 0)
    .until(({ body }) => {
      count += 1;
      if (count === limit) last = body.at;
      return count > limit && body.at !== last;
    }, true)
    .toArray();
  const found = rows.map((row) => row.body).sort((a, b) => b.at - a.at || (a.clock < b.clock ? 1 : -1));
  return page(found, limit);
}

function page(found: Change[], limit: number): { items: Change[]; more: boolean } {
  const last = found[limit - 1]?.at;
  const end = found.findIndex((change, index) => index >= limit && change.at !== last);
  return end === -1 ? { items: found, more: false } : { items: found.slice(0, end), more: true };
}

function shown({ edits }: Change, subject: string | undefined): Edit[] {
  const own = subject ? edits.filter((edit) => edit.id === subject || edit.about?.includes(subject)) : edits;
  return own.slice(0, SHOWN);
}

function viewOf(change: Change, subject: string | undefined, names: Map<string, string>): ChangeView {
  const { id, op, caller, device, at, batchId, undoes, undoneBy, edits, subjects } = change;
  const total = subject
    ? edits.filter((edit) => edit.id === subject || edit.about?.includes(subject)).length
    : edits.length;
  return {
    id,
    op,
    caller,
    device,
    at,
    batchId,
    undoes,
    undone: undoneBy !== null,
    canUndo: undoneBy === null && edits.length > 0,
    subjects: subjects.slice(0, SHOWN),
    edits: shown(change, subject).map((edit) => ({
      table: edit.table,
      id: edit.id,
      path: edit.path,
      field: fieldOf(edit),
      ...beforeAndAfter(edit, names),
    })),
    total,
  };
}

/** A created row is shown by its name, a tagging by the name of the tag, an owner by theirs. */
function beforeAndAfter(edit: Edit, names: Map<string, string>) {
  const [field, key] = edit.path;
  const nameIn = (id: Edit['after']) => (typeof id === 'string' ? (names.get(id) ?? null) : null);
  if (field === undefined) return { before: null, after: names.get(edit.id) ?? null };
  if (field === 'ownerId') return { before: nameIn(edit.before), after: nameIn(edit.after) };
  if (field !== 'tags' || !key) return { before: valueText(edit.before), after: valueText(edit.after) };
  const name = names.get(key) ?? null;
  return {
    before: edit.before === undefined ? null : name,
    after: edit.after === undefined ? null : name,
  };
}

async function namesIn(db: Database, edits: Edit[]): Promise<Map<string, string>> {
  const created = (table: Edit['table']) =>
    edits.filter((edit) => edit.table === table && edit.path.length === 0).map((edit) => edit.id);
  const owners = edits
    .filter(({ path: [field] }) => field === 'ownerId')
    .flatMap(({ before, after }) => [before, after].filter((id) => typeof id === 'string'));
  const tagged = edits.flatMap(({ path: [field, key] }) => (field === 'tags' && key ? [key] : []));
  const [contacts, companies, tags, tasks, activities, surveys, cases] = await Promise.all([
    db.contacts.bulkGet([...new Set([...created('contacts'), ...owners])]),
    db.companies.bulkGet(created('companies')),
    db.tags.bulkGet([...new Set([...created('tags'), ...tagged])]),
    db.tasks.bulkGet(created('tasks')),
    db.activities.bulkGet(created('activities')),
    db.surveys.bulkGet(created('surveys')),
    db.cases.bulkGet(created('cases')),
  ]);
  return new Map([
    ...[...contacts, ...companies, ...tags, ...surveys].flatMap((row) =>
      row ? [[row.id, row.body.name] as [string, string]] : [],
    ),
    ...[...tasks, ...cases].flatMap((row) => (row ? [[row.id, row.body.title] as [string, string]] : [])),
    ...activities.flatMap((row) =>
      row ? [[row.id, row.body.subject || row.body.text.slice(0, 200)] as [string, string]] : [],
    ),
  ]);
}
