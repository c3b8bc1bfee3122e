import { z } from 'zod';
import { Activity } from '@/lib/crm/activities';
import { Case } from '@/lib/crm/cases';
import { Change } from '@/lib/crm/changes';
import { Company } from '@/lib/crm/companies';
import { Contact } from '@/lib/crm/contacts';
import { Deal } from '@/lib/crm/deals';
import { ImportReport } from '@/lib/crm/imports';
import { Outcome } from '@/lib/crm/outcomes';
import { Photo } from '@/lib/crm/photos';
import { Connection, Secret } from '@/lib/crm/secrets';
import { Segment, Snapshot } from '@/lib/crm/segments';
import { Settings } from '@/lib/crm/settings';
import { Invite, Survey, SurveyResponse } from '@/lib/crm/surveys';
import { Tag } from '@/lib/crm/tags';
import { Task } from '@/lib/crm/tasks';
import { Template } from '@/lib/crm/templates';
import { cutText } from '@/lib/crm/whole-text';
import { CLOCK } from './clock';
import { StoreError } from './errors';

/** The one file that holds everything: JSON, a list of bodies for each noun. */

const FORMAT = 'sidelight-backup';
/** Raised when the shape of the file changes. */
const FILE_VERSION = 1;

const StoredSettings = Settings.extend({
  id: z.literal('settings'),
  schema: z.int(),
  clock: z.string(),
  deletedAt: z.null(),
});

/**
 * Nouns in the order in which they are written back: what is named before what names it. History is among them: it is
 * the user's own record of what was changed and from where, and it moves to the next computer with the rest.
 */
export const NOUNS = {
  tags: Tag,
  companies: Company,
  contacts: Contact,
  activities: Activity,
  tasks: Task,
  settings: StoredSettings,
  surveys: Survey,
  responses: SurveyResponse,
  invites: Invite,
  cases: Case,
  segments: Segment,
  deals: Deal,
  outcomes: Outcome,
  templates: Template,
  snapshots: Snapshot,
  photos: Photo,
  secrets: Secret,
  connections: Connection,
  changes: Change,
  imports: ImportReport,
} as const;
export type Noun = keyof typeof NOUNS;
export const NOUN_NAMES = Object.keys(NOUNS) as Noun[];
/** Nouns whose rows have no history: what is restored of them is not taken back with the rest. */
export const PLAIN_NOUNS = [
  'secrets',
  'connections',
  'imports',
  'snapshots',
  'photos',
] as const satisfies Noun[];
export type PlainNoun = (typeof PLAIN_NOUNS)[number];

export function isPlain(noun: Noun): noun is PlainNoun {
  return (PLAIN_NOUNS as readonly string[]).includes(noun);
}

/** Nouns whose rows are never changed, and so have no clock. */
export const RECORD_NOUNS = ['imports', 'snapshots', 'photos'] as const satisfies PlainNoun[];
export type RecordNoun = (typeof RECORD_NOUNS)[number];

export function isRecordNoun(noun: Noun): noun is RecordNoun {
  return (RECORD_NOUNS as readonly string[]).includes(noun);
}

/** From which version of the data on a file has these lists. */
const SINCE: Partial<Record<Noun, number>> = {
  surveys: 3,
  responses: 3,
  invites: 3,
  cases: 3,
  secrets: 3,
  connections: 3,
  segments: 9,
  deals: 9,
  outcomes: 9,
  templates: 10,
  snapshots: 9,
  photos: 10,
  // They were in no file at first, and no version tells since when.
  imports: Number.POSITIVE_INFINITY,
};

export type StoredBody = { id: string; clock: string } & Record<string, unknown>;
/** For each noun its rows as text, in the order of the file, each id once. */
export type RowTexts = Record<Noun, string[]>;

export interface BackupFile {
  savedAt: number;
  texts: RowTexts;
  /** Values that were longer than they may be, and were cut: `contacts / 12 / name`. */
  cut: string[];
}

/** Rows as they stand in the file, one a line: an indented file would be a third longer, and could not be read line by line. */
export function rowsText(bodies: StoredBody[]): string {
  return bodies.map((body) => JSON.stringify(body)).join(',\n');
}

/** A backup file, in parts: one text of it all might be longer than a text may be. @param texts for each noun its rows, as parts of `rowsText` */
export function writeBackup(texts: Record<Noun, Blob[]>, schemaVersion: number, savedAt: number): Blob {
  const head = JSON.stringify({ format: FORMAT, version: FILE_VERSION, schemaVersion, savedAt });
  const parts: BlobPart[] = [`${head.slice(0, -1)},\n`];
  for (const [at, noun] of NOUN_NAMES.entries()) {
    const rows = texts[noun];
    parts.push(rows.length > 0 ? `"${noun}":[\n` : `"${noun}":[`);
    for (const [index, part] of rows.entries()) parts.push(...(index > 0 ? [',\n', part] : [part]));
    parts.push(rows.length > 0 ? '\n]' : ']', at < NOUN_NAMES.length - 1 ? ',\n' : '}\n');
  }
  return new Blob(parts, { type: 'application/json' });
}

/**
 * Reads a backup file and checks every row of it, so that nothing half good is written.
 * @throws StoreError `invalid` for a damaged or foreign file, `newer` for one of a newer version
 */
export async function readBackup(file: Blob, schemaVersion: number): Promise<BackupFile> {
  const { head, lists } = (await readLines(file)) ?? readWhole(await file.text());
  if (head.format !== FORMAT) throw new StoreError('invalid', 'This is no backup of Sidelight.');
  const { version, schemaVersion: stored } = head;
  if (typeof version !== 'number' || typeof stored !== 'number') {
    throw new StoreError('invalid', 'The backup is damaged: it does not say its version.');
  }
  if (version > FILE_VERSION || stored > schemaVersion) {
    throw new StoreError(
      'newer',
      'This backup was saved by a newer version of Sidelight. Update, then restore it.',
    );
  }
  const savedAt = typeof head.savedAt === 'number' ? head.savedAt : 0;
  const cut: string[] = [];
  const texts = Object.fromEntries(
    NOUN_NAMES.map((noun) => {
      const list = lists.get(noun) ?? (stored < (SINCE[noun] ?? 0) ? [] : undefined);
      if (!list) throw new StoreError('invalid', `The backup is damaged: ${noun} are missing.`);
      return [noun, checked(noun, list, cut)];
    }),
  );
  return { savedAt, texts: texts as RowTexts, cut };
}

interface Parts {
  head: Record<string, unknown>;
  lists: Map<string, string[]>;
}

const LIST_BEGINS = /^"(\w+)":\[(?:(\])(,|\}))?$/;

/** The file as this product writes it, line by line; null for one that stands otherwise. @throws StoreError when it ends too early */
async function readLines(file: Blob): Promise<Parts | null> {
  const lines = linesOf(file);
  const first = (await lines.next()).value ?? '';
  const head =
    first.startsWith(`{"format":"${FORMAT}"`) && first.endsWith(',')
      ? object(`${first.slice(0, -1)}}`)
      : null;
  if (!head) return null;
  const lists = new Map<string, string[]>();
  let list: string[] | null = null;
  let isWhole = false;
  for await (const line of lines) {
    if (isWhole && line !== '') return null;
    const begins = list ? null : LIST_BEGINS.exec(line);
    if (begins) {
      const own: string[] = [];
      lists.set(begins[1]!, own);
      if (begins[2]) isWhole = begins[3] === '}';
      else list = own;
    } else if (list && /^\](?:,|\})$/.test(line)) {
      list = null;
      isWhole = line === ']}';
    } else if (list) list.push(line.endsWith(',') ? line.slice(0, -1) : line);
    else if (line !== '') return null;
  }
  if (!isWhole) throw incomplete();
  return { head, lists };
}

async function* linesOf(file: Blob): AsyncGenerator<string, undefined> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const lines = (rest + piece.value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest) yield rest;
  return undefined;
}

/** A file that another program has written anew. */
function readWhole(text: string): Parts {
  const file = object(text);
  if (!file) throw incomplete();
  const lists = Object.entries(file).flatMap(([noun, list]): [string, string[]][] =>
    Array.isArray(list) ? [[noun, list.map((body) => JSON.stringify(body))]] : [],
  );
  return { head: file, lists: new Map(lists) };
}

function object(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return null;
  }
}

function incomplete(): StoreError {
  return new StoreError(
    'invalid',
    'The file is damaged or was not saved to its end: it is not complete JSON.',
  );
}

/**
 * The rows, each checked; of one that stands twice the last. A value that is only too long is no damage, for it was in the store as it
 * is: it is cut, and named in `cut`.
 */
function checked(noun: Noun, list: string[], cut: string[]): string[] {
  const once = new Map<string, string>();
  for (const [index, text] of list.entries()) {
    const body = object(text);
    if (!body) throw damaged([noun, index + 1], 'This is no row.');
    let read = NOUNS[noun].safeParse(body);
    const isCut = !read.success && read.error.issues.every((issue) => shorten(body, issue));
    if (isCut) {
      for (const { path } of read.error?.issues ?? []) cut.push([noun, index + 1, ...path].join(' / '));
      read = NOUNS[noun].safeParse(body);
    }
    if (!read.success) {
      const [issue] = read.error.issues;
      throw damaged([noun, index + 1, ...(issue?.path ?? [])], issue?.message ?? '');
    }
    const row = read.data as StoredBody;
    // Rows of a newer clock win, and the clock of this device goes on behind the latest: a broken one would break both.
    if (!isRecordNoun(noun) && !CLOCK.test(row.clock)) {
      throw damaged([noun, index + 1, 'clock'], 'This is no clock.');
    }
    once.set(row.id, isCut ? JSON.stringify(body) : text);
  }
  return [...once.values()];
}

/** Cuts a text or a list to what it may hold at most; false for any other fault. */
function shorten(body: Record<string, unknown>, issue: z.core.$ZodIssue): boolean {
  const field = issue.path.at(-1);
  if (issue.code !== 'too_big' || field === undefined) return false;
  const holder = issue.path
    .slice(0, -1)
    .reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)[key], body);
  const of = holder as Record<PropertyKey, unknown>;
  const value = of[field];
  const most = Number(issue.maximum);
  if (typeof value === 'string') of[field] = cutText(value, most);
  else if (Array.isArray(value)) of[field] = value.slice(0, most);
  return typeof value === 'string' || Array.isArray(value);
}

function damaged(where: PropertyKey[], why: string): StoreError {
  return new StoreError('invalid', `The backup is damaged at ${where.join(' / ')}: ${why}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
