import type { ImportPreview } from '@/lib/api/views';
import { batch, type Progress } from './batch';
import { complete, contactOf, type Draft, readNamedIn } from './contact-draft';
import type { Database } from './database';
import { StoreError } from './errors';
import { fold } from './fold';
import { keysOf, matchDrafts, newIn, notesOf } from './import-match';
import { settingsOf } from './settings';
import { TagTree } from './tag-tree';
import type { Context, Work } from './work';

const CHUNK = 500;

type Row = ImportPreview['rows'][number];

/** What each draft of a file would do. Nothing is written. */
export async function previewRows(db: Database, drafts: Draft[]): Promise<Omit<Row, 'draft'>[]> {
  const rows: Omit<Row, 'draft'>[] = [];
  for (let start = 0; start < drafts.length; start += CHUNK) {
    const part = drafts.slice(start, start + CHUNK);
    await db.transaction('r', [db.contacts, db.activities, db.tags, db.settings], async () => {
      const { region } = await settingsOf(db);
      const tags = await TagTree.read(db);
      const { contacts, notes } = await matchDrafts(db, part, { region, tags });
      for (const [index, draft] of part.entries()) {
        const contact = contacts[index];
        if (!contact) rows.push({ contactId: null, contactName: null, status: 'new' });
        else {
          const status = newIn(contact, draft, { region, tags, notes }) ? 'changed' : 'same';
          rows.push({ contactId: contact.id, contactName: contact.name, status });
        }
      }
    });
  }
  return rows;
}

interface Imported {
  batchId: string;
  added: number;
  changed: number;
  same: number;
}

interface Given {
  draft: Draft;
  contactId: string | null;
}

/**
 * Writes the drafts as one batch: those with a contact complete it, the others become contacts. A person who stands in
 * the file twice, by name and address, is one contact.
 */
export function commitImport(
  ctx: Context & Progress,
  given: { name: string; batchId: string; rows: Given[] },
): Promise<Imported> {
  return batch(ctx, {
    items: given.rows,
    batchId: given.batchId,
    size: CHUNK,
    start: { batchId: given.batchId, added: 0, changed: 0, same: 0 },
    run: async (work, rows, before) => {
      if (before.added + before.changed + before.same === 0) await refuseTwice(work, given.batchId);
      const from = { how: 'import' as const, source: given.name };
      return writeRows(
        work,
        rows.map((row) => ({ ...row, draft: { ...row.draft, from: { ...from, ...row.draft.from } } })),
        before,
      );
    },
  });
}

async function refuseTwice(work: Work, batchId: string): Promise<void> {
  const rows = await work.db.changes.where('k.batch').equals(batchId).toArray();
  if (rows.some((row) => row.body.undoneBy === null)) {
    throw new StoreError('conflict', 'This file was imported already.');
  }
}

/** Reads all that the rows may meet, then writes without waiting. */
async function writeRows(work: Work, rows: Given[], before: Imported): Promise<Imported> {
  const named = await readNamedIn(
    work,
    rows.map((row) => row.draft),
  );
  const twins = await twinsIn(work, rows, named.region);
  const ids = rows.flatMap((row) => row.contactId ?? []);
  await work.load('contacts', [...new Set([...ids, ...twins.values()])]);
  const notes = await notesOf(work.db, [...new Set([...ids, ...twins.values()])]);
  const result = { ...before };
  for (const { draft, contactId } of rows) {
    const keys = twinKeys(draft, named.region);
    const twin = keys.map((key) => twins.get(key)).find((id) => id !== undefined);
    const contact = work.read('contacts', contactId ?? twin ?? '');
    if (!contact || contact.deletedAt !== null) {
      const { id } = contactOf(work, draft, named);
      for (const key of keys) twins.set(key, id);
      if (draft.note) notes.set(id, new Set([draft.note]));
      result.added += 1;
      continue;
    }
    const rest = newIn(contact, draft, { region: named.region, tags: named.tags, notes });
    if (rest) complete(work, contact, rest, named);
    if (rest?.note) notes.get(contact.id)?.add(rest.note);
    result[rest ? 'changed' : 'same'] += 1;
  }
  return result;
}

function twinKeys(draft: Draft, region: string | null): string[] {
  return keysOf(draft, region).map((key) => `${fold(draft.name)}|${key}`);
}

/** Contacts of the same name and address as a row that is to be added: parts of the batch before this one wrote some. */
async function twinsIn(work: Work, rows: Given[], region: string | null): Promise<Map<string, string>> {
  const keys = rows.filter((row) => !row.contactId).flatMap((row) => keysOf(row.draft, region));
  if (keys.length === 0) return new Map();
  const found = await work.db.contacts.where('k.points').anyOf(keys).distinct().toArray();
  return new Map(
    found
      .filter((row) => row.body.mergedInto === null)
      .flatMap(({ id, k }) => (k.points ?? []).map((key) => [`${k.full}|${key}`, id] as const)),
  );
}
