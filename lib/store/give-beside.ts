import type { Dossier } from '@/lib/api/data-views';
import type { Database } from './database';

/** What stands beside a contact and not in it: pictures that were shown before, and that texts were put into mails for them. */
export async function keptBeside(
  db: Database,
  ids: string[],
  shown: string | undefined,
): Promise<Pick<Dossier, 'earlierPhotos' | 'texts'>> {
  const [photos, sent] = await Promise.all([
    db.photos.where('k.contact').anyOf(ids).toArray(),
    db.sentTexts.where('contactId').anyOf(ids).toArray(),
  ]);
  const templates = await db.templates.bulkGet(sent.map(({ templateId }) => templateId ?? ''));
  return {
    earlierPhotos: photos
      .filter(({ id }) => id !== shown)
      .map(({ body: { type, base64, at } }) => ({ type, base64, at }))
      .sort((a, b) => a.at - b.at),
    texts: sent
      .map(({ at }, place) => ({ template: templates[place]?.body.name ?? null, at }))
      .sort((a, b) => a.at - b.at),
  };
}
