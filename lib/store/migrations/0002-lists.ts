/** Frozen. Tables derived from the others, so that a list is read without walking an index of every contact. */

export const version = 2;

/** Only what is new. They are filled when the database is opened, by what their rows rest on. */
export const tables = {
  companyFigures: 'companyId',
  tagFigures: 'tagId',
  tallies: 'noun',
  columns: 'from',
} as const;
