import { z } from 'zod';
import { Activity } from '@/lib/crm/activities';
import { Case } from '@/lib/crm/cases';
import { Change } from '@/lib/crm/changes';
import { Company } from '@/lib/crm/companies';
import { Contact } from '@/lib/crm/contacts';
import { Connection, Secret } from '@/lib/crm/secrets';
import { Settings } from '@/lib/crm/settings';
import { Invite, Survey, SurveyResponse } from '@/lib/crm/surveys';
import { Tag } from '@/lib/crm/tags';
import { Task } from '@/lib/crm/tasks';
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
  secrets: Secret,
  connections: Connection,
  changes: Change,
} as const;
export type Noun = keyof typeof NOUNS;
export const NOUN_NAMES = Object.keys(NOUNS) as Noun[];
/** Nouns whose rows have no history: what is restored of them is not taken back with the rest. */
export const PLAIN_NOUNS = ['secrets', 'connections'] as const satisfies Noun[];
export type PlainNoun = (typeof PLAIN_NOUNS)[number];

export function isPlain(noun: Noun): noun is PlainNoun {
  return (PLAIN_NOUNS as readonly string[]).includes(noun);
}

/** From which version of the data on a file has these lists. */
const SINCE: Partial<Record<Noun, number>> = {
  surveys: 3,
  responses: 3,
  invites: 3,
  cases: 3,
  secrets: 3,
  connections: 3,
};

export type StoredBody = { id: string; clock: string } & Record<string, unknown>;
export type Rows = Record<Noun, StoredBody[]>;

export interface BackupFile {
  savedAt: number;
  rows: Rows;
}

/** Rows as they stand in the file, one a line: an indented file would be a third longer. */
export function rowsText(bodies: StoredBody[]): string {
  return bodies.map((body) => JSON.stringify(body)).join(',\n');
}

/** The text of a backup file. @param texts for each noun its rows, as parts of `rowsText` */
export function writeBackup(texts: Record<Noun, string[]>, schemaVersion: number, savedAt: number): string {
  const head = JSON.stringify({ format: FORMAT, version: FILE_VERSION, schemaVersion, savedAt });
  const lists = NOUN_NAMES.map((noun) =>
    texts[noun].length > 0 ? `"${noun}":[\n${texts[noun].join(',\n')}\n]` : `"${noun}":[]`,
  );
  return `${head.slice(0, -1)},\n${lists.join(',\n')}}\n`;
}

/**
 * Reads a backup file and checks every row of it, so that nothing half good is written.
 * @throws StoreError `invalid` for a damaged or foreign file, `newer` for one of a newer version
 */
export function readBackup(text: string, schemaVersion: number): BackupFile {
  const file = parse(text);
  if (!isRecord(file) || file.format !== FORMAT) {
    throw new StoreError('invalid', 'This is no backup of Sidelight.');
  }
  const { version, schemaVersion: stored } = file;
  if (typeof version !== 'number' || typeof stored !== 'number') {
    throw new StoreError('invalid', 'The backup is damaged: it does not say its version.');
  }
  if (version > FILE_VERSION || stored > schemaVersion) {
    throw new StoreError(
      'newer',
      'This backup was saved by a newer version of Sidelight. Update, then restore it.',
    );
  }
  const savedAt = typeof file.savedAt === 'number' ? file.savedAt : 0;
  const list = (noun: Noun) => file[noun] ?? (stored < (SINCE[noun] ?? 0) ? [] : undefined);
  const rows = Object.fromEntries(NOUN_NAMES.map((noun) => [noun, rowsOf(noun, list(noun))]));
  return { savedAt, rows: rows as Rows };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new StoreError(
      'invalid',
      'The file is damaged or was not saved to its end: it is not complete JSON.',
    );
  }
}

function rowsOf(noun: Noun, list: unknown): StoredBody[] {
  if (!Array.isArray(list)) throw new StoreError('invalid', `The backup is damaged: ${noun} are missing.`);
  const once = new Map<string, StoredBody>();
  for (const [index, body] of list.entries()) {
    const { success, data, error } = NOUNS[noun].safeParse(body);
    if (!success) {
      const [issue] = error.issues;
      throw damaged([noun, index + 1, ...(issue?.path ?? [])], issue?.message ?? '');
    }
    const row = data as StoredBody;
    // Rows of a newer clock win, and the clock of this device goes on behind the latest: a broken one would break both.
    if (!CLOCK.test(row.clock)) throw damaged([noun, index + 1, 'clock'], 'This is no clock.');
    once.set(row.id, row);
  }
  return [...once.values()];
}

function damaged(where: PropertyKey[], why: string): StoreError {
  return new StoreError('invalid', `The backup is damaged at ${where.join(' / ')}: ${why}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
