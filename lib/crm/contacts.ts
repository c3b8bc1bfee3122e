import { z } from 'zod';
import { PartialDateSchema as PartialDate } from './dates';
import { EXIT_REASONS } from './exit-reasons';
import { CHOICE_MEASURES } from './measure-names';
import { PhotoRef } from './photos';
import { POINT_KINDS } from './point-kinds';
import { Moment, provenanceShape, rowShape } from './row';
import type { Purpose } from './settings';
import { TierMove } from './tiers';

/** Version of the contact body; a migration raises it. */
export const CONTACT_SCHEMA = 1;

/** Numbers of other programs that one contact has at most. */
export const MOST_EXTERNAL = 50;

/** Ways to reach somebody. `key` is the normal form that is matched, `value` what is shown. */
export const PointKind = z.enum(POINT_KINDS);
export type PointKind = z.infer<typeof PointKind>;

export const ContactPoint = z.looseObject({
  kind: PointKind,
  value: z.string().min(1).max(500),
  key: z.string().max(600),
  label: z.string().max(80).optional(),
  /** The user said that this one holds. */
  confirmedAt: Moment.optional(),
  ...provenanceShape,
});
export type ContactPoint = z.infer<typeof ContactPoint>;

/** One value of one field. `ref` names a stored row where the value stands for one (a company). */
export const Fact = z.looseObject({
  field: z.string().min(1).max(60),
  value: z.string().max(4000),
  ref: z.uuid().optional(),
  /** The user said that this one holds. */
  confirmedAt: Moment.optional(),
  /** Another value was chosen in its place: it is kept, and not shown first. */
  asideAt: Moment.optional(),
  sensitive: z.boolean().optional(),
  /** What it named before the company that it names was merged into another; the last such merge last. */
  moved: z.array(z.object({ ref: z.uuid(), value: z.string() })).optional(),
  ...provenanceShape,
});
export type Fact = z.infer<typeof Fact>;

export const Tagging = z.looseObject({ ...provenanceShape });
export type Tagging = z.infer<typeof Tagging>;

export const DateKind = z.enum(['birthday', 'anniversary', 'contract', 'renewal', 'warranty', 'other']);
export const ContactDate = z.looseObject({
  kind: DateKind,
  label: z.string().max(120).optional(),
  date: PartialDate,
  confirmedAt: Moment.optional(),
  asideAt: Moment.optional(),
  /** The purchase whose warranty it is: both go together. */
  activityId: z.uuid().optional(),
  ...provenanceShape,
});
export type ContactDate = z.infer<typeof ContactDate>;

export const Channel = z.enum(['mail', 'phone', 'message', 'visit', 'survey']);
export type Channel = z.infer<typeof Channel>;
export const Consent = z.looseObject({
  state: z.enum(['given', 'refused', 'withdrawn', 'asked']),
  basis: z.string().max(200),
  textVersion: z.string().max(80).optional(),
  ...provenanceShape,
});
export type Consent = z.infer<typeof Consent>;

/** Stay in touch every `days`; the clock restarts on any real contact. */
export const Cadence = z.looseObject({
  days: z.int().min(1).max(3650),
  since: Moment,
  /** The level of the contact gave it; absent: the user set it. */
  from: z.literal('tier').optional(),
});
export type Cadence = z.infer<typeof Cadence>;

/** What somebody needs, in their words, and how it was told. */
export const Need = z.looseObject({
  /** A sentence of theirs, or of the user about them. */
  quote: z.string().min(1).max(2000),
  /** Said, or seen behind what was said. */
  kind: z.enum(['explicit', 'latent']),
  strength: z.int().min(1).max(3),
  status: z.enum(['open', 'met', 'dropped']),
  /** When the user last heard that it holds. */
  confirmedAt: Moment.optional(),
  /** The activity in which it was said. */
  activityId: z.uuid().optional(),
  ...provenanceShape,
});
export type Need = z.infer<typeof Need>;

/** The stage as the user sees it, against the one that is counted. */
export const StageOverride = z.looseObject({
  stage: z.enum(CHOICE_MEASURES.stage),
  reason: z.string().max(500),
  /** Why somebody left, to be counted. */
  code: z.enum(EXIT_REASONS).optional(),
  at: Moment,
});

/**
 * What a file said that has no field: given back when the contact is written in that format again. With `params` it is a property
 * of a vCard and `value` is still escaped; without them the heading of a column, or an attribute, and plain text.
 */
export const Kept = z.looseObject({
  format: z.string().max(40),
  name: z.string().min(1).max(200),
  group: z.string().max(80).optional(),
  params: z.record(z.string().max(80), z.array(z.string().max(2000)).max(50)).optional(),
  value: z.string().max(100_000),
  source: z.string().max(500),
  at: Moment,
});
export type Kept = z.infer<typeof Kept>;

/** What the user chose of what two contacts say against each other. */
export const MergeChoices = z.object({
  /** Contact whose name stays. */
  name: z.uuid().optional(),
  kind: z.enum(['work', 'personal']).optional(),
  /** Facts that hold; others of their field are put aside. */
  facts: z.array(z.uuid()).max(200).default([]),
  /** Dates that hold; others of their kind are put aside. */
  dates: z.array(z.uuid()).max(50).default([]),
});
export type MergeChoices = z.infer<typeof MergeChoices>;

/** How a contact went into another: what that changed there, so that it can be taken back at any later time. */
export const Merge = z.looseObject({
  at: Moment,
  /** Sorts the merges of one contact in the order in which they were made, also those of one moment. */
  order: z.string().max(200),
  choices: MergeChoices,
  edits: z.array(
    z.object({
      path: z.array(z.string()).max(2),
      before: z.json().optional(),
      after: z.json().optional(),
    }),
  ),
});
export type Merge = z.infer<typeof Merge>;

export const Contact = z.looseObject({
  ...rowShape,
  kind: z.enum(['work', 'personal']),
  name: z.string().max(300),
  facts: z.record(z.uuid(), Fact),
  points: z.record(z.uuid(), ContactPoint),
  tags: z.record(z.uuid(), Tagging),
  dates: z.record(z.uuid(), ContactDate),
  consents: z.partialRecord(Channel, Consent),
  doNotContact: z.object({ at: Moment, reason: z.string().max(500) }).nullable(),
  cadence: Cadence.nullable(),
  /** Log mails read or sent without asking: date, direction, subject, link; never the text. */
  autolog: z.boolean(),
  /** Since when: before it, no mail in the time line does not mean that there was none. */
  autologSince: Moment.optional(),
  /** Next steps put off, by the step's key: until when, or null for never again. */
  snoozes: z.record(z.string().max(200), Moment.nullable()).optional(),
  needs: z.record(z.uuid(), Need).optional(),
  /** Drafts of greetings that were used, by the name of the draft: none is offered twice. */
  greeted: z.record(z.string().max(80), Moment).optional(),
  stage: StageOverride.nullable().optional(),
  /** Moves between the user's levels; the last one says where it stands. */
  tiers: z.record(z.uuid(), TierMove).optional(),
  kept: z.record(z.uuid(), Kept).optional(),
  photo: PhotoRef.nullable().optional(),
  /** What other programs call this person (`hubspot:501`): a later file of theirs finds them by it. */
  external: z.array(z.string().max(300)).max(MOST_EXTERNAL).optional(),
  ownerId: z.uuid().nullable(),
  mergedInto: z.uuid().nullable(),
  merge: Merge.optional(),
  /** Contacts that share something with this one and are others: since when that is known. */
  distinctFrom: z.record(z.uuid(), Moment).optional(),
  addedAt: Moment,
});
export type Contact = z.infer<typeof Contact>;

/** Whom one keeps for their own sake has no stage, no value and no survey: what a new contact is of whom nothing else is said. */
export const kindOfNew = (purpose: Purpose): Contact['kind'] => (purpose === 'people' ? 'personal' : 'work');
