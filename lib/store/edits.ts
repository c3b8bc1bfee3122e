import type { ChangedTable, Edit } from '@/lib/crm/changes';
import { digest } from '@/lib/crm/digest';
import { COMPANY_MAPS, CONTACT_MAPS } from '@/lib/crm/maps';

/** Differences between two states of a body, as a change row keeps them. */

type Json = Edit['after'];
export type Body = { [field: string]: Json } & { id: string; clock: string; deletedAt: number | null };

/** Fields of which a change names the key inside. */
const MAPS: Record<ChangedTable, readonly string[]> = {
  contacts: CONTACT_MAPS,
  companies: COMPANY_MAPS,
  activities: ['promise'],
  tags: [],
  tasks: [],
  settings: ['autologSince', 'mappings', 'fields', 'views', 'rates', 'plays', 'taught'],
  surveys: ['versions', 'schedules', 'goals'],
  responses: [],
  invites: [],
  cases: [],
  segments: [],
  deals: [],
  outcomes: [],
  templates: [],
};
/** Lists of the settings that are sets, kept in order: two additions do not overwrite each other. */
export const SETS = ['ownPoints', 'neverLog', 'autologOrigins'] as const;

/** The edits that lead from `before` (null: there was no row) to `after`. The clock is no edit. */
export function diff(table: ChangedTable, before: Body | null, after: Body): Edit[] {
  const { id } = after;
  if (!before) return [{ table, id, path: [], after: fingerprint(after) }];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field): Edit[] => {
    if (field === 'clock' || same(before[field], after[field])) return [];
    const [left, right] = [entriesOf(table, field, before[field]), entriesOf(table, field, after[field])];
    if (!left || !right) return [edit(table, id, [field], before[field], after[field])];
    return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
      same(left.get(key), right.get(key))
        ? []
        : [edit(table, id, [field, key], left.get(key), right.get(key))],
    );
  });
}

function edit(table: ChangedTable, id: string, path: string[], before: Json, after: Json): Edit {
  return {
    table,
    id,
    path,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** The value that an edit speaks of, in a body as it is now. */
export function valueAt(body: Body, { table, path }: Edit): Json {
  const [field, key] = path;
  if (field === undefined) return fingerprint(body);
  return key === undefined ? body[field] : entriesOf(table, field, body[field])?.get(key);
}

/** Puts a value where an edit speaks of; `undefined` takes the field or key away. */
export function putAt(body: Body, { table, path }: Edit, value: Json): void {
  const [field, key] = path;
  if (field === undefined) return;
  if (key === undefined) {
    if (value === undefined) delete body[field];
    else body[field] = value;
    return;
  }
  const entries = entriesOf(table, field, body[field]) ?? new Map<string, Json>();
  if (value === undefined) entries.delete(key);
  else entries.set(key, value);
  if (isSet(table, field)) body[field] = [...entries.keys()].sort();
  else body[field] = Object.fromEntries(entries) as { [key: string]: NonNullable<Json> };
}

/**
 * An edit by which a map came or went whole, as edits of its keys: what was put beside it since is no part of it. Null for every other
 * edit. A map that was empty is none that came or went: nothing would be left to tell it by.
 */
export function keysOf({ table, id, path, before, after }: Edit): Edit[] | null {
  const [field, key] = path;
  if (field === undefined || key !== undefined || (before === undefined) === (after === undefined))
    return null;
  const entries = [...(entriesOf(table, field, before ?? after) ?? [])];
  if (entries.length === 0) return null;
  return entries.map(([name, value]) =>
    after === undefined
      ? edit(table, id, [field, name], value, undefined)
      : edit(table, id, [field, name], undefined, value),
  );
}

/** Whether the map that an edit speaks of has nothing in it. */
export function isEmptied(body: Body, { table, path: [field = ''] }: Edit): boolean {
  return entriesOf(table, field, body[field])?.size === 0;
}

function isSet(table: ChangedTable, field: string): boolean {
  return table === 'settings' && (SETS as readonly string[]).includes(field);
}

function entriesOf(table: ChangedTable, field: string, value: Json): Map<string, Json> | null {
  if (isSet(table, field))
    return new Map(Array.isArray(value) ? value.map((one) => [String(one), true]) : []);
  if (!MAPS[table].includes(field)) return null;
  return isObject(value) ? new Map(Object.entries(value)) : null;
}

function isObject(value: unknown): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The edits of each row. */
export function editsByRow(edits: Edit[]): Map<string, Edit[]> {
  const rows = new Map<string, Edit[]>();
  for (const one of edits) rows.set(one.id, [...(rows.get(one.id) ?? []), one]);
  return rows;
}

/** Whether two JSON values say the same, in whatever order their keys stand. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((one, index) => same(one, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a).filter((key) => a[key] !== undefined);
  const others = Object.keys(b).filter((key) => b[key] !== undefined);
  return keys.length === others.length && keys.every((key) => same(a[key], b[key]));
}

/**
 * Short text that tells whether a body is still as it was made: a digest of its content without the clock. A change
 * that creates a row keeps this in place of the whole body, which stands in the row itself.
 */
export function fingerprint(body: Body): string {
  return digest(canonical({ ...body, clock: '' }));
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const fields = Object.keys(value).filter((key) => value[key] !== undefined);
  return `{${fields
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(',')}}`;
}
