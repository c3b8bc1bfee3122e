/** Frozen: a later change of the tables is a file of its own beside this one. */

export const version = 1;

/** Dexie's notation: primary key first; `*` takes every element of an array. */
export const tables = {
  contacts:
    'id, k.name, k.company, k.added, k.kind, *k.points, *k.tags, *k.companies, *k.words, k.full, k.identity',
  companies: 'id, k.name, *k.points, *k.words, k.identity',
  activities: 'id, *k.line, *k.typed, *k.external, *k.same, *k.promised, *k.about',
  tags: 'id, k.name, k.parent, *k.words',
  tasks: 'id, k.due, k.done, *k.contacts, *k.about',
  settings: 'id',
  changes: 'id, k.command, *k.subjects, k.batch, k.at, k.mine',
  figures: 'contactId, lastAt, nextAt, waitingSince, waitingFor, dueOn, cadenceAt, dateOn, open',
  drafts: 'key',
  device: 'id',
  identities: 'key, contactId',
  jobs: 'id, commandId',
  meta: 'key',
} as const;
