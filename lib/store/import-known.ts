import type { Contact } from '@/lib/crm/contacts';
import type { FileDraft } from '@/lib/exchange/file-contacts';
import { sizeOfBase64 } from '@/lib/exchange/picture-size';
import { readPoint } from './contact-draft';
import { fold } from './fold';
import { externalKey } from './keys';
import { type Dated, isSameDate } from './same-date';
import { pathNames, type TagTree } from './tag-tree';

/** What the store knows of a person, in forms that can be compared with what a file says. */
export interface Known {
  points: Set<string>;
  /** `field|value`, folded. */
  facts: Set<string>;
  dates: Dated[];
  tags: Set<string>;
  notes: Set<string>;
  kept: Set<string>;
  refuses: Set<string>;
  photo: boolean;
  /** Keys of deals of the file that the person has. */
  deals: Set<string>;
}

/** What comparing rests on besides the person. */
export interface Ground {
  region: string | null;
  tags: TagTree;
  /** External keys of activities that stand on a time line already. */
  events: Set<string>;
}

export function nothingKnown(): Known {
  return {
    points: new Set(),
    facts: new Set(),
    dates: [],
    tags: new Set(),
    notes: new Set(),
    kept: new Set(),
    refuses: new Set(),
    photo: false,
    deals: new Set(),
  };
}

/** What a contact has. Its notes stand in rows of their own, and are read where a file has some. */
export function knownOf(
  contact: Contact,
  notes: Iterable<string>,
  tags: TagTree,
  deals: Iterable<string> = [],
): Known {
  return {
    points: new Set([
      ...Object.values(contact.points).map((point) => point.key),
      ...(contact.external ?? []).map(externalKey),
    ]),
    facts: new Set(Object.values(contact.facts).map(factKey)),
    dates: Object.values(contact.dates),
    tags: new Set(Object.keys(contact.tags).map((id) => pathText(tags.path(id)))),
    notes: new Set(notes),
    kept: new Set(Object.values(contact.kept ?? {}).map(keptKey)),
    refuses: new Set(Object.keys(contact.consents)),
    photo: !!contact.photo,
    deals: new Set(deals),
  };
}

/** Notes what a file said of a person, so that its next record of the same one is compared with both. */
export function learn(known: Known, draft: FileDraft, { region, events }: Ground): void {
  for (const point of draft.points) known.points.add(readPoint(point, region).key);
  for (const key of draft.external ?? []) known.points.add(externalKey(key));
  for (const fact of draft.facts) known.facts.add(factKey(fact));
  known.dates = [...known.dates, ...draft.dates];
  for (const path of draft.tags) known.tags.add(pathText(pathNames(path)));
  if (draft.note) known.notes.add(draft.note);
  for (const kept of draft.kept ?? []) known.kept.add(keptKey(kept));
  for (const channel of draft.refuses ?? []) known.refuses.add(channel);
  if (draft.photo) known.photo = true;
  for (const { key } of draft.deals ?? []) known.deals.add(key);
  for (const { key } of [...(draft.activities ?? []), ...(draft.cases ?? [])]) events.add(key);
}

/** The part of a draft that is not known yet; null when all of it is. A name is never changed. */
export function restOf(draft: FileDraft, known: Known, { region, events }: Ground): FileDraft | null {
  const rest = {
    points: draft.points.filter((point) => !known.points.has(readPoint(point, region).key)),
    facts: draft.facts.filter((fact) => !known.facts.has(factKey(fact))),
    dates: draft.dates.filter((date) => !known.dates.some((one) => isSameDate(one, date))),
    tags: draft.tags.filter((path) => !known.tags.has(pathText(pathNames(path)))),
    kept: (draft.kept ?? []).filter((one) => !known.kept.has(keptKey(one))),
    external: (draft.external ?? []).filter((key) => !known.points.has(externalKey(key))),
    refuses: (draft.refuses ?? []).filter((channel) => !known.refuses.has(channel)),
    activities: (draft.activities ?? []).filter(({ key }) => !events.has(key)),
    cases: (draft.cases ?? []).filter(({ key }) => !events.has(key)),
    deals: (draft.deals ?? []).filter(({ key }) => !known.deals.has(key)),
  };
  const hasNote = !!draft.note?.trim() && !known.notes.has(draft.note);
  const { note, photo, ...given } = draft;
  // One who has a picture keeps it.
  // What can never be drawn would be new each time that the file comes.
  const isNew = photo && !known.photo && sizeOfBase64(photo.base64) !== null;
  const face = isNew ? { photo } : {};
  if (!hasNote && !face.photo && Object.values(rest).every((list) => list.length === 0)) return null;
  return { ...given, ...rest, ...face, ...(hasNote && note ? { note } : {}) };
}

function factKey({ field, value }: { field: string; value: string }): string {
  return `${field}|${fold(value)}`;
}

function keptKey({ name, value }: { name: string; value: string }): string {
  return `${name}|${value}`;
}

function pathText(names: string[]): string {
  return names.map(fold).join('\n');
}
