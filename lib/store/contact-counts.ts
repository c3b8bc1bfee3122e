import type { Database } from './database';

/** How many there are of each noun. */
export async function counts(
  db: Database,
): Promise<{ contacts: number; companies: number; tags: number; tasks: number }> {
  const tallies = await db.tallies.toArray();
  const none = { contacts: 0, companies: 0, tags: 0, tasks: 0 };
  return { ...none, ...Object.fromEntries(tallies.map(({ noun, count }) => [noun, count])) };
}
