import { RELATIONS } from './relations';

/** Names under which facts bear what they say. Free of zod. */

/** Fields the product knows by name; any other name is a field of the user's own. */
export const FACT_FIELDS = [
  'company',
  'title',
  'city',
  'country',
  'language',
  'nickname',
  'sex',
  'industry',
  'introducer',
  'likes',
  'avoids',
  'channel',
  'besttime',
  'diet',
  'faith',
] as const;

/** Fields that are left out of what goes out unless they are chosen. */
export const SENSITIVE_FIELDS: readonly string[] = ['faith'];

/** Fields of which somebody has one: two values contradict each other. Employers, languages, nicknames stand side by side. */
export const SINGLE_FIELDS: readonly string[] = ['title', 'city', 'country', 'sex', 'industry'];

const TAKEN: ReadonlySet<string> = new Set([...FACT_FIELDS, ...RELATIONS]);

/** Whether a field of the user's own cannot bear this name: it is one of the product's, or reads as `point:email` does. */
export function isReserved(name: string): boolean {
  return TAKEN.has(name) || name.includes(':');
}

/** A name for a new field that no other has: what was typed, with a number where it must be. */
export function freeName(typed: string, known: readonly string[]): string {
  const base = typed.replaceAll(':', ' ').replace(/\s+/g, ' ').trim() || 'field';
  const isFree = (name: string) => !isReserved(name) && !known.includes(name);
  for (let at = 1; ; at += 1) {
    const name = at === 1 ? base : `${base} ${at}`;
    if (isFree(name)) return name;
  }
}
