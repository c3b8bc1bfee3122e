import '@/lib/api/jitless';
import { wake } from '@/lib/platform/wake';
import type { Database } from '@/lib/store/database';
import { fillLists } from '@/lib/store/fill-lists';
import { ageOutcomes } from '@/lib/store/outcomes';
import { rekey } from '@/lib/store/rekey';
import { keepSearch } from '@/lib/store/search/keep';
import { sweepJobs } from '@/lib/store/take-back';

/** What nobody waits for. One that fails keeps no other from its turn: all are tried again when the worker next starts. */
export async function tidy(db: Database): Promise<void> {
  const turns = [
    () => sweepJobs(db, Date.now()),
    async () => void (!db.newer && (await fillLists(db)) && (await wake())),
    () => rekey(db),
    () => keepSearch(db),
    // Who keeps to the panel opens no page that does it each day.
    async () => void (await ageOutcomes(db, Date.now())),
  ];
  for (const turn of turns) await turn().catch(() => undefined);
}
