import { v7 as uuid } from 'uuid';
import type { ContactDraft } from '@/lib/api/operations/contacts';
import { CONTACT_SCHEMA, type Contact, type ContactPoint, type PointKind } from '@/lib/crm/contacts';
import { cutText } from '@/lib/crm/whole-text';
import { type NormalPoint, normalizePoint } from '@/lib/exchange/points';
import { newActivity } from './activity-row';
import { StoreError } from './errors';
import { fold } from './fold';
import { type Named, readNamed } from './named';
import { type Origin, provenance } from './provenance';
import type { Work } from './work';

/** A letter may fold to several. */
const LONGEST_KEY = 600;

/** A draft as parsed by the contract. */
export type Draft = ContactDraft;

/** Looks up what drafts name, before they are written. */
export function readNamedIn(work: Work, drafts: Draft[]): Promise<Named> {
  const companies = drafts.flatMap((draft) => draft.facts.filter((fact) => fact.field === 'company'));
  return readNamed(
    work,
    companies.map((fact) => fact.value),
  );
}

/** A new contact of a draft, with its company, tags and note, in the running command. */
export function contactOf(work: Work, draft: Draft, named: Named): Contact {
  const contact = work.add('contacts', {
    id: uuid(),
    schema: CONTACT_SCHEMA,
    clock: '',
    deletedAt: null,
    kind: draft.kind ?? named.kind,
    name: draft.name,
    facts: {},
    points: {},
    tags: {},
    dates: {},
    consents: {},
    doNotContact: null,
    cadence: draft.cadenceDays ? { days: draft.cadenceDays, since: work.now } : null,
    autolog: false,
    ownerId: null,
    mergedInto: null,
    addedAt: work.now,
  });
  complete(work, contact, draft, named);
  return contact;
}

/** Adds to a contact what a draft says. Nothing that is there is changed. */
export function complete(work: Work, contact: Contact, draft: Draft, named: Named): void {
  const from = (own: Origin | undefined) => provenance(work.now, own, draft.from);
  const keys = new Set(Object.values(contact.points).map((point) => point.key));
  for (const input of draft.points) {
    const point = pointOf(
      input,
      from(input.from),
      named.region,
      input.from?.how ?? draft.from?.how ?? 'typed',
    );
    if (keys.has(point.key)) continue;
    keys.add(point.key);
    contact.points[uuid()] = point;
  }
  for (const { from: own, ref, sensitive, ...input } of draft.facts) {
    const company = input.field === 'company' ? (ref ?? named.company(input.value)) : ref;
    contact.facts[uuid()] = {
      ...input,
      ...(company ? { ref: company } : {}),
      ...(sensitive === undefined ? {} : { sensitive }),
      ...from(own),
    };
  }
  for (const { from: own, label, ...input } of draft.dates) {
    contact.dates[uuid()] = { ...input, ...(label === undefined ? {} : { label }), ...from(own) };
  }
  for (const path of draft.tags) {
    contact.tags[named.tag(path)] ??= from(undefined);
  }
  if (draft.note?.trim())
    newActivity(work, { type: 'note', contactIds: [contact.id], text: draft.note, from: draft.from });
  for (const { what, by, due, from: own } of draft.promises ?? []) {
    const promise = { by, due, doneAt: null };
    newActivity(work, { type: 'promise', contactIds: [contact.id], subject: what, promise, from: own });
  }
}

/**
 * A contact point with its normal form. What does not parse is refused when somebody types it, and kept without being
 * matched when it was read in a file or on a page.
 * @throws StoreError `invalid` for what was typed, with its kind as `unread`
 */
export function pointOf(
  input: { kind: PointKind; value: string; label?: string | undefined },
  from: ReturnType<typeof provenance>,
  region: string | null,
  how: string,
): ContactPoint {
  const { isRead, key, value } = readPoint(input, region);
  if (!isRead && how === 'typed')
    throw new StoreError('invalid', `“${input.value}” cannot be read as ${input.kind}.`, input.kind);
  return {
    kind: input.kind,
    key,
    value,
    ...(input.label === undefined ? {} : { label: input.label }),
    ...from,
  };
}

interface ReadPoint {
  isRead: boolean;
  /** What is matched; of a value that cannot be read a key of its own. */
  key: string;
  value: string;
}

/** Telling the normal form of a phone number costs more than all else that is done with it: it is told once for each value read. */
const read = new WeakMap<object, { region: string | null; point: ReadPoint }>();

/** The normal form of a contact point as given. */
export function readPoint(input: { kind: PointKind; value: string }, region: string | null): ReadPoint {
  const known = read.get(input);
  if (known && known.region === region) return known.point;
  const normal: NormalPoint = normalizePoint(input.kind, input.value, { region: region ?? undefined });
  const point =
    'error' in normal
      ? {
          isRead: false,
          key: cutText(`unread:${input.kind}:${fold(input.value)}`, LONGEST_KEY),
          value: input.value,
        }
      : { isRead: true, key: normal.key, value: normal.display };
  read.set(input, { region, point });
  return point;
}
