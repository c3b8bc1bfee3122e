/** Frozen. Segments and what they held on a day, deals, what became of advice, and what figures of all contacts are read from. */

export const version = 9;

/** What is new. The packed pages are filled by `fillLists`. */
export const tables = {
  segments: 'id, k.all',
  deals: 'id, k.all, k.open, k.company, *k.contacts, *k.about',
  outcomes: 'id, k.at, k.contact, *k.about',
  snapshots: 'id, k.segment',
  events: 'from',
  measures: 'from',
} as const;
