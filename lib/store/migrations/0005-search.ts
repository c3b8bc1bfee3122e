/** Frozen. The search index, derived from the rows: see the decision page on it. Filled behind the first page that opens the store. */

export const version = 5;

/** Only what is new. */
export const tables = {
  searchRuns: 'id',
  searchBlocks: '[run+at]',
  searchNames: 'page',
  searchIds: 'from',
  searchMarks: 'page',
} as const;
