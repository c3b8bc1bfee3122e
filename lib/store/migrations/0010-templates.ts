/** Frozen. Templates of mails, and on this device what was put into drafts for whom. */

export const version = 10;

/** `sentTexts` is never synced or saved. */
export const tables = {
  templates: 'id, k.all',
  sentTexts: 'id, contactId',
  photos: 'id, k.contact',
} as const;
