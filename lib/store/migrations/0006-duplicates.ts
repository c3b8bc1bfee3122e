/** Frozen. Pairs of contacts that may be one, so that they are counted and shown without going through all contacts. */

export const version = 6;

/** Only what is new. It is filled by looking through the contacts. */
export const tables = {
  duplicates: 'id, *ids, certain',
} as const;
