import type { Contact } from '@/lib/crm/contacts';
import type { Task } from '@/lib/crm/tasks';
import type { Database } from './database';
import type { Body } from './edits';
import type { Written } from './written';

/** Nouns that are counted. */
export const TALLIED = ['contacts', 'companies', 'tags', 'tasks'] as const;
export type Tallied = (typeof TALLIED)[number];

export interface Tally {
  noun: Tallied;
  count: number;
}

/** Whether a row counts: it is in lists, and a task is open. */
export function counts(noun: Tallied, body: Body | null): boolean {
  if (!body || body.deletedAt !== null) return false;
  if (noun === 'tasks') return (body as unknown as Task).doneAt === null;
  if (noun === 'tags') return true;
  return !(body as unknown as Pick<Contact, 'mergedInto'>).mergedInto;
}

/** Counts what was written. */
export async function refreshTallies(db: Database, written: Written[]): Promise<void> {
  const deltas = new Map<Tallied, number>();
  for (const { table, before, after } of written) {
    const noun = TALLIED.find((one) => one === table);
    if (!noun) continue;
    const delta = Number(counts(noun, after)) - Number(counts(noun, before));
    if (delta !== 0) deltas.set(noun, (deltas.get(noun) ?? 0) + delta);
  }
  const nouns = [...deltas.keys()];
  if (nouns.length === 0) return;
  const known = await db.tallies.bulkGet(nouns);
  const tallies = nouns.map((noun, at) => ({ noun, count: (known[at]?.count ?? 0) + deltas.get(noun)! }));
  await db.tallies.bulkDelete(nouns.filter((_, at) => tallies[at]?.count === 0));
  await db.tallies.bulkPut(tallies.filter(({ count }) => count !== 0));
}
