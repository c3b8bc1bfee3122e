import type { Contact } from '@/lib/crm/contacts';
import type { Database } from './database';
import { isShown } from './keys';

/** Reading pictures of contacts: apart from what makes them, which the first page of the workspace does without. */

/** Base64 of the pictures of these contacts, by contact; those without one are left out. */
export async function photosOf(
  db: Database,
  contacts: readonly Pick<Contact, 'id' | 'photo'>[],
): Promise<Map<string, string>> {
  const shown = contacts.flatMap(({ id, photo }) => (photo ? [{ id, photo: photo.id }] : []));
  if (shown.length === 0) return new Map();
  const rows = await db.photos.bulkGet(shown.map(({ photo }) => photo));
  return new Map(rows.flatMap((row, at) => (row ? [[shown[at]!.id, row.body.base64]] : [])));
}

/** What pages draw: the source of an image for each contact that has one, and whether anybody has. */
export async function contactPhotos(
  db: Database,
  { ids }: { ids: string[] },
): Promise<{ any: boolean; sources: Record<string, string> }> {
  return db.transaction('r', [db.photos, db.contacts], async () => {
    const any = (await db.photos.limit(1).count()) > 0;
    if (!any) return { any, sources: {} };
    const bodies = (await db.contacts.bulkGet(ids)).flatMap((row) => (isShown(row?.body) ? [row.body] : []));
    const photos = await photosOf(db, bodies);
    const sources = [...photos].map(([id, base64]) => [id, `data:image/jpeg;base64,${base64}`]);
    return { any, sources: Object.fromEntries(sources) };
  });
}
