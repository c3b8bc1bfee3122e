import Dexie, { type EntityTable, type PromiseExtended, type Table } from 'dexie';
import type { Activity } from '@/lib/crm/activities';
import type { Case } from '@/lib/crm/cases';
import type { Change } from '@/lib/crm/changes';
import type { Company } from '@/lib/crm/companies';
import type { Contact } from '@/lib/crm/contacts';
import type { Deal } from '@/lib/crm/deals';
import type { ImportReport } from '@/lib/crm/imports';
import type { Outcome } from '@/lib/crm/outcomes';
import type { Photo } from '@/lib/crm/photos';
import type { Connection, Secret } from '@/lib/crm/secrets';
import type { Segment, Snapshot } from '@/lib/crm/segments';
import type { DeviceSettings, Settings } from '@/lib/crm/settings';
import type { Invite, Survey, SurveyResponse } from '@/lib/crm/surveys';
import type { Tag } from '@/lib/crm/tags';
import type { Task } from '@/lib/crm/tasks';
import type { Template } from '@/lib/crm/templates';
import type { Figures } from '@/lib/insight/figures';
import type { AnswerPage } from './answer-pages';
import type { Columns } from './columns';
import type { CompanyFigures } from './company-figures';
import type { Pair } from './duplicate-pairs';
import type { EventPage } from './event-pages';
import type { FactPage } from './fact-pages';
import { fillPart } from './fill-lists';
import { filled, isWhole } from './filled';
import type { ImageColumns } from './image-columns';
import type * as InsightKeys from './insight-keys';
import { KEYED } from './keyed';
import type * as Keys from './keys';
import type { MeasurePage } from './measure-pages';
import type { Marks } from './search/marks';
import type { Ids, Names } from './search/numbers';
import type { Run, StoredBlock } from './search/runs';
import type * as SurveyKeys from './survey-keys';
import type { TagFigures } from './tag-figures';
import type { Tally } from './tallies';
import { declareAll, declareLast, SCHEMA_VERSION } from './versions';

export { SCHEMA_VERSION } from './versions';

/** The database of this browser profile. */
export const DATABASE = 'sidelight';

/** A stored row: `k` holds every index key and is computed from `body`; nothing else is indexed. */
export interface Row<K, B> {
  id: string;
  k: K;
  body: B;
}

/** The settings as stored: one row, with what every body has. */
export type SettingsBody = Settings & { id: string; schema: number; clock: string; deletedAt: number | null };

/** What a change row indexes. */
export interface ChangeKeys {
  command: string;
  subjects: string[];
  batch?: string;
  at: number;
  /** Device and clock: the order of what this device did. */
  mine: string;
}

/** A batch under way: the next run of the same command goes on at `cursor`. */
export interface Job {
  id: string;
  commandId: string;
  op: string;
  cursor: number;
  total: number;
  /** What the chunks so far gave, to be answered at the end. */
  result: unknown;
  /** Set on the row that holds the items of a job, when they were looked up and not given. */
  items?: readonly unknown[];
  /** Epoch ms of the last chunk: a job that is silent for long has lost its page or worker. */
  beatAt: number;
  /** It is being taken back: no run of the command may go on with it. */
  stopped?: boolean;
  /** It waits for its user when it is silent. */
  isKept?: boolean;
  /** What is derived from its rows is not made yet. */
  isBare?: boolean;
}

/** What the user answered to "Is this ...?" for one person in one thread. Local to this device. */
export interface Identity {
  /** `thread|person`. */
  key: string;
  /** Null: nobody I know. */
  contactId: string | null;
  since: number;
}

/** A text that was put into a draft for a contact. Local to this device: never synced or saved. */
export interface SentText {
  id: string;
  contactId: string;
  /** Null: a text that is no template. */
  templateId: string | null;
  /** Epoch ms. */
  at: number;
  /** Digests of its longer sentences, see `sentences.ts`. */
  sentences: string[];
  /** The draft into which it was put, as `ComposeView.key` names it. */
  draft?: string | null;
}

/** A part of all packed pages as they were at a state of them: one row is read ten times as fast as some hundred. */
export interface PageImage {
  table: string;
  /** How it is built; one that is built otherwise is made anew. */
  form?: number;
  era: string;
  n: number;
  /** Of each column of the pages all of it. */
  pages: ImageColumns;
}

/** Every table. Nothing outside lib/store touches it but through the functions of the nouns. */
export class Database extends Dexie {
  declare contacts: EntityTable<Row<Partial<Keys.ContactKeys>, Contact>, 'id'>;
  declare companies: EntityTable<Row<Partial<Keys.CompanyKeys>, Company>, 'id'>;
  declare activities: EntityTable<Row<Partial<Keys.ActivityKeys>, Activity>, 'id'>;
  declare tags: EntityTable<Row<Partial<Keys.TagKeys>, Tag>, 'id'>;
  declare tasks: EntityTable<Row<Partial<Keys.TaskKeys>, Task>, 'id'>;
  declare settings: EntityTable<Row<Record<string, never>, SettingsBody>, 'id'>;
  declare surveys: EntityTable<Row<Partial<SurveyKeys.SurveyKeys>, Survey>, 'id'>;
  declare responses: EntityTable<Row<Partial<SurveyKeys.ResponseKeys>, SurveyResponse>, 'id'>;
  declare invites: EntityTable<Row<Partial<SurveyKeys.InviteKeys>, Invite>, 'id'>;
  declare cases: EntityTable<Row<Partial<SurveyKeys.CaseKeys>, Case>, 'id'>;
  declare secrets: EntityTable<Row<Record<string, never>, Secret>, 'id'>;
  declare connections: EntityTable<Row<Record<string, never>, Connection>, 'id'>;
  declare segments: EntityTable<Row<Partial<InsightKeys.SegmentKeys>, Segment>, 'id'>;
  declare deals: EntityTable<Row<Partial<InsightKeys.DealKeys>, Deal>, 'id'>;
  declare outcomes: EntityTable<Row<Partial<InsightKeys.OutcomeKeys>, Outcome>, 'id'>;
  declare templates: EntityTable<Row<Partial<InsightKeys.TemplateKeys>, Template>, 'id'>;
  declare snapshots: EntityTable<Row<{ segment: string }, Snapshot>, 'id'>;
  declare photos: EntityTable<Row<{ contact: string }, Photo>, 'id'>;
  declare imports: EntityTable<Row<{ at: number }, ImportReport>, 'id'>;
  declare changes: EntityTable<Row<ChangeKeys, Change>, 'id'>;
  declare figures: EntityTable<Figures, 'contactId'>;
  declare companyFigures: EntityTable<CompanyFigures, 'companyId'>;
  declare tagFigures: EntityTable<TagFigures, 'tagId'>;
  declare tallies: EntityTable<Tally, 'noun'>;
  declare columns: EntityTable<Columns, 'from'>;
  declare answers: EntityTable<AnswerPage, 'from'>;
  declare events: EntityTable<EventPage, 'from'>;
  declare measures: EntityTable<MeasurePage, 'from'>;
  declare facts: EntityTable<FactPage, 'from'>;
  declare pageImages: EntityTable<PageImage, 'table'>;
  declare duplicates: EntityTable<Pair, 'id'>;
  declare searchRuns: EntityTable<Run, 'id'>;
  declare searchBlocks: Table<StoredBlock, [number, number]>;
  declare searchNames: EntityTable<Names, 'page'>;
  declare searchIds: EntityTable<Ids, 'from'>;
  declare searchMarks: EntityTable<Marks, 'page'>;
  declare drafts: EntityTable<{ key: string; text: string }, 'key'>;
  declare device: EntityTable<DeviceSettings & { id: string }, 'id'>;
  declare identities: EntityTable<Identity, 'key'>;
  declare sentTexts: EntityTable<SentText, 'id'>;
  declare jobs: EntityTable<Job, 'id'>;
  declare meta: EntityTable<{ key: string; value: string | number }, 'key'>;

  /** The data was written by a newer version: it may be read, and nothing is written. */
  newer = false;

  /** The stored data is of an older version than was declared: it was left as it is. */
  older = false;

  /** @param steps declares every version there was, which a database of an older one needs */
  constructor(name: string, steps = true) {
    super(name);
    // Nobody has a query watched: views ask again when they are woken. Noting what each write touches was a fifth of a short command.
    for (const watching of ['Observability', 'Cache']) this.unuse({ stack: 'dbcore', name: watching });
    if (steps) declareAll(this);
    else
      declareLast(this, () => {
        this.older = true;
      });
  }
}

/**
 * Opens the database of this browser profile.
 * @param name another name is another database: the practice mailbox and tests have their own
 */
export async function openDatabase(name = DATABASE): Promise<Database> {
  const database = await openAsIs(name);
  const [schema, lists] = await Promise.all([database.meta.get('schemaVersion'), filled(database)]);
  const stored = Number(schema?.value ?? 0);
  // A migration has run, or there was nothing: an older version that opens this data must know that it is newer.
  if (stored < SCHEMA_VERSION) {
    const isNew = stored === 0;
    await database.meta.bulkPut([{ key: 'schemaVersion', value: SCHEMA_VERSION }, ...(isNew ? [KEYED] : [])]);
  }
  database.newer = stored > SCHEMA_VERSION;
  // The first part is all of a small store. The rest of a large one need not hold up whoever opens it.
  if (!database.newer && !isWhole(lists)) await fillPart(database);
  return database;
}

/** Opens it as the last version, and only when it is older with every version in between. */
async function openAsIs(name: string): Promise<Database> {
  const database = new Database(name, false);
  try {
    return await opened(database);
  } catch (error) {
    if (!database.older) throw error;
    return opened(new Database(name));
  }
}

function opened(database: Database): PromiseExtended<Database> {
  // A newer version of the product wants to upgrade, or it is deleted: let go at once, so that nobody is blocked by this page.
  database.on('versionchange', () => {
    database.close({ disableAutoOpen: true });
    // Dexie's own listener would have the next question open it again, which makes a deleted one anew.
    return false;
  });
  return database.open().then(() => database);
}
