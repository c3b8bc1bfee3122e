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

/** What stands in a backup file: a list of bodies for each noun. */

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
export function isNoun(name: string): name is Noun {
  return Object.hasOwn(NOUNS, name);
}

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
export const SINCE: Partial<Record<Noun, number>> = {
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
