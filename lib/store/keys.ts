import type { Activity } from '@/lib/crm/activities';
import type { Edit } from '@/lib/crm/changes';
import type { Company } from '@/lib/crm/companies';
import type { Contact } from '@/lib/crm/contacts';
import { inForce } from '@/lib/crm/in-force';
import type { Tag } from '@/lib/crm/tags';
import type { Task } from '@/lib/crm/tasks';
import { fold, wordsOf } from './fold';

/**
 * Index keys of each noun, computed from the body and nothing else. A deleted row has none, but for whom it is about:
 * erasing somebody must find it.
 */

export interface ContactKeys {
  /** Folded, for order. */
  name: string;
  /** Folded name of the company, for order; sorts last when there is none. */
  company: string;
  added: number;
  kind: string;
  points: string[];
  tags: string[];
  companies: string[];
  words: string[];
  /** The whole name folded, for a page that shows names only. */
  full: string;
  /** The contact that this one was merged into. */
  identity?: string;
  /**
   * Contacts that this one names: who introduced them, family; as `also:<id>` those that it names otherwise. Of a deleted row too, for
   * erasing must find it.
   */
  refs?: string[];
}

/** Sorts behind every name. */
export const LAST = '￿';

/** Whether a contact is in lists: not deleted, and not merged into another. */
export function isShown(body: Contact | null | undefined): body is Contact {
  return !!body && body.deletedAt === null && !body.mergedInto;
}

/** Keys of a contact that is in lists. */
export function listKeys(
  body: Contact,
): Pick<ContactKeys, 'name' | 'company' | 'added' | 'kind' | 'tags' | 'companies'> {
  const companies = Object.values(body.facts).filter((fact) => fact.field === 'company');
  const newest = inForce(companies);
  return {
    name: fold(body.name) || LAST,
    company: newest ? fold(newest.value) : LAST,
    added: body.addedAt,
    kind: body.kind,
    tags: Object.keys(body.tags),
    companies: [...new Set(companies.flatMap((fact) => fact.ref ?? []))],
  };
}

/** A contact that was merged is asked for by its name alone, and is in no list. */
export function contactKeys(body: Contact): Partial<ContactKeys> {
  const naming = refsKey(body);
  if (body.deletedAt !== null) return naming;
  const facts = Object.values(body.facts);
  const own = Object.values(body.points).map((point) => point.key);
  const points = [...new Set([...own, ...(body.external ?? []).map(externalKey)])];
  const named = { full: fold(body.name), ...naming };
  // Its addresses stand in the one that it went into, and may have been taken away there.
  if (body.mergedInto) return { ...named, identity: body.mergedInto };
  return {
    ...named,
    points,
    ...listKeys(body),
    words: wordsOf([
      body.name,
      ...facts.filter((fact) => fact.field === 'company').map((fact) => fact.value),
      ...facts.filter((fact) => fact.field === 'nickname').map((fact) => fact.value),
      ...Object.values(body.points).map((point) => point.value),
    ]),
  };
}

/** What another program calls a person, as a key beside addresses and phones. */
export function externalKey(external: string): string {
  return `ext:${external}`;
}

function refsKey(body: Contact): Pick<ContactKeys, 'refs'> {
  const named = Object.values(body.facts).flatMap(({ field, ref }) =>
    ref && field !== 'company' ? [ref] : [],
  );
  const also = [
    body.ownerId ?? [],
    Object.keys(body.distinctFrom ?? {}),
    (body.merge?.edits ?? []).flatMap(namedInEdit),
  ].flat();
  const refs = [...new Set([...named, ...also.map(alsoNamed)])];
  return refs.length > 0 ? { refs } : {};
}

/** Key of a contact that another names, though not as somebody that it is tied to: its owner, who it is not, what a merge wrote down. */
export function alsoNamed(id: string): string {
  return `also:${id}`;
}

type FieldEdit = Pick<Edit, 'path' | 'before' | 'after'>;

/** Contacts that stand in the old or new value of a contact's field. */
export function namedInEdit({ path: [field, key], before, after }: FieldEdit): string[] {
  if (field === 'distinctFrom') return key ? [key] : [];
  return [before, after].flatMap((value): string[] => {
    if (field === 'ownerId') return typeof value === 'string' ? [value] : [];
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    if (field === 'merge') return ((value.edits ?? []) as FieldEdit[]).flatMap(namedInEdit);
    if (field !== 'facts') return [];
    return typeof value.ref === 'string' && value.field !== 'company' ? [value.ref] : [];
  });
}

export interface CompanyKeys {
  name: string;
  points: string[];
  words: string[];
  identity?: string;
}

export function companyKeys(body: Company): Partial<CompanyKeys> {
  if (body.deletedAt !== null) return {};
  if (body.mergedInto) return { identity: body.mergedInto };
  const points = Object.values(body.points);
  return {
    name: fold(body.name),
    points: [...new Set(points.map((point) => point.key))],
    words: wordsOf([body.name, ...points.map((point) => point.value)]),
  };
}

export interface ActivityKeys {
  /** `contact|time`, newest first. */
  line: string[];
  /** `contact|type|time`, newest first. */
  typed: string[];
  external: string[];
  /** `contact|direction|subject` of a mail: candidates for the same mail without an external key. */
  same: string[];
  /** Contacts of a promise that is open. */
  promised: string[];
  /** Contacts of a deleted row. */
  about: string[];
}

/** Year 1, so that a moment of any date is a number of twelve hex digits. */
const EARLIEST = -62_135_596_800_000;
const HEX_TOP = 0xff_ff_ff_ff_ff_ff;

/** A moment as text that sorts newest first: a page of the time line is then one forward read with a limit. */
export function newestFirst(at: number): string {
  return (HEX_TOP - (at - EARLIEST)).toString(16).padStart(12, '0');
}

export function activityKeys(body: Activity): Partial<ActivityKeys> {
  const people = [...new Set(body.participants.map((one) => one.contactId))];
  if (body.deletedAt !== null) return { about: people };
  const at = newestFirst(body.at);
  const open = body.type === 'promise' && body.promise !== null && body.promise.doneAt === null;
  return {
    line: people.map((id) => `${id}|${at}`),
    typed: people.map((id) => `${id}|${body.type}|${at}`),
    external: body.externalKeys,
    same: body.type === 'mail' ? people.map((id) => sameMail(id, body.direction, body.subject)) : [],
    promised: open ? people : [],
  };
}

/** Key under which a mail without an external key is looked for; the minute is compared afterwards. */
export function sameMail(contactId: string, direction: string | null, subject: string): string {
  return `${contactId}|${direction ?? ''}|${fold(subject).slice(0, 200)}`;
}

export interface TagKeys {
  name: string;
  parent: string;
  words: string[];
}

export function tagKeys(body: Tag): Partial<TagKeys> {
  if (body.deletedAt !== null) return {};
  return {
    name: fold(body.name),
    parent: body.parentId ?? '',
    words: wordsOf([body.name, ...body.synonyms]),
  };
}

export interface TaskKeys {
  /** Day and time of an open task; sorts last when it has none. */
  due: string;
  done: number;
  /** `''` for a task of nobody in particular. */
  contacts: string[];
  /** Contacts of a deleted row. */
  about: string[];
}

export function taskKeys(body: Task): Partial<TaskKeys> {
  if (body.deletedAt !== null) return { about: body.contactIds };
  return {
    ...(body.doneAt === null
      ? { due: body.due ? `${body.due.date} ${body.due.time ?? '~'}` : LAST }
      : { done: body.doneAt }),
    contacts: body.contactIds.length > 0 ? [...new Set(body.contactIds)] : [''],
  };
}
