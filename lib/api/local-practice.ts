import { openDatabase } from '@/lib/store/database';
import { refreshInsight } from '@/lib/store/insight-job';
import { seedPractice } from '@/lib/store/practice';
import type { Client } from './client';
import { localClient, type Wake } from './local';
import { practiceData } from './local-practice-data';

/** The client of the invented people; their database is filled and counted the first time, so that every page says the same of them. */
export async function practiceClient(wake: Wake): Promise<Client> {
  const database = await openDatabase(practiceData.name);
  await seedPractice(database, Date.now());
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  await refreshInsight({ db: database, now: Date.now, zone: timeZone });
  return localClient({ database, caller: 'workspace', wake });
}
