import { v7 as uuid } from 'uuid';
import type { Edit } from '@/lib/crm/changes';
import { type Contact, type Merge, type MergeChoices, MOST_EXTERNAL } from '@/lib/crm/contacts';
import { hasName } from '@/lib/crm/has-name';
import { type Body, diff, putAt, same, valueAt } from './edits';
import { fold } from './fold';
import { isSameDate } from './same-date';

/**
 * What one contact says goes into another, under the keys that it has. The one that goes keeps all of it, and what the merge
 * changed in the other is written down with it: so any merge can be taken back without a guess.
 */

/** A field of the contact that stays which somebody changed since a merge wrote it. */
export interface Settled {
  path: string[];
  value: Edit['after'];
}

/** Maps that a contact may lack. */
const OPTIONAL = ['snoozes', 'needs', 'greeted', 'tiers', 'kept', 'distinctFrom'] as const;

/**
 * Takes what `from` says into `into`, and marks `from` as gone into it.
 * @param settled what stays as it is, whatever `from` says of it
 */
export function takeIn(
  into: Contact,
  from: Contact,
  { at, order, choices, settled = [] }: Pick<Merge, 'at' | 'order' | 'choices'> & { settled?: Settled[] },
): void {
  for (const field of OPTIONAL) into[field] ??= {};
  const before = structuredClone(into);
  addValues(into, from);
  addStates(into, from);
  nameOf(into, from, choices, at);
  if (choices.kind) into.kind = choices.kind;
  choose(into, choices, at);
  for (const { path, value } of settled) putAt(bodyOf(into), editOf(into, path), value);
  const edits = diff('contacts', bodyOf(before), bodyOf(into));
  from.mergedInto = into.id;
  from.merge = {
    at,
    order,
    choices,
    edits: edits.map(({ path, before, after }) => ({
      path,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    })),
  };
  dropEmpty(into);
}

/**
 * Takes back what `from` brought into `into`. A value of it that was corrected since goes back corrected; one that was taken
 * away since is with `from` as it was. What somebody changed of the other's own fields stays, and is answered.
 */
export function giveBack(into: Contact, from: Contact): Settled[] {
  const settled: Settled[] = [];
  for (const edit of [...(from.merge?.edits ?? [])].reverse()) {
    const { path, before, after } = edit;
    const now = valueAt(bodyOf(into), editOf(into, path));
    if (same(now, after)) {
      putAt(bodyOf(into), editOf(into, path), before);
    } else if (path.length === 2 && before === undefined) {
      if (now !== undefined) putAt(bodyOf(from), editOf(from, path), now);
      // What was agreed since was agreed with both.
      if (path[0] !== 'consents') putAt(bodyOf(into), editOf(into, path), undefined);
      if (now === undefined) settled.push({ path, value: undefined });
    } else if (path[0] === 'external') {
      into.external = without(now, after, before);
    } else {
      const value = unmarked(now, before, after);
      putAt(bodyOf(into), editOf(into, path), value);
      settled.push({ path, value });
    }
  }
  dropEmpty(into);
  from.mergedInto = null;
  delete from.merge;
  return settled;
}

const bodyOf = (contact: Contact) => contact as unknown as Body;
const editOf = ({ id }: Contact, path: string[]): Edit => ({ table: 'contacts', id, path });

function dropEmpty(contact: Contact): void {
  for (const field of OPTIONAL) {
    if (contact[field] && Object.keys(contact[field]).length === 0) delete contact[field];
  }
}

/** Values that the other lacks; what both say is kept once. */
function addValues(into: Contact, from: Contact): void {
  const keys = new Set(Object.values(into.points).map((point) => point.key));
  for (const [id, point] of Object.entries(from.points)) {
    if (!keys.has(point.key)) into.points[id] ??= structuredClone(point);
  }
  const facts = new Set(Object.values(into.facts).map(saidBy));
  for (const [id, fact] of Object.entries(from.facts)) {
    if (!facts.has(saidBy(fact)) && fact.ref !== into.id) into.facts[id] ??= structuredClone(fact);
  }
  const dates = Object.values(into.dates);
  for (const [id, date] of Object.entries(from.dates)) {
    if (!dates.some((one) => isSameDate(one, date))) into.dates[id] ??= structuredClone(date);
  }
  const kept = new Set(Object.values(into.kept ?? {}).map(({ name, value }) => `${name}|${value}`));
  for (const [id, one] of Object.entries(from.kept ?? {})) {
    if (!kept.has(`${one.name}|${one.value}`)) into.kept = { ...into.kept, [id]: structuredClone(one) };
  }
  for (const [id, tagging] of Object.entries(from.tags)) into.tags[id] ??= structuredClone(tagging);
  const needs = new Set(Object.values(into.needs ?? {}).map(({ quote }) => fold(quote)));
  for (const [id, need] of Object.entries(from.needs ?? {})) {
    if (!needs.has(fold(need.quote))) into.needs = { [id]: structuredClone(need), ...into.needs };
  }
  // Where the one that stays stands is known; the other's way there is its own.
  const hasOwn = Object.keys(into.tiers ?? {}).length > 0;
  if (!hasOwn && from.tiers) into.tiers = structuredClone(from.tiers);
  // The rhythm of a level that is not theirs would never be taken away again.
  if (!hasOwn || from.cadence?.from !== 'tier') into.cadence ??= structuredClone(from.cadence);
  into.greeted = { ...from.greeted, ...into.greeted };
  into.snoozes = { ...from.snoozes, ...into.snoozes };
  const external = [...new Set([...(into.external ?? []), ...(from.external ?? [])])].slice(0, MOST_EXTERNAL);
  if (external.length > 0) into.external = external;
}

function saidBy({ field, value, ref }: Contact['facts'][string]): string {
  return `${field}|${fold(value)}|${ref ?? ''}`;
}

/** What is agreed with a person holds for the one who is left: the last word on consent, and every restraint. */
function addStates(into: Contact, from: Contact): void {
  for (const [channel, theirs] of Object.entries(from.consents)) {
    const own = into.consents[channel as keyof Contact['consents']];
    if (!own || own.at < theirs.at) {
      into.consents[channel as keyof Contact['consents']] = structuredClone(theirs);
    }
  }
  into.doNotContact ??= structuredClone(from.doNotContact);
  if (!into.photo && from.photo) into.photo = structuredClone(from.photo);
  into.ownerId ??= from.ownerId;
  into.addedAt = Math.min(into.addedAt, from.addedAt);
  if (from.autolog) {
    // Since when nothing is missed: of both, the later.
    const since = [into.autolog ? into.autologSince : undefined, from.autologSince];
    const known = since.filter((one) => one !== undefined);
    if (known.length > 0) into.autologSince = Math.max(...known);
    into.autolog = true;
  }
  const others = { ...from.distinctFrom, ...into.distinctFrom };
  delete others[into.id];
  delete others[from.id];
  into.distinctFrom = others;
}

/** The name that does not stay is a name to be found by. */
function nameOf(into: Contact, from: Contact, { name }: MergeChoices, at: number): void {
  const theirs = name === from.id || (name === undefined && !hasName(into) && hasName(from));
  const other = theirs ? into : from;
  const spare = other.name;
  const named = hasName(other);
  if (theirs) into.name = from.name;
  const known = [
    into.name,
    ...Object.values(into.facts).flatMap((one) => (one.field === 'nickname' ? [one.value] : [])),
  ];
  if (!named || known.some((one) => fold(one) === fold(spare))) return;
  into.facts[uuid()] = { field: 'nickname', value: spare, source: '', at, how: 'rule' };
}

function choose(into: Contact, { facts, dates }: MergeChoices, at: number): void {
  for (const id of facts) mark(into.facts, id, 'field', at);
  for (const id of dates) mark(into.dates, id, 'kind', at);
}

function mark<F extends string>(
  values: Record<
    string,
    { [K in F]: string } & { confirmedAt?: number | undefined; asideAt?: number | undefined }
  >,
  id: string,
  field: F,
  at: number,
): void {
  const chosen = values[id];
  if (!chosen) return;
  for (const [key, one] of Object.entries(values)) {
    if (one[field] !== chosen[field]) continue;
    if (key === id) {
      one.confirmedAt = at;
      delete one.asideAt;
    } else one.asideAt ??= at;
  }
}

/** A value of the other's own that was changed since: only what the merge marked it with goes. */
function unmarked(now: Edit['after'], before: Edit['before'], after: Edit['after']): Edit['after'] {
  if (!isObject(now) || !isObject(before) || !isObject(after)) return now;
  const value = { ...now };
  for (const field of ['asideAt', 'confirmedAt'] as const) {
    if (!same(now[field], after[field]) || same(before[field], after[field])) continue;
    if (before[field] === undefined) delete value[field];
    else value[field] = before[field];
  }
  return value;
}

type Json = Edit['after'];

function isObject(value: Json): value is { [key: string]: NonNullable<Json> } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list without what came with a merge. */
function without(now: Json, after: Json, before: Json): string[] {
  const list = (value: Json) => (Array.isArray(value) ? value.map(String) : []);
  const brought = list(after).filter((one) => !list(before).includes(one));
  return list(now).filter((one) => !brought.includes(one));
}

/** A merge with nothing chosen, as those of many at once are. */
export const NO_CHOICES: MergeChoices = { facts: [], dates: [] };

/** The merge of a contact that went into another before merges were written down. */
export function mergeOf(from: Contact): Pick<Merge, 'at' | 'order' | 'choices'> {
  return from.merge ?? { at: 0, order: '', choices: NO_CHOICES };
}
