import { zoneHere } from '@/lib/crm/calendar';
import type { PracticeLanguage } from '@/lib/crm/practice/shape';
import { openDatabase } from '@/lib/store/database';
import { refreshInsight } from '@/lib/store/insight-job';
import { seedPractice } from '@/lib/store/practice';
import type { Client } from './client';
import { localClient, type Wake } from './local';
import { practiceData } from './local-practice-data';

/**
 * The client of the invented people; their database is filled and counted the first time, so that every page says the same of them.
 * @param language in which their surveys and segments are named then
 * @param onRemoved told when they are deleted, in whichever tab
 */
export async function practiceClient(
  wake: Wake,
  language: PracticeLanguage,
  onRemoved: () => void,
): Promise<Client> {
  const database = await openDatabase(practiceData.name);
  database.on('versionchange', ({ newVersion }) => {
    if (newVersion === null) onRemoved();
  });
  const timeZone = zoneHere();
  await seedPractice(database, Date.now(), timeZone, language);
  await refreshInsight({ db: database, now: Date.now, zone: timeZone });
  return localClient({ database, caller: 'workspace', wake });
}
