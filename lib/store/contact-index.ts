import type { Database } from './database';

/**
 * Ids of the contacts in lists that have a tag, or are of a company.
 * @param to only those up to this id
 */
export async function contactIdsBy(
  db: Database,
  kind: 'tags' | 'companies',
  id: string,
  to?: string,
): Promise<string[]> {
  const ids = await db.contacts.where(`k.${kind}`).equals(id).primaryKeys();
  return to === undefined ? ids : ids.filter((one) => one <= to);
}
