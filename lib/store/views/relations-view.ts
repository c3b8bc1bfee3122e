import type { RelationView, SupposedRelation } from '@/lib/api/relation-views';
import type { Database } from '../database';
import { rootsOf } from '../lookups';
import { relationsOf } from '../relations';
import { supposedOf } from '../relations-supposed';

/** Whom a contact is tied to, and what is supposed; nothing for one that is gone. */
export async function relationsView(
  db: Database,
  contactId: string,
): Promise<{ relations: RelationView[]; supposed: SupposedRelation[] }> {
  return db.transaction('r', db.contacts, db.companies, async () => {
    const asked = await db.contacts.get(contactId);
    const root = asked && (await rootsOf(db, [asked])).get(contactId);
    const contact = root === contactId ? asked?.body : root && (await db.contacts.get(root))?.body;
    if (!contact || contact.deletedAt !== null) return { relations: [], supposed: [] };
    return { relations: await relationsOf(db, contact), supposed: await supposedOf(db, contact) };
  });
}
