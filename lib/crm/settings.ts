import { z } from 'zod';
import { isTime } from './calendar';
import { type CarePlan, LONGEST_PLAN, MOST_PLAN_TASKS } from './care-plans';
import { ContactFilter, ContactSort } from './contact-filter';
import { PipelineStage } from './deals';
import { LOYALTY_PARTS } from './figure-choices';
import { PlaySetting } from './plays';
import type { Reminding } from './reminding';
import { Moment } from './row';
import type { SiteReading as SiteReadingNote } from './site-readings';
import { MOST_TIERS, Tier } from './tiers';

/** A field of the user's own. */
export const CustomField = z.object({
  label: z.string().min(1).max(60),
  type: z.enum(['text', 'number', 'date', 'choice', 'link']),
  /** What a field of type `choice` may hold. */
  choices: z.array(z.string().min(1).max(120)).max(100).optional(),
});
export type CustomField = z.infer<typeof CustomField>;

const CarePlanSchema: z.ZodType<CarePlan> = z.object({
  name: z.string().trim().min(1).max(80),
  tasks: z
    .array(z.object({ title: z.string().trim().min(1).max(300), days: z.int().min(0).max(LONGEST_PLAN) }))
    .max(MOST_PLAN_TASKS),
});

/** A table as its user wants to find it again. */
export const SavedView = z.looseObject({
  name: z.string().trim().min(1).max(80),
  noun: z.literal('contacts'),
  filter: ContactFilter,
  sort: ContactSort,
  /** Null: the usual ones. */
  columns: z.array(z.string().max(40)).max(30).nullable(),
  /** Place among the others. */
  place: z.int(),
});
export type SavedView = z.infer<typeof SavedView>;

/** How long what nobody needs any more is kept. */
export const RetentionRule = z.object({
  /** Contacts without an exchange for so many years; null: they stay. */
  contactYears: z.int().min(1).max(50).nullable(),
  /** Only those of this kind, with this tag. */
  kind: z.enum(['work', 'personal']).optional(),
  tagId: z.uuid().optional(),
  /** Notes older than so many years; null: they stay. */
  noteYears: z.int().min(1).max(50).nullable(),
});
export type RetentionRule = z.infer<typeof RetentionRule>;

/** What the user told the product about themselves. One row, id `settings`; device matters (theme, language) are apart. */
export const Settings = z.looseObject({
  /** Chooses words, the order of Today and the order of next steps. */
  purpose: z.enum(['sales', 'support', 'people']),
  /** Contact point keys that are the user's own: never offered as a contact. */
  ownPoints: z.array(z.string().max(600)).max(200),
  /** Address or domain keys whose mails are never logged and never offered. */
  neverLog: z.array(z.string().max(300)).max(2000),
  /** Origins on which mails are logged without asking. */
  autologOrigins: z.array(z.string().max(300)).max(200),
  /** Since when, by origin. */
  autologSince: z.record(z.string().max(300), Moment).optional(),
  baseCurrency: z.string().regex(/^[A-Z]{3}$/),
  region: z.string().max(2).nullable(),
  /** How the columns of a file are read, by the fingerprint of its header. */
  mappings: z.record(z.string().max(200), z.json()).optional(),
  /** By the name under which facts bear them. */
  fields: z.record(z.string().max(60), CustomField).optional(),
  views: z.record(z.uuid(), SavedView).optional(),
  /** The rule that was looked at last; nothing is done by itself. */
  retention: RetentionRule.optional(),
  /** What one unit of a currency is worth in the base currency, as the user typed it. */
  rates: z.record(z.string().regex(/^[A-Z]{3}$/), z.number().positive()).optional(),
  /** Stages of deals, in the order of the board; absent: the product's. */
  pipeline: z.array(PipelineStage).min(1).max(12).optional(),
  /** Classes of customers: the first segment that somebody is found in is theirs. */
  tiers: z.array(Tier).max(MOST_TIERS).optional(),
  /** What figures are counted with; what is left out is as the product has it. */
  figures: z
    .object({
      loyalty: z
        .record(z.enum(LOYALTY_PARTS), z.number().min(0).max(100))
        .refine((weights) => Object.values(weights).some((weight) => weight > 0))
        .optional(),
      margin: z.number().min(0.01).max(1).optional(),
      monthlyDiscount: z.number().min(0).max(0.1).optional(),
    })
    .optional(),
  /** What the user changed of plays, by their id, and plays of their own. */
  plays: z.record(z.string().max(80), PlaySetting).optional(),
  /** Templates of tasks: those of the user's own, and shipped ones as the user changed them; one without tasks is not offered. */
  carePlans: z.record(z.string().max(60), CarePlanSchema).optional(),
  /** Minutes that the user has for a day's steps. */
  minutes: z.int().min(5).max(720).optional(),
  /** Recipes of sites that the user taught or took from a file, by their first host; checked whenever they are used. */
  taught: z.record(z.string().max(253), z.json()).optional(),
  /** As the user's own mails are signed. */
  myName: z.string().max(120).optional(),
});
export type Settings = z.infer<typeof Settings>;
/** What the product is for, as the user said. */
export type Purpose = Settings['purpose'];

const TimeOfDay = z.string().refine(isTime, { error: 'no such time' });

/** When and how this computer reminds. */
export const ReminderSetting: z.ZodType<Reminding> = z.object({
  on: z.boolean(),
  named: z.boolean(),
  dayAt: TimeOfDay,
  quietFrom: TimeOfDay,
  quietTo: TimeOfDay,
  perDay: z.int().min(1).max(50),
});

/** What was read on a site: days, and how many of each role; nobody is named. */
const SiteReading: z.ZodType<SiteReadingNote> = z.object({
  recipe: z.string().max(40),
  kinds: z.record(
    z.string().max(20),
    z.object({
      day: z.string().max(10),
      variant: z.string().max(200).nullable(),
      people: z.record(z.string().max(20), z.int()),
    }),
  ),
  unread: z.object({ day: z.string().max(10), pages: z.int() }).nullable(),
});

const OwnAccount = z.object({
  /** Identities, as contact point keys. */
  keys: z.array(z.string().max(600)),
  /** Somebody else's mailbox, or one that several share: they are the user's in it alone. */
  lent: z.boolean(),
});

/** Kept for this device only, without history. */
export const DeviceSettings = z.looseObject({
  language: z.enum(['auto', 'en', 'zh-Hans', 'zh-Hant']),
  theme: z.enum(['auto', 'light', 'dark']),
  welcomed: z.boolean(),
  columns: z.array(z.string().max(40)).max(30).nullable(),
  lastBackupAt: z.int().nullable(),
  /** Changes made since the last backup file was saved. */
  changesSinceBackup: z.int(),
  backupSnoozedUntil: z.int().nullable(),
  /** By site the identities that it showed as the user's, as contact point keys; false: the user said that it is not theirs. */
  ownSeen: z.record(z.string().max(300), z.record(z.string().max(600), z.boolean())),
  /** By site and account, under a digest of its name, what the account showed last. */
  ownAccounts: z.record(z.string().max(300), z.record(z.string().max(60), OwnAccount)).optional(),
  /** What was last read on each site. */
  siteReadings: z.record(z.string().max(300), SiteReading).optional(),
  /** Absent: the user was not asked yet. */
  reminders: ReminderSetting.optional(),
});
export type DeviceSettings = z.infer<typeof DeviceSettings>;

/** After so many changes without a backup the product reminds. */
export const BACKUP_REMINDER_CHANGES = 50;
