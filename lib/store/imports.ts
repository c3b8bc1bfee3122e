import type { ImportPreview } from '@/lib/api/views';
import { batch, type Progress } from './batch';
import { complete, contactOf, type Draft } from './contact-draft';
import type { Database } from './database';
import { StoreError } from './errors';
import { fold } from './fold';
import { keysOf, matchDrafts, newIn } from './import-match';
import { settingsOf } from './settings';
import type { Context, Work } from './work';

const CHUNK = 500;

type Row = ImportPreview['rows'][number];

/** What each draft of a file would do. Nothing is written. */
export async function previewRows(db: Database, drafts: Draft[]): Promise<Omit<Row, 'draft'>[]> {
  const { region } = await settingsOf(db);
  const rows: Omit<Row, 'draft'>[] = [];
  for (let start = 0; start < drafts.length; start += CHUNK) {
    const part = drafts.slice(start, start + CHUNK);
    await db.transaction('r', [db.contacts, db.activities, db.tags], async () => {
      const contacts = await matchDrafts(db, part, region);
      for (const [index, contact] of contacts.entries()) {
        const draft = part[index];
        if (!contact || !draft) rows.push({ contactId: null, contactName: null, status: 'new' });
        else {
          const status = (await newIn(db, contact, draft, region)) ? 'changed' : 'same';
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

/**
 * Writes the drafts as one batch: those with a contact complete it, the others become contacts. A person who stands in
 * the file twice, by name and address, is one contact.
 */
export async function commitImport(
  ctx: Context & Progress,
  given: { name: string; batchId: string; rows: { draft: Draft; contactId: string | null }[] },
): Promise<Imported> {
  return batch(ctx, {
    items: given.rows,
    batchId: given.batchId,
    size: CHUNK,
    start: { batchId: given.batchId, added: 0, changed: 0, same: 0 },
    run: async (work, rows, before) => {
      if (before.added + before.changed + before.same === 0) await refuseTwice(work, given.batchId);
      const { region } = await settingsOf(work.db);
      const result = { ...before };
      for (const { draft, contactId } of rows) {
        const named: Draft = { ...draft, from: { how: 'import', source: given.name, ...draft.from } };
        result[await writeRow(work, named, contactId, region)] += 1;
      }
      return result;
    },
  });
}

async function refuseTwice(work: Work, batchId: string): Promise<void> {
  const rows = await work.db.changes.where('k.batch').equals(batchId).toArray();
  if (rows.some((row) => row.body.undoneBy === null)) {
    throw new StoreError('conflict', 'This file was imported already.');
  }
}

async function writeRow(
  work: Work,
  draft: Draft,
  contactId: string | null,
  region: string | null,
): Promise<'added' | 'changed' | 'same'> {
  const known = contactId ?? (await twinInFile(work, draft, region));
  const [contact] = known ? await work.live('contacts', [known]) : [];
  if (!contact) {
    const { id } = await contactOf(work, draft, region);
    for (const key of twinKeys(draft, region)) work.memo.set(key, id);
    return 'added';
  }
  const rest = await newIn(work.db, contact, draft, region);
  if (!rest) return 'same';
  await complete(work, contact, rest, region);
  return 'changed';
}

function twinKeys(draft: Draft, region: string | null): string[] {
  return keysOf(draft, region).map((key) => `twin|${fold(draft.name)}|${key}`);
}

/** Somebody of the same name and address who was written before, in this part or an earlier one. */
async function twinInFile(work: Work, draft: Draft, region: string | null): Promise<string | null> {
  const keys = twinKeys(draft, region);
  const here = keys.map((key) => work.memo.get(key)).find((id) => id !== undefined);
  if (here || keys.length === 0) return here ?? null;
  const rows = await work.db.contacts.where('k.points').anyOf(keysOf(draft, region)).toArray();
  const twin = rows.find((row) => row.k.full === fold(draft.name) && row.body.mergedInto === null);
  return twin?.id ?? null;
}
