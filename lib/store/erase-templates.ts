import type { Database } from './database';
import type { Traces } from './erase';
import { scrubHistory } from './erase-own-texts';
import { isNamedBy } from './erase-words';

/**
 * A template whose name, label or text names the person goes, but not for a word that a name of theirs happens to be; of the others what their history said of
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
  const inProse = { isNamedIn: called.isNamedInProse };
  const gone = rows.filter(({ body }) => isNamedBy(inProse, [body.name, body.text, body.labels]));
  for (const { id } of gone) named.add(id);
  await db.templates.bulkDelete(gone.map(({ id }) => id));
  await scrubHistory(
    db,
    rows.map(({ id }) => id),
    ({ table, before, after }) => table === 'templates' && isNamedBy(inProse, [before, after]),
  );
}
