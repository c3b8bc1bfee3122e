import type { z } from 'zod';
import { cutText } from '@/lib/crm/whole-text';
import { FILE_VERSION, FORMAT, rowsText, writeBackup } from './backup-file';
import { isNoun, isRecordNoun, NOUN_NAMES, NOUNS, type Noun, SINCE, type StoredBody } from './backup-nouns';
import { type Line, linesOf } from './blob-lines';
import { CLOCK } from './clock';
import { StoreError } from './errors';

/** Rows of one noun that stand one behind the other in the file. */
export interface BackupPart {
  noun: Noun;
  /** Bytes of the file, without the line feed behind the last row. */
  from: number;
  to: number;
  /** How many rows, and which of the noun the first is, from 1. */
  rows: number;
  first: number;
}

/** A file whose rows were all checked. They are read again part by part: of a large one memory holds no more than that. */
export interface BackupFile {
  savedAt: number;
  /** Rows of each noun, and those that a user would count: without deleted ones. */
  rows: Record<Noun, number>;
  live: Record<Noun, number>;
  /** In the order of `NOUN_NAMES`. */
  parts: BackupPart[];
  /** Values that were longer than they may be, and are cut: `contacts / 12 / name`. */
  cut: string[];
  /** @throws StoreError `invalid` where the file was changed or taken away since it was checked */
  read(part: BackupPart): Promise<StoredBody[]>;
}

/** Rows of a part: as many as are written in one transaction. */
const PART_ROWS = 1000;
/** And bytes: the change of an import holds a thousand rows itself. */
const PART_BYTES = 2_000_000;

/**
 * Checks every row of a backup file, so that nothing half good is written.
 * @throws StoreError `invalid` for a damaged or foreign file, `newer` for one of a newer version
 */
export async function readBackup(file: Blob, schemaVersion: number): Promise<BackupFile> {
  return (await readLines(file, schemaVersion)) ?? (await readWhole(file, schemaVersion));
}

/** From which version of the data on the lists are. @throws StoreError for a head that is not of a backup which this version can read */
function versionIn(head: Record<string, unknown>, schemaVersion: number): number {
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
  return stored;
}

/** What is told of a file while its rows are gone through. */
class Checked {
  readonly lists = new Set<string>();
  readonly parts: BackupPart[] = [];
  readonly rows = zeros();
  readonly live = zeros();
  readonly cut: string[] = [];
  /** `noun/row` of rows in which a value is cut. */
  private readonly cutRows = new Set<string>();

  /** @throws StoreError for a row that is damaged */
  take(noun: Noun, { text, from, to }: Line): void {
    this.rows[noun] += 1;
    const at = this.rows[noun];
    const { body, cut } = checked(noun, at, text);
    if (cut.length > 0) this.cutRows.add(`${noun}/${at}`);
    this.cut.push(...cut);
    if (!body.deletedAt) this.live[noun] += 1;
    const last = this.parts.at(-1);
    if (last?.noun === noun && last.rows < PART_ROWS && to - last.from < PART_BYTES) {
      last.rows += 1;
      last.to = to;
    } else this.parts.push({ noun, from, to, rows: 1, first: at });
  }

  /** @throws StoreError when a list is missing that a file of this version has */
  file(file: Blob, savedAt: unknown, stored: number): BackupFile {
    for (const noun of NOUN_NAMES) {
      if (!this.lists.has(noun) && stored >= (SINCE[noun] ?? 0))
        throw new StoreError('invalid', `The backup is damaged: ${noun} are missing.`);
    }
    const { rows, live, cut, cutRows } = this;
    const place = (part: BackupPart) => NOUN_NAMES.indexOf(part.noun);
    const parts = this.parts.sort((a, b) => place(a) - place(b) || a.first - b.first);
    const read = async (part: BackupPart) => {
      const lines = (await textOf(file.slice(part.from, part.to))).split('\n');
      if (lines.length !== part.rows) throw changed();
      return lines.map((line, index): StoredBody => {
        const text = line.replace(/,$/, '');
        const at = part.first + index;
        const body = cutRows.has(`${part.noun}/${at}`) ? checked(part.noun, at, text).body : object(text);
        if (!body) throw changed();
        return body as StoredBody;
      });
    };
    return { savedAt: typeof savedAt === 'number' ? savedAt : 0, rows, live, parts, cut, read };
  }
}

const zeros = () => Object.fromEntries(NOUN_NAMES.map((noun) => [noun, 0])) as Record<Noun, number>;

const changed = () => new StoreError('invalid', 'The file was changed while it was read.');

async function textOf(part: Blob): Promise<string> {
  try {
    return await part.text();
  } catch {
    throw changed();
  }
}

const LIST_BEGINS = /^"(\w+)":\[(?:(\])(,|\}))?$/;

/** The file as this product writes it, line by line; null for one that stands otherwise. @throws StoreError when it ends too early */
async function readLines(file: Blob, schemaVersion: number): Promise<BackupFile | null> {
  const lines = linesOf(file);
  const first = (await lines.next()).value?.text ?? '';
  const head =
    first.startsWith(`{"format":"${FORMAT}"`) && first.endsWith(',')
      ? object(`${first.slice(0, -1)}}`)
      : null;
  if (!head) return null;
  const stored = versionIn(head, schemaVersion);
  const known = new Checked();
  let list: string | null = null;
  let isWhole = false;
  for await (const line of lines) {
    const { text } = line;
    if (isWhole && text !== '') return null;
    const begins: RegExpExecArray | null = list === null ? LIST_BEGINS.exec(text) : null;
    if (begins) {
      known.lists.add(begins[1]!);
      if (begins[2]) isWhole = begins[3] === '}';
      else list = begins[1]!;
    } else if (list !== null && /^\](?:,|\})$/.test(text)) {
      list = null;
      isWhole = text === ']}';
    } else if (list !== null) {
      // A row is never the end of a file.
      if (line.to >= file.size) throw incomplete();
      if (isNoun(list)) known.take(list, { ...line, text: text.endsWith(',') ? text.slice(0, -1) : text });
    } else if (text !== '') return null;
  }
  if (!isWhole) throw incomplete();
  return known.file(file, head.savedAt, stored);
}

/** A file that another program has written anew is put in lines first. */
async function readWhole(given: Blob, schemaVersion: number): Promise<BackupFile> {
  const file = object(await given.text());
  if (!file) throw incomplete();
  const stored = versionIn(file, schemaVersion);
  const texts = Object.entries(file).flatMap(([noun, list]): [string, Blob[]][] =>
    Array.isArray(list) ? [[noun, list.length > 0 ? [new Blob([rowsText(list)])] : []]] : [],
  );
  const lined = await readLines(
    writeBackup(Object.fromEntries(texts), stored, Number(file.savedAt)),
    schemaVersion,
  );
  if (!lined) throw incomplete();
  return lined;
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
 * A row as it may be written. A value that is only too long is no damage, for it was in the store as it is: it is cut, and named in `cut`.
 * @throws StoreError `invalid` for a row that is damaged
 */
function checked(noun: Noun, at: number, text: string): { body: StoredBody; cut: string[] } {
  const body = object(text);
  if (!body) throw damaged([noun, at], 'This is no row.');
  let read = NOUNS[noun].safeParse(body);
  const cut: string[] = [];
  if (!read.success && read.error.issues.every((issue) => shorten(body, issue))) {
    for (const { path } of read.error.issues) cut.push([noun, at, ...path].join(' / '));
    read = NOUNS[noun].safeParse(body);
  }
  if (!read.success) {
    const [issue] = read.error.issues;
    throw damaged([noun, at, ...(issue?.path ?? [])], issue?.message ?? '');
  }
  const row = body as StoredBody;
  // Rows of a newer clock win, and the clock of this device goes on behind the latest: a broken one would break both.
  if (!isRecordNoun(noun) && !CLOCK.test(row.clock)) throw damaged([noun, at, 'clock'], 'This is no clock.');
  return { body: row, cut };
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
