/** Frozen. Templates of mails, and on this device what was put into drafts for whom; packed pages, all of a table in one row. */

export const version = 10;

/** `sentTexts` and `pageImages` are never synced or saved. */
export const tables = {
  templates: 'id, k.all',
  sentTexts: 'id, contactId',
  photos: 'id, k.contact',
  pageImages: 'table',
} as const;
