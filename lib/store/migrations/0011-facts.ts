/** Frozen. What stands in the fields of everybody, packed. */

export const version = 11;

/** Filled by `fillLists`; never synced or saved. */
export const tables = {
  facts: 'from',
} as const;
