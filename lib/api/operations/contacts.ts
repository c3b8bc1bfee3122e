import { z } from 'zod';
import { ContactFilter, ContactSort } from '@/lib/crm/contact-filter';
import { Cadence, Channel, Consent, DateKind, MergeChoices, PointKind } from '@/lib/crm/contacts';
import { DueSchema as Due, PartialDateSchema as PartialDate } from '@/lib/crm/dates';
import { EXIT_REASONS } from '@/lib/crm/exit-reasons';
import { CHOICE_MEASURES } from '@/lib/crm/measure-names';
import { NameText } from '@/lib/crm/name-text';
import { How } from '@/lib/crm/row';
import { operation, VIEWS } from '../contract';

const id = z.uuid();
/** Bytes of a file with a picture, as cameras make them. */
const LARGEST_PICTURE = 25_000_000;
/** Where a value was read; what is left out is filled in by the handler (now, typed, the caller). */
export const From = z.object({
  source: z.string().max(500).optional(),
  how: How.optional(),
  evidence: z.string().max(2000).optional(),
  link: z.string().max(2000).optional(),
});

export const PointInput = z.object({
  kind: PointKind,
  value: z.string().trim().min(1).max(500),
  label: z.string().max(80).optional(),
  from: From.optional(),
});
export const FactInput = z.object({
  field: z.string().trim().min(1).max(60),
  value: z.string().trim().min(1).max(4000),
  ref: id.optional(),
  sensitive: z.boolean().optional(),
  from: From.optional(),
});
export const DateInput = z.object({
  kind: DateKind,
  label: z.string().max(120).optional(),
  date: PartialDate,
  from: From.optional(),
});

/** A value as a page shows it: the field of a fact, or the kind of a point. */
const PageValue = z.object({
  of: z.enum(['fact', 'point']),
  field: z.string().trim().min(1).max(60),
  value: z.string().trim().min(1).max(500),
});

/** A promise that the user found true in what was pasted, with its sentence. */
const PromiseInput = z.object({
  what: z.string().trim().min(1).max(1000),
  by: z.enum(['me', 'them']),
  due: Due.nullable(),
  from: From.optional(),
});

/** What is typed, read off a page or imported, before it is a contact. A company is named: it is found or created. */
export const ContactDraft = z.object({
  name: NameText,
  kind: z.enum(['work', 'personal']).optional(),
  points: z.array(PointInput).max(100).default([]),
  facts: z.array(FactInput).max(200).default([]),
  dates: z.array(DateInput).max(50).default([]),
  /** Paths of tags, `Region / Norway`; missing ones are created. */
  tags: z.array(z.string().trim().min(1).max(300)).max(100).default([]),
  note: z.string().max(100_000).optional(),
  promises: z.array(PromiseInput).max(20).optional(),
  cadenceDays: z.int().min(1).max(3650).optional(),
  from: From.optional(),
});
export type ContactDraft = z.infer<typeof ContactDraft>;

export const contacts = {
  'contacts.view': operation('query', VIEWS, () =>
    z.object({ id, timeline: z.int().min(0).max(1000).default(50) }),
  ),
  'contacts.ids': operation('query', ['workspace'], () =>
    z.object({ filter: ContactFilter, sort: ContactSort }),
  ),
  /** Pictures of these contacts, to be drawn. */
  'contacts.photos': operation('query', VIEWS, () => z.object({ ids: z.array(id).max(500) })),
  /** A small copy of the picture in a file. */
  'contacts.setPhoto': operation('command', ['workspace'], () =>
    z.object({ contactId: id, file: z.instanceof(Blob).refine(({ size }) => size <= LARGEST_PICTURE) }),
  ),
  'contacts.removePhoto': operation('command', ['workspace'], () => z.object({ contactId: id })),
  'contacts.rows': operation('query', ['workspace'], () => z.object({ ids: z.array(id).max(500) })),
  'contacts.find': operation('query', VIEWS, () =>
    z.object({ text: z.string().max(200), limit: z.int().min(1).max(50).default(10) }),
  ),
  'contacts.counts': operation('query', VIEWS, () => z.object({})),
  'contacts.add': operation('command', VIEWS, () => z.object({ draft: ContactDraft })),
  /** Several at once, one undo: the people ticked in "Who matters?" */
  'contacts.addMany': operation('command', VIEWS, () =>
    z.object({ drafts: z.array(ContactDraft).min(1).max(50) }),
  ),
  'contacts.edit': operation('command', VIEWS, () =>
    z.object({
      id,
      name: NameText.optional(),
      kind: z.enum(['work', 'personal']).optional(),
      autolog: z.boolean().optional(),
      cadence: Cadence.pick({ days: true }).nullable().optional(),
      doNotContact: z
        .object({ reason: z.string().max(500) })
        .nullable()
        .optional(),
    }),
  ),
  /** Without `factId` a value is added beside the others; with it that value is replaced. */
  'contacts.setFact': operation('command', VIEWS, () =>
    z.object({ id, factId: id.optional(), fact: FactInput }),
  ),
  'contacts.removeFact': operation('command', VIEWS, () => z.object({ id, factId: id })),
  'contacts.setPoint': operation('command', VIEWS, () =>
    z.object({ id, pointId: id.optional(), point: PointInput }),
  ),
  'contacts.removePoint': operation('command', VIEWS, () => z.object({ id, pointId: id })),
  /** Takes what a page shows of a contact, with that page as its source; what is left out is not offered again. */
  'contacts.complete': operation('command', ['workspace', 'panel'], () =>
    z.object({
      id,
      take: z.array(PageValue).max(30),
      leave: z.array(PageValue).max(30).default([]),
      from: From.pick({ source: true, link: true }),
    }),
  ),
  'contacts.setDate': operation('command', VIEWS, () =>
    z.object({ id, dateId: id.optional(), date: DateInput }),
  ),
  'contacts.removeDate': operation('command', VIEWS, () => z.object({ id, dateId: id })),
  'contacts.setConsent': operation('command', VIEWS, () =>
    z.object({
      id,
      channel: Channel,
      consent: Consent.pick({ state: true, basis: true, textVersion: true }).nullable(),
    }),
  ),
  'contacts.setCadence': operation('command', VIEWS, () =>
    z.object({ ids: z.array(id).min(1).max(100_000), days: z.int().min(1).max(3650).nullable() }),
  ),
  /** The stage as the user sees it, against the one that is counted; null takes that back. */
  'contacts.setStage': operation('command', VIEWS, () =>
    z.object({
      id,
      stage: z
        .object({
          stage: z.enum(CHOICE_MEASURES.stage),
          reason: z.string().trim().max(500).default(''),
          /** Of somebody who left. */
          code: z.enum(EXIT_REASONS).optional(),
        })
        .nullable(),
    }),
  ),
  /** Groups of contacts that are one: of each the one that stays, and those that go into it. One undo for all of them. */
  'contacts.merge': operation('command', ['workspace'], () =>
    z.object({
      groups: z
        .array(z.object({ into: id, from: z.array(id).min(1).max(50), choices: MergeChoices.optional() }))
        .min(1)
        .max(1000),
    }),
  ),
  /** Takes a contact out of the one that it was merged into, at any later time. */
  'contacts.unmerge': operation('command', ['workspace'], () => z.object({ id })),
  'contacts.delete': operation('command', ['workspace', 'panel'], () =>
    z.object({ ids: z.array(id).min(1).max(100_000) }),
  ),
  /** Removes one person for good: rows, history, drafts. The only command without undo. */
  'contacts.erase': operation('command', ['workspace'], () => z.object({ id })),
} as const;
