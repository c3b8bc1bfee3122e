import type { PageOffer } from '@/lib/api/views';
import type { PointKind } from '@/lib/crm/contacts';
import { inForce } from '@/lib/crm/in-force';
import { cutText } from '@/lib/crm/whole-text';
import type { Database } from './database';
import { fold } from './fold';
import { contactRow } from './lookups';

/** What a page tells of a known contact beyond what is kept of them. */

/** A key of the contact's snoozes is at most so long. */
const LONGEST_KEY = 200;

/** What the page shows of somebody. Point keys are normal forms. */
export interface Shown {
  title: string | null;
  company: string | null;
  place: string | null;
  points: { kind: PointKind; value: string; key: string }[];
}

/** Letters and digits alone: `@fjordlab` and `Fjordlab` are one. */
const bare = (text: string) => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** Under which key of the contact's snoozes it is kept that a value is not wanted. */
export const leftKey = (field: string, value: string) => cutText(`page:${field}:${fold(value)}`, LONGEST_KEY);

/** A page names a place with its region and country: "Bergen, Vestland, Norway" says nothing new of who lives in Bergen. */
function says(field: string, value: string, kept: string): boolean {
  if (bare(value) === bare(kept)) return true;
  return field === 'city' && value.split(/[,，、]/u).some((part) => bare(part) === bare(kept));
}

/** Values of the page that the contact lacks or has otherwise, but those that the user left out before. */
export async function pageOffers(db: Database, contactId: string, shown: Shown): Promise<PageOffer[]> {
  const body = (await contactRow(db, contactId))?.body;
  if (!body || body.deletedAt !== null) return [];
  const all = Object.values(body.facts);
  const facts = (['title', 'company', 'place'] as const).flatMap((name): PageOffer[] => {
    const value = shown[name];
    const field = name === 'place' ? 'city' : name;
    const kept = all.filter((fact) => fact.field === field);
    if (!value || bare(value) === '' || kept.some((fact) => says(field, value, fact.value))) return [];
    return [{ of: 'fact', field, value, now: inForce(kept)?.value ?? null }];
  });
  const keys = new Set(Object.values(body.points).map(({ key }) => key));
  const points = shown.points
    .filter(({ key }) => !keys.has(key))
    .map(({ kind, value }): PageOffer => ({ of: 'point', field: kind, value, now: null }));
  return [...facts, ...points].filter(({ field, value }) => body.snoozes?.[leftKey(field, value)] !== null);
}
