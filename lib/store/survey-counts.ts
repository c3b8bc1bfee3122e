import type { Database } from './database';

/** How many surveys there are, and how many of them ask. */
export async function countSurveys(db: Database): Promise<{ all: number; open: number }> {
  const rows = await db.surveys.orderBy('k.added').toArray();
  return { all: rows.length, open: rows.filter(({ body }) => body.state === 'open').length };
}
