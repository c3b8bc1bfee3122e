import { IMPORT_SCHEMA, type ImportReport } from '@/lib/crm/imports';
import type { CustomField, Settings } from '@/lib/crm/settings';
import type { FileContacts, FileDraft, ReadOptions } from '@/lib/exchange/file-contacts';
import { bytesOfBase64 } from '@/lib/exchange/picture-size';
import { thumbnailOf } from '@/lib/exchange/thumbnail';
import { batch, itemsId, type Progress } from './batch';
import { refuseNewer } from './command';
import type { Database } from './database';
import { isClosed, StoreError } from './errors';
import { DealBook } from './import-deals';
import { keysOf, People } from './import-people';
import { readImport } from './import-read';
import { type Choice, type ImportItem, writeItems } from './import-write';
import { alone } from './lock';
import { settingsOf } from './settings';
import { SETTINGS_ID } from './settings-row';
import { takeBack } from './take-back';
import type { Context, Work } from './work';

/** Lines held back that a report keeps; its counts tell of all. */
const MOST_HELD = 1000;
const MOST_UNMAPPED = 1000;
/** The command that imports a file, under which it is also gone on with. */
const OP = 'imports.run';

/** All that an import rests on. The same gives the same: so a run that died needs nothing else to go on. */
export interface ImportJob {
  /** Of the report and of the batch. */
  id: string;
  /** Name of the file. */
  name: string;
  bytes: Uint8Array;
  options: ReadOptions;
  /** By `where` of the record. */
  choices: [string, Choice][];
  otherwise?: 'first' | 'new' | undefined;
  /** Fields of the user's own that the mapping names. */
  fields?: Record<string, CustomField> | undefined;
  /** Of stages of deals in the file's words: the stage of the board, or '' for a new one. */
  stages?: Record<string, string> | undefined;
}

type Json = NonNullable<Settings['mappings']>[string];
type Counts = ImportReport['counts'];

/** Imports a file as one batch, and leaves a report. Cancelled or failed it is taken back; one that died can be gone on with. */
export async function runImport(ctx: Context & Progress, job: ImportJob): Promise<Counts> {
  refuseNewer(ctx.db);
  const known = await ctx.db.imports.get(job.id);
  if (known && known.body.state !== 'running') {
    throw new StoreError('conflict', 'This file was imported already.');
  }
  const read = readImport(job.bytes, job.options);
  return alone(job.id, async () => {
    if (!known) await begin(ctx, job, read);
    return work(ctx, job, read);
  });
}

/** Goes on with an import whose page or worker died, at the record where it stopped. */
export async function resumeImport(ctx: Context & Progress, { id }: { id: string }): Promise<Counts> {
  refuseNewer(ctx.db);
  const known = await jobOf(ctx.db, id);
  if (!known) throw new StoreError('missing', 'This import is not under way any more.');
  const { job, commandId } = known;
  return alone(id, () => work({ ...ctx, op: OP, commandId }, job, readImport(job.bytes, job.options)));
}

/** Takes back what an import that died has written. One that had been taken back when its page died is called stopped then. */
export async function takeImportBack(db: Database, { id }: { id: string }): Promise<void> {
  refuseNewer(db);
  await alone(id, async () => {
    const known = await jobOf(db, id);
    if (known) await takeBack(db, known.commandId);
    await stop(db, id);
  });
}

/** The report and the file are there before the first record is written. */
async function begin(ctx: Context, job: ImportJob, read: FileContacts): Promise<void> {
  const { db } = ctx;
  const now = ctx.now();
  const report: ImportReport = {
    id: job.id,
    schema: IMPORT_SCHEMA,
    name: job.name,
    format: read.format,
    ...(read.encoding ? { encoding: read.encoding } : {}),
    at: now,
    state: 'running',
    counts: { added: 0, changed: 0, same: 0, held: read.heldBack.length },
    heldBack: read.heldBack.slice(0, MOST_HELD).map((one) => ({ ...one })),
    unmapped: read.unmapped.slice(0, MOST_UNMAPPED),
  };
  await db.transaction('rw', db.imports, db.jobs, async () => {
    await db.imports.put({ id: job.id, k: { at: now }, body: report });
    await db.jobs.put({
      id: itemsId(job.id),
      commandId: itemsId(ctx.commandId),
      op: OP,
      cursor: 0,
      total: 0,
      result: null,
      items: [job],
      beatAt: now,
    });
  });
}

async function work(ctx: Context & Progress, job: ImportJob, read: FileContacts): Promise<Counts> {
  const { db } = ctx;
  try {
    const items: ImportItem[] = [
      ...read.companies.map((company) => ({ company })),
      ...read.drafts.map((person) => ({ person })),
    ];
    const { region } = await settingsOf(db);
    const people = new People(db, new Set(read.drafts.flatMap((draft) => keysOf(draft, region))));
    await people.read();
    const photos = new WeakMap<FileDraft, string | null>();
    const names = new Map(read.drafts.map((draft) => [draft.where, draft.name]));
    const given = {
      format: read.format,
      name: job.name,
      zone: ctx.zone,
      people,
      choices: new Map(job.choices),
      otherwise: job.otherwise,
      nameOf: (where: string) => names.get(where),
      photoOf: (draft: FileDraft) => photos.get(draft) ?? null,
      deals: await DealBook.read(db, [...read.drafts, ...read.companies], job.stages),
    };
    return await batch<ImportItem, Counts>(ctx, {
      items,
      batchId: job.id,
      isKept: true,
      start: { added: 0, changed: 0, same: 0, held: read.heldBack.length },
      prepare: async (part) => {
        for (const item of part) {
          // Each may take a part of a second, and there may be a thousand.
          ctx.signal?.throwIfAborted();
          if (!('person' in item) || !item.person.photo) continue;
          const bytes = bytesOfBase64(item.person.photo.base64);
          photos.set(item.person, await thumbnailOf(bytes));
        }
      },
      run: async (work, part, before) => {
        if (part[0] === items[0]) await remember(work, job, read);
        const { added, changed, same, held } = await writeItems(work, part, given);
        const counts = {
          added: before.added + added,
          changed: before.changed + changed,
          same: before.same + same,
          held: before.held + held.length,
        };
        const isLast = part.at(-1) === items.at(-1);
        await report(db, job.id, counts, held, isLast ? 'done' : 'running');
        return counts;
      },
    });
  } catch (error) {
    // A page that was closed, or a database that another version wants to upgrade: the next page goes on.
    if (isClosed(error)) throw error;
    await takeBack(db, ctx.commandId);
    await stop(db, job.id);
    throw error;
  }
}

/** Keeps how the columns of this header are read, and the user's own fields among them. */
async function remember(
  work: Work,
  { fields, options }: ImportJob,
  { mapping }: FileContacts,
): Promise<void> {
  if (!options.mapping && !fields) return;
  const settings = await work.one('settings', SETTINGS_ID);
  if (mapping)
    settings.mappings = { ...settings.mappings, [mapping.fingerprint]: mapping as unknown as Json };
  if (fields) settings.fields = { ...settings.fields, ...fields };
}

async function report(
  db: Database,
  id: string,
  counts: Counts,
  held: ImportReport['heldBack'],
  state: ImportReport['state'],
): Promise<void> {
  if (held.length === 0 && state === 'running') return;
  const row = await db.imports.get(id);
  if (!row) return;
  const heldBack = [...row.body.heldBack, ...held].slice(0, MOST_HELD);
  await db.imports.put({ ...row, body: { ...row.body, counts, heldBack, state } });
}

/** Nothing of it is in the store. A disk that is full may refuse even this: then it is said at the next start. */
async function stop(db: Database, id: string): Promise<void> {
  await db.transaction('rw', db.imports, db.jobs, async () => {
    const row = await db.imports.get(id);
    if (row?.body.state !== 'running') return;
    const counts = { added: 0, changed: 0, same: 0, held: row.body.counts.held };
    await db.imports.put({ ...row, body: { ...row.body, counts, state: 'stopped' } });
    await db.jobs.delete(itemsId(id));
  });
}

async function jobOf(db: Database, id: string): Promise<{ job: ImportJob; commandId: string } | null> {
  const row = await db.jobs.get(itemsId(id));
  const job = row?.items?.[0] as ImportJob | undefined;
  if (!row || !job) return null;
  return { job, commandId: row.commandId.slice(0, -itemsId('').length) };
}
