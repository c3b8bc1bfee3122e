import type { Database } from './database';

/** Ids of the contacts in lists that have a tag, or are of a company. */
export function contactIdsBy(db: Database, kind: 'tags' | 'companies', id: string): PromiseLike<string[]> {
  return db.contacts.where(`k.${kind}`).equals(id).primaryKeys();
}
