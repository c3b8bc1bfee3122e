import { v7 as uuid } from 'uuid';
import type { Contact } from '@/lib/crm/contacts';
import { PHOTO_SCHEMA, type Photo } from '@/lib/crm/photos';
import { hasTooManyPixels, pictureSize } from '@/lib/exchange/picture-size';
import { thumbnailOf } from '@/lib/exchange/thumbnail';
import { command } from './command';
import type { Database, Row } from './database';
import { StoreError } from './errors';
import { type Origin, provenance } from './provenance';
import type { Context, Work } from './work';

/**
 * Pictures of contacts: rows of their own, so that nobody who reads contacts reads pictures. A row is never changed; which one is shown stands in
 * the contact, and is what history, undo and merging speak of.
 */

/** A larger file is not read: it is no picture of a person, and would fill the worker's memory. In bytes. */
const LARGEST = 50 * 1024 * 1024;

const tooLarge = () => new StoreError('invalid', 'data.photo_large');

type Done = Record<string, never>;

type PhotoRow = Row<{ contact: string }, Photo>;

export function photoRow(body: Photo): PhotoRow {
  return { id: body.id, k: { contact: body.contactId }, body };
}

/** Gives a contact a picture in the running command, which writes the row that this answers. @param base64 of a `thumbnailOf` */
export function givePhoto({ now }: Work, contact: Contact, base64: string, from?: Origin): PhotoRow {
  const id = uuid();
  contact.photo = { id, ...provenance(now, from) };
  return photoRow({ id, schema: PHOTO_SCHEMA, contactId: contact.id, type: 'image/jpeg', base64, at: now });
}

/**
 * Sets the picture of a contact: a small copy of the one that was chosen.
 * @throws StoreError `invalid` for what cannot be read as a picture; with the key of its sentence for what is too large
 */
export async function setPhoto(
  ctx: Context,
  { contactId, file }: { contactId: string; file: Blob },
): Promise<Done> {
  if (file.size > LARGEST) throw tooLarge();
  const bytes = new Uint8Array(await file.arrayBuffer());
  const size = pictureSize(bytes);
  if (size && hasTooManyPixels(size)) throw tooLarge();
  const base64 = await thumbnailOf(bytes);
  if (!base64) throw new StoreError('invalid', 'This file cannot be read as a picture.');
  return command(ctx, async (work) => {
    await work.db.photos.put(givePhoto(work, await work.one('contacts', contactId), base64));
    return {};
  });
}

/** Takes the picture off a contact. It stays beside it for undo, until the contact is erased. */
export function removePhoto(ctx: Context, { contactId }: { contactId: string }): Promise<Done> {
  return command(ctx, async (work) => {
    const contact = await work.one('contacts', contactId);
    if (contact.photo) contact.photo = null;
    return {};
  });
}

/** Takes the pictures of people away who are erased. Inside a transaction. */
export async function erasePhotos(db: Database, ids: ReadonlySet<string>): Promise<void> {
  await db.photos
    .where('k.contact')
    .anyOf([...ids])
    .delete();
}
