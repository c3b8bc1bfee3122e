import type { ConflictView } from '@/lib/api/data-views';
import type { Change, ChangedTable } from '@/lib/crm/changes';
import type { SurveyResponse } from '@/lib/crm/surveys';
import { isPlain, NOUN_NAMES, type Noun, type StoredBody } from './backup-nouns';
import type { BackupFile } from './backup-read';
import { fieldOf, valueText } from './change-text';
import { clockAt } from './clock';
import type { Database } from './database';
import { type Body, diff } from './edits';
import { isErased } from './erase-surveys';

/** Whose row is taken where both were changed. */
export type Side = 'mine' | 'theirs';

/**
 * What became of a row since it was last the same on two devices: the other's state is in the history of this one (`here`), this one's
 * in the history of the file (`there`), or each went its own way (`both`).
 */
export type Parted = 'here' | 'there' | 'both';

/**
 * Rows of which store and file have different states, written by different devices, by `table/id`. Between states of one device the later
 * clock is the later state: nothing has to be asked.
 */
export async function partedRows(db: Database, backup: BackupFile): Promise<Map<string, Parted>> {
  const parted = new Map<string, Parted>();
  const found = new Map<string, { table: ChangedTable; mine: string; theirs: string; kept: Parted | null }>();
  const empty = await emptyTables(db);
  for (const part of backup.parts) {
    const { noun } = part;
    if (noun === 'changes' || isPlain(noun) || empty.has(noun)) continue;
    const bodies = await backup.read(part);
    const stored = await db.table(noun).bulkGet(bodies.map((body) => body.id));
    for (const [index, theirs] of bodies.entries()) {
      const mine: StoredBody | undefined = stored[index]?.body;
      if (!mine || deviceOf(mine.clock) === deviceOf(theirs.clock)) continue;
      if (diff(noun, mine as Body, theirs as Body).length === 0) continue;
      // Its person was erased here: that is no state to choose from.
      if (noun === 'responses' && isErased(mine as unknown as SurveyResponse)) {
        parted.set(`${noun}/${theirs.id}`, 'here');
        continue;
      }
      const kept = noun === 'invites' ? keptInvite(mine, theirs) : null;
      found.set(theirs.id, { table: noun, mine: mine.clock, theirs: theirs.clock, kept });
    }
  }
  if (found.size === 0) return parted;
  const there = await statesIn(backup, found);
  for (const [id, { table, mine, theirs, kept }] of found) {
    const state = there.has(id) ? 'there' : (await isKnownHere(db, id, theirs)) ? 'here' : (kept ?? 'both');
    // The settings of a new profile were never set by anybody.
    if (mine || state !== 'both') parted.set(`${table}/${id}`, state);
  }
  return parted;
}

/**
 * Of an invitation that one computer took back without knowing what became of it on the other: it stands. Its link may have been sent,
 * and nobody can call that back.
 */
function keptInvite(mine: StoredBody, theirs: StoredBody): Parted | null {
  const [here, there] = [mine, theirs].map(({ deletedAt }) => deletedAt === null);
  return here === there ? null : here ? 'here' : 'there';
}

function deviceOf(clock: string): string {
  return clock.slice(clock.indexOf('-') + 1);
}

/** Nouns of which nothing is here: of these every row of a file is new. */
export async function emptyTables(db: Database): Promise<ReadonlySet<Noun>> {
  const counts = await Promise.all(NOUN_NAMES.map((noun) => db.table(noun).limit(1).count()));
  return new Set(NOUN_NAMES.filter((_, at) => counts[at] === 0));
}

/** Rows whose state here is one that the history of the file has seen. */
async function statesIn(backup: BackupFile, found: Map<string, { mine: string }>): Promise<Set<string>> {
  const seen = new Set<string>();
  for (const part of backup.parts) {
    if (part.noun !== 'changes') continue;
    for (const { clock, subjects } of (await backup.read(part)) as unknown as Change[])
      for (const id of subjects) if (found.get(id)?.mine === clock) seen.add(id);
  }
  return seen;
}

async function isKnownHere(db: Database, id: string, clock: string): Promise<boolean> {
  const known = await db.changes
    .where('k.subjects')
    .equals(id)
    .filter(({ body }) => body.clock === clock)
    .first();
  return known !== undefined;
}

/** Both states side by side, field by field. */
export function conflictView(table: ChangedTable, mine: StoredBody, theirs: StoredBody): ConflictView {
  const edits = diff(table, mine as Body, theirs as Body);
  return {
    key: `${table}/${mine.id}`,
    table,
    name: String(mine.name ?? mine.title ?? mine.subject ?? theirs.name ?? ''),
    mineAt: clockAt(mine.clock),
    theirsAt: clockAt(theirs.clock),
    later: mine.clock < theirs.clock ? 'theirs' : 'mine',
    fields: edits.map((edit) => ({
      path: edit.path,
      field: fieldOf(edit),
      mine: valueText(edit.before),
      theirs: valueText(edit.after),
    })),
  };
}
