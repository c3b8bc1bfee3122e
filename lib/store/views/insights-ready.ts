import type { Database } from '../database';

const ENOUGH = 10;

/** Whether ten contacts have been in touch: before that there is nothing to be seen. */
export async function insightsReady(db: Database): Promise<{ ready: boolean }> {
  let found = 0;
  await db.columns
    .toCollection()
    .until(() => found >= ENOUGH)
    .each((page) => {
      found += page.last.filter((last) => last > 0).length;
    });
  return { ready: found >= ENOUGH };
}
