/** Grows when an index key is computed otherwise than before: rows that are there get theirs anew. */
export const KEYS_VERSION = 1;

/** What a database bears in which all keys are those of this version. */
export const KEYED = { key: 'keys', value: KEYS_VERSION } as const;
