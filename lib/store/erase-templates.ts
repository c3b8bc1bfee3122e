import type { Edit } from '@/lib/crm/changes';
import type { Database } from './database';
import type { Traces } from './erase';
import { changeRow } from './work';

/**
 * A template whose name, label or text names the person goes, as a saved view does; of the others what their history said of
 * them. What was put into mails for the person is forgotten.
 */
export async function eraseTemplates(
  db: Database,
  { ids, called, named }: Pick<Traces, 'ids' | 'called' | 'named'>,
): Promise<void> {
  await db.sentTexts
    .where('contactId')
    .anyOf([...ids])
    .delete();
  const rows = await db.templates.toArray();
  const gone = rows.filter(({ body }) =>
    [body.name, body.text, ...body.labels].some((text) => called.isNamedIn(text)),
  );
  for (const { id } of gone) named.add(id);
  await db.templates.bulkDelete(gone.map(({ id }) => id));
  const speaks = ({ table, before, after }: Edit) =>
    table === 'templates' && called.isNamedIn(JSON.stringify([before ?? null, after ?? null]));
  const subjects = rows.map(({ id }) => id);
  const changes = await db.changes.where('k.subjects').anyOf(subjects).distinct().toArray();
  await db.changes.bulkPut(
    changes.flatMap(({ body }) => {
      const edits = body.edits.filter((edit) => !speaks(edit));
      return edits.length < body.edits.length ? [changeRow({ ...body, edits })] : [];
    }),
  );
}
